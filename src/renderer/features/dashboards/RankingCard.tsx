import { Link as TextLink, Paper, Typography } from '@mui/material';
import { Link } from 'react-router';
import type { DashboardRow } from '../../../shared/contract/dashboard-figures';
import type { OfferFilter } from '../../../shared/contract/offers';
import type { DownLink } from '../../components/LevelLink';
import { RankedBars } from '../../charts/RankedBars';
import { offersAddress } from './dashboard-address';
import { GiveComponents } from './GiveComponents';
import { changeText, figureCells, figureHeadings, offersOfRow, type Wording } from './figure-texts';

/** One row of a ranking, as it is shown. */
export interface RankingRow {
  readonly id: string;
  readonly label: string;
  readonly about?: string;
  /** A second line of the table. */
  readonly tableAbout?: string;
  readonly row: DashboardRow;
  /** What the offers of this row have beside the criteria of the dashboard. */
  readonly offers: OfferFilter;
  /** The dashboard at the level of this row. */
  readonly down?: DownLink;
  /** Cells of the table after those of every figure. */
  readonly moreCells?: readonly string[];
}

interface RankingCardProps {
  readonly wording: Wording;
  readonly title: string;
  /** The header of the names. */
  readonly labelHeader: string;
  readonly rows: readonly RankingRow[];
  readonly distinct: number;
  /** How many offers of the year say anything of it, and how many there are. */
  readonly known: number;
  readonly total: number;
  /** The criteria of the dashboard as the list of offers takes them. */
  readonly base: OfferFilter;
  readonly moreHeadings?: readonly string[];
  /** What offers that are not known lack: something that their author said, a formation, or one with a component. */
  readonly lacking?: 'saying' | 'formation' | 'component';
}

const knownSentences = {
  saying: 'dashboards.knownSentence',
  formation: 'dashboards.suitedSentence',
  component: 'dashboards.suitedComponentSentence',
} as const;
const emptyTexts = {
  saying: 'dashboards.nothingSaid',
  formation: 'dashboards.noneSuited',
  component: 'dashboards.noComponent',
} as const;

/** What offers have most, as ranked bars; each name opens its offers. */
export function RankingCard(props: RankingCardProps) {
  const {
    wording,
    title,
    labelHeader,
    rows,
    distinct,
    known,
    total,
    base,
    moreHeadings = [],
    lacking = 'saying',
  } = props;
  const { t, format } = wording;
  const [top] = [...rows].sort((one, other) => other.row.now - one.row.now);
  const isListed = rows.filter(({ row }) => row.now > 0).length >= distinct;
  const sentence = [
    top && top.row.now > 0
      ? t('dashboards.topSentence', { name: top.label, count: top.row.now })
      : t('dashboards.topNone'),
    known < total ? t(knownSentences[lacking], { count: known, total }) : '',
  ];
  return (
    <Paper variant="outlined" sx={{ p: 2.5, minWidth: 0 }}>
      <RankedBars
        title={title}
        sentence={sentence.filter(Boolean).join(' ')}
        emptyText={t(emptyTexts[lacking])}
        headings={[
          { label: labelHeader },
          ...figureHeadings(wording),
          ...moreHeadings.map((label) => ({ label, align: 'right' as const })),
        ]}
        bars={rows.map(({ id, label, about, tableAbout, down, row, offers, moreCells = [] }) => ({
          ...{ id, label, now: row.now, before: row.before },
          ...(about === undefined ? {} : { about }),
          ...(tableAbout === undefined ? {} : { tableAbout }),
          ...(down === undefined ? {} : { down }),
          to: offersAddress(offersOfRow(wording, base, row, offers)),
          figure: format.number(row.now),
          note: changeText(wording, row),
          cells: [...figureCells(wording, row), ...moreCells],
        }))}
        footer={
          <>
            {isListed ? null : (
              <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1.5 }}>
                {t('dashboards.firstOf', { shown: rows.length, count: distinct })}{' '}
                <TextLink component={Link} to={offersAddress(base)}>
                  {t('dashboards.allOffers')}
                </TextLink>
              </Typography>
            )}
            {lacking === 'component' ? <GiveComponents t={t} /> : null}
          </>
        }
      />
    </Paper>
  );
}
