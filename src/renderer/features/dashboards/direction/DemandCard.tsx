import { Paper } from '@mui/material';
import type { DemandedComponent } from '../../../../shared/contract/dashboard-director';
import type { OfferFilter } from '../../../../shared/contract/offers';
import { RankedBars } from '../../../charts/RankedBars';
import { offersAddress } from '../dashboard-address';
import { changeText, differenceText, type Wording } from '../figure-texts';
import { demandCells, demandHeadings } from './direction-texts';

interface DemandCardProps {
  readonly wording: Wording;
  readonly base: OfferFilter;
  readonly components: readonly DemandedComponent[];
}

/** Components from the one that comes first in most offers down, against the year before. */
export function DemandCard({ wording, base, components }: DemandCardProps) {
  const { t, format } = wording;
  const asked = components.filter(({ now, before }) => now + before > 0);
  return (
    <Paper variant="outlined" sx={{ p: 2.5, minWidth: 0 }}>
      <RankedBars
        title={t('dashboards.direction.componentsTitle')}
        sentence={demandSentence(wording, components)}
        emptyText={t('dashboards.direction.noComponent')}
        headings={demandHeadings(wording)}
        bars={asked.map((row) => ({
          ...{ id: String(row.componentId), label: row.name, now: row.now, before: row.before },
          about: t('dashboards.direction.suits', { count: row.suited.now }),
          to: offersAddress({ ...base, firstComponentId: row.componentId }),
          figure: format.number(row.now),
          note: changeText(wording, row),
          cells: demandCells(wording, row),
        }))}
      />
    </Paper>
  );
}

/** The component that is asked for most, and those that gained and lost most. */
export function demandSentence({ t, format }: Wording, components: readonly DemandedComponent[]): string {
  const [top] = components;
  const byRise = [...components].sort((one, other) => other.now - other.before - (one.now - one.before));
  const [riser, faller] = [byRise[0], byRise.at(-1)];
  const moved = (key: 'rise' | 'fall', row: DemandedComponent) =>
    t(`dashboards.direction.${key}`, { name: row.name, difference: differenceText(format, row.now - row.before) });
  return [
    top && top.now > 0 ? t('dashboards.direction.mostAsked', { name: top.name, count: top.now }) : '',
    riser && riser.now > riser.before ? moved('rise', riser) : '',
    faller && faller.now < faller.before ? moved('fall', faller) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
