import { Box, useTheme } from '@mui/material';
import { ResponsiveCirclePacking, type ComputedDatum } from '@nivo/circle-packing';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { BubbleLabels, BubbleLines } from './BubbleLabels';
import { ChartFrame, type ChartReport } from './ChartFrame';
import { ChartTooltip } from './ChartTooltip';

/** One circle. Hollow ones have a broken edge, so that colour is not needed to tell them apart. */
export interface Bubble {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** Where it leads: its rows, or a closer look. */
  readonly to: string;
  readonly isHollow: boolean;
  /** What is said of it under the pointer and to those who listen. */
  readonly notes: readonly string[];
}

/** A circle that holds others. */
export interface BubbleGroup extends Omit<Bubble, 'value' | 'isHollow'> {
  readonly bubbles: readonly Bubble[];
}

interface BubbleChartProps {
  readonly title: string;
  readonly sentence: string;
  /** One alone is drawn large, and its circles are named. */
  readonly groups: readonly BubbleGroup[];
  /** What full and hollow circles mean. */
  readonly legend: { readonly full: string; readonly hollow: string };
  readonly table: ReactNode;
  readonly controls?: ReactNode;
  readonly footer?: ReactNode;
  /** The same for a report of the page. */
  readonly report: ChartReport;
}

/** A circle as the library takes it. */
export interface BubbleDatum {
  readonly id: string;
  readonly value: number;
  readonly bubble: Bubble | BubbleGroup | null;
  readonly children?: readonly BubbleDatum[];
}

/** What the library gives its layers. */
interface LayerProps {
  readonly nodes: readonly ComputedDatum<BubbleDatum>[];
}

const heightPx = 460;
/** Room for names to the left and to the right of the circles. */
const sidePx = 150;

/** Circles in circles, as large as their figures; each leads on, with the pointer and with the keyboard. */
export function BubbleChart(props: BubbleChartProps) {
  const { title, sentence, groups, legend, table, controls, footer, report } = props;
  const theme = useTheme();
  const navigate = useNavigate();
  const data = useMemo(() => dataOf(groups), [groups]);
  const isAlone = groups.length === 1;
  const { primary, background, text } = theme.palette;
  const colorOf = ({ data: datum }: { readonly data: BubbleDatum }): string => {
    if (datum.bubble === null) return 'transparent';
    if (!('isHollow' in datum.bubble)) return theme.palette.action.hover;
    return datum.bubble.isHollow ? background.paper : primary.main;
  };
  const Labels = useCallback(
    ({ nodes }: LayerProps) => <BubbleLabels nodes={nodes} isAlone={isAlone} sidePx={sidePx} />,
    [isAlone],
  );
  const Lines = useCallback(({ nodes }: LayerProps) => <BubbleLines nodes={nodes} isAlone={isAlone} />, [isAlone]);
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      controls={controls}
      footer={footer}
      table={table}
      report={report}
      chart={
        <>
          <BubbleKey {...legend} />
          <Box
            role="group"
            aria-label={title}
            sx={{
              height: heightPx,
              // The library gives its circles no pointer of their own.
              '& circle': { cursor: 'pointer' },
              '& a:focus': { outline: 'none' },
              '& a:focus-visible circle': { stroke: text.primary, strokeWidth: 3 },
            }}
          >
            <ResponsiveCirclePacking<BubbleDatum>
              data={data}
              id="id"
              value="value"
              margin={{ top: 4, right: sidePx, bottom: 4, left: sidePx }}
              padding={isAlone ? 4 : 3}
              colors={colorOf}
              borderWidth={1}
              borderColor={({ depth }) => (depth === 0 ? 'transparent' : text.secondary)}
              enableLabels={false}
              layers={[Lines, 'circles', Labels]}
              onClick={({ data: { bubble } }) => {
                if (bubble) void navigate(bubble.to);
              }}
              tooltip={({ data: { bubble } }) =>
                bubble ? <ChartTooltip>{[bubble.label, ...bubble.notes]}</ChartTooltip> : <></>
              }
              animate={false}
              role="presentation"
            />
          </Box>
        </>
      }
    />
  );
}

function dataOf(groups: readonly BubbleGroup[]): BubbleDatum {
  const children = groups.map((group): BubbleDatum => ({
    id: group.id,
    value: 0,
    bubble: group,
    children: group.bubbles.map((bubble) => ({ id: `${group.id}/${bubble.id}`, value: bubble.value, bubble })),
  }));
  return { id: '', value: 0, bubble: null, children };
}

function BubbleKey({ full, hollow }: { readonly full: string; readonly hollow: string }) {
  const entries = [
    { label: full, isHollow: false },
    { label: hollow, isHollow: true },
  ];
  return (
    <Box aria-hidden sx={{ display: 'flex', flexWrap: 'wrap', gap: 2.5, mb: 0.5, fontSize: 12 }}>
      {entries.map(({ label, isHollow }) => (
        <Box key={label} sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'text.primary' }}>
          <Box component="svg" width={14} height={14} focusable="false" sx={{ color: 'primary.main' }}>
            <circle
              cx={7}
              cy={7}
              r={5.5}
              fill={isHollow ? 'none' : 'currentColor'}
              stroke="currentColor"
              strokeWidth={1.5}
              strokeDasharray={isHollow ? '3 2' : undefined}
            />
          </Box>
          {label}
        </Box>
      ))}
    </Box>
  );
}
