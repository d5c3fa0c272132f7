import { sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The places that offers name, as `placeOf` understands them: a compact table, because few wordings come again and again.
 * An offer leads here by its `city_key`; one that names no place has none.
 */
export const placeTable = sqliteTable('place', {
  /** The name without accents and case. */
  key: text('key').primaryKey(),
  name: text('name').notNull(),
  /** Of INSEE; null where no commune is decided. */
  communeCode: text('commune_code'),
  department: text('department'),
  region: text('region'),
});
