import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DecisionId, TransmissionId } from '../../../shared/domain/ids';
import { refusalReasons, transmissionEventKinds } from '../../../shared/domain/transmission';
import { id, oneOf } from '../db/columns';
import { transmissionTable } from './transmission-table';

/** The history of transmissions: rows are added and never changed. */
export const transmissionEventTable = sqliteTable(
  'transmission_event',
  {
    id: id(),
    transmissionId: integer('transmission_id')
      .$type<TransmissionId>()
      .notNull()
      .references(() => transmissionTable.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: transmissionEventKinds }).notNull(),
    at: text('at').notNull(),
    /** Who said it, where they gave their name. */
    personName: text('person_name'),
    reason: text('reason', { enum: refusalReasons }),
    note: text('note'),
    /** The event that an `undone` takes back; no reference, so that a deleted offer comes back in any order. */
    undoes: integer('undoes'),
    /** Whether the offer became `transmitted` by it, or ceased to be. */
    changedOffer: integer('changed_offer', { mode: 'boolean' }).notNull(),
    /** The acceptance that was written with it and is taken back with it; no reference, so that a deleted offer comes back in any order. */
    decisionId: integer('decision_id').$type<DecisionId>(),
  },
  (table) => [
    check('transmission_event_kind', oneOf(table.kind, transmissionEventKinds)),
    check('transmission_event_reason', oneOf(table.reason, refusalReasons)),
    check('transmission_event_undoes', sql`(${table.kind} = 'undone') = (${table.undoes} is not null)`),
    check('transmission_event_changed_offer', sql`${table.changedOffer} in (0, 1)`),
    index('transmission_event_by_transmission').on(table.transmissionId),
  ],
);
