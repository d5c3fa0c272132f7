import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../shared/domain/app-error';
import { isJobOver, type Job } from '../../shared/domain/job';
import { useRecentJobs } from '../api/use-job';
import { useNotify, type Notice } from '../components/notices';
import { errorText } from '../i18n/error-text';
import { useJobName } from '../components/use-job-name';

/** Tells how a job ended, wherever the person is by then. Imports and exports tell it themselves, with what to do next. */
export function JobAnnouncer() {
  const { t } = useTranslation();
  const notify = useNotify();
  const jobs = useRecentJobs();
  const nameOf = useJobName();
  const running = useRef<ReadonlySet<number>>(new Set());

  useEffect(() => {
    const ended = jobs.filter((job) => running.current.has(job.id) && isJobOver(job.state));
    running.current = new Set(jobs.filter((job) => !isJobOver(job.state)).map((job) => job.id));
    for (const job of ended) {
      if (job.kind === 'load-sample' || job.kind === 'rank') notify(noticeOf(job, nameOf(job)));
    }

    function noticeOf(job: Job, name: string): Notice {
      if (job.state === 'succeeded') return { severity: 'success', text: t('jobs.announceSucceeded', { name }) };
      if (job.state === 'cancelled') return { severity: 'info', text: t('jobs.announceCancelled', { name }) };
      const why = job.error ? errorText(t, AppError.fromWire(job.error)).what : t('jobs.interruptedText');
      return { severity: 'error', text: t('jobs.announceFailed', { name, why }) };
    }
  }, [jobs, nameOf, notify, t]);

  return null;
}
