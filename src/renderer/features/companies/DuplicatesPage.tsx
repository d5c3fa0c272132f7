import { Box, Button, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { companyIdSchema, type CompanyId } from '../../../shared/domain/ids';
import { useCall } from '../../api/use-call';
import { EmptyState } from '../../components/EmptyState';
import { PagedRows } from '../../components/PagedRows';
import { PageHeader } from '../../components/PageHeader';
import DoneIcon from '@mui/icons-material/CheckCircleOutlined';
import { DuplicatePairCard } from './DuplicatePairCard';
import { MergeCompare } from './MergeCompare';
import { MergesDone } from './MergesDone';

const pageSize = 20;

/** Companies that may be one, each pair side by side; and the merges that were made, with the way back. */
export function DuplicatesPage() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const page = Math.max(0, Number(params.get('page') ?? '1') - 1) || 0;
  const pairs = useCall('companies', 'duplicates', { page, pageSize }, { keepPrevious: true });
  const chosen = chosenPair(params);
  const total = pairs.data?.total;
  const compare = (pair: readonly [CompanyId, CompanyId] | null): void => {
    setParams(pair ? { one: String(pair[0]), other: String(pair[1]) } : page > 0 ? { page: String(page + 1) } : {});
  };
  return (
    <Box sx={{ position: 'relative', height: '100%', overflow: 'auto', px: 3, pt: 2, pb: 3 }}>
      <Box sx={{ maxWidth: 1080, display: 'grid', gap: 2 }}>
        <PageHeader
          title={t('companies.duplicates.title')}
          count={total === undefined ? undefined : t('companies.duplicates.count', { count: total })}
          actions={
            <Button component={Link} to="/companies">
              {t('companies.duplicates.back')}
            </Button>
          }
        />
        {chosen ? <MergeCompare key={chosen.join()} pair={chosen} onDone={() => compare(null)} /> : null}
        <PagedRows
          answer={pairs}
          page={page}
          pageSize={pageSize}
          onPage={(next) => setParams({ page: String(next + 1) })}
          heightPx={240}
          empty={
            <EmptyState
              icon={<DoneIcon />}
              title={t('companies.duplicates.none')}
              text={t('companies.duplicates.noneText')}
            />
          }
        >
          {(rows) => (
            <Box
              component="ul"
              aria-label={t('companies.duplicates.list')}
              sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
            >
              {rows.map((pair) => (
                <DuplicatePairCard
                  key={`${pair.one.id} ${pair.other.id}`}
                  pair={pair}
                  isCompared={chosen?.includes(pair.one.id) === true && chosen.includes(pair.other.id)}
                  onCompare={() => compare([pair.one.id, pair.other.id])}
                />
              ))}
            </Box>
          )}
        </PagedRows>
        <Box component="section" aria-label={t('companies.duplicates.done')}>
          <Typography variant="h2">{t('companies.duplicates.done')}</Typography>
          <MergesDone />
        </Box>
      </Box>
    </Box>
  );
}

/** The two companies that the address names, when it names two. */
function chosenPair(params: URLSearchParams): readonly [CompanyId, CompanyId] | null {
  const [one, other] = ['one', 'other'].map((name) => companyIdSchema.safeParse(Number(params.get(name))));
  return one?.success && other?.success && one.data !== other.data ? [one.data, other.data] : null;
}
