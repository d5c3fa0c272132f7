import { Box, Link as TextLink, Paper, Typography } from '@mui/material';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import type { DashboardRow } from '../../../shared/contract/dashboard-figures';
import type { OfferFilter } from '../../../shared/contract/offers';
import { offersAddress } from './dashboard-address';
import {
  changeText,
  differenceText,
  figureCells,
  figureHeadings,
  levelOf,
  yearNames,
  type Wording,
} from './figure-texts';

/** Its library is read when somebody looks at trends. */
const SlopeChart = lazy(async () => ({ default: (await import('../../charts/SlopeChart')).SlopeChart }));

/** One value of a trend, as it is shown. */
interface Named {
  readonly id: string;
  readonly label: string;
  readonly row: DashboardRow;
  readonly offers: OfferFilter;
}

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
  readonly kind: 'skills' | 'domains' | 'formations';
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
            {t('dashboards.nothingSaid')}
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
            slopes={rows.map(({ id, label, row, rank, rankBefore }) => ({
              ...{ id, label, now: among(rank), before: among(rankBefore) },
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

interface MoversProps {
  readonly wording: Wording;
  readonly base: OfferFilter;
  readonly title: string;
  readonly rows: readonly Named[];
}

/** What gained or lost most offers. */
function Movers({ wording, base, title, rows }: MoversProps) {
  const { t, format } = wording;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="h3" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
      {rows.length === 0 ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('dashboards.nobodyMoved')}
        </Typography>
      ) : null}
      <Box component="ol" aria-label={title} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {rows.map(({ id, label, row, offers }) => (
          <Box
            component="li"
            key={id}
            sx={{ display: 'flex', gap: 1.5, alignItems: 'baseline', py: 0.5, borderTop: 1, borderColor: 'divider' }}
          >
            <TextLink
              component={Link}
              to={offersAddress({ ...base, ...offers })}
              variant="body2"
              noWrap
              title={label}
              sx={{ flex: 1, minWidth: 0 }}
            >
              {label}
            </TextLink>
            <Typography variant="body2" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
              {differenceText(format, row.now - row.before)}
            </Typography>
            <Typography
              variant="caption"
              sx={{ color: 'text.secondary', minWidth: 128, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}
            >
              {t('dashboards.fromTo', { before: format.number(row.before), now: format.number(row.now) })}
              {row.change.kind === 'known' ? ` (${changeText(wording, row)})` : ''}
            </Typography>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
