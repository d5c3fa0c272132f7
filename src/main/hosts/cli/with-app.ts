import { contract, type AppClient } from '../../../shared/contract/contract';
import { AppError, cancelled } from '../../../shared/domain/app-error';
import type { JobId } from '../../../shared/domain/ids';
import { isJobOver, type Job } from '../../../shared/domain/job';
import { createClient } from '../../../shared/rpc/client';
import { inProcessTransport } from '../../../shared/rpc/in-process';
import { compose, type ComposedApp } from '../compose';
import type { AppPaths } from '../paths';
import type { Terminal } from './terminal';

/** What a command works with. */
export interface CommandContext {
  readonly paths: AppPaths;
  readonly terminal: Terminal;
  /** Aborts at Ctrl+C. */
  readonly signal: AbortSignal;
}

/** Opens the application on its data, lets `work` use it, and closes it whatever happens. Throws what `compose` throws. */
export async function withApp<T>(
  { paths }: CommandContext,
  work: (client: AppClient, composed: ComposedApp) => Promise<T>,
): Promise<T> {
  const composed = await compose({ paths, shell: 'terminal' });
  try {
    return await work(createClient(contract, inProcessTransport(composed.dispatcher)), composed);
  } finally {
    await composed.dispose();
  }
}

/**
 * Follows a job to its end and returns it. Ctrl+C cancels it. Throws its own error when it failed, and `cancelled`.
 */
export async function followJob(client: AppClient, jobId: JobId, { terminal, signal }: CommandContext): Promise<Job> {
  const cancel = (): void => void client.jobs.cancel({ jobId }).catch(() => undefined);
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    for await (const job of client.jobs.watch({ jobId })) {
      if (job.progress) terminal.progress({ ...job.progress, label: terminal.texts.steps[job.progress.step] });
      if (isJobOver(job.state)) return successOf(job);
    }
    throw new AppError('internal', 'The job ended without saying how.');
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

function successOf(job: Job): Job {
  if (job.state === 'succeeded') return job;
  if (job.state === 'cancelled') throw cancelled();
  throw job.error
    ? AppError.fromWire(job.error)
    : new AppError('unavailable', 'The job was interrupted.', 'worker-stopped');
}

/** Ends the ranking that an import has started: on the command line, `rank` does it when it is asked for. */
export async function leaveRanking(client: AppClient): Promise<void> {
  const { rows } = await client.jobs.list({ page: 0, pageSize: 20 });
  for (const { id, kind, state } of rows) {
    if (kind === 'rank' && !isJobOver(state)) await client.jobs.cancel({ jobId: id });
  }
}
