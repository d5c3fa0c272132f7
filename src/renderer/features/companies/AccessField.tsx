import { MenuItem, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { contactAccesses, type ContactAccess } from '../../../shared/domain/company';
import { useCall } from '../../api/use-call';

interface AccessFieldProps {
  readonly access: ContactAccess | null;
  readonly onChange: (access: ContactAccess | null) => void;
}

/** What students may be told of a contact; as the settings say unless somebody says otherwise of this one. */
export function AccessField({ access, onChange }: AccessFieldProps) {
  const { t } = useTranslation();
  const { data: settings } = useCall('settings', 'get', {});
  const usual = t(`companies.form.accesses.${settings?.contactAccess ?? 'none'}`);
  return (
    <TextField
      select
      label={t('companies.form.access')}
      value={access ?? ''}
      onChange={(event) => onChange(contactAccesses.find((each) => each === event.target.value) ?? null)}
      slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      sx={{ gridColumn: '1 / -1', '& .MuiSelect-select::first-letter': { textTransform: 'uppercase' } }}
    >
      <MenuItem value="">{t('companies.form.accessUsual', { usual })}</MenuItem>
      {contactAccesses.map((each) => (
        <MenuItem key={each} value={each} sx={{ display: 'block', '&::first-letter': { textTransform: 'uppercase' } }}>
          {t(`companies.form.accesses.${each}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
