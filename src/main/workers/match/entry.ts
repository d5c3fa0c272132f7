import { matchContract } from '../contracts';
import { serveWorker } from '../serve-worker';
import { createOccupationNamer, type OccupationNamer } from './name-occupations';
import { readOccupations, type Occupations } from './occupations';
import { createRanker, type Ranker } from './rank';

// The match thread: it keeps the formations of one version between calls. `process.argv[2]` is the absolute path of the
// model folder, whose occupations are read when formations are loaded.
const folder = process.argv[2];

let current: { readonly version: string; readonly ranker: Ranker } | null = null;
let occupations: Promise<Occupations | null> | null = null;
/** Made when reasons are first asked for; most rankings never are. */
let namer: { readonly parameters: string; readonly name: OccupationNamer } | null = null;

async function modelOccupations(): Promise<Occupations | null> {
  occupations ??= folder === undefined ? Promise.resolve(null) : readOccupations(folder);
  try {
    return await occupations;
  } catch (error) {
    // Somebody may mend the folder.
    occupations = null;
    throw error;
  }
}

serveWorker(matchContract, {
  matcher: {
    load: async ({ version, formations, parameters }) => {
      const known = parameters.occupation === null ? null : await modelOccupations();
      current = { version, ranker: createRanker(formations, parameters, known) };
      return null;
    },
    rank: ({ version, offers, top }, signal) =>
      current?.version === version ? current.ranker.rank(offers, top, signal) : null,
    occupations: async ({ vectors, parameters, romeCodes }) => {
      const known = await modelOccupations();
      if (!known) return null;
      const key = JSON.stringify(parameters);
      if (namer?.parameters !== key) namer = { parameters: key, name: createOccupationNamer(known, parameters) };
      return namer.name(vectors, romeCodes).map((parts) => [...parts]);
    },
  },
});
