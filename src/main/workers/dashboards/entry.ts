import { createDashboardEngine, type DashboardEngine } from '../../core/dashboards/dashboard-engine';
import { openReadConnection } from '../../core/db/open-in-thread';
import { serveWorker } from '../serve-worker';
import { dashboardsContract } from './dashboards-contract';

const engines = new Map<string, DashboardEngine>();

/** The engine of a database; the connection is closed by the end of the thread. */
function engineOf(databasePath: string): DashboardEngine {
  const known = engines.get(databasePath);
  if (known) return known;
  const engine = createDashboardEngine(openReadConnection(databasePath).read);
  engines.set(databasePath, engine);
  return engine;
}

serveWorker(dashboardsContract, {
  dashboards: {
    tab: ({ databasePath, name, query }) => engineOf(databasePath).tab(name, query),
    companyList: ({ databasePath, ...question }) => engineOf(databasePath).companyList(question),
    values: ({ databasePath, query, facet, text }) => engineOf(databasePath).values(query, facet, text),
    prepare: ({ databasePath }) => {
      engineOf(databasePath).prepare();
      return null;
    },
  },
});
