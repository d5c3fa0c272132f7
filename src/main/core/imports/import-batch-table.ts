import { blob, check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ImportId } from '../../../shared/domain/ids';
import { isJson } from '../db/columns';
import { importTable } from './import-table';

/**
 * Some hundred lines of an imported file that follow each other, and what became of each. Packed together, because a
 * row of its own for every line took as long to store as the offer that it stands for.
 */
export const importBatchTable = sqliteTable(
  'import_batch',
  {
    importId: integer('import_id')
      .$type<ImportId>()
      .notNull()
      .references(() => importTable.id, { onDelete: 'cascade' }),
    /** Where the first of its rows begins in the file, counted from 1. */
    firstLine: integer('first_line').notNull(),
    /** How many of its rows are in each state, and how many have something said about them. */
    created: integer('created').notNull(),
    updated: integer('updated').notNull(),
    unchanged: integer('unchanged').notNull(),
    rejected: integer('rejected').notNull(),
    withIssues: integer('with_issues').notNull(),
    /** JSON list: where each row begins. */
    lines: text('lines').notNull(),
    /** JSON list: the state of each row. */
    states: text('states').notNull(),
    /** JSON list: the issues of each row, null where there are none; null when no row has any. */
    issues: text('issues'),
    // Last, so that counting and finding rows never walks its overflow pages.
    /** The raw cells of each row in the order of the import's header, as the reader of files packs them. */
    cells: blob('cells', { mode: 'buffer' }).notNull(),
    /** JSON list: what a trial found of each row, null where it found nothing; null for an import. */
    trials: text('trials'),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.firstLine] }),
    check('import_batch_lines', isJson(table.lines)),
    check('import_batch_states', isJson(table.states)),
    check('import_batch_issues', isJson(table.issues)),
  ],
);
