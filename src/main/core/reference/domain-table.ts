import { type AnySQLiteColumn, index, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Domains of ROME 4.0: a letter for a "grand domaine", a letter and two digits for a "domaine professionnel". */
export const domainTable = sqliteTable(
  'domain',
  {
    code: text('code').primaryKey(),
    label: text('label').notNull(),
    parentCode: text('parent_code').references((): AnySQLiteColumn => domainTable.code, { onDelete: 'restrict' }),
  },
  (table) => [index('domain_by_parent').on(table.parentCode)],
);
