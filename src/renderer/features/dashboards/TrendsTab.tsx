import { Box } from '@mui/material';
import type { FormationFigures, WordFigures } from '../../../shared/contract/dashboard-figures';
import type { TrendsTab as TrendFigures } from '../../../shared/contract/dashboards';
import { offersOfScope } from '../../../shared/contract/dashboard-rows';
import type { OfferFilter } from '../../../shared/contract/offers';
import type { DashboardFilter } from '../../../shared/domain/dashboard/dashboard-filter';
import { formationName, offersOfFormation, type Wording } from './figure-texts';
import { TrendSection } from './TrendSection';

interface TrendsTabProps {
  readonly wording: Wording;
  readonly filter: DashboardFilter;
  readonly figures: TrendFigures;
}

/** The skills, hard and soft apart, the domains and the formations most asked for, and how that changed within a year. */
export function TrendsTab({ wording, filter, figures }: TrendsTabProps) {
  const base = offersOfScope(filter, wording.scope, 'now');
  const shared = { wording, base, total: figures.total.now };
  const word = (label: (row: WordFigures) => OfferFilter) => (row: WordFigures) => ({
    ...{ id: row.label, label: row.label, row },
    offers: label(row),
  });
  const formation = (row: FormationFigures) => ({
    ...{ id: String(row.formationId), row },
    label: formationName(row),
    offers: offersOfFormation(wording.scope, row.formationId),
  });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {(['skills', 'manners'] as const).map((kind) => (
        <TrendSection
          key={kind}
          {...shared}
          kind={kind}
          trend={figures[kind]}
          named={word(({ label }) => ({ skill: label }))}
        />
      ))}
      <TrendSection
        {...shared}
        kind="domains"
        trend={figures.domains}
        named={word(({ label }) => ({ domain: label }))}
      />
      <TrendSection {...shared} kind="formations" trend={figures.formations} named={formation} />
    </Box>
  );
}
