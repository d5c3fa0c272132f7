import { Box, useMediaQuery, useTheme } from '@mui/material';
import { ResponsiveLine, type LineCustomSvgLayerProps, type SliceTooltipProps } from '@nivo/line';
import { useCallback, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HeadedTable } from '../components/HeadedTable';
import { ChartFrame } from './ChartFrame';
import { ChartTooltip } from './ChartTooltip';
import { FigureRow } from './FigureRow';
import { LineKey } from './LineKey';
import { SteppedChart } from './SteppedChart';

export interface CurvePoint {
  /** What the point stands for, in words. */
  readonly label: string;
  /** Where it opens: the rows of this year. */
  readonly to: string;
  readonly now: number;
  readonly before: number;
}

interface LineChartProps {
  readonly title: string;
  readonly sentence: string;
  readonly points: readonly CurvePoint[];
  /** Where the axis has a mark: at which point, with which word. */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  /** The names of the two curves. */
  readonly nowName: string;
  readonly beforeName: string;
  readonly labelHeader: string;
  readonly formatValue: (value: number) => string;
  /** What changes how the curves are drawn. */
  readonly controls?: ReactNode;
}

interface Curve {
  readonly id: 'now' | 'before';
  readonly data: readonly { readonly x: number; readonly y: number }[];
}

const dashes = '5 5';

/** Two curves over the same weeks: this year's in full, the one before as dashes. */
export function LineChart(props: LineChartProps) {
  const { title, sentence, points, marks, nowName, beforeName, labelHeader, formatValue, controls } = props;
  const { t } = useTranslation();
  const theme = useTheme();
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  const colors = { now: theme.palette.primary.main, before: theme.palette.text.secondary };
  const text = { fill: theme.palette.text.secondary, fontFamily: theme.typography.fontFamily ?? '', fontSize: 12 };
  const [at, setAt] = useState(-1);
  const linesOf = useCallback(
    ({ label, now, before }: CurvePoint) => [
      label,
      t('common.labelled', { label: nowName, value: formatValue(now) }),
      t('common.labelled', { label: beforeName, value: formatValue(before) }),
    ],
    [nowName, beforeName, formatValue, t],
  );
  const Tooltip = useCallback(
    ({ slice }: SliceTooltipProps<Curve>) => {
      const point = points[Number(slice.points[0]?.data.x ?? 0)];
      return point ? <ChartTooltip>{linesOf(point)}</ChartTooltip> : null;
    },
    [points, linesOf],
  );
  const data: Curve[] = [
    { id: 'before', data: points.map(({ before }, x) => ({ x, y: before })) },
    { id: 'now', data: points.map(({ now }, x) => ({ x, y: now })) },
  ];
  const marked = new Map(marks.map(({ at, label }) => [at, label]));
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      report={{
        headings: [labelHeader, nowName, beforeName],
        rows: points.map(({ label, now, before }) => [label, formatValue(now), formatValue(before)]),
        picture: { kind: 'curves', points, marks, nowName, beforeName, formatValue },
      }}
      controls={controls}
      chart={
        <>
          <LineKey
            entries={[
              { label: nowName, color: colors.now },
              { label: beforeName, color: colors.before, dashes },
            ]}
          />
          <SteppedChart
            title={title}
            things={points.map((point) => ({ lines: linesOf(point), to: point.to }))}
            at={at}
            onChoose={setAt}
          >
            <Box sx={{ height: 250 }}>
              <ResponsiveLine<Curve>
                data={data}
                colors={({ id }) => colors[id]}
                margin={{ top: 12, right: 16, bottom: 32, left: 48 }}
                xScale={{ type: 'linear', min: 0, max: Math.max(1, points.length - 1), nice: false }}
                yScale={{
                  type: 'linear',
                  min: 0,
                  max: Math.max(1, ...points.flatMap(({ now, before }) => [now, before])),
                }}
                axisBottom={{
                  tickValues: marks.map(({ at }) => at),
                  format: (at) => marked.get(Number(at)) ?? '',
                  tickSize: 4,
                  tickPadding: 8,
                }}
                axisLeft={{
                  tickValues: 4,
                  tickSize: 0,
                  tickPadding: 10,
                  format: (value) => wholeOnly(value, formatValue),
                }}
                gridYValues={4}
                enableGridX={false}
                enablePoints={false}
                enableSlices="x"
                sliceTooltip={Tooltip}
                markers={
                  points[at]
                    ? [{ axis: 'x', value: at, lineStyle: { stroke: theme.palette.text.primary, strokeWidth: 1.5 } }]
                    : []
                }
                layers={['grid', 'axes', Lines, 'markers', 'slices', 'crosshair']}
                animate={!isStill}
                motionConfig="stiff"
                role="img"
                ariaLabel={`${title}. ${sentence}`}
                theme={{
                  text,
                  axis: { ticks: { text, line: { stroke: theme.palette.divider } } },
                  grid: { line: { stroke: theme.palette.divider } },
                  crosshair: { line: { stroke: theme.palette.text.secondary } },
                }}
              />
            </Box>
          </SteppedChart>
        </>
      }
      table={
        <HeadedTable
          label={title}
          size="small"
          stickyHeader
          container={{ sx: { maxHeight: 300 }, tabIndex: 0, role: 'group', 'aria-label': title }}
          headings={[{ label: labelHeader }, { label: nowName, align: 'right' }, { label: beforeName, align: 'right' }]}
        >
          {points.map(({ label, to, now, before }) => (
            <FigureRow key={label} label={label} to={to} cells={[formatValue(now), formatValue(before)]} />
          ))}
        </HeadedTable>
      }
    />
  );
}

/** There is no half of an offer. */
function wholeOnly(value: unknown, format: (value: number) => string): string {
  return typeof value === 'number' && Number.isInteger(value) ? format(value) : '';
}

function Lines({ series, lineGenerator }: LineCustomSvgLayerProps<Curve>) {
  return (
    <>
      {series.map(({ id, data, color }) => (
        <path
          key={id}
          d={lineGenerator(data.map(({ position }) => ({ x: position.x ?? 0, y: position.y ?? 0 }))) ?? ''}
          fill="none"
          stroke={color}
          strokeWidth={id === 'now' ? 2.5 : 1.75}
          strokeDasharray={id === 'now' ? undefined : dashes}
          strokeLinejoin="round"
        />
      ))}
    </>
  );
}
