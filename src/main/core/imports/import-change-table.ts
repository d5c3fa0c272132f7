import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ImportId } from '../../../shared/domain/ids';
import { isJson, oneOf } from '../db/columns';
import { importTable } from './import-table';

export const changedOwnerKinds = [
  'offer',
  'formation',
  'company',
  'contact',
  'component',
  'formation_manager',
] as const;

/**
 * What an import changed, told by the row as it was before and, once the import is undone, by the row as the import had
 * left it, which is what a redo puts back. Rows that an import made need no entry while they are in place: they carry
 * its id in `import_id`, and a revision above 1 when somebody changed them since.
 */
export const importChangeTable = sqliteTable(
  'import_change',
  {
    importId: integer('import_id')
      .$type<ImportId>()
      .notNull()
      .references(() => importTable.id, { onDelete: 'cascade' }),
    ownerKind: text('owner_kind', { enum: changedOwnerKinds }).notNull(),
    ownerId: integer('owner_id').notNull(),
    /** The revision that the import gave the row; another one now means that it was changed since. */
    revisionAfter: integer('revision_after').notNull(),
    /** JSON of the whole former row, its revision included; null when the import made the row. */
    before: text('before'),
    /** The same of the row that an undo put back or removed; null while the change is in place. */
    after: text('after'),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.ownerKind, table.ownerId] }),
    check('import_change_owner_kind', oneOf(table.ownerKind, changedOwnerKinds)),
    check('import_change_before', isJson(table.before)),
    check('import_change_after', isJson(table.after)),
    index('import_change_by_owner').on(table.ownerKind, table.ownerId),
  ],
);
