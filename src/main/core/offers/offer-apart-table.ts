import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OfferId } from '../../../shared/domain/ids';
import { offerTable } from './offer-table';

/** Two offers that look alike and of which a person said that they are two. */
export const offerApartTable = sqliteTable(
  'offer_apart',
  {
    /** The smaller id of the two. */
    oneId: integer('one_id')
      .$type<OfferId>()
      .notNull()
      .references(() => offerTable.id, { onDelete: 'cascade' }),
    otherId: integer('other_id')
      .$type<OfferId>()
      .notNull()
      .references(() => offerTable.id, { onDelete: 'cascade' }),
    saidAt: text('said_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.oneId, table.otherId] }),
    check('offer_apart_order', sql`${table.oneId} < ${table.otherId}`),
    index('offer_apart_by_other').on(table.otherId),
  ],
);
