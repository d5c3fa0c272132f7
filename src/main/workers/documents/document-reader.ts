import { AppError } from '../../../shared/domain/app-error';
import type { DocumentReader } from '../../core/ports';
import { lazyWorker, type SpawnWorker } from '../lazy-worker';
import { documentsContract } from './documents-contract';

/** How long the thread stays after its last document, in milliseconds. */
const idleMs = 30_000;
/** No honest document of the permitted size takes this long. */
const defaultLimitMs = 20_000;
/** A library that is busy does not hear that nobody waits any more: the thread is ended. */
const heedMs = 250;

/** Bounds for the thread: a document that wants more ends the thread and not the application. */
export const documentThreadLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 } as const;

/** The port `DocumentReader` over a thread that runs `documents/entry.ts`; `dispose` stops the thread. */
export function createDocumentReader(
  spawn: SpawnWorker,
  limitMs = defaultLimitMs,
): DocumentReader & { dispose(): Promise<void> } {
  const worker = lazyWorker(documentsContract, spawn, { idleMs, heedMs });
  return {
    async read(path, name, signal) {
      const timeUp = AbortSignal.timeout(limitMs);
      try {
        return await worker.client.documents.read({ path, name }, { signal: AbortSignal.any([signal, timeUp]) });
      } catch (error) {
        if (timeUp.aborted && !signal.aborted) throw tooSlow(name, error);
        // Out of memory: what wants more than the bounds is no offer.
        if (error instanceof AppError && error.reason === 'worker-stopped') throw damaged(name, error);
        throw error;
      }
    },
    dispose: () => worker.dispose(),
  };
}

function tooSlow(file: string, cause: unknown): AppError {
  return new AppError('invalid-input', 'The document took too long.', 'document-too-slow', { file }, { cause });
}

function damaged(file: string, cause: unknown): AppError {
  return new AppError('invalid-input', 'The document ended its reader.', 'document-damaged', { file }, { cause });
}
