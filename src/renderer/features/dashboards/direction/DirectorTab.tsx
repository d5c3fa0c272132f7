import { Alert, Box, Skeleton } from '@mui/material';
import { lazy, Suspense } from 'react';
import type { DirectorTab as DirectorFigures } from '../../../../shared/contract/dashboard-director';
import { offersOfAllLevels } from '../../../../shared/contract/dashboard-rows';
import type { DashboardFilter } from '../../../../shared/domain/dashboard/dashboard-filter';
import type { Wording } from '../figure-texts';
import { DemandCard } from './DemandCard';
import { TopicsCard } from './TopicsCard';
import { UnplacedCard } from './UnplacedCard';

/** Its library is read when somebody looks at the map. */
const GapMapCard = lazy(async () => ({ default: (await import('./GapMapCard')).GapMapCard }));

interface DirectorTabProps {
  readonly wording: Wording;
  readonly filter: DashboardFilter;
  readonly figures: DirectorFigures;
}

/** Who is asked for, where offers and places do not meet, and what no formation suits. */
export function DirectorTab({ wording, filter, figures }: DirectorTabProps) {
  const { t, scope } = wording;
  const base = offersOfAllLevels(filter, scope, 'now');
  const shared = { wording, base };
  const placed = figures.formations.filter(({ places }) => places !== null);
  const unplaced = figures.formations.filter(({ places, first }) => places === null && first.now + first.before > 0);
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Alert severity="info" variant="outlined">
        {t('dashboards.direction.caution')}
      </Alert>
      <DemandCard {...shared} components={figures.components} withoutComponent={figures.withoutComponent} />
      {figures.middle ? (
        <Suspense fallback={<Skeleton variant="rounded" height={620} aria-hidden />}>
          <GapMapCard {...shared} formations={placed} middle={figures.middle} />
        </Suspense>
      ) : null}
      {unplaced.length > 0 || !figures.middle ? <UnplacedCard {...shared} formations={unplaced} /> : null}
      <TopicsCard wording={wording} filter={filter} unmatched={figures.unmatched} />
    </Box>
  );
}
