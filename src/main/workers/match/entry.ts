import { matchContract } from '../contracts';
import { serveWorker } from '../serve-worker';
import { createRanker, type Ranker } from './rank';

// The match thread: it keeps the formations of one version between calls.
let current: { readonly version: string; readonly ranker: Ranker } | null = null;

serveWorker(matchContract, {
  matcher: {
    load: ({ version, formations, parameters }) => {
      current = { version, ranker: createRanker(formations, parameters) };
      return null;
    },
    rank: ({ version, offers, top }, signal) =>
      current?.version === version ? current.ranker.rank(offers, top, signal) : null,
  },
});
