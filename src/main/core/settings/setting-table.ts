import { check, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { isJson } from '../db/columns';

/** What a person chose; a setting without a row has its default. */
export const settingTable = sqliteTable(
  'setting',
  {
    key: text('key').primaryKey(),
    value: text('value').notNull(),
  },
  (table) => [check('setting_value', isJson(table.value))],
);
