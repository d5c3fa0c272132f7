import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CompanyId } from '../../../shared/domain/ids';
import { id, isJson } from '../db/columns';
import { companyTable } from './company-table';

/** What a merge changed, so that it can be taken back at any time. */
export const companyMergeTable = sqliteTable(
  'company_merge',
  {
    id: id(),
    /** The company that was chosen to stay; it may have been merged into another since. */
    keptId: integer('kept_id')
      .$type<CompanyId>()
      .notNull()
      .references(() => companyTable.id, { onDelete: 'cascade' }),
    mergedId: integer('merged_id')
      .$type<CompanyId>()
      .notNull()
      .references(() => companyTable.id, { onDelete: 'cascade' }),
    /** Fields of the company that stays, with their values before and after, as a JSON list. */
    changes: text('changes').notNull(),
    /** What only one company may have and the other one gave up, as a JSON object. */
    givenUp: text('given_up').notNull(),
    /** Rows that refer to the company that stays and referred to the other one, as a JSON list. */
    moved: text('moved').notNull(),
    mergedAt: text('merged_at').notNull(),
  },
  (table) => [
    check('company_merge_changes', isJson(table.changes)),
    check('company_merge_given_up', isJson(table.givenUp)),
    check('company_merge_moved', isJson(table.moved)),
    uniqueIndex('company_merge_by_merged').on(table.mergedId),
    index('company_merge_by_kept').on(table.keptId),
  ],
);
