import { throwIfCancelled } from '../../../shared/domain/app-error';
import type { WriteThread } from '../../core/ports';
import { lazyWorker, type SpawnWorker } from '../lazy-worker';
import { writeContract } from './write-contract';

/** How long the thread stays after its last work, in milliseconds: an import is followed by a checkpoint. */
const idleMs = 10_000;

/** Bounds for the thread: a small nursery, so that the rows of a long file are cleared early. */
export const writeThreadLimits = { maxYoungGenerationSizeMb: 6 } as const;

/** The port `WriteThread` over a thread that runs `write/entry.ts`; `dispose` stops the thread. */
export function createWriteThread(spawn: SpawnWorker): WriteThread & { dispose(): Promise<void> } {
  const worker = lazyWorker(writeContract, spawn, { idleMs });
  const { write } = worker.client;
  return {
    async store(databasePath, order, { signal, onProgress }) {
      throwIfCancelled(signal);
      // A thread that is gone has nothing left to cancel.
      const cancel = (): void => void write.cancel({ importId: order.importId }).catch(() => undefined);
      signal.addEventListener('abort', cancel, { once: true });
      try {
        for await (const event of write.store({ databasePath, order })) {
          if (event.step === 'over') return event.rows;
          onProgress(event.step, event.bytesRead);
        }
      } finally {
        signal.removeEventListener('abort', cancel);
      }
      throw new Error('The thread ended without saying what became of the rows.');
    },
    async checkpoint(databasePath) {
      await write.checkpoint({ databasePath });
    },
    copy: (databasePath, target) => write.copy({ databasePath, target }),
    async encryptBackup(path, keyId) {
      await write.encryptBackup({ path, keyId });
    },
    rehearse: (backupPath, place) => write.rehearse({ backupPath, place }),
    findChangedBlock: async (databasePath) => (await write.findChangedBlock({ databasePath })).at,
    salvage: (place) => write.salvage(place),
    integrity: async (databasePath) => (await write.integrity({ databasePath })).found,
    dispose: () => worker.dispose(),
  };
}
