import { useMemo, useState } from 'react';
import type { AppClient } from '../../shared/contract/contract';
import type { ExportFormat, ExportRequest } from '../../shared/contract/exports';
import { AppError } from '../../shared/domain/app-error';
import type { FileId, JobId } from '../../shared/domain/ids';
import { useClient } from './client-context';
import { downloadFile } from './files';
import { followJob } from './use-job';

export type ExportOutcome =
  /** `cutCells`: how many the format had no room for and cut off. */
  | { readonly kind: 'done'; readonly cutCells: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: AppError };

type PackageOrder = Parameters<AppClient['packages']['write']>[0];

/**
 * Writes rows to a file and lets the person save it. What is asked for resolves with what became of it and never
 * rejects, so that the caller has one place to tell it.
 */
export interface Exporting {
  readonly isRunning: boolean;
  /** Without `columns` the file has all of them. */
  readonly run: (request: ExportRequest, format: ExportFormat, columns?: readonly string[]) => Promise<ExportOutcome>;
  /** A package for another university. */
  readonly share: (order: PackageOrder) => Promise<ExportOutcome>;
}

export function useExport(): Exporting {
  const client = useClient();
  const [isRunning, setIsRunning] = useState(false);
  const actions = useMemo(() => {
    const save = async (start: () => Promise<{ jobId: JobId; fileId: FileId }>): Promise<ExportOutcome> => {
      setIsRunning(true);
      try {
        const { jobId, fileId } = await start();
        const job = await followJob(client, jobId, () => undefined, new AbortController().signal);
        if (job.state === 'cancelled') return { kind: 'cancelled' };
        if (job.state !== 'succeeded') {
          return { kind: 'failed', error: job.error ? AppError.fromWire(job.error) : new AppError('internal', '') };
        }
        downloadFile(fileId);
        return { kind: 'done', cutCells: Number(job.summary['cutCells'] ?? 0) };
      } catch (error) {
        return { kind: 'failed', error: error instanceof AppError ? error : new AppError('internal', String(error)) };
      } finally {
        setIsRunning(false);
      }
    };
    return {
      run: (request: ExportRequest, format: ExportFormat, columns?: readonly string[]) =>
        save(() => client.exports.start({ request, format, columns: columns ? [...columns] : null })),
      share: (order: PackageOrder) => save(() => client.packages.write(order)),
    };
  }, [client]);
  return { isRunning, ...actions };
}
