import { type AnySQLiteColumn, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Occupations of ROME 4.0. `parent_code` is the wider, old-style code; an occupation without one is its own. */
export const romeOccupationTable = sqliteTable(
  'rome_occupation',
  {
    code: text('code').primaryKey(),
    label: text('label').notNull(),
    parentCode: text('parent_code')
      .notNull()
      .references((): AnySQLiteColumn => romeOccupationTable.code, { onDelete: 'restrict' }),
  },
  (table) => [index('rome_occupation_by_parent').on(table.parentCode)],
);
