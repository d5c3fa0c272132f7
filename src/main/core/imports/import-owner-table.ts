import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ImportId } from '../../../shared/domain/ids';
import { importKinds } from '../../../shared/domain/import';
import { isJson, oneOf } from '../db/columns';
import { importTable } from './import-table';

/**
 * Which record each row of a batch stands for. Beside `import_batch`, whose blobs a search from a record back to its
 * rows must not walk over.
 */
export const importOwnerTable = sqliteTable(
  'import_owner',
  {
    importId: integer('import_id')
      .$type<ImportId>()
      .notNull()
      .references(() => importTable.id, { onDelete: 'cascade' }),
    /** As in `import_batch`. */
    firstLine: integer('first_line').notNull(),
    /** Offers, formations or companies. */
    kind: text('kind', { enum: importKinds }).notNull(),
    /** The lowest and the highest id among them: what another record never looks into. */
    lowest: integer('lowest').notNull(),
    highest: integer('highest').notNull(),
    /** JSON list: the id of each row's record, null for a row that was rejected. */
    owners: text('owners').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.firstLine] }),
    check('import_owner_kind', oneOf(table.kind, importKinds)),
    check('import_owner_owners', isJson(table.owners)),
    index('import_owner_by_range').on(table.kind, table.lowest, table.highest),
  ],
);
