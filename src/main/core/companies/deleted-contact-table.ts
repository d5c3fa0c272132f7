import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ContactId } from '../../../shared/domain/ids';
import { isJson } from '../db/columns';

/** Contacts that were removed a short while ago, with what referred to them, so that it can be undone. */
export const deletedContactTable = sqliteTable(
  'deleted_contact',
  {
    contactId: integer('contact_id').$type<ContactId>().primaryKey(),
    /** The row, as JSON. */
    row: text('row').notNull(),
    /** The rows that referred to it, as a JSON list. */
    referrers: text('referrers').notNull(),
    deletedAt: text('deleted_at').notNull(),
    /** The contact of the remaining company that it went with, when it is the same person at a merged one. */
    removedWith: integer('removed_with').$type<ContactId>(),
  },
  (table) => [
    check('deleted_contact_row', isJson(table.row)),
    check('deleted_contact_referrers', isJson(table.referrers)),
    index('deleted_contact_by_day').on(table.deletedAt),
  ],
);
