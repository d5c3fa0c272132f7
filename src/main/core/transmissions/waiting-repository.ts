import type { Addressee, Candidate, WaitingPair } from '../../../shared/contract/transmissions';
import type { FormationId, OfferId } from '../../../shared/domain/ids';
import { stateSince } from '../../../shared/domain/transmission';
import type { ReadDb } from '../db/open';
import { isDue } from './transmission-repository';

/** What is with a manager, was answered or was withdrawn is not sent again by itself. */
const isOver = `exists (select 1 from transmission t where t.offer_id = oc.offer_id and t.formation_id = oc.formation_id
  and t.state in ('sent', 'passed-on', 'refused', 'withdrawn'))`;

/** Formations that a person chose for an open offer, and that it was not transmitted to. Reads the chosen ones alone. */
const waiting = `offer_choice oc join offer o on o.id = oc.offer_id
  where oc.place is not null and o.status in ('published', 'transmitted') and not ${isOver}`;

export interface WaitingCounts {
  readonly offersToSend: number;
  readonly prepared: number;
  readonly due: number;
}

/** How many offers are to be transmitted, drafts nobody spoke of since, and reminders due. */
export function counts(db: ReadDb, dueBefore: string): WaitingCounts {
  const number = (sql: string, ...values: string[]): number =>
    db
      .prepare<number, string[]>(sql)
      .pluck()
      .get(...values) ?? 0;
  return {
    offersToSend: number(`select count(distinct oc.offer_id) from ${waiting}`),
    prepared: number("select count(*) from transmission where state = 'prepared'"),
    due: number(`select count(*) from transmission t join offer o on o.id = t.offer_id where ${isDue}`, dueBefore),
  };
}

type Managed<T> = T & {
  readonly managerId: Addressee['id'] | null;
  readonly managerName: string | null;
  readonly managerEmail: string | null;
};

/** A pair that waits, and who runs its formation. */
export interface Waiting {
  readonly pair: WaitingPair;
  readonly manager: Addressee | null;
}

/** The pairs that wait, newest offers first, at most so many, and how many there are in all. */
export function waitingPairs(db: ReadDb, limit: number): { readonly pairs: Waiting[]; readonly total: number } {
  const total = db.prepare<number>(`select count(*) from ${waiting}`).pluck().get() ?? 0;
  type Row = Managed<Omit<WaitingPair, 'prepared'>> & {
    readonly preparedId: NonNullable<WaitingPair['prepared']>['id'] | null;
    readonly preparedAt: string | null;
  };
  const rows = db
    .prepare<Row, [number]>(
      `select w.*, o.title offerTitle, company.name company, o.city, f.title formationTitle, c.name component,
         m.id managerId, m.name managerName, m.email managerEmail, p.id preparedId, p.prepared_at preparedAt
       from (select oc.offer_id offerId, oc.formation_id formationId, oc.place from ${waiting}) w
         join offer o on o.id = w.offerId
         join formation f on f.id = w.formationId
         left join company on company.id = o.company_id
         left join component c on c.id = f.component_id
         left join formation_manager m on m.id = f.manager_id
         left join transmission p on p.id = (select max(id) from transmission
           where offer_id = w.offerId and formation_id = w.formationId and state = 'prepared')
       order by o.posted_on desc nulls last, w.offerId desc, w.place limit ?`,
    )
    .all(limit);
  const pairs = rows.map((row) => {
    const { offerId, offerTitle, company, city, formationId, formationTitle, component, preparedId, preparedAt } = row;
    const prepared = preparedId !== null && preparedAt !== null ? { id: preparedId, at: preparedAt } : null;
    return {
      pair: { offerId, offerTitle, company, city, formationId, formationTitle, component, prepared },
      manager: managerOf(row),
    };
  });
  return { pairs, total };
}

function managerOf({ managerId, managerName, managerEmail }: Managed<object>): Addressee | null {
  return managerId === null ? null : { id: managerId, name: managerName ?? '', email: managerEmail };
}

/** A formation as somebody it may be transmitted to, its manager and the last transmission of the offer. */
export type Addressed = Omit<Candidate, 'isChosen' | 'score'>;

/** Formations in the order of their ids, as far as they are there. */
export function addressed(db: ReadDb, offerId: OfferId, formationIds: readonly FormationId[]): Addressed[] {
  type Row = Managed<Omit<Addressed, 'manager' | 'last'>> & {
    readonly lastId: NonNullable<Addressed['last']>['id'] | null;
  };
  type Last = Parameters<typeof stateSince>[0] & { readonly id: NonNullable<Addressed['last']>['id'] };
  const find = db.prepare<Last, [number]>(
    `select id, state, prepared_at preparedAt, sent_at sentAt, answered_at answeredAt, changed_at changedAt
     from transmission where id = ?`,
  );
  return db
    .prepare<Row, [number, string]>(
      `select f.id formationId, f.title, f.diploma_type diplomaType, f.level, c.name component,
         m.id managerId, m.name managerName, m.email managerEmail,
         (select id from transmission where offer_id = ? and formation_id = f.id and state <> 'none'
          order by changed_at desc, id desc limit 1) lastId
       from formation f left join component c on c.id = f.component_id
         left join formation_manager m on m.id = f.manager_id
       where f.id in (select value from json_each(?))`,
    )
    .all(offerId, JSON.stringify(formationIds))
    .map((row) => {
      const { formationId, title, diplomaType, level, component, lastId } = row;
      const found = lastId === null ? null : (find.get(lastId) ?? null);
      const last = found && { id: found.id, state: found.state, since: stateSince(found) };
      return { formationId, title, diplomaType, level, component, manager: managerOf(row), last };
    });
}
