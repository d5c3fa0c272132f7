import { Box, Button, Skeleton } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCall } from '../../api/use-call';
import { ErrorState } from '../../components/ErrorState';
import { PageHeader } from '../../components/PageHeader';
import { Counts } from './Counts';
import { NewsCard } from './NewsCard';
import { OutcomesCard } from './OutcomesCard';
import { RecentImports } from './RecentImports';
import { TopCompanies } from './TopCompanies';
import { TopFormations } from './TopFormations';
import { TourCard } from './TourCard';
import { WaitingList } from './WaitingList';
import { Welcome } from './Welcome';
import { YearCard } from './YearCard';

/** Whether the tour was closed on this PC. */
const tourKey = 'home-tour';

/** What there is, what waits, what came last; on a first visit, how to begin. */
export function HomePage() {
  const { t } = useTranslation();
  const { data: overview, error, refetch } = useCall('university', 'overview', {});
  const [hasTour, setHasTour] = useState(() => window.localStorage.getItem(tourKey) !== 'closed');
  const showTour = (isShown: boolean): void => {
    window.localStorage.setItem(tourKey, isShown ? 'open' : 'closed');
    setHasTour(isShown);
  };
  const isEmpty = overview !== undefined && overview.offers + overview.formations + overview.companies === 0;
  return (
    <Box sx={{ maxWidth: 1720, mx: 'auto', px: 3, pt: 2, pb: 4 }}>
      {isEmpty ? null : (
        <PageHeader
          title={t('home.title')}
          actions={
            overview ? (
              <>
                {hasTour ? null : (
                  <Button color="inherit" onClick={() => showTour(true)}>
                    {t('tour.show')}
                  </Button>
                )}
                <Button variant="contained" component={Link} to="/imports/new">
                  {t('home.importOwn')}
                </Button>
              </>
            ) : null
          }
        />
      )}
      {error && !overview ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!overview && !error ? <HomeSkeleton /> : null}
      {isEmpty ? <Welcome /> : null}
      {overview && !isEmpty ? (
        <Box sx={{ display: 'grid', gap: 2, mt: 1.5 }}>
          {hasTour ? <TourCard onClose={() => showTour(false)} /> : null}
          <NewsCard />
          <Counts overview={overview} />
          <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(30, minmax(0, 1fr))' }}>
            <Card medium={18} large={20}>
              {/* As high together as what waits beside them. */}
              <Box sx={{ display: 'grid', gap: 2, gridTemplateRows: '1fr auto' }}>
                <OutcomesCard overview={overview} />
                <YearCard />
              </Box>
            </Card>
            <Card medium={12} large={10}>
              <WaitingList overview={overview} />
            </Card>
            <Card medium={15} large={10}>
              <TopFormations />
            </Card>
            <Card medium={15} large={10}>
              <TopCompanies />
            </Card>
            <Card medium={30} large={10}>
              <RecentImports />
            </Card>
          </Box>
        </Box>
      ) : null}
    </Box>
  );
}

interface CardProps {
  /** How many of thirty columns it takes in a medium and in a large window; in a small one it takes all. */
  readonly medium: number;
  readonly large: number;
  readonly children: ReactNode;
}

function Card({ medium, large, children }: CardProps) {
  return (
    <Box sx={{ display: 'grid', gridColumn: { xs: 'span 30', md: `span ${medium}`, xl: `span ${large}` } }}>
      {children}
    </Box>
  );
}

function HomeSkeleton() {
  return (
    <Box aria-hidden sx={{ display: 'grid', gap: 2, mt: 1.5 }}>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(4, 1fr)' }}>
        {[0, 1, 2, 3].map((index) => (
          <Skeleton key={index} variant="rounded" height={92} />
        ))}
      </Box>
      <Skeleton variant="rounded" height={260} />
      <Skeleton variant="rounded" height={200} />
    </Box>
  );
}
