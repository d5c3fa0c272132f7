import { asc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { DashboardView, dashboardViews } from '../../../shared/contract/dashboard-views';
import { AppError } from '../../../shared/domain/app-error';
import { fold } from '../../../shared/domain/fold';
import type { DashboardViewId } from '../../../shared/domain/ids';
import type { Database } from '../db/open';
import type { Clock } from '../ports';
import { dashboardViewTable } from './dashboard-view-table';

type SaveRequest = z.output<typeof dashboardViews.save.input>;

export interface DashboardViewService {
  /** All named dashboards, by name. */
  list(): DashboardView[];
  /** Throws `conflict` (`view-name-taken`) when another view has the name. */
  save(request: SaveRequest): Promise<DashboardView>;
  remove(viewId: DashboardViewId): Promise<void>;
}

/** Dashboards that somebody named, on the database. */
export function createDashboardViewService(parts: {
  readonly database: Database;
  readonly clock: Clock;
}): DashboardViewService {
  const { database, clock } = parts;
  const { id, name, address, nameKey } = dashboardViewTable;
  const view = { id, name, address };
  return {
    list: () => database.read.orm.select(view).from(dashboardViewTable).orderBy(asc(nameKey)).all(),
    save: (request) =>
      database.write((db) => {
        const key = fold(request.name);
        const other = db.orm.select({ id }).from(dashboardViewTable).where(eq(nameKey, key)).get();
        if (other && other.id !== request.viewId) {
          throw new AppError('conflict', `Another view is called "${request.name}".`, 'view-name-taken');
        }
        const at = clock.now().toISOString();
        const values = { name: request.name, nameKey: key, address: request.address, updatedAt: at };
        return db.orm
          .insert(dashboardViewTable)
          .values({ ...(request.viewId === null ? {} : { id: request.viewId }), ...values, createdAt: at })
          .onConflictDoUpdate({ target: id, set: values })
          .returning(view)
          .get();
      }),
    remove: (viewId) =>
      database.write((db) => {
        db.orm.delete(dashboardViewTable).where(eq(id, viewId)).run();
      }),
  };
}
