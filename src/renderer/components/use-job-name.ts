import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../shared/domain/job';

/** Names a job as a person would: its kind, and the file it works on where there is one. */
export function useJobName(): (job: Job) => string {
  const { t } = useTranslation();
  return useCallback(
    (job) => {
      const kind = t(`jobs.kinds.${job.kind}`);
      return job.subject !== '' && job.kind !== 'load-sample' ? `${kind} – ${job.subject}` : kind;
    },
    [t],
  );
}
