import { sql } from 'drizzle-orm';
import { check, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { id, isJson } from '../db/columns';

/** A version of ROME that a person imported; one is in use at most, and the one before it is kept for the way back. */
export const romePackTable = sqliteTable(
  'rome_pack',
  {
    id: id(),
    /** As its `version.txt` counts. */
    version: integer('version').notNull(),
    title: text('title').notNull(),
    publishedOn: text('published_on'),
    importedAt: text('imported_at').notNull(),
    isInUse: integer('is_in_use', { mode: 'boolean' }).notNull(),
    /** JSON: the domains, each with its code, its label and the code of the one that it belongs to. */
    domains: text('domains').notNull(),
    /** JSON: codes that were known and that it no longer has, each with the one that it has instead. */
    moved: text('moved').notNull(),
    /** JSON: the records whose codes were moved, each with its codes before and after. */
    changed: text('changed').notNull(),
  },
  (table) => [
    check('rome_pack_is_in_use', sql`${table.isInUse} in (0, 1)`),
    check('rome_pack_domains', isJson(table.domains)),
    check('rome_pack_moved', isJson(table.moved)),
    check('rome_pack_changed', isJson(table.changed)),
    uniqueIndex('rome_pack_in_use')
      .on(table.isInUse)
      .where(sql`is_in_use = 1`),
  ],
);
