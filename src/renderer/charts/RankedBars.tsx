import { Box, Link as TextLink, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { HeadedTable, type Heading } from '../components/HeadedTable';
import { ChartFrame, type ChartReport } from './ChartFrame';
import { FigureRow } from './FigureRow';
import { LevelLink, type DownLink } from '../components/LevelLink';
import { useReportSection } from './pictures/report-sections';

/** One bar with what stands beside it. */
export interface RankedBar {
  readonly id: string;
  readonly label: string;
  /** A second line below the name. */
  readonly about?: string;
  /** The same in the table. */
  readonly tableAbout?: string;
  /** Where the figure opens: its rows. */
  readonly to: string;
  /** Where the same dashboard is seen at the level of this row. */
  readonly down?: DownLink;
  readonly now: number;
  readonly before: number;
  /** The figure as it is written, and what is said of its change. */
  readonly figure: string;
  readonly note: string;
  /** Cells of the table after the name, in the order of its headings. */
  readonly cells: readonly string[];
}

/** Less than this of what is said about a bar says nothing. */
const leastAboutPx = 92;

interface RankedBarsProps {
  readonly title: string;
  readonly sentence: string;
  readonly bars: readonly RankedBar[];
  /** How many of them are drawn; the table has all. */
  readonly places?: number;
  readonly headings: readonly Heading[];
  /** Shown in place of bars where there are none. */
  readonly emptyText: string;
  readonly footer?: ReactNode;
}

/** Bars from the longest down, each with a mark where it stood the year before; every name opens its rows. */
export function RankedBars(props: RankedBarsProps) {
  const { title, sentence, bars, places = bars.length, headings, emptyText, footer } = props;
  const element = useReportSection(
    bars.length === 0 ? { title, sentence: emptyText, headings: [], rows: [], picture: null } : null,
  );
  const most = Math.max(1, ...bars.flatMap(({ now, before }) => [now, before]));
  if (bars.length === 0) {
    return (
      <Box ref={element} component="section" aria-label={title}>
        <Typography variant="h2">{title}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {emptyText}
        </Typography>
        {footer}
      </Box>
    );
  }
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      report={reportOf(props)}
      chart={
        <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.125 }}>
          {bars.slice(0, places).map((bar) => (
            <BarLine key={bar.id} bar={bar} most={most} />
          ))}
        </Box>
      }
      table={
        <HeadedTable label={title} size="small" headings={headings}>
          {bars.map(({ id, label, tableAbout, to, down, cells }) => (
            <FigureRow key={id} label={label} about={tableAbout} to={to} down={down} cells={cells} />
          ))}
        </HeadedTable>
      }
      footer={footer}
    />
  );
}

/** The bars as they are drawn, and the table as it stands. */
function reportOf({ bars, places = bars.length, headings }: RankedBarsProps): ChartReport {
  return {
    headings: headings.map(({ label }) => label),
    rows: bars.map(({ label, tableAbout, cells }) => [[label, tableAbout].filter(Boolean).join(' – '), ...cells]),
    picture: { kind: 'bars', bars: bars.slice(0, places) },
  };
}

function BarLine({ bar, most }: { readonly bar: RankedBar; readonly most: number }) {
  const { label, about, to, down, now, before, figure, note } = bar;
  const width = (value: number): string => `${(100 * value) / most}%`;
  return (
    <Box component="li" sx={{ minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
        {/* Cut itself and not by what it stands in, so that it never lies below its neighbours. */}
        <TextLink
          component={Link}
          to={to}
          variant="body2"
          title={label}
          // Formations differ in the end of their long names: two lines, broken between words, and a longer word is cut.
          sx={{
            ...{ minWidth: 0, flexShrink: 1, overflow: 'hidden', textOverflow: 'ellipsis' },
            ...{ display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 2 },
          }}
        >
          {label}
        </TextLink>
        {down ? <LevelLink {...down} /> : null}
        <Typography
          variant="caption"
          noWrap
          title={about}
          // It takes what the name leaves.
          sx={{ color: 'text.secondary', minWidth: 0, flex: `1 0 ${about === undefined ? 0 : leastAboutPx}px` }}
        >
          {about}
        </Typography>
        <Typography variant="body2" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
          {figure}
        </Typography>
        <Typography
          variant="caption"
          sx={{ color: 'text.secondary', minWidth: 96, textAlign: 'right', whiteSpace: 'nowrap' }}
        >
          {note}
        </Typography>
      </Box>
      <Box
        aria-hidden
        sx={{ position: 'relative', height: 8, mt: 0.375, borderRadius: 1, backgroundColor: 'action.hover' }}
      >
        <Box
          sx={{
            width: width(now),
            height: '100%',
            borderRadius: 1,
            backgroundColor: 'primary.main',
            // Printers leave backgrounds out unless told otherwise.
            printColorAdjust: 'exact',
          }}
        />
        {before > 0 ? (
          <Box
            sx={{
              position: 'absolute',
              left: `calc(${width(before)} - 1px)`,
              top: -2,
              width: 2,
              height: 12,
              backgroundColor: 'text.primary',
              printColorAdjust: 'exact',
            }}
          />
        ) : null}
      </Box>
    </Box>
  );
}
