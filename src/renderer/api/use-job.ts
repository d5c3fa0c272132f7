import { useEffect, useMemo, useState } from 'react';
import type { AppClient } from '../../shared/contract/contract';
import { AppError } from '../../shared/domain/app-error';
import type { JobId } from '../../shared/domain/ids';
import { isJobOver, type Job } from '../../shared/domain/job';
import { useClient } from './client-context';
import { useCall } from './use-call';

const retryMs = 1_000;

/**
 * Follows a job until it is over and answers with its last state. A cut connection is taken up again, as the job goes
 * on without the page. Throws `cancelled` when the signal is aborted, and whatever the other side says of an unknown job.
 */
export async function followJob(
  client: AppClient,
  jobId: JobId,
  onState: (job: Job) => void,
  signal: AbortSignal,
): Promise<Job> {
  while (true) {
    try {
      for await (const job of client.jobs.watch({ jobId }, { signal })) {
        onState(job);
        if (isJobOver(job.state)) return job;
      }
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'unavailable') throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, retryMs));
  }
}

interface JobView {
  readonly job: Job | null;
  readonly error: AppError | null;
}
const nothingYet: JobView = { job: null, error: null };

/** The job as it is now, null until the first word of it or when there is no id. */
export function useJob(jobId: JobId | null): JobView {
  const client = useClient();
  const [state, setState] = useState<JobView & { readonly of: JobId | null }>({ ...nothingYet, of: null });
  useEffect(() => {
    if (jobId === null) return;
    const abort = new AbortController();
    const onState = (job: Job): void => setState({ of: jobId, job, error: null });
    followJob(client, jobId, onState, abort.signal).catch((error: unknown) => {
      if (abort.signal.aborted) return;
      const known = error instanceof AppError ? error : new AppError('internal', String(error));
      setState((former) => ({ of: jobId, job: former.of === jobId ? former.job : null, error: known }));
    });
    return () => abort.abort();
  }, [client, jobId]);
  // What is left over of another job is not shown for this one.
  return state.of === jobId ? state : nothingYet;
}

/** The newest jobs, asked for every second while one of them runs; null until they are known. */
export function useRecentJobs(): readonly Job[] | null {
  const { data } = useCall(
    'jobs',
    'list',
    { page: 0, pageSize: 20 },
    { keepPrevious: true, refetchWhile: ({ rows }) => (rows.some((job) => !isJobOver(job.state)) ? 1_000 : false) },
  );
  return data?.rows ?? null;
}

/** The jobs that wait or run now. */
export function useRunningJobs(): readonly Job[] {
  const jobs = useRecentJobs();
  return useMemo(() => jobs?.filter((job) => !isJobOver(job.state)) ?? [], [jobs]);
}
