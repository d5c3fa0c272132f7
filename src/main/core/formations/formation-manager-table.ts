import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FormationManagerId, ImportId } from '../../../shared/domain/ids';
import { createdAt, id } from '../db/columns';
import { importTable } from '../imports/import-table';

/** Who runs a formation and passes offers on to its students. */
export const formationManagerTable = sqliteTable(
  'formation_manager',
  {
    id: id<FormationManagerId>(),
    name: text('name').notNull(),
    email: text('email'),
    /** The e-mail address in lower case, else the folded name: how a file finds the person again. */
    identityKey: text('identity_key').notNull(),
    /** The import that made it on the way; null for one made otherwise. */
    importId: integer('import_id')
      .$type<ImportId>()
      .references(() => importTable.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('formation_manager_by_identity').on(table.identityKey),
    index('formation_manager_by_import')
      .on(table.importId)
      .where(sql`${table.importId} is not null`),
  ],
);
