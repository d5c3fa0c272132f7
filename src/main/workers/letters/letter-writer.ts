import type { LetterWriter } from '../../core/ports';
import { lazyWorker, type SpawnWorker } from '../lazy-worker';
import { lettersContract } from './letters-contract';

/** How long the thread stays after its last letter, in milliseconds. */
const idleMs = 30_000;

/** Bounds for the thread: a text that wants more ends the thread and not the application. */
export const letterThreadLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 } as const;

/** The port `LetterWriter` over a thread that runs `letters/entry.ts`; `dispose` stops the thread. */
export function createLetterWriter(spawn: SpawnWorker): LetterWriter & { dispose(): Promise<void> } {
  const worker = lazyWorker(lettersContract, spawn, { idleMs });
  return {
    writeDraft: async (letter, signal) => (await worker.client.letters.draft({ letter }, { signal })).draft,
    drawSheet: async (sheet, signal) => (await worker.client.letters.sheet({ sheet }, { signal })).pdf,
    drawReport: async (report, signal) => (await worker.client.letters.report({ report }, { signal })).pdf,
    dispose: () => worker.dispose(),
  };
}
