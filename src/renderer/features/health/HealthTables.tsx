import { Box, Chip, TableCell, TableRow } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Health } from '../../../shared/contract/health';
import { incidentText, partName } from '../../../shared/texts/incident-text';
import { HeadedTable } from '../../components/HeadedTable';
import { useFormat } from '../../i18n/use-format';

/** What went wrong, the same once, newest first. */
export function FailureTable({ failures }: Pick<Health, 'failures'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <HeadedTable
      label={t('health.failures')}
      size="small"
      headings={[
        { label: t('health.columns.lastAt'), isNoWrap: true },
        { label: t('health.columns.what') },
        { label: t('health.columns.count'), align: 'right' },
      ]}
    >
      {failures.map(({ at, what, count, newCount }) => (
        <TableRow key={what}>
          <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.dateTime(at)}</TableCell>
          <TableCell sx={{ overflowWrap: 'anywhere' }}>{incidentText(what, format.language)}</TableCell>
          <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
            {newCount > 0 ? (
              <Chip
                size="small"
                color="warning"
                variant="outlined"
                label={t('health.news', { count: newCount })}
                sx={{ mr: 1 }}
              />
            ) : null}
            {format.number(count)}
          </TableCell>
        </TableRow>
      ))}
    </HeadedTable>
  );
}

/** What runs now, the whole first. */
export function WorkerTable({ process, workers }: Pick<Health, 'process' | 'workers'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const rows = [
    { name: t('health.core'), ...process },
    ...workers.map(({ name, isProcess, ...use }) => ({
      name: isProcess ? t('health.process', { name }) : partName(name, format.language),
      ...use,
    })),
  ];
  return (
    <HeadedTable
      label={t('health.workers')}
      size="small"
      headings={[
        { label: t('health.columns.part') },
        { label: t('health.columns.memory'), align: 'right', isNoWrap: true },
        { label: t('health.columns.cpu'), align: 'right', isNoWrap: true },
      ]}
    >
      {rows.map(({ name, memoryBytes, cpuSeconds }, index) => (
        <TableRow key={`${name} ${index}`}>
          <TableCell>{name}</TableCell>
          <TableCell align="right">{format.size(memoryBytes)}</TableCell>
          <TableCell align="right">{format.span(cpuSeconds * 1_000)}</TableCell>
        </TableRow>
      ))}
    </HeadedTable>
  );
}

/** What took the processor, the most first. */
export function JobTable({ jobs }: Pick<Health, 'jobs'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <HeadedTable
      label={t('health.jobs')}
      size="small"
      headings={[
        { label: t('health.columns.job') },
        { label: t('health.columns.count'), align: 'right' },
        { label: t('health.columns.cpu'), align: 'right', isNoWrap: true },
        { label: t('health.columns.most'), align: 'right', isNoWrap: true },
      ]}
    >
      {jobs.map(({ kind, count, cpuSeconds, mostMemoryBytes }) => (
        <TableRow key={kind}>
          <TableCell>{t(`jobs.kinds.${kind}`)}</TableCell>
          <TableCell align="right">{format.number(count)}</TableCell>
          <TableCell align="right">{format.span(cpuSeconds * 1_000)}</TableCell>
          <TableCell align="right">{mostMemoryBytes === null ? '–' : format.size(mostMemoryBytes)}</TableCell>
        </TableRow>
      ))}
    </HeadedTable>
  );
}

/** Statements that took long, the longest first. */
export function SlowTable({ slow }: Pick<Health, 'slow'>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <HeadedTable
      label={t('health.slow')}
      size="small"
      container={{ sx: { maxHeight: 320 }, tabIndex: 0, role: 'group', 'aria-label': t('health.slow') }}
      headings={[
        { label: t('health.columns.statement') },
        { label: t('health.columns.count'), align: 'right' },
        { label: t('health.columns.longest'), align: 'right', isNoWrap: true },
      ]}
    >
      {slow.map(({ statement, count, longestMs }) => (
        <TableRow key={statement}>
          <TableCell>
            <Box component="code" sx={{ fontSize: '0.75rem', overflowWrap: 'anywhere' }}>
              {statement}
            </Box>
          </TableCell>
          <TableCell align="right">{format.number(count)}</TableCell>
          <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>{`${format.number(longestMs)}\u00a0ms`}</TableCell>
        </TableRow>
      ))}
    </HeadedTable>
  );
}
