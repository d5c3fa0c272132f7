import { Autocomplete, Box, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseSiret } from '../../../shared/domain/cells/parse-siret';
import type { OfferForm } from '../../../shared/domain/offer-form';
import { useCall } from '../../api/use-call';
import { FieldRow } from './Field';

interface PeopleFieldsProps {
  readonly form: OfferForm;
  readonly onChange: (change: Partial<OfferForm>) => void;
  /** Told while somebody is writing a name, which is no name of anybody yet. */
  readonly onNaming: (isNaming: boolean) => void;
}

/** Who offers: the company, found by typing or named anew, and the person there. */
export function PeopleFields({ form, onChange, onNaming }: PeopleFieldsProps) {
  const { t } = useTranslation();
  const [siret, setSiret] = useState(form.companySiret ?? '');
  const isSiretWrong = siret.trim() !== '' && parseSiret(siret) === undefined;
  const text = (field: 'contactName' | 'contactEmail' | 'contactPhone', limit: number) => (
    <TextField
      label={t(`editor.${field}`)}
      value={form[field] ?? ''}
      onChange={(event) => onChange({ [field]: event.target.value.slice(0, limit) || null })}
    />
  );
  return (
    <Box
      onFocus={() => onNaming(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onNaming(false);
      }}
      sx={{ display: 'grid', gap: 1.25 }}
    >
      <CompanyField form={form} onChange={onChange} />
      <FieldRow>
        <TextField
          label={t('editor.siret')}
          value={siret}
          error={isSiretWrong}
          helperText={isSiretWrong ? t('editor.siretWrong') : null}
          onChange={(event) => {
            setSiret(event.target.value);
            onChange({ companySiret: parseSiret(event.target.value) ?? null });
          }}
        />
        {text('contactName', 200)}
      </FieldRow>
      <FieldRow>
        {text('contactEmail', 320)}
        {text('contactPhone', 50)}
      </FieldRow>
    </Box>
  );
}

function CompanyField({ form, onChange }: Omit<PeopleFieldsProps, 'onNaming'>) {
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
