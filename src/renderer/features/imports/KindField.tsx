import { MenuItem, TextField } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { importKindSchema, importKinds, type ImportKind } from '../../../shared/domain/import';

interface KindFieldProps {
  readonly kind: ImportKind;
  readonly onChange: (kind: ImportKind) => void;
}

/** What a file is taken to hold, to be said otherwise. */
export function KindField({ kind, onChange }: KindFieldProps) {
  const { t } = useTranslation();
  return (
    <TextField
      select
      size="small"
      label={t('imports.kindOfFile')}
      value={kind}
      onChange={(event) => {
        const said = importKindSchema.safeParse(event.target.value);
        if (said.success) onChange(said.data);
      }}
      sx={{ minWidth: 160 }}
    >
      {importKinds.map((each) => (
        <MenuItem key={each} value={each}>
          {t(`imports.kinds.${each}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
