import { Box, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChartSection } from './pictures/picture';
import { useReportSection } from './pictures/report-sections';

/** What a chart tells a report besides its title and its sentence. */
export type ChartReport = Pick<ChartSection, 'headings' | 'rows' | 'picture'>;

interface ChartFrameProps {
  /** Says what is shown. */
  readonly title: string;
  /** Says in one sentence what is to be seen. */
  readonly sentence: string;
  readonly chart: ReactNode;
  /** The same figures as a table. */
  readonly table: ReactNode;
  /** What changes how the chart is drawn; not printed. */
  readonly controls?: ReactNode;
  /** What stands below both. */
  readonly footer?: ReactNode;
  /** The same for a report of the page; without it the chart is in none. */
  readonly report?: ChartReport | undefined;
}

/** What every chart stands in: its title, its sentence, and its table one click away. */
export function ChartFrame({ title, sentence, chart, table, controls, footer, report }: ChartFrameProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const element = useReportSection(report ? { title, sentence, ...report } : null);
  return (
    <Box ref={element} component="section" aria-label={title} sx={{ breakInside: 'avoid' }}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, mb: 0.5 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {title}
        </Typography>
        <Box sx={{ display: 'flex', gap: 1, flexShrink: 0, displayPrint: 'none' }}>
          {view === 'chart' ? controls : null}
          <ToggleButtonGroup
            exclusive
            size="small"
            value={view}
            aria-label={t('common.viewAs')}
            onChange={(_event, next: 'chart' | 'table' | null) => setView(next ?? view)}
          >
            <ToggleButton value="chart" sx={{ py: 0.25, px: 1.25 }}>
              {t('common.chart')}
            </ToggleButton>
            <ToggleButton value="table" sx={{ py: 0.25, px: 1.25 }}>
              {t('common.table')}
            </ToggleButton>
          </ToggleButtonGroup>
        </Box>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5, maxWidth: '70ch' }}>
        {sentence}
      </Typography>
      {view === 'chart' ? chart : table}
      {footer}
    </Box>
  );
}
