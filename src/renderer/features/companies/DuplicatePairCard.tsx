import { Box, Button, Chip, Link as TextLink, Paper, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DuplicatePairRow, SimilarCompany } from '../../../shared/contract/companies';
import { formatSiret } from '../../components/format-siret';
import { useCompanyActions } from './use-company-actions';

interface DuplicatePairCardProps {
  readonly pair: DuplicatePairRow;
  /** Whether it stands side by side above the list already. */
  readonly isCompared: boolean;
  readonly onCompare: () => void;
}

/** Two companies that may be one, why, and what can be said of it. */
export function DuplicatePairCard({ pair, isCompared, onCompare }: DuplicatePairCardProps) {
  const { t } = useTranslation();
  const { setApart } = useCompanyActions();
  const { one, other, reason } = pair;
  return (
    <Paper
      variant="outlined"
      component="li"
      aria-label={t('companies.duplicates.pair', { one: one.name, other: other.name })}
      sx={{ px: 2, py: 1.25, display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'center' }}
    >
      <Box sx={{ flex: '1 1 420px', display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, minWidth: 0 }}>
        <InShort company={one} />
        <InShort company={other} />
      </Box>
      <Chip size="small" variant="outlined" label={t(`companies.duplicates.reasons.${reason}`)} />
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Button size="small" variant="outlined" disabled={isCompared} onClick={onCompare}>
          {t('companies.duplicates.compare')}
        </Button>
        <Button size="small" onClick={() => void setApart(one, other)}>
          {t('companies.duplicates.apart')}
        </Button>
      </Box>
    </Paper>
  );
}

function InShort({ company: { id, name, siret, city, offerCount } }: { readonly company: SimilarCompany }) {
  const { t } = useTranslation();
  return (
    <Box sx={{ minWidth: 0 }}>
      <TextLink
        component={Link}
        to={`/companies?open=${id}`}
        variant="body2"
        sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
      >
        {name}
      </TextLink>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {[city, siret && formatSiret(siret), t('companies.duplicates.offers', { count: offerCount })]
          .filter((part) => part)
          .join(' · ')}
      </Typography>
    </Box>
  );
}
