import { createDashboardEngine, type DashboardEngine } from '../../src/main/core/dashboards/dashboard-engine';
import { openReadConnection } from '../../src/main/core/db/open-in-thread';
import type { DashboardFinder } from '../../src/main/core/dashboards/manners';
import type { Database } from '../../src/main/core/db/open';
import { openTemporaryDatabase } from './temporary-database';

/** Without words of its own: what formations teach is what they say. */
const noWords: DashboardFinder = { skillsIn: () => [], labelsOf: () => [] };

/** An engine beside the database that it counts, each on a connection of its own, as in the application. */
export interface OpenDashboards extends AsyncDisposable {
  readonly database: Database;
  readonly engine: DashboardEngine;
  /** Runs statements that change something, each with its values, in one transaction. */
  change(...statements: readonly (readonly [sql: string, ...values: (string | number | null)[]])[]): Promise<void>;
}

export function openDashboards(skillFinder = noWords): OpenDashboards {
  const place = openTemporaryDatabase();
  const { database } = place;
  const connection = openReadConnection(database.path);
  return {
    database,
    engine: createDashboardEngine(connection.read, skillFinder),
    change: (...statements) =>
      database.write((db) => {
        for (const [sql, ...values] of statements) db.prepare(sql).run(...values);
      }),
    async [Symbol.asyncDispose]() {
      connection.close();
      await place[Symbol.asyncDispose]();
    },
  };
}
