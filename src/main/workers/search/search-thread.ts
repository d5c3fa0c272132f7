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
    search: (place, question, signal) => search.offers({ ...place, question }, { signal }),
    ids: (place, question, signal) => search.ids({ ...place, question }, { signal }),
    companies: (place, searched, signal) => search.companies({ ...place, searched }, { signal }),
    facets: (place, searched, signal) => search.facets({ ...place, searched }, { signal }),
    values: (place, searched, typed, signal) => search.values({ ...place, searched, typed }, { signal }),
    update: (place, forMs, signal) => search.update({ ...place, forMs }, { signal }),
    tidy: (place, forMs, signal) => search.tidy({ ...place, forMs }, { signal }),
    dispose: () => worker.dispose(),
  };
}
