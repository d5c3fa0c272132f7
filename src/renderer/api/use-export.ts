import { useCallback, useState } from 'react';
import type { ExportFormat, ExportRequest } from '../../shared/contract/exports';
import { AppError } from '../../shared/domain/app-error';
import { useClient } from './client-context';
import { downloadFile } from './files';
import { followJob } from './use-job';

export type ExportOutcome =
  { readonly kind: 'done' } | { readonly kind: 'cancelled' } | { readonly kind: 'failed'; readonly error: AppError };

/**
 * Writes rows to a file and lets the person save it. `run` resolves with what became of it and never rejects, so that
 * the caller has one place to tell it.
 */
export function useExport(): {
  readonly isRunning: boolean;
  /** Without `columns` the file has all of them. */
  readonly run: (request: ExportRequest, format: ExportFormat, columns?: readonly string[]) => Promise<ExportOutcome>;
} {
  const client = useClient();
  const [isRunning, setIsRunning] = useState(false);
  const run = useCallback(
    async (request: ExportRequest, format: ExportFormat, columns?: readonly string[]): Promise<ExportOutcome> => {
      setIsRunning(true);
      try {
        const { jobId, fileId } = await client.exports.start({
          ...{ request, format },
          columns: columns ? [...columns] : null,
        });
        const job = await followJob(client, jobId, () => undefined, new AbortController().signal);
        if (job.state === 'cancelled') return { kind: 'cancelled' };
        if (job.state !== 'succeeded') {
          return { kind: 'failed', error: job.error ? AppError.fromWire(job.error) : new AppError('internal', '') };
        }
        downloadFile(fileId);
        return { kind: 'done' };
      } catch (error) {
        return { kind: 'failed', error: error instanceof AppError ? error : new AppError('internal', String(error)) };
      } finally {
        setIsRunning(false);
      }
    },
    [client],
  );
  return { isRunning, run };
}
