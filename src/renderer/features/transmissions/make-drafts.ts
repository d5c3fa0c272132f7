import type { AppClient } from '../../../shared/contract/contract';
import type { PreparedDraft } from '../../../shared/contract/transmissions';
import { AppError } from '../../../shared/domain/app-error';
import type { JobId } from '../../../shared/domain/ids';
import type { Job } from '../../../shared/domain/job';
import { downloadFile } from '../../api/files';
import { followJob } from '../../api/use-job';

/**
 * Follows a job that makes drafts, also when the page is left meanwhile, and saves what it made; null when somebody
 * cancelled it. Throws what it failed for.
 */
export async function makeDrafts(
  client: AppClient,
  started: Promise<{ readonly jobId: JobId }>,
  onState: (job: Job) => void = () => undefined,
): Promise<readonly PreparedDraft[] | null> {
  const { jobId } = await started;
  const job = await followJob(client, jobId, onState, new AbortController().signal);
  if (job.state === 'cancelled') return null;
  if (job.state !== 'succeeded') throw job.error ? AppError.fromWire(job.error) : new AppError('internal', '');
  const { drafts } = await client.transmissions.drafts({ jobId });
  for (const { fileId } of drafts) downloadFile(fileId);
  return drafts;
}
