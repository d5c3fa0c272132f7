import { createDashboardEngine, type DashboardEngine } from '../../core/dashboards/dashboard-engine';
import { openReadConnection } from '../../core/db/open-in-thread';
import { openSkillFinder } from '../../core/reading/skill-finder-service';
import { serveWorker } from '../serve-worker';
import { joinApplication } from '../join-application';
import { dashboardsContract } from './dashboards-contract';

const engines = new Map<string, DashboardEngine>();

/** The first answer comes first. */
const prepareAfterMs = 300;

interface Source {
  readonly databasePath: string;
  readonly referenceDir: string;
}

/** The engine of a database; the connection is closed by the end of the thread. */
function engineOf({ databasePath, referenceDir }: Source): DashboardEngine {
  const known = engines.get(databasePath);
  if (known) return known;
  const engine = createDashboardEngine(openReadConnection(databasePath).read, openSkillFinder(referenceDir));
  engines.set(databasePath, engine);
  setTimeout(() => prepareQuietly(engine), prepareAfterMs);
  return engine;
}

/** Reads what the first question did not need, such as the texts of formations, before another one does. */
function prepareQuietly(engine: DashboardEngine): void {
  try {
    engine.prepare();
  } catch {
    // The question that needs it says what is wrong.
  }
}

joinApplication();
serveWorker(dashboardsContract, {
  dashboards: {
    tab: ({ name, query, ...source }) => engineOf(source).tab(name, query),
    companyList: ({ query, standing, page, ...source }) => engineOf(source).companyList({ query, standing, page }),
    values: ({ query, facet, text, ...source }) => engineOf(source).values(query, facet, text),
    untaughtSkills: (source) => engineOf(source).untaughtSkills(),
    prepare: (source) => {
      engineOf(source).prepare();
      return null;
    },
  },
});
