import { Box, Paper, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import type { OfferFilter } from '../../../shared/contract/offers';
import { offersAddress } from './dashboard-address';
import { figureCells, figureHeadings, levelOf, offersOfRow, yearNames, type Wording } from './figure-texts';
import { Movers, type Named } from './Movers';

/** Its library is read when somebody looks at trends. */
const SlopeChart = lazy(async () => ({ default: (await import('../../charts/SlopeChart')).SlopeChart }));

interface Trend<Row> {
  readonly top: readonly { readonly row: Row; readonly rank: number | null; readonly rankBefore: number | null }[];
  readonly risers: readonly Row[];
  readonly fallers: readonly Row[];
  readonly distinct: number;
  readonly known: number;
}

interface TrendSectionProps<Row> {
  readonly wording: Wording;
  readonly base: OfferFilter;
  readonly total: number;
  readonly kind: 'skills' | 'manners' | 'domains' | 'formations';
  readonly trend: Trend<Row>;
  readonly named: (row: Row) => Named;
}

/** As many places as stand apart on the chart. */
const places = 10;

/** What is asked for most of one kind: the places of both years, and what moved most. */
export function TrendSection<Row>({ wording, base, total, kind, trend, named }: TrendSectionProps<Row>) {
  const { t, format } = wording;
  const { now: nowName, before: beforeName } = yearNames(wording);
  const rows = trend.top.map(({ row, rank, rankBefore }) => ({ ...named(row), rank, rankBefore }));
  const among = (rank: number | null): number | null => (rank !== null && rank <= places ? rank : null);
  const first = rows.find(({ rank }) => rank === 1);
  const sentence = [
    first ? t(`dashboards.trends.${kind}First`, { name: first.label, count: first.row.now }) : t('dashboards.topNone'),
    first ? formerPlace(wording, first.rankBefore) : '',
    trend.known < total
      ? t(kind === 'formations' ? 'dashboards.suitedSentence' : 'dashboards.knownSentence', {
          count: trend.known,
          total,
        })
      : '',
  ];
  const title =
    kind === 'formations'
      ? t(`dashboards.formationTrends.${levelOf(wording.scope)}`)
      : t(`dashboards.trends.${kind}Title`);
  return (
    <Paper variant="outlined" sx={{ p: 2.5, minWidth: 0 }}>
      {rows.length === 0 ? (
        <>
          <Typography variant="h2">{title}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
            {t(kind === 'formations' ? 'dashboards.noneSuited' : 'dashboards.nothingSaid')}
          </Typography>
        </>
      ) : (
        <Suspense fallback={<Box sx={{ height: 420 }} />}>
          <SlopeChart
            title={title}
            sentence={sentence.filter(Boolean).join(' ')}
            beforeName={beforeName}
            nowName={nowName}
            labelHeader={t(`dashboards.trends.${kind}`)}
            cellHeaders={[
              t('dashboards.rankNow'),
              t('dashboards.rankBefore'),
              ...figureHeadings(wording).map(({ label }) => label),
            ]}
            slopes={rows.map(({ id, label, row, offers, rank, rankBefore }) => ({
              ...{ id, label, now: among(rank), before: among(rankBefore) },
              to: offersAddress(offersOfRow(wording, base, row, offers)),
              cells: [rankText(wording, rank), rankText(wording, rankBefore), ...figureCells(wording, row)],
            }))}
          />
          <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: '1fr 1fr', mt: 2 }}>
            <Movers wording={wording} base={base} title={t('dashboards.risers')} rows={trend.risers.map(named)} />
            <Movers wording={wording} base={base} title={t('dashboards.fallers')} rows={trend.fallers.map(named)} />
          </Box>
          <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 1.5 }}>
            {t('dashboards.slopeHint', { places: format.number(places) })}
          </Typography>
        </Suspense>
      )}
    </Paper>
  );
}

function formerPlace({ t }: Wording, rankBefore: number | null): string {
  if (rankBefore === null) return t('dashboards.wasAbsent');
  return rankBefore === 1 ? t('dashboards.wasFirst') : t('dashboards.wasPlace', { place: rankBefore });
}

function rankText({ format }: Wording, rank: number | null): string {
  return rank === null ? '–' : format.number(rank);
}
