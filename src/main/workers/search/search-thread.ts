import type { SearchThread } from '../../core/ports';
import { lazyWorker, type SpawnWorker } from '../lazy-worker';
import { searchContract } from './search-contract';

/** How long the thread keeps vectors and words after the last question, in milliseconds: people look for several things. */
const idleMs = 30 * 60_000;

/** Bounds for the thread: a small nursery, so that the texts that are indexed are cleared early. */
export const searchThreadLimits = { maxYoungGenerationSizeMb: 16 } as const;

/** The port `SearchThread` over a thread that runs `search/entry.ts`; `dispose` stops the thread. */
export function createSearchThread(spawn: SpawnWorker): SearchThread & { dispose(): Promise<void> } {
  const worker = lazyWorker(searchContract, spawn, { idleMs });
  const { search } = worker.client;
  return {
    search: (place, question, signal) =>
      heeding(signal, (givenUp) => search.offers({ ...place, question, givenUp }, { signal })),
    ids: (place, question, signal) =>
      heeding(signal, (givenUp) => search.ids({ ...place, question, givenUp }, { signal })),
    companies: (place, searched, signal) =>
      heeding(signal, (givenUp) => search.companies({ ...place, searched, givenUp }, { signal })),
    facets: (place, searched, signal) =>
      heeding(signal, (givenUp) => search.facets({ ...place, searched, givenUp }, { signal })),
    values: (place, searched, typed, signal) =>
      heeding(signal, (givenUp) => search.values({ ...place, searched, typed, givenUp }, { signal })),
    update: (place, forMs, signal) => search.update({ ...place, forMs }, { signal }),
    tidy: (place, forMs, signal) => search.tidy({ ...place, forMs }, { signal }),
    dispose: () => worker.dispose(),
  };
}

/**
 * Asks with a number that the thread reads between two steps, and that tells it at once when nobody waits any more: a
 * message would reach it after its answer.
 */
async function heeding<T>(signal: AbortSignal | undefined, ask: (givenUp: Int32Array) => Promise<T>): Promise<T> {
  const givenUp = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const giveUp = (): void => void Atomics.store(givenUp, 0, 1);
  signal?.addEventListener('abort', giveUp, { once: true });
  try {
    return await ask(givenUp);
  } finally {
    signal?.removeEventListener('abort', giveUp);
  }
}
