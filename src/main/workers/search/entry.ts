import { openReadConnection } from '../../core/db/open-in-thread';
import { createSearchEngine, type SearchEngine } from '../../core/search/search-engine';
import type { SearchPlace } from '../../core/ports';
import { serveWorker } from '../serve-worker';
import { joinApplication } from '../join-application';
import { searchContract } from './search-contract';

const engines = new Map<string, SearchEngine>();

/** The engine of a database; its connections are closed by the end of the thread. */
function engineOf({ databasePath, indexPath }: SearchPlace): SearchEngine {
  const known = engines.get(databasePath);
  if (known) return known;
  const engine = createSearchEngine(openReadConnection(databasePath).read, indexPath);
  engines.set(databasePath, engine);
  return engine;
}

/** Whatever the thread does, this memory is written by who asked. */
function isSet(givenUp: Int32Array): () => boolean {
  return () => Atomics.load(givenUp, 0) === 1;
}

joinApplication();
serveWorker(searchContract, {
  search: {
    offers: ({ question, givenUp, ...place }) => engineOf(place).search({ ...question, isGivenUp: isSet(givenUp) }),
    ids: ({ question, givenUp, ...place }) => engineOf(place).ids({ ...question, isGivenUp: isSet(givenUp) }),
    companies: ({ searched, givenUp, ...place }) =>
      engineOf(place).companies({ ...searched, isGivenUp: isSet(givenUp) }),
    facets: ({ searched, givenUp, ...place }) => engineOf(place).facets({ ...searched, isGivenUp: isSet(givenUp) }),
    values: ({ searched, typed, givenUp, ...place }) =>
      engineOf(place).values({ ...searched, isGivenUp: isSet(givenUp) }, typed),
    update: ({ forMs, ...place }) => engineOf(place).update(forMs),
    tidy: ({ forMs, ...place }) => engineOf(place).tidy(forMs),
  },
});
