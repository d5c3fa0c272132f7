import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FormationId, OfferId } from '../../../shared/domain/ids';
import { formationTable } from '../formations/formation-table';
import { offerTable } from '../offers/offer-table';

/** One formation proposed for one offer. */
export const matchTable = sqliteTable(
  'match',
  {
    offerId: integer('offer_id')
      .$type<OfferId>()
      .notNull()
      .references(() => offerTable.id, { onDelete: 'cascade' }),
    /** From 1, the best first. */
    rank: integer('rank').notNull(),
    formationId: integer('formation_id')
      .$type<FormationId>()
      .notNull()
      .references(() => formationTable.id, { onDelete: 'cascade' }),
    modelId: text('model_id').notNull(),
    score: real('score').notNull(),
    semantic: real('semantic').notNull(),
    lexical: real('lexical').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.offerId, table.rank] }),
    check('match_rank', sql`${table.rank} >= 1`),
    check('match_score', sql`${table.score} between 0 and 1`),
    check('match_semantic', sql`${table.semantic} between 0 and 1`),
    check('match_lexical', sql`${table.lexical} between 0 and 1`),
    index('match_by_formation_rank').on(table.formationId, table.rank),
  ],
);
