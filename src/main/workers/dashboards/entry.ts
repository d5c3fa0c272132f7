import { createDashboardEngine, type DashboardEngine } from '../../core/dashboards/dashboard-engine';
import { openReadConnection } from '../../core/db/open-in-thread';
import { openSkillFinder } from '../../core/reading/skill-finder-service';
import { serveWorker } from '../serve-worker';
import { dashboardsContract } from './dashboards-contract';

const engines = new Map<string, DashboardEngine>();

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
  return engine;
}

serveWorker(dashboardsContract, {
  dashboards: {
    tab: ({ name, query, ...source }) => engineOf(source).tab(name, query),
    companyList: ({ query, standing, page, ...source }) => engineOf(source).companyList({ query, standing, page }),
    values: ({ query, facet, text, ...source }) => engineOf(source).values(query, facet, text),
    prepare: (source) => {
      engineOf(source).prepare();
      return null;
    },
  },
});
