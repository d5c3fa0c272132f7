import { check, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson } from '../db/columns';
import { romePackTable } from './rome-pack-table';

/** What a version of ROME says of one occupation. */
export const romeSheetTable = sqliteTable(
  'rome_sheet',
  {
    packId: integer('pack_id')
      .notNull()
      .references(() => romePackTable.id, { onDelete: 'cascade' }),
    code: text('code').notNull(),
    label: text('label').notNull(),
    parentCode: text('parent_code').notNull(),
    /** ROME's own number of the occupation, which stays when its code changes. */
    number: text('number').notNull(),
    /** JSON: definition, access, skills, contexts, neighbours. */
    content: text('content').notNull(),
  },
  (table) => [primaryKey({ columns: [table.packId, table.code] }), check('rome_sheet_content', isJson(table.content))],
);
