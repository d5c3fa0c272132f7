import { Box, Button, LinearProgress, Typography } from '@mui/material';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../shared/domain/job';
import { useAction } from '../api/use-call';
import { useFormat } from '../i18n/use-format';
import { timeLeftMs } from './time-left';
import { useJobName } from './use-job-name';
import { useNow } from './use-now';

interface JobProgressCardProps {
  readonly job: Job;
  /** The name above the bar; left out where the page already says it. */
  readonly hasName?: boolean;
}

/** How far a running job is, how long it still takes, and a way to stop it. */
export function JobProgressCard({ job, hasName = true }: JobProgressCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const cancel = useAction('jobs', 'cancel');
  const name = useJobName()(job);
  const now = useNow(1_000);
  const { progress } = job;
  const step = progress ? t(`jobs.steps.${progress.step}`) : t('jobs.waiting');
  // Reading a file is counted in bytes, all else in rows.
  const write = job.kind === 'import' && progress?.step === 'read' ? format.size : format.number;
  const amount =
    progress === null || progress.done === 0
      ? step
      : progress.total === null
        ? t('jobs.stepDone', { step, done: write(progress.done) })
        : t('jobs.stepOfTotal', { step, done: write(progress.done), total: write(progress.total) });
  const left = timeLeftMs(job, now);
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
        {hasName ? (
          <Typography variant="body2" noWrap title={name} sx={{ flex: 1, fontWeight: 600 }}>
            {name}
          </Typography>
        ) : (
          <Box sx={{ flex: 1 }} />
        )}
        <Button
          size="small"
          color="inherit"
          disabled={cancel.isPending}
          onClick={() => cancel.mutate({ jobId: job.id })}
          aria-label={t('jobs.cancelOf', { name })}
        >
          {t('common.cancel')}
        </Button>
      </Box>
      <LinearProgress
        aria-label={name}
        sx={{ height: 6, borderRadius: 3, my: 0.5 }}
        {...(progress ? { variant: 'determinate', value: progress.ratio * 100 } : {})}
      />
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
        {amount}
        {left === null ? '' : ` · ${t('jobs.timeLeft', { time: format.span(left) })}`}
      </Typography>
    </Box>
  );
}
