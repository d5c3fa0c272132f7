import { asc, eq, and } from 'drizzle-orm';
import type { z } from 'zod';
import type { NamedView, namedViews } from '../../../shared/contract/named-views';
import { AppError } from '../../../shared/domain/app-error';
import { fold } from '../../../shared/domain/fold';
import type { NamedViewId } from '../../../shared/domain/ids';
import type { ViewPage } from '../../../shared/domain/named-view';
import type { Database } from '../db/open';
import type { Clock } from '../ports';
import { namedViewTable } from './named-view-table';

type SaveRequest = z.output<typeof namedViews.save.input>;

export interface NamedViewService {
  /** All named views of a page, by name. */
  list(page: ViewPage): NamedView[];
  /** Throws `conflict` (`view-name-taken`) when another view of the page has the name. */
  save(request: SaveRequest): Promise<NamedView>;
  /** Notes that somebody looks at a view now. */
  see(viewId: NamedViewId): Promise<void>;
  remove(viewId: NamedViewId): Promise<void>;
}

/** What somebody named of a page, on the database. */
export function createNamedViewService(parts: {
  readonly database: Database;
  readonly clock: Clock;
}): NamedViewService {
  const { database, clock } = parts;
  const { id, page, name, address, seenAt, nameKey } = namedViewTable;
  const view = { id, page, name, address, seenAt };
  const now = (): string => clock.now().toISOString();
  return {
    list: (wanted) =>
      database.read.orm.select(view).from(namedViewTable).where(eq(page, wanted)).orderBy(asc(nameKey)).all(),
    save: ({ viewId, seenAt: lastSeen, ...request }) =>
      database.write((db) => {
        const key = fold(request.name);
        const isNamed = and(eq(page, request.page), eq(nameKey, key));
        const other = db.orm.select({ id }).from(namedViewTable).where(isNamed).get();
        if (other && other.id !== viewId) {
          throw new AppError('conflict', `Another view is called "${request.name}".`, 'view-name-taken');
        }
        const at = now();
        const values = { ...request, nameKey: key, updatedAt: at };
        return db.orm
          .insert(namedViewTable)
          .values({ ...(viewId === null ? {} : { id: viewId }), ...values, seenAt: lastSeen ?? at, createdAt: at })
          .onConflictDoUpdate({ target: id, set: lastSeen === undefined ? values : { ...values, seenAt: lastSeen } })
          .returning(view)
          .get();
      }),
    see: (viewId) =>
      database.write((db) => {
        db.orm.update(namedViewTable).set({ seenAt: now() }).where(eq(id, viewId)).run();
      }),
    remove: (viewId) =>
      database.write((db) => {
        db.orm.delete(namedViewTable).where(eq(id, viewId)).run();
      }),
  };
}
