import { Autocomplete, Box, TextField, type TextFieldProps } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseSiret } from '../../../shared/domain/cells/parse-siret';
import { isNoAddress } from '../../../shared/domain/offer-faults';
import { useCall } from '../../api/use-call';
import { CompanyProposal } from './CompanyProposal';
import { Field, FieldRow, type FieldsProps } from './Field';

interface PeopleFieldsProps extends FieldsProps {
  /** Told while somebody is writing a name, which is no name of anybody yet. */
  readonly onNaming: (isNaming: boolean) => void;
}

/** Who offers: the company, found by typing or named anew, and the person there. */
export function PeopleFields({ form, onChange, proposals, onNaming }: PeopleFieldsProps) {
  const { t } = useTranslation();
  const [siret, setSiret] = useState(form.companySiret ?? '');
  const isSiretWrong = form.companySiret === null && siret.trim() !== '' && parseSiret(siret) === undefined;
  // A number that was proposed and accepted takes the place of what was being typed.
  const shownSiret = form.companySiret !== null && parseSiret(siret) !== form.companySiret ? form.companySiret : siret;
  const props = { form, onChange, proposals };
  // Half an address is no mistake of whoever is writing it.
  const [isEmailLeft, setIsEmailLeft] = useState(true);
  const isEmailWrong = isEmailLeft && isNoAddress(form.contactEmail);
  const text = (field: 'contactName' | 'contactEmail' | 'contactPhone', limit: number, more: TextFieldProps = {}) => (
    <Field {...props} field={field} label={t(`editor.${field}`)}>
      <TextField
        label={t(`editor.${field}`)}
        value={form[field] ?? ''}
        onChange={(event) => onChange({ [field]: event.target.value.slice(0, limit) || null })}
        {...more}
      />
    </Field>
  );
  return (
    <Box
      onFocus={() => onNaming(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onNaming(false);
      }}
      sx={{ display: 'grid', gap: 1.25 }}
    >
      <Box sx={{ display: 'grid', gap: 0.5, minWidth: 0 }}>
        <CompanyField form={form} onChange={onChange} />
        <CompanyProposal {...props} />
      </Box>
      <FieldRow>
        <Field {...props} field="companySiret" label={t('editor.siret')}>
          <TextField
            label={t('editor.siret')}
            value={shownSiret}
            error={isSiretWrong}
            helperText={isSiretWrong ? t('editor.siretWrong') : null}
            onChange={(event) => {
              setSiret(event.target.value);
              onChange({ companySiret: parseSiret(event.target.value) ?? null });
            }}
          />
        </Field>
        {text('contactName', 200)}
      </FieldRow>
      <FieldRow>
        {text('contactEmail', 320, {
          error: isEmailWrong,
          helperText: isEmailWrong ? t('editor.emailWrong') : null,
          onFocus: () => setIsEmailLeft(false),
          onBlur: () => setIsEmailLeft(true),
        })}
        {text('contactPhone', 50)}
      </FieldRow>
    </Box>
  );
}

function CompanyField({ form, onChange }: Omit<PeopleFieldsProps, 'onNaming' | 'proposals'>) {
  const { t } = useTranslation();
  const name = form.companyName ?? '';
  const found = useCall(
    'companies',
    'list',
    { filter: { text: name.slice(0, 200) }, sort: { by: 'offerCount', direction: 'desc' }, page: 0, pageSize: 8 },
    { enabled: name.trim().length >= 2, keepPrevious: true },
  );
  const options = [...new Set((found.data?.rows ?? []).map((company) => company.name))];
  return (
    <Autocomplete
      freeSolo
      options={options}
      // The application has looked already.
      filterOptions={(known) => known}
      inputValue={name}
      onInputChange={(_event, value, reason) => {
        if (reason !== 'reset' || value !== '') onChange({ companyName: value.slice(0, 300) || null });
      }}
      renderInput={(params) => <TextField {...params} label={t('editor.company')} />}
    />
  );
}
