import { Box, useMediaQuery, useTheme } from '@mui/material';
import { ResponsiveBump } from '@nivo/bump';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HeadedTable } from '../components/HeadedTable';
import { okabeIto } from '../components/score-colors';
import { ChartFrame } from './ChartFrame';
import { ChartTooltip } from './ChartTooltip';
import { FigureRow } from './FigureRow';
import { SteppedChart } from './SteppedChart';

/** One thing with its places in two orders, from 1; null where it is not among the first. */
export interface Slope {
  readonly id: string;
  readonly label: string;
  /** Where it opens: its rows. */
  readonly to: string;
  readonly before: number | null;
  readonly now: number | null;
  /** What is said of it under the pointer and in the table. */
  readonly cells: readonly string[];
}

interface SlopeChartProps {
  readonly title: string;
  readonly sentence: string;
  readonly slopes: readonly Slope[];
  readonly beforeName: string;
  readonly nowName: string;
  readonly labelHeader: string;
  /** The names of the cells. */
  readonly cellHeaders: readonly string[];
}

interface Datum {
  readonly x: string;
  readonly y: number | null;
}
type Line = { readonly id: string; readonly data: readonly Datum[] };

const labelLength = 30;
const arrows = { up: '▲', down: '▼', same: '=', first: '●' } as const;

/** How an order changed from one year to the next: a line for each thing, from its former place to its present one. */
export function SlopeChart(props: SlopeChartProps) {
  const { title, sentence, slopes, beforeName, nowName, labelHeader, cellHeaders } = props;
  const { t } = useTranslation();
  const theme = useTheme();
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  const text = { fill: theme.palette.text.primary, fontFamily: theme.typography.fontFamily ?? '', fontSize: 12.5 };
  const shown = slopes.filter(({ before, now }) => before !== null || now !== null);
  const [chosen, setChosen] = useState<string | null>(null);
  const at = shown.findIndex(({ id }) => id === chosen);
  const linesOf = ({ label, cells }: Slope): string[] => [
    label,
    ...cells.map((cell, index) => t('common.labelled', { label: cellHeaders[index] ?? '', value: cell })),
  ];
  const byId = new Map(shown.map((slope) => [slope.id, slope]));
  const data: Line[] = shown.map(({ id, before, now }) => ({
    id,
    data: [
      { x: beforeName, y: before },
      { x: nowName, y: now },
    ],
  }));
  const isDark = theme.palette.mode === 'dark';
  const colors = {
    up: okabeIto.green,
    down: okabeIto.vermilion,
    same: isDark ? okabeIto.skyBlue : okabeIto.blue,
    first: isDark ? okabeIto.skyBlue : okabeIto.blue,
  } as const;
  const colorOf = (id: string): string =>
    at < 0 || id === chosen ? colors[moveOf(byId.get(id))] : theme.palette.action.disabled;
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      report={{
        headings: [labelHeader, ...cellHeaders],
        rows: slopes.map(({ label, cells }) => [label, ...cells]),
        picture: { kind: 'slopes', slopes: shown, nowName, beforeName },
      }}
      chart={
        <SteppedChart
          title={title}
          things={shown.map((slope) => ({ lines: linesOf(slope), to: slope.to }))}
          at={at}
          onChoose={(next) => setChosen(shown[next]?.id ?? null)}
        >
          <Box role="img" aria-label={`${title}. ${sentence}`} sx={{ height: placesOf(shown) * 30 + 48 }}>
            <ResponsiveBump<Datum, Record<string, unknown>>
              data={data.map((line) => ({ ...line, data: [...line.data] }))}
              colors={({ id }) => colorOf(id)}
              margin={{ top: 28, right: 260, bottom: 8, left: 250 }}
              lineWidth={2.5}
              activeLineWidth={4}
              inactiveLineWidth={2.5}
              inactiveOpacity={0.35}
              opacity={0.9}
              pointSize={9}
              activePointSize={12}
              inactivePointSize={8}
              pointBorderWidth={2}
              pointColor={theme.palette.background.paper}
              pointBorderColor={{ from: 'serie.color' }}
              startLabel={({ id }) => startLabelOf(byId.get(id))}
              startLabelPadding={18}
              startLabelTextColor={theme.palette.text.secondary}
              endLabel={({ id }) => endLabelOf(byId.get(id))}
              endLabelPadding={18}
              endLabelTextColor={theme.palette.text.primary}
              axisTop={{ tickSize: 0, tickPadding: 14 }}
              axisBottom={null}
              axisLeft={null}
              axisRight={null}
              enableGridY={false}
              animate={!isStill}
              motionConfig="stiff"
              lineTooltip={({ serie }) => {
                const slope = byId.get(serie.id);
                return slope ? <ChartTooltip>{linesOf(slope)}</ChartTooltip> : null;
              }}
              role="presentation"
              theme={{
                text,
                labels: { text },
                axis: { ticks: { text: { ...text, fontWeight: 600 } } },
                grid: { line: { stroke: theme.palette.divider } },
              }}
            />
          </Box>
        </SteppedChart>
      }
      table={
        <HeadedTable
          label={title}
          size="small"
          headings={[{ label: labelHeader }, ...cellHeaders.map((label) => ({ label, align: 'right' as const }))]}
        >
          {slopes.map(({ id, label, to, cells }) => (
            <FigureRow key={id} label={label} to={to} cells={cells} />
          ))}
        </HeadedTable>
      }
    />
  );
}

/** How many places are drawn; a chart of one line needs some room as well. */
function placesOf(slopes: readonly Slope[]): number {
  return Math.max(3, ...slopes.flatMap(({ before, now }) => [before ?? 0, now ?? 0]));
}

type Move = keyof typeof arrows;

function moveOf(slope: Slope | undefined): Move {
  if (!slope || slope.before === null) return 'first';
  if (slope.now === null) return 'down';
  if (slope.now === slope.before) return 'same';
  return slope.now < slope.before ? 'up' : 'down';
}

function startLabelOf(slope: Slope | undefined): string {
  return slope === undefined || slope.before === null ? '' : `${shortened(slope.label)}  ${slope.before}`;
}

/** The direction stands in the label too: colours are not for everyone. */
function endLabelOf(slope: Slope | undefined): string {
  if (slope === undefined || slope.now === null) return '';
  const move = moveOf(slope);
  const by = slope.before === null ? '' : String(Math.abs(slope.before - slope.now) || '');
  return `${slope.now}  ${shortened(slope.label)}  ${arrows[move]}${by}`;
}

function shortened(label: string): string {
  return label.length <= labelLength ? label : `${label.slice(0, labelLength - 1).trimEnd()}…`;
}
