import { Box, Link as MuiLink, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { OfferingCompany } from '../../../shared/contract/search';
import type { AppError } from '../../../shared/domain/app-error';
import { useKiosk } from '../../api/use-kiosk';
import { Approach } from '../../components/Approach';
import { ErrorState } from '../../components/ErrorState';
import { OfficeLink } from '../../components/OfficeLink';
import { useFormat } from '../../i18n/use-format';
import { useSearchLink } from '../search/use-search-text';

interface OfferingCompaniesProps {
  /** Null while nothing is looked for. */
  readonly answer: {
    readonly data: readonly OfferingCompany[] | undefined;
    readonly error: AppError | null;
    readonly refetch: () => unknown;
  } | null;
  /** What was looked for. */
  readonly text: string;
}

/**
 * Who offered what a student describes: how often, when last, their closest offer, and how they are applied to as far as
 * the office lets students know.
 */
export function OfferingCompanies({ answer, text }: OfferingCompaniesProps) {
  const { t } = useTranslation();
  return (
    <>
      <Typography variant="h2">{t('students.companies')}</Typography>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mb: 1 }}>
        {t('students.companiesHint')}
      </Typography>
      {answer?.error && !answer.data ? (
        <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer && !answer.data ? (
        <Skeleton variant="rounded" height={240} />
      ) : answer?.data?.length === 0 ? (
        <Typography variant="body2">{t('students.noCompanies')}</Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
          {(answer?.data ?? []).map((company) => (
            <Company key={company.companyId} company={company} text={text} />
          ))}
        </Box>
      )}
    </>
  );
}

interface CompanyProps {
  readonly company: OfferingCompany;
  /** What was looked for. */
  readonly text: string;
}

function Company({ company, text }: CompanyProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isKiosk = useKiosk() ?? true;
  const inSearch = useSearchLink(text);
  const { companyId, name, city, offerCount, openCount, lastPostedOn, lastContactOn, closest, approach } = company;
  const facts = [
    t('students.companyOffers', { count: offerCount }),
    ...(openCount > 0 ? [t('students.openNow', { count: openCount })] : []),
    ...(lastPostedOn === null ? [] : [t('students.lastOn', { date: format.date(lastPostedOn) })]),
    ...(lastContactOn === null ? [] : [t('students.lastContactOn', { date: format.date(lastContactOn) })]),
  ];
  return (
    <Box component="li" sx={{ py: 1, borderTop: 1, borderColor: 'divider' }}>
      <OfficeLink to={`/companies?open=${companyId}`} sx={{ fontWeight: 600 }}>
        {name}
      </OfficeLink>
      {city === null ? null : (
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
          {` ${city}`}
        </Typography>
      )}
      <Typography variant="body2">{facts.join(', ')}</Typography>
      <MuiLink
        component={Link}
        {...(isKiosk ? inSearch({ open: String(closest.offerId) }) : { to: `/offers?open=${closest.offerId}` })}
        variant="body2"
        color="text.secondary"
        sx={{ fontWeight: 400 }}
      >
        {closest.title}
      </MuiLink>
      {approach === null ? null : <Approach label={t('students.apply')} approach={approach} />}
    </Box>
  );
}
