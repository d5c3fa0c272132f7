import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OfferId } from '../../../shared/domain/ids';
import { isJson } from '../db/columns';

/** Offers that were deleted a short while ago, with all rows that hung on them, so that it can be undone. */
export const deletedOfferTable = sqliteTable(
  'deleted_offer',
  {
    offerId: integer('offer_id').$type<OfferId>().primaryKey(),
    /** The rows by table, those that others refer to first, as a JSON list. */
    rows: text('rows').notNull(),
    deletedAt: text('deleted_at').notNull(),
  },
  (table) => [check('deleted_offer_rows', isJson(table.rows)), index('deleted_offer_by_day').on(table.deletedAt)],
);
