import { Box, Link as TextLink, TableCell, TableRow, useMediaQuery, useTheme } from '@mui/material';
import { ResponsiveScatterPlot, type ScatterPlotLayerProps, type ScatterPlotTooltipProps } from '@nivo/scatterplot';
import { useCallback, useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Link } from 'react-router';
import { HeadedTable, type Heading } from '../components/HeadedTable';
import { okabeIto } from '../components/score-colors';
import { arrowStep } from './arrow-step';
import { ChartFrame, type ChartReport } from './ChartFrame';
import { ChartTooltip } from './ChartTooltip';
import { cornerOf, CornerNames, logTicks, PointMark, type Corner, type CornerWords } from './quadrant-marks';

/** One thing on the map. */
export interface QuadrantPoint {
  readonly id: string;
  readonly label: string;
  /** Above 0: the scale counts in multiples. */
  readonly x: number;
  readonly y: number;
  /** What is said of it under the pointer, a line each. */
  readonly lines: readonly string[];
  /** Where its name leads in the table. */
  readonly to: string;
  /** Cells of the table after the name. */
  readonly cells: readonly string[];
}

interface QuadrantChartProps {
  readonly title: string;
  readonly sentence: string;
  /** In the order in which arrow keys go through them. */
  readonly points: readonly QuadrantPoint[];
  /** The point that is chosen until a person chooses another; null for none. */
  readonly chosenFirst: string | null;
  readonly middle: { readonly x: number; readonly y: number };
  readonly xName: string;
  readonly yName: string;
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  /** What each corner means. */
  readonly corners: CornerWords;
  /** The corner whose points are stressed. */
  readonly stressed: Corner;
  readonly headings: readonly Heading[];
  /** Tells how the keyboard goes from point to point. */
  readonly keyboardHint: string;
  /** Says how many points lie below the one that is pointed at. */
  readonly othersHere: (count: number) => string;
  /** What is shown of the chosen point; of none before anybody chose. */
  readonly detailOf: (id: string | null) => ReactNode;
  readonly footer?: ReactNode;
}

interface Datum {
  readonly x: number;
  readonly y: number;
  readonly id: string;
}

/** Points on a plane parted in four; one is chosen with the pointer or the arrow keys, and tells what it is. */
export function QuadrantChart(props: QuadrantChartProps) {
  const { title, sentence, points, headings, detailOf, footer, keyboardHint } = props;
  const [chosen, setChosen] = useState(props.chosenFirst);
  const at = points.findIndex(({ id }) => id === chosen);
  const current = points[at]?.id ?? null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = arrowStep(event.key, at, points.length);
    if (next === null) return;
    event.preventDefault();
    setChosen(points[next]?.id ?? null);
  };
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      report={reportOf(props)}
      chart={
        <>
          <Box role="group" aria-label={keyboardHint} tabIndex={0} onKeyDown={onKeyDown} sx={{ height: 450 }}>
            <Plane {...props} current={current} onChoose={setChosen} />
          </Box>
          <Box aria-live="polite" sx={{ mt: 1 }}>
            {detailOf(current)}
          </Box>
        </>
      }
      table={
        <HeadedTable
          label={title}
          size="small"
          stickyHeader
          container={{ sx: { maxHeight: 480 }, tabIndex: 0, role: 'group', 'aria-label': title }}
          headings={headings}
        >
          {points.map(({ id, label, to, cells }) => (
            <TableRow key={id}>
              <TableCell component="th" scope="row">
                <TextLink component={Link} to={to}>
                  {label}
                </TextLink>
              </TableCell>
              {cells.map((cell, index) => (
                <TableCell key={index} align="right" sx={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>
                  {cell}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </HeadedTable>
      }
      footer={footer}
    />
  );
}

/** The points as they are drawn, and the table as it stands. */
function reportOf(props: QuadrantChartProps): ChartReport {
  const { points, middle, corners, stressed, xName, yName, formatX, formatY, headings } = props;
  return {
    headings: headings.map(({ label }) => label),
    rows: points.map(({ label, cells }) => [label, ...cells]),
    picture: {
      ...{ kind: 'points', middle, xName, yName, formatX, formatY },
      points: points.map(({ x, y }) => ({ x, y, isStressed: cornerOf({ x, y }, middle) === stressed })),
      corners: [corners.upperLeft, corners.upperRight, corners.lowerLeft, corners.lowerRight],
      ticks: logTicks(Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))),
    },
  };
}

interface PlaneProps extends QuadrantChartProps {
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
}

function Plane(props: PlaneProps) {
  const {
    title,
    sentence,
    points,
    middle,
    corners,
    stressed,
    xName,
    yName,
    formatX,
    formatY,
    current,
    onChoose,
    othersHere,
  } = props;
  const theme = useTheme();
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  const quiet = theme.palette.text.secondary;
  const text = useMemo(
    () => ({ fill: quiet, fontFamily: theme.typography.fontFamily ?? '', fontSize: 12 }),
    [quiet, theme.typography.fontFamily],
  );
  const colors = useMemo(
    () => ({
      stressed: theme.palette.mode === 'dark' ? okabeIto.orange : okabeIto.vermilion,
      plain: theme.palette.primary.main,
      chosen: theme.palette.text.primary,
    }),
    [theme],
  );
  const byId = useMemo(() => new Map(points.map((point) => [point.id, point])), [points]);
  const Tooltip = useCallback(
    ({ node }: ScatterPlotTooltipProps<Datum>) => {
      const point = byId.get(node.data.id);
      if (!point) return null;
      const here = points.filter(({ x, y }) => x === point.x && y === point.y).length;
      return <ChartTooltip>{[point.label, ...point.lines, ...(here > 1 ? [othersHere(here - 1)] : [])]}</ChartTooltip>;
    },
    [byId, points, othersHere],
  );
  const Corners = useCallback(
    ({ xScale, yScale, innerWidth, innerHeight }: ScatterPlotLayerProps<Datum>) => (
      <CornerNames
        x={Number(xScale(middle.x))}
        y={Number(yScale(middle.y))}
        {...{ innerWidth, innerHeight, words: corners, text }}
      />
    ),
    [middle.x, middle.y, corners, text],
  );
  const Marks = useCallback(
    ({ nodes }: ScatterPlotLayerProps<Datum>) =>
      // The chosen one lies on top.
      [...nodes]
        .sort((one, other) => Number(one.data.id === current) - Number(other.data.id === current))
        .map(({ data, x, y }) => (
          <PointMark
            key={data.id}
            {...{ x, y, colors }}
            isStressed={cornerOf(data, middle) === stressed}
            isChosen={data.id === current}
          />
        )),
    [current, middle, stressed, colors],
  );
  const across = points.map(({ x }) => x);
  const [least, most] = [Math.min(...across, middle.x) / 1.25, Math.max(...across, middle.x) * 1.25];
  const top = Math.max(middle.y * 2, ...points.map(({ y }) => y)) * 1.05;
  return (
    <ResponsiveScatterPlot<Datum>
      data={[{ id: 'points', data: points.map(({ id, x, y }) => ({ id, x, y })) }]}
      margin={{ top: 30, right: 20, bottom: 68, left: 64 }}
      xScale={{ type: 'log', base: 10, min: least, max: most, nice: false }}
      yScale={{ type: 'linear', min: 0, max: top === 0 ? 1 : top }}
      axisBottom={{
        tickValues: logTicks(least, most),
        format: (value) => formatX(Number(value)),
        legend: xName,
        legendPosition: 'middle',
        legendOffset: 58,
        tickSize: 4,
        tickPadding: 6,
      }}
      axisLeft={{
        tickValues: 5,
        format: (value) => formatY(Number(value)),
        legend: yName,
        legendPosition: 'middle',
        legendOffset: -52,
        tickSize: 0,
        tickPadding: 8,
      }}
      enableGridX={false}
      gridYValues={5}
      layers={['grid', 'axes', Marks, Corners, 'mesh']}
      onClick={({ data }) => onChoose(data.id)}
      tooltip={Tooltip}
      animate={!isStill}
      motionConfig="stiff"
      role="img"
      ariaLabel={`${title}. ${sentence}`}
      theme={{
        text,
        axis: {
          ticks: { text, line: { stroke: theme.palette.divider } },
          legend: { text: { ...text, fontSize: 12.5 } },
        },
        grid: { line: { stroke: theme.palette.divider } },
      }}
    />
  );
}
