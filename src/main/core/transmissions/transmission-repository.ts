import { eq } from 'drizzle-orm';
import type {
  TransmissionFilter,
  TransmissionRow,
  transmissionSortColumns,
} from '../../../shared/contract/transmissions';
import { fold } from '../../../shared/domain/fold';
import type { DecisionId, FormationId, FormationManagerId, OfferId, TransmissionId } from '../../../shared/domain/ids';
import type { PageRequest } from '../../../shared/domain/page';
import {
  standingOf,
  type RefusalReason,
  type TransmissionEventKind,
  type TransmissionStanding,
} from '../../../shared/domain/transmission';
import type { ReadDb, WriteDb } from '../db/open';
import { where, wordsIn, type Where } from '../db/where';
import { transmissionEventTable } from './transmission-event-table';
import { transmissionTable } from './transmission-table';

export interface TransmissionSort {
  readonly by: (typeof transmissionSortColumns)[number];
  readonly direction: 'asc' | 'desc';
}

const sortKeys: Record<TransmissionSort['by'], string> = {
  offer: 'o.title_key',
  // The key begins with the formation.
  formation: 't.search_key',
  manager: 't.manager_name collate nocase',
  state: 't.state',
  sentAt: 't.sent_at',
  answeredAt: 't.answered_at',
  changedAt: 't.changed_at',
};

const source = 'transmission t join offer o on o.id = t.offer_id left join company c on c.id = o.company_id';

/**
 * Whether transmission `t` of offer `o` asks for a reminder: nobody reminds of an offer that is no longer open. Takes the
 * instant from which reminders are due.
 */
export const isDue = "(t.awaiting_since <= ? and o.status in ('published', 'transmitted'))";

/** Takes the instant from which reminders are due as its first parameter. */
const columns = `t.id, t.offer_id offerId, o.title offerTitle, c.name company, t.formation_id formationId,
  t.formation_title formationTitle, t.manager_id managerId, t.manager_name managerName, t.manager_email managerEmail,
  t.state, t.prepared_at preparedAt, t.sent_at sentAt, t.answered_at answeredAt, t.reason, t.reminders,
  coalesce(${isDue}, 0) isDue, t.changed_at changedAt, t.person_name personName`;

type StoredRow = Omit<TransmissionRow, 'isDue'> & { readonly isDue: 0 | 1 };

function rowOf(row: StoredRow): TransmissionRow {
  return { ...row, isDue: row.isDue === 1 };
}

/** One page of the register; `dueBefore` is what `remindersDueBefore` says. */
export function page(
  db: ReadDb,
  filter: TransmissionFilter,
  sort: TransmissionSort,
  request: PageRequest,
  dueBefore: string,
): TransmissionRow[] {
  const kept = conditions(filter, dueBefore);
  const order = `${sortKeys[sort.by]} ${sort.direction} nulls last, t.id ${sort.direction}`;
  return db
    .prepare<StoredRow, (string | number)[]>(
      `select ${columns} from ${source} ${kept.sql} order by ${order} limit ? offset ?`,
    )
    .all(dueBefore, ...kept.values, request.pageSize, request.page * request.pageSize)
    .map(rowOf);
}

/** How many lines of the register a filter keeps. */
export function count(db: ReadDb, filter: TransmissionFilter, dueBefore: string): number {
  const kept = conditions(filter, dueBefore);
  const sql = `select count(*) from ${source} ${kept.sql}`;
  return (
    db
      .prepare<number, (string | number)[]>(sql)
      .pluck()
      .get(...kept.values) ?? 0
  );
}

/** One line of the register; null when there is none of this id. */
export function find(db: ReadDb, transmissionId: TransmissionId, dueBefore: string): TransmissionRow | null {
  const row = db
    .prepare<StoredRow, [string, number]>(`select ${columns} from ${source} where t.id = ?`)
    .get(dueBefore, transmissionId);
  return row ? rowOf(row) : null;
}

function conditions(filter: TransmissionFilter, dueBefore: string): Where {
  const equal = (column: string, value: string | number | undefined): Where =>
    value === undefined ? { sql: '', values: [] } : { sql: `${column} = ?`, values: [value] };
  return where([
    { sql: "t.state <> 'none'", values: [] },
    equal('t.state', filter.state),
    filter.due === undefined ? { sql: '', values: [] } : { sql: isDue, values: [dueBefore] },
    equal('t.manager_id', filter.managerId),
    equal('t.formation_id', filter.formationId),
    equal('t.offer_id', filter.offerId),
    filter.answeredFrom === undefined
      ? { sql: '', values: [] }
      : { sql: 't.answered_at >= ?', values: [filter.answeredFrom] },
    wordsIn(filter.text ?? '', ['o.title_key', 'o.company_key', 't.search_key']),
  ]);
}

/** Whom an offer goes to for a formation, as they are called now. */
export interface NewTransmission {
  readonly offerId: OfferId;
  readonly formationId: FormationId;
  readonly formationTitle: string;
  readonly managerId: FormationManagerId;
  readonly managerName: string;
  readonly managerEmail: string;
}

/** The transmission of an offer for a formation to an address: one is kept however often a file is made for it. */
export function findOrInsert(db: WriteDb, said: NewTransmission, at: string): TransmissionId {
  const key = { searchKey: fold(`${said.formationTitle} ${said.managerName} ${said.managerEmail}`) };
  return db.orm
    .insert(transmissionTable)
    .values({ ...said, ...key, state: 'none', reminders: 0, changedAt: at, createdAt: at })
    .onConflictDoUpdate({
      target: [transmissionTable.offerId, transmissionTable.formationId, transmissionTable.managerEmail],
      set: { ...said, ...key },
    })
    .returning({ id: transmissionTable.id })
    .get().id;
}

/** What is added to a history. */
export interface NewEvent {
  readonly kind: TransmissionEventKind;
  readonly at: string;
  readonly personName: string | null;
  readonly reason?: RefusalReason | null;
  readonly note?: string | null;
  readonly undoes?: number;
  readonly changedOffer?: boolean;
  /** The acceptance that was written with it. */
  readonly decisionId?: DecisionId | null;
}

/** Adds an event, writes where the transmission stands by it, and answers with the id of the event. */
export function append(db: WriteDb, transmissionId: TransmissionId, event: NewEvent): number {
  const { reason = null, note = null, undoes = null, changedOffer = false, decisionId = null, ...said } = event;
  const { id } = db.orm
    .insert(transmissionEventTable)
    .values({ transmissionId, ...said, reason, note, undoes, changedOffer, decisionId })
    .returning({ id: transmissionEventTable.id })
    .get();
  const {
    state,
    preparedAt,
    sentAt,
    answeredAt,
    reason: because,
    awaitingSince,
    reminders,
    deliveries,
  } = standing(db, transmissionId);
  db.orm
    .update(transmissionTable)
    .set({
      ...{ state, preparedAt, sentAt, answeredAt, reason: because, awaitingSince, reminders, deliveries },
      ...{ personName: event.personName, changedAt: event.at },
    })
    .where(eq(transmissionTable.id, transmissionId))
    .run();
  return id;
}

/** The whole history of a transmission, oldest first. */
export function eventsOf(db: ReadDb, transmissionId: TransmissionId) {
  return db.orm
    .select()
    .from(transmissionEventTable)
    .where(eq(transmissionEventTable.transmissionId, transmissionId))
    .orderBy(transmissionEventTable.id)
    .all();
}

/** Where a transmission stands, from its history. */
export function standing(db: ReadDb, transmissionId: TransmissionId): TransmissionStanding {
  return standingOf(eventsOf(db, transmissionId));
}

/** An event with the transmission and the offer that it is about; null when there is no such event. */
export function ownerOf(db: ReadDb, eventId: number) {
  const found = db.orm
    .select({ event: transmissionEventTable, offerId: transmissionTable.offerId })
    .from(transmissionEventTable)
    .innerJoin(transmissionTable, eq(transmissionTable.id, transmissionEventTable.transmissionId))
    .where(eq(transmissionEventTable.id, eventId))
    .get();
  return found ? { ...found, transmissionId: found.event.transmissionId } : null;
}

/**
 * Whether an offer is `transmitted` because of what was sent, and only one sending of it has not come back. What a person
 * said by hand is not hanging on a sending: the last event that changed the offer then made it open again, or none did.
 */
export function hangsOnOneDelivery(db: ReadDb, offerId: OfferId): boolean {
  const madeTransmitted = db
    .prepare<number, [number]>(
      `select e.kind = 'sent' or u.kind is 'bounced' from transmission t
         join transmission_event e on e.transmission_id = t.id left join transmission_event u on u.id = e.undoes
       where t.offer_id = ? and e.changed_offer = 1 order by e.id desc limit 1`,
    )
    .pluck()
    .get(offerId);
  const deliveries = db
    .prepare<number, [number]>('select sum(deliveries) from transmission where offer_id = ?')
    .pluck()
    .get(offerId);
  return madeTransmitted === 1 && deliveries === 1;
}

/** The drafts of an offer for a formation, to whomever they go. */
export function preparedOf(db: ReadDb, offerId: OfferId, formationId: FormationId): TransmissionId[] {
  return db
    .prepare<TransmissionId, [number, number]>(
      "select id from transmission where offer_id = ? and formation_id = ? and state = 'prepared'",
    )
    .pluck()
    .all(offerId, formationId);
}
