import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CompanyId } from '../../../shared/domain/ids';
import { companyTable } from './company-table';

/** Two companies that look alike and of which a person said that they are two. */
export const companyApartTable = sqliteTable(
  'company_apart',
  {
    /** The smaller id of the two. */
    oneId: integer('one_id')
      .$type<CompanyId>()
      .notNull()
      .references(() => companyTable.id, { onDelete: 'cascade' }),
    otherId: integer('other_id')
      .$type<CompanyId>()
      .notNull()
      .references(() => companyTable.id, { onDelete: 'cascade' }),
    saidAt: text('said_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.oneId, table.otherId] }),
    check('company_apart_order', sql`${table.oneId} < ${table.otherId}`),
    index('company_apart_by_other').on(table.otherId),
  ],
);
