import { sql } from 'drizzle-orm';
import { check, index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { decisionKinds } from '../../../shared/domain/decision';
import type { DecisionId, FormationId, OfferId } from '../../../shared/domain/ids';
import { createdAt, id, oneOf } from '../db/columns';
import { formationTable } from '../formations/formation-table';
import { offerTable } from '../offers/offer-table';

/** What people decided about formations of offers: the ground truth. Rows are added and never changed. */
export const decisionTable = sqliteTable(
  'decision',
  {
    id: id<DecisionId>(),
    offerId: integer('offer_id')
      .$type<OfferId>()
      .notNull()
      .references(() => offerTable.id, { onDelete: 'cascade' }),
    formationId: integer('formation_id')
      .$type<FormationId>()
      .notNull()
      .references(() => formationTable.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: decisionKinds }).notNull(),
    /** The place that the person gave it, for `moved`. */
    rank: integer('rank'),
    /** The decision that is undone, for `taken-back`. It is about the same pair, and leaves with it as this one does. */
    targetId: integer('target_id').$type<DecisionId>(),
    note: text('note'),
    /** Who decided; null where nobody said. */
    person: text('person'),
    /** The model whose proposal was judged, with the rank and the score shown then; null when nothing was proposed. */
    modelId: text('model_id'),
    shownRank: integer('shown_rank'),
    shownScore: real('shown_score'),
    createdAt: createdAt(),
  },
  (table) => [
    check('decision_kind', oneOf(table.kind, decisionKinds)),
    check('decision_rank', sql`${table.rank} >= 1`),
    check('decision_shown_rank', sql`${table.shownRank} >= 1`),
    check('decision_shown_score', sql`${table.shownScore} between 0 and 1`),
    index('decision_by_offer_formation').on(table.offerId, table.formationId),
    index('decision_by_formation').on(table.formationId),
  ],
);
