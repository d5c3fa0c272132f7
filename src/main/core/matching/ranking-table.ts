import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { OfferId } from '../../../shared/domain/ids';
import { oneOf } from '../db/columns';
import { offerTable } from '../offers/offer-table';

/** What a ranking can end with; an offer without a row here is still pending. */
export const rankingOutcomes = ['ranked', 'no-suitable-formation', 'insufficient-text'] as const;

/** The outcome of matching one offer, and what it was computed from. */
export const rankingTable = sqliteTable(
  'ranking',
  {
    offerId: integer('offer_id')
      .$type<OfferId>()
      .primaryKey()
      .references(() => offerTable.id, { onDelete: 'cascade' }),
    modelId: text('model_id').notNull(),
    /** Names what the result depends on besides the offer, whose changes remove the row: formations, scoring, threshold. */
    basis: text('basis').notNull(),
    outcome: text('outcome', { enum: rankingOutcomes }).notNull(),
    bestScore: real('best_score'),
    rankedAt: text('ranked_at').notNull(),
  },
  (table) => [
    check('ranking_outcome', oneOf(table.outcome, rankingOutcomes)),
    index('ranking_by_outcome_score').on(table.outcome, table.bestScore),
    index('ranking_by_basis').on(table.modelId, table.basis),
  ],
);
