import { Alert, AlertTitle, Box, Button } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { companyFormSchema, tidyCompanyForm, type CompanyForm } from '../../../shared/domain/company-form';
import { mergedFieldSchema } from '../../../shared/contract/companies';
import { ErrorAlert } from '../../components/ErrorState';
import type { SavingState, StoredForm } from './use-company-saving';

interface SavingTroubleProps {
  readonly state: SavingState;
  readonly mine: CompanyForm;
  readonly onKeepMine: (other: StoredForm) => void;
  readonly onTakeOther: (other: StoredForm) => void;
}

/** What keeps a company from being stored, and the ways out; what was written stays where it is. */
export function SavingTrouble({ state, mine, onKeepMine, onTakeOther }: SavingTroubleProps) {
  const { t } = useTranslation();
  if (state.kind === 'failed') return <ErrorAlert error={state.error} />;
  if (state.kind === 'gone') {
    return (
      <Alert severity="warning" variant="outlined" role="alert">
        {t('companies.form.goneText')}
      </Alert>
    );
  }
  if (state.kind !== 'conflict') return null;
  const { other } = state;
  return (
    <Alert
      severity="warning"
      variant="outlined"
      role="alert"
      action={
        <>
          <Button color="inherit" size="small" onClick={() => onKeepMine(other)}>
            {t('companies.form.keepMine')}
          </Button>
          <Button color="inherit" size="small" onClick={() => onTakeOther(other)}>
            {t('companies.form.takeOther')}
          </Button>
        </>
      }
    >
      <AlertTitle>{t('companies.form.conflictTitle')}</AlertTitle>
      {t('companies.form.conflictText')}
      <Differences mine={mine} other={other.form} />
    </Alert>
  );
}

function Differences({ mine, other }: { readonly mine: CompanyForm; readonly other: CompanyForm }) {
  const { t } = useTranslation();
  const [one, two] = [mine, other].map((form) => tidyCompanyForm(companyFormSchema.parse(form)));
  if (!one || !two) return null;
  const fields = mergedFieldSchema.options.filter((field) => one[field] !== two[field]);
  const people = (form: CompanyForm): string =>
    form.contacts.map((contact) => contact.name ?? contact.email ?? contact.phone).join(', ');
  const hasOthers = JSON.stringify(one.contacts) !== JSON.stringify(two.contacts);
  return (
    <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
      {fields.map((field) => (
        <li key={field}>
          {t('common.labelled', {
            label: t(`companies.duplicates.fields.${field}`),
            value: two[field] ?? t('companies.duplicates.empty'),
          })}
        </li>
      ))}
      {hasOthers ? (
        <li>
          {t('common.labelled', {
            label: t('companies.contacts'),
            value: people(two) || t('companies.duplicates.empty'),
          })}
        </li>
      ) : null}
    </Box>
  );
}
