import { Box, Skeleton } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { emptyCompanyForm } from '../../../shared/domain/company-form';
import { companyIdSchema, type CompanyId } from '../../../shared/domain/ids';
import { useClient } from '../../api/client-context';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { CompanyEditor } from './CompanyEditor';
import { formOf } from './company-draft';
import type { StoredForm } from './use-company-saving';

/** A company to be written: a new one, or one that exists. */
export function CompanyEditPage() {
  const { companyId } = useParams();
  const { key } = useLocation();
  if (companyId === undefined) {
    // Another visit begins another company.
    return <CompanyEditor key={key} start={{ companyId: null, revision: null, form: emptyCompanyForm }} />;
  }
  const id = companyIdSchema.safeParse(Number(companyId));
  // An address that is no id names no company, which the application then says.
  return <StoredCompany key={companyId} companyId={id.success ? id.data : (Number.MAX_SAFE_INTEGER as CompanyId)} />;
}

interface StoredCompanyProps {
  readonly companyId: CompanyId;
}

/** Reads the company once: while somebody writes, no answer of the application replaces the form. */
function StoredCompany({ companyId }: StoredCompanyProps) {
  const { t } = useTranslation();
  const client = useClient();
  const [round, setRound] = useState(0);
  const [start, setStart] = useState<StoredForm | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    const abort = new AbortController();
    client.companies.get({ companyId }, { signal: abort.signal }).then(
      (company) => setStart({ companyId: company.id, revision: company.revision, form: formOf(company) }),
      (failure: unknown) => {
        if (!abort.signal.aborted) setError(failure);
      },
    );
    return () => abort.abort();
  }, [client, companyId, round]);
  if (start) return <CompanyEditor start={start} />;
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', gap: 1.5, px: 3, pt: 2, pb: 2 }}>
      <PageHeader title={t('companies.form.editTitle')} />
      {error === null ? (
        <Skeleton variant="rounded" sx={{ flex: 1, transform: 'none' }} />
      ) : (
        <ErrorState
          error={error}
          onRetry={() => {
            setError(null);
            setRound(round + 1);
          }}
        />
      )}
    </Box>
  );
}
