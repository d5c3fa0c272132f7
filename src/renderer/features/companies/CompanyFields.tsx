import { Box, Button, MenuItem, Paper, TextField, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { companySizes } from '../../../shared/domain/company';
import { readNaf } from '../../../shared/domain/company-form';
import type { SiretReading } from '../../../shared/domain/company-siret';
import { formatSiret } from '../../components/format-siret';
import type { CompanyDraftForm, FormFaults } from './company-draft';

interface CompanyFieldsProps {
  readonly draft: CompanyDraftForm;
  readonly siret: SiretReading;
  readonly faults: FormFaults;
  /** Whether somebody has tried to save: before that a field that is still empty is no fault. */
  readonly showsFaults: boolean;
  readonly onChange: (change: Partial<CompanyDraftForm>) => void;
}

type TextField = 'naf' | 'address' | 'postcode' | 'city' | 'country' | 'website';
const limits: Record<TextField, number> = {
  naf: 10,
  address: 500,
  postcode: 20,
  city: 200,
  country: 100,
  website: 500,
};

/** What a company is and where. */
export function CompanyFields({ draft, siret, faults, showsFaults, onChange }: CompanyFieldsProps) {
  const { t } = useTranslation();
  const text = (field: TextField, more: { readonly helperText?: string; readonly error?: boolean } = {}) => (
    <TextField
      label={t(`companies.form.${field}`)}
      value={draft[field] ?? ''}
      onChange={(event) => onChange({ [field]: event.target.value.slice(0, limits[field]) || null })}
      {...more}
    />
  );
  const isOdd = draft.naf !== null && readNaf(draft.naf) === null;
  return (
    <>
      <FieldGroup title={t('companies.form.identity')}>
        <TextField
          label={t('companies.form.name')}
          required
          autoFocus
          value={draft.name}
          error={showsFaults && faults.name}
          helperText={showsFaults && faults.name ? t('companies.form.nameMissing') : null}
          onChange={(event) => onChange({ name: event.target.value.slice(0, 300) })}
          sx={{ gridColumn: '1 / -1' }}
        />
        <SiretField text={draft.siretText} reading={siret} onChange={(siretText) => onChange({ siretText })} />
        {text('naf', { helperText: t(isOdd ? 'companies.form.nafOdd' : 'companies.form.nafHint') })}
        <TextField
          select
          label={t('companies.form.size')}
          value={draft.size ?? ''}
          onChange={(event) => onChange({ size: companySizes.find((size) => size === event.target.value) ?? null })}
          slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        >
          <MenuItem value="">{t('companies.form.noSize')}</MenuItem>
          {companySizes.map((size) => (
            <MenuItem key={size} value={size}>
              {t(`companySizes.${size}`)}
            </MenuItem>
          ))}
        </TextField>
        {text('website', faults.website ? { error: true, helperText: t('companies.form.websiteWrong') } : {})}
      </FieldGroup>
      <FieldGroup title={t('companies.form.place')}>
        <Box sx={{ gridColumn: '1 / -1', display: 'grid' }}>{text('address')}</Box>
        {text('postcode')}
        {text('city')}
        {text('country')}
      </FieldGroup>
    </>
  );
}

interface SiretFieldProps {
  readonly text: string;
  readonly reading: SiretReading;
  readonly onChange: (text: string) => void;
}

/** A SIRET, checked while it is typed. What a spreadsheet damaged is offered mended, and taken when somebody says so. */
function SiretField({ text, reading, onChange }: SiretFieldProps) {
  const { t } = useTranslation();
  const words = {
    empty: () => t('companies.form.siretHint'),
    right: () => t('companies.form.siretRight'),
    recovered: () => t('companies.form.siretRecovered', { siret: siretOf(reading) }),
    wrong: () => faultWords(reading),
  };
  const faultWords = (wrong: SiretReading): string =>
    wrong.kind === 'wrong' ? t(`companies.form.siretFaults.${wrong.fault}`, { digits: wrong.digits }) : '';
  return (
    <Box>
      <TextField
        label={t('companies.form.siret')}
        value={text}
        error={reading.kind === 'wrong'}
        helperText={words[reading.kind]()}
        onChange={(event) => onChange(event.target.value.slice(0, 40))}
        fullWidth
        slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
      />
      {reading.kind === 'recovered' ? (
        <Button size="small" onClick={() => onChange(siretOf(reading))}>
          {t('companies.form.siretUse', { siret: siretOf(reading) })}
        </Button>
      ) : null}
    </Box>
  );
}

function siretOf(reading: SiretReading): string {
  return reading.kind === 'right' || reading.kind === 'recovered' ? formatSiret(reading.siret) : '';
}

interface FieldGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Fields that belong together, under their name. */
function FieldGroup({ title, children }: FieldGroupProps) {
  return (
    <Paper variant="outlined" component="section" aria-label={title} sx={{ p: 2 }}>
      <Typography variant="h2" sx={{ fontSize: '1rem', mb: 1.5 }}>
        {title}
      </Typography>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))',
          columnGap: 2,
          rowGap: 1.5,
          alignItems: 'start',
        }}
      >
        {children}
      </Box>
    </Paper>
  );
}
