import { Paper, Typography } from '@mui/material';
import type { SkillsTab } from '../../../../shared/contract/dashboard-skills';
import type { OfferFilter } from '../../../../shared/contract/offers';
import { RankedBars } from '../../../charts/RankedBars';
import { offersAddress } from '../dashboard-address';
import { changeText, figureCells, figureHeadings, type Wording } from '../figure-texts';
import { formationCells, formationHeadings, taughtText } from './skill-texts';

interface SkillListProps {
  readonly wording: Wording;
  readonly base: OfferFilter;
  readonly figures: SkillsTab;
  readonly kind: 'untaught' | 'matched';
}

/** As many as stand in the chart; the table goes on. */
export const chartRows = 15;

/** Skills that offers ask for, taught or not; each opens the offers that name it. */
export function SkillList({ wording, base, figures, kind }: SkillListProps) {
  const { t, format } = wording;
  const { rows, distinct } = figures[kind];
  return (
    <Paper variant="outlined" id={kind} tabIndex={-1} sx={{ p: 2.5, minWidth: 0 }}>
      <RankedBars
        title={t(`dashboards.skillBoard.${kind}Title`)}
        sentence={
          figures.asked.now === 0
            ? t('dashboards.topNone')
            : t(`dashboards.skillBoard.${kind}Sentence`, { count: distinct })
        }
        emptyText={t(`dashboards.skillBoard.${kind}Sentence`, { count: 0 })}
        headings={[{ label: t('dashboards.filters.skill') }, ...figureHeadings(wording), ...formationHeadings(wording)]}
        places={chartRows}
        bars={rows.map((row) => ({
          ...{ id: row.label, label: row.label, now: row.now, before: row.before },
          about: taughtText(wording, row),
          to: offersAddress({ ...base, skill: row.label }),
          figure: format.number(row.now),
          note: changeText(wording, row),
          cells: [...figureCells(wording, row), ...formationCells(wording, row)],
        }))}
        footer={<ListExtent wording={wording} shown={rows.length} distinct={distinct} />}
      />
    </Paper>
  );
}

interface ListExtentProps {
  readonly wording: Wording;
  readonly shown: number;
  readonly distinct: number;
}

/** How far chart and table go where the list goes on. */
export function ListExtent({ wording, shown, distinct }: ListExtentProps) {
  const { t, format } = wording;
  if (distinct <= chartRows) return null;
  return (
    <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1.5 }}>
      {t(shown < distinct ? 'dashboards.skillBoard.extent' : 'dashboards.skillBoard.extentAll', {
        places: format.number(chartRows),
        shown: format.number(shown),
        count: distinct,
      })}
    </Typography>
  );
}
