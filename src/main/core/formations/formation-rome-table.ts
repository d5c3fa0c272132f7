import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FormationId } from '../../../shared/domain/ids';
import { formationTable } from './formation-table';

/** ROME codes of a formation as its file gives them: old codes that ROME 4.0 no longer lists are kept too. */
export const formationRomeTable = sqliteTable(
  'formation_rome',
  {
    formationId: integer('formation_id')
      .$type<FormationId>()
      .notNull()
      .references(() => formationTable.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    code: text('code').notNull(),
  },
  (table) => [primaryKey({ columns: [table.formationId, table.position] })],
);
