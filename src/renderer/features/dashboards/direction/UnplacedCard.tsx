import { Button, Paper } from '@mui/material';
import { Link } from 'react-router';
import type { GapFormation } from '../../../../shared/contract/dashboard-director';
import type { OfferFilter } from '../../../../shared/contract/offers';
import { RankedBars } from '../../../charts/RankedBars';
import { offersAddress } from '../dashboard-address';
import { changeText, formationName, type Wording } from '../figure-texts';
import { gapCells, gapHeadings } from './direction-texts';

interface UnplacedCardProps {
  readonly wording: Wording;
  readonly base: OfferFilter;
  /** Those whose places nobody said. */
  readonly formations: readonly GapFormation[];
}

/** As many as a person compares; the map has the others once their places are known. */
const shown = 20;

/** Formations that the map cannot place: their offers as a plain number, and why. */
export function UnplacedCard({ wording, base, formations }: UnplacedCardProps) {
  const { t, format } = wording;
  return (
    <Paper variant="outlined" sx={{ p: 2.5, minWidth: 0 }}>
      <RankedBars
        title={t('dashboards.direction.unplacedTitle')}
        sentence={t('dashboards.direction.unplacedSentence', { count: formations.length })}
        emptyText={t('dashboards.direction.noUnplaced')}
        headings={gapHeadings(wording)}
        bars={formations.slice(0, shown).map((row) => ({
          ...{ id: String(row.formationId), label: formationName(row), now: row.first.now, before: row.first.before },
          ...(row.component === null ? {} : { about: row.component }),
          to: offersAddress({ ...base, firstFormationId: row.formationId }),
          figure: format.number(row.first.now),
          note: changeText(wording, row.first),
          cells: gapCells(wording, row),
        }))}
        footer={
          <Button component={Link} to="/formations" sx={{ mt: 1.5, displayPrint: 'none' }}>
            {t('dashboards.direction.givePlaces')}
          </Button>
        }
      />
    </Paper>
  );
}
