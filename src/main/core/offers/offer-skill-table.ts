import { index, integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { OfferId } from '../../../shared/domain/ids';
import { skillTable } from '../reference/skill-table';
import { offerTable } from './offer-table';

/** What an offer asks for, in its author's order. */
export const offerSkillTable = sqliteTable(
  'offer_skill',
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
    index('offer_skill_by_skill').on(table.skillId),
  ],
);
