import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { FormationId, FormationManagerId, OfferId, TransmissionId } from '../../../shared/domain/ids';
import { refusalReasons, transmissionStates } from '../../../shared/domain/transmission';
import { createdAt, id, oneOf } from '../db/columns';
import { formationManagerTable } from '../formations/formation-manager-table';
import { formationTable } from '../formations/formation-table';
import { offerTable } from '../offers/offer-table';

/**
 * An offer for one formation, to whoever ran it then. What happened to it stands in `transmission_event`; where it
 * stands is written here after each event (`standingOf`), so that lists can filter and sort by it.
 */
export const transmissionTable = sqliteTable(
  'transmission',
  {
    id: id<TransmissionId>(),
    offerId: integer('offer_id')
      .$type<OfferId>()
      .notNull()
      .references(() => offerTable.id, { onDelete: 'cascade' }),
    formationId: integer('formation_id')
      .$type<FormationId>()
      .references(() => formationTable.id, { onDelete: 'set null' }),
    managerId: integer('manager_id')
      .$type<FormationManagerId>()
      .references(() => formationManagerTable.id, { onDelete: 'set null' }),
    /** As they were called, and the address that was written to. */
    formationTitle: text('formation_title').notNull(),
    managerName: text('manager_name').notNull(),
    managerEmail: text('manager_email').notNull(),
    /** What is searched in: formation, manager and address without accents and case. */
    searchKey: text('search_key').notNull(),
    state: text('state', { enum: transmissionStates }).notNull(),
    preparedAt: text('prepared_at'),
    sentAt: text('sent_at'),
    answeredAt: text('answered_at'),
    reason: text('reason', { enum: refusalReasons }),
    /** Since when an answer has been awaited, the last reminder counting as a new start. */
    awaitingSince: text('awaiting_since'),
    reminders: integer('reminders').notNull(),
    /** The name of whoever said the last thing of it, where they gave one. */
    personName: text('person_name'),
    /** When the last event happened. */
    changedAt: text('changed_at').notNull(),
    createdAt: createdAt(),
    /** Sendings that did not come back. */
    deliveries: integer('deliveries').notNull().default(0),
  },
  (table) => [
    check('transmission_state', oneOf(table.state, transmissionStates)),
    check('transmission_reason', oneOf(table.reason, refusalReasons)),
    uniqueIndex('transmission_by_offer_formation_email').on(table.offerId, table.formationId, table.managerEmail),
    index('transmission_by_formation').on(table.formationId),
    index('transmission_by_manager').on(table.managerId, table.changedAt),
    index('transmission_by_changed').on(table.changedAt),
    index('transmission_by_awaiting')
      .on(table.awaitingSince)
      .where(sql`${table.awaitingSince} is not null`),
  ],
);
