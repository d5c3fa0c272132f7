import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OfferId } from '../../../shared/domain/ids';
import { offerTable } from './offer-table';

/** An offer of which a person said that it is another one once more: it is archived, and points to that one. */
export const offerDuplicateTable = sqliteTable(
  'offer_duplicate',
  {
    offerId: integer('offer_id')
      .$type<OfferId>()
      .primaryKey()
      .references(() => offerTable.id, { onDelete: 'cascade' }),
    /** Null once the other one is gone: this one then opens again. */
    keptId: integer('kept_id')
      .$type<OfferId>()
      .references(() => offerTable.id, { onDelete: 'set null' }),
    saidAt: text('said_at').notNull(),
    /** The other one, also while it is gone: an import that is put in place again brings it back under its id. */
    saidKeptId: integer('said_kept_id').$type<OfferId>(),
    /** What this one was when it opened again because the other was gone; null while it stands aside. */
    reopenedRevision: integer('reopened_revision'),
  },
  (table) => [index('offer_duplicate_by_kept').on(table.keptId)],
);
