import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { OfferId } from '../../../shared/domain/ids';
import { offerTable } from '../offers/offer-table';
import { skillTable } from '../reference/skill-table';

/**
 * The skills that were read in the text of an offer whose author named none. Beside `offer_skill` and not in it, so that
 * no import, edit or undo can take them for what somebody said; the view `offer_any_skill` holds both with their origin.
 */
export const offerReadSkillTable = sqliteTable(
  'offer_read_skill',
  {
    offerId: integer('offer_id')
      .$type<OfferId>()
      .notNull()
      .references(() => offerTable.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    skillId: integer('skill_id')
      .notNull()
      .references(() => skillTable.id, { onDelete: 'restrict' }),
  },
  (table) => [
    primaryKey({ columns: [table.offerId, table.position] }),
    index('offer_read_skill_by_skill').on(table.skillId),
  ],
);
