import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { choiceStates } from '../../../shared/domain/decision';
import type { DecisionId, FormationId, OfferId } from '../../../shared/domain/ids';
import { oneOf } from '../db/columns';
import { formationTable } from '../formations/formation-table';
import { offerTable } from '../offers/offer-table';
import { decisionTable } from './decision-table';

/**
 * What follows from all decisions on an offer: how each decided formation stands by now. Written anew with every
 * decision, so that lists need not follow them all. The view `first_formation` says with it which formation is an
 * offer's first: the first chosen one, and where nobody chose, the best proposed one that nobody rejected.
 */
export const offerChoiceTable = sqliteTable(
  'offer_choice',
  {
    offerId: integer('offer_id')
      .$type<OfferId>()
      .notNull()
      .references(() => offerTable.id, { onDelete: 'cascade' }),
    formationId: integer('formation_id')
      .$type<FormationId>()
      .notNull()
      .references(() => formationTable.id, { onDelete: 'cascade' }),
    state: text('state', { enum: choiceStates }).notNull(),
    /** From 1 among the chosen ones; null for a rejected one. */
    place: integer('place'),
    decisionId: integer('decision_id')
      .$type<DecisionId>()
      .notNull()
      .references(() => decisionTable.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.offerId, table.formationId] }),
    check('offer_choice_state', oneOf(table.state, choiceStates)),
    check('offer_choice_place', sql`(${table.place} is null) = (${table.state} = 'rejected') and ${table.place} >= 1`),
    uniqueIndex('offer_choice_by_place').on(table.offerId, table.place),
    index('offer_choice_by_formation').on(table.formationId, table.place),
    index('offer_choice_by_decision').on(table.decisionId),
  ],
);
