import OccupationIcon from '@mui/icons-material/BadgeOutlined';
import { Box, Skeleton, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { isRomeCode } from '../../../shared/domain/cells/parse-list';
import { useCall } from '../../api/use-call';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { SearchTabs } from '../../components/SearchTabs';
import { OccupationChoice } from './OccupationChoice';
import { OccupationDetails } from './OccupationDetails';

/** Never sent. */
const noCode = 'A1101';

/** One occupation of ROME: its qualities and knowledge, its neighbours, and the offers and formations concerned. */
export function OccupationsPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const inAddress = params.get('code')?.toUpperCase() ?? '';
  const code = isRomeCode(inAddress) ? inAddress : null;
  const sheet = useCall('occupations', 'sheet', { code: code ?? noCode }, { enabled: code !== null });
  const data = code === null ? undefined : sheet.data;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, px: 3, pt: 2, pb: 3 }}>
      <PageHeader title={t('occupations.title')} />
      <SearchTabs />
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: '80ch' }}>
        {t('occupations.lead')}
      </Typography>
      <OccupationChoice
        chosen={data ?? null}
        onChoose={(chosen) => setParams(chosen === null ? {} : { code: chosen })}
      />
      {code === null ? (
        <EmptyState icon={<OccupationIcon />} title={t('occupations.emptyTitle')} text={t('occupations.emptyText')} />
      ) : sheet.error?.code === 'not-found' ? (
        <EmptyState
          icon={<OccupationIcon />}
          title={t('occupations.unknownTitle', { code })}
          text={t('occupations.unknownText')}
        />
      ) : sheet.error && !data ? (
        <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />
      ) : data ? (
        <OccupationDetails sheet={data} />
      ) : (
        <Skeleton variant="rounded" height={420} />
      )}
    </Box>
  );
}
