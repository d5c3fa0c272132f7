import { sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DashboardViewId } from '../../../shared/domain/ids';
import { createdAt, id, updatedAt } from '../db/columns';

/** A dashboard that somebody named: which tab, with which criteria. */
export const dashboardViewTable = sqliteTable(
  'dashboard_view',
  {
    id: id<DashboardViewId>(),
    name: text('name').notNull(),
    /** The name without accents and case: two views never share it. */
    nameKey: text('name_key').notNull(),
    /** The part of the address behind the question mark, which the page reads and forgives as any other. */
    address: text('address').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [uniqueIndex('dashboard_view_by_name').on(table.nameKey)],
);
