import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { FormationId, OfferId } from '../../../shared/domain/ids';
import { formationTable } from '../formations/formation-table';
import { createdAt, id, oneOf } from '../db/columns';
import { offerTable } from '../offers/offer-table';

export const decisionKinds = ['accepted', 'rejected', 'reordered'] as const;

/** What a person decided about a match: the ground truth, never overwritten by a later one. */
export const decisionTable = sqliteTable(
  'decision',
  {
    id: id(),
    offerId: integer('offer_id')
      .$type<OfferId>()
      .notNull()
      .references(() => offerTable.id, { onDelete: 'cascade' }),
    formationId: integer('formation_id')
      .$type<FormationId>()
      .notNull()
      .references(() => formationTable.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: decisionKinds }).notNull(),
    /** The place that the person gave it, for `reordered`. */
    rank: integer('rank'),
    /** The model whose proposal was judged; null when the person chose without one. */
    modelId: text('model_id'),
    createdAt: createdAt(),
  },
  (table) => [
    check('decision_kind', oneOf(table.kind, decisionKinds)),
    check('decision_rank', sql`${table.rank} >= 1`),
    index('decision_by_offer_formation').on(table.offerId, table.formationId),
    index('decision_by_formation').on(table.formationId),
  ],
);
