import { Box, Link as TextLink, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AppClient } from '../../../shared/contract/contract';
import type { CallOptions } from '../../../shared/contract/define';
import type { CompanyId } from '../../../shared/domain/ids';
import { useLive } from '../../api/use-live';
import { formatSiret } from '../../components/format-siret';

interface SimilarCompaniesProps {
  readonly name: string;
  /** 14 digits, or null where none is known yet. */
  readonly siret: string | null;
  readonly exceptId: CompanyId | null;
}

type Question = Parameters<AppClient['companies']['similar']>[0];

const ask = (client: AppClient, question: Question, options: CallOptions) =>
  client.companies.similar(question, options);

/** Companies that the one being written may be, so that nobody registers it twice. */
export function SimilarCompanies({ name, siret, exceptId }: SimilarCompaniesProps) {
  const { t } = useTranslation();
  const isAsked = name.trim().length >= 3 || siret !== null;
  const { answer } = useLive(ask, isAsked ? { name: name.slice(0, 300), siret, exceptId } : null);
  const found = isAsked ? (answer ?? []) : [];
  const hint = t(isAsked && answer ? 'companies.form.existingNone' : 'companies.form.existingHint');
  return (
    <Box role="status">
      {found.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {hint}
        </Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
          {found.map((company) => (
            <li key={company.id}>
              <TextLink component={Link} to={`/companies?open=${company.id}`} variant="body2" sx={{ fontWeight: 600 }}>
                {company.name}
              </TextLink>
              <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
                {[
                  company.city,
                  company.siret && formatSiret(company.siret),
                  t('companies.reachedOffers', { count: company.offerCount }),
                ]
                  .filter((part) => part)
                  .join(' · ')}
              </Typography>
            </li>
          ))}
        </Box>
      )}
    </Box>
  );
}
