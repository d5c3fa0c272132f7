import { Paper } from '@mui/material';
import type { DemandedComponent, DirectorTab } from '../../../../shared/contract/dashboard-director';
import type { OfferFilter } from '../../../../shared/contract/offers';
import { RankedBars } from '../../../charts/RankedBars';
import { offersAddress } from '../dashboard-address';
import { GiveComponents } from '../GiveComponents';
import { changeText, differenceText, type Wording } from '../figure-texts';
import { demandCells, demandHeadings } from './direction-texts';

interface DemandCardProps {
  readonly wording: Wording;
  readonly base: OfferFilter;
  readonly components: readonly DemandedComponent[];
  readonly withoutComponent: DirectorTab['withoutComponent'];
}

/** Components from the one that comes first in most offers down, against the year before. */
export function DemandCard({ wording, base, components, withoutComponent }: DemandCardProps) {
  const { t, format } = wording;
  const isLacking = withoutComponent.now + withoutComponent.before > 0;
  const asked = components.filter(({ now, before }) => now + before > 0);
  return (
    <Paper variant="outlined" sx={{ p: 2.5, minWidth: 0 }}>
      <RankedBars
        title={t('dashboards.direction.componentsTitle')}
        sentence={demandSentence(wording, components, withoutComponent.now)}
        emptyText={t(isLacking ? 'dashboards.noComponent' : 'dashboards.direction.noneFirst')}
        headings={demandHeadings(wording)}
        bars={asked.map((row) => ({
          ...{ id: String(row.componentId), label: row.name, now: row.now, before: row.before },
          about: t('dashboards.direction.suits', { count: row.suited.now }),
          to: offersAddress({ ...base, firstComponentId: row.componentId }),
          figure: format.number(row.now),
          note: changeText(wording, row),
          cells: demandCells(wording, row),
        }))}
        footer={isLacking ? <GiveComponents t={t} /> : null}
      />
    </Paper>
  );
}

/** The component that is asked for most, those that gained and lost most, and how many offers count for none. */
function demandSentence(
  { t, format }: Wording,
  components: readonly DemandedComponent[],
  withoutComponent: number,
): string {
  const [top] = components;
  const byRise = [...components].sort((one, other) => other.now - other.before - (one.now - one.before));
  const [riser, faller] = [byRise[0], byRise.at(-1)];
  const moved = (key: 'rise' | 'fall', row: DemandedComponent) =>
    t(`dashboards.direction.${key}`, { name: row.name, difference: differenceText(format, row.now - row.before) });
  return [
    top && top.now > 0 ? t('dashboards.direction.mostAsked', { name: top.name, count: top.now }) : '',
    riser && riser.now > riser.before ? moved('rise', riser) : '',
    faller && faller.now < faller.before ? moved('fall', faller) : '',
    withoutComponent > 0 ? t('dashboards.direction.withoutComponent', { count: withoutComponent }) : '',
  ]
    .filter(Boolean)
    .join(' ');
}
