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

joinApplication();
serveWorker(searchContract, {
  search: {
    offers: ({ question, ...place }) => engineOf(place).search(question),
    ids: ({ question, ...place }) => engineOf(place).ids(question),
    companies: ({ searched, ...place }) => engineOf(place).companies(searched),
    facets: ({ searched, ...place }) => engineOf(place).facets(searched),
    values: ({ searched, typed, ...place }) => engineOf(place).values(searched, typed),
    update: ({ forMs, ...place }) => engineOf(place).update(forMs),
    tidy: ({ forMs, ...place }) => engineOf(place).tidy(forMs),
  },
});
