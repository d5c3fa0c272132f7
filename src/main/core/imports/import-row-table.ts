import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ImportId } from '../../../shared/domain/ids';
import { importRowStates } from '../../../shared/domain/import';
import { isJson, oneOf } from '../db/columns';
import { importTable } from './import-table';

/** One line of an imported file and what became of it. */
export const importRowTable = sqliteTable(
  'import_row',
  {
    importId: integer('import_id')
      .$type<ImportId>()
      .notNull()
      .references(() => importTable.id, { onDelete: 'cascade' }),
    /** Where the row begins in the file, counted from 1. */
    line: integer('line').notNull(),
    state: text('state', { enum: importRowStates }).notNull(),
    /** JSON list of row issues; null when there is none. */
    issues: text('issues'),
    /** JSON list of the raw cells, in the order of the import's header. */
    cells: text('cells').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.line] }),
    check('import_row_state', oneOf(table.state, importRowStates)),
    check('import_row_issues', isJson(table.issues)),
    index('import_row_by_state').on(table.importId, table.state, table.line),
  ],
);
