import type { ReadDb, WriteDb } from '../db/open';
import type { erasedKinds } from './erasure-table';

/** Somebody who was removed, by what files may tell of them. */
export interface RemovedPerson {
  readonly kind: (typeof erasedKinds)[number];
  /** The id of the row that was removed. */
  readonly ownerId: number;
  /** Where a contact was. */
  readonly companyId: number | null;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** An erasure that waits for its day. */
export interface Erasure extends RemovedPerson {
  readonly id: number;
}

/** A removed person can be put back for so long: what files tell of them stays until then. */
export const erasedAfterMs = 24 * 60 * 60 * 1000;

/** Has what files tell of a removed person be erased from `dueAt` (ISO 8601, UTC) on. Said twice, it is done once. */
export function putOffErasure(db: WriteDb, person: RemovedPerson, dueAt: string): void {
  const { kind, ownerId, companyId, name, email, phone } = person;
  const known = db.prepare<unknown, (string | number | null)[]>(
    `select 1 from erasure where owner_kind = ? and owner_id = ? and company_id is ? and name is ? and email is ?
       and phone is ?`,
  );
  if (known.get(kind, ownerId, companyId, name, email, phone)) return;
  db.prepare<unknown, (string | number | null)[]>(
    'insert into erasure (owner_kind, owner_id, company_id, name, email, phone, due_at) values (?, ?, ?, ?, ?, ?, ?)',
  ).run(kind, ownerId, companyId, name, email, phone, dueAt);
}

/** Forgets erasures of people who were put back, and answers with those that are due at `now` (ISO 8601, UTC). */
export function dueErasures(db: WriteDb, now: string): readonly Erasure[] {
  db.prepare<unknown, []>(
    `delete from erasure where owner_kind = 'contact' and owner_id in (select id from contact)
       or owner_kind = 'formation_manager' and owner_id in (select id from formation_manager)`,
  ).run();
  return db
    .prepare<Erasure, [string]>(
      `select id, owner_kind kind, owner_id ownerId, company_id companyId, name, email, phone from erasure
       where due_at <= ? order by id`,
    )
    .all(now);
}

/** Whether anybody waits to be erased at `now` (ISO 8601, UTC). */
export function isErasureDue(db: ReadDb, now: string): boolean {
  return db.prepare<unknown, [string]>('select 1 from erasure where due_at <= ? limit 1').get(now) !== undefined;
}

/** Forgets who was erased, once nothing tells of them any more. */
export function endErasures(db: WriteDb, erasures: readonly Erasure[]): void {
  const end = db.prepare<unknown, [number]>('delete from erasure where id = ?');
  for (const { id } of erasures) end.run(id);
}
