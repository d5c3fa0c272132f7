import { Box, TableCell, TableRow, useMediaQuery, useTheme } from '@mui/material';
import { ResponsiveBar, type BarTooltipProps } from '@nivo/bar';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { HeadedTable } from '../components/HeadedTable';
import { ChartFrame } from './ChartFrame';
import { ChartTooltip } from './ChartTooltip';

export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly color: string;
}

interface BarChartProps {
  readonly title: string;
  readonly sentence: string;
  readonly bars: readonly Bar[];
  readonly formatValue: (value: number) => string;
  /** The names of the two columns of the table. */
  readonly labelHeader: string;
  readonly valueHeader: string;
}

type Datum = Readonly<Record<string, string | number>> & { readonly label: string; readonly value: number };

/** Lying bars, one a category, each with its name and its figure beside it. */
export function BarChart(props: BarChartProps) {
  const { title, sentence, bars, formatValue, labelHeader, valueHeader } = props;
  const { t } = useTranslation();
  const theme = useTheme();
  const isStill = useMediaQuery('(prefers-reduced-motion: reduce)');
  const text = { fill: theme.palette.text.primary, fontFamily: theme.typography.fontFamily ?? '', fontSize: 13 };
  const Tooltip = useCallback(
    ({ indexValue, value }: BarTooltipProps<Datum>) => (
      <ChartTooltip>{[t('common.labelled', { label: indexValue, value: formatValue(value) })]}</ChartTooltip>
    ),
    [formatValue, t],
  );
  // The first bar of the data is drawn at the bottom; people read from the top.
  const data: Datum[] = bars.map(({ label, value }) => ({ label, value })).reverse();
  const colors = new Map(bars.map(({ label, color }) => [label, color]));
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ChartFrame
      title={title}
      sentence={sentence}
      chart={
        <Box sx={{ height: bars.length * 44 + 8 }}>
          <ResponsiveBar<Datum>
            data={data}
            keys={['value']}
            indexBy="label"
            layout="horizontal"
            margin={{ top: 0, right: 112, bottom: 0, left: 190 }}
            padding={0.38}
            borderRadius={3}
            valueScale={{ type: 'linear', min: 0, max: most }}
            colors={({ indexValue }) => colors.get(String(indexValue)) ?? theme.palette.primary.main}
            enableGridX={false}
            enableGridY={false}
            axisBottom={null}
            axisLeft={{ tickSize: 0, tickPadding: 12 }}
            enableLabel={false}
            enableTotals
            totalsOffset={10}
            valueFormat={formatValue}
            animate={!isStill}
            motionConfig="stiff"
            tooltip={Tooltip}
            role="img"
            ariaLabel={`${title}. ${sentence}`}
            theme={{
              text,
              axis: { ticks: { text } },
              labels: { text: { ...text, fontWeight: 600 } },
            }}
          />
        </Box>
      }
      table={
        <HeadedTable
          label={title}
          size="small"
          headings={[{ label: labelHeader }, { label: valueHeader, align: 'right' }]}
        >
          {bars.map(({ id, label, value }) => (
            <TableRow key={id}>
              <TableCell component="th" scope="row">
                {label}
              </TableCell>
              <TableCell align="right">{formatValue(value)}</TableCell>
            </TableRow>
          ))}
        </HeadedTable>
      }
    />
  );
}
