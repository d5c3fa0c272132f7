import { eq } from 'drizzle-orm';
import type { Manager, ManagerFilter, managerSortColumns, RemovedManager } from '../../../shared/contract/managers';
import { fold } from '../../../shared/domain/fold';
import type { ComponentId, FormationId, FormationManagerId, TransmissionId } from '../../../shared/domain/ids';
import type { PageRequest } from '../../../shared/domain/page';
import { markHandEdits, takeMarksBack, type SetMark } from '../db/hand-edits';
import type { ReadDb, WriteDb } from '../db/open';
import { erasedAfterMs, putOffErasure } from '../erasure/erasure-service';
import { contentHashOf } from './formation-intake';
import { formationManagerTable } from './formation-manager-table';
import { draftOf, find as findFormation } from './formation-repository';

export interface ManagerSort {
  readonly by: (typeof managerSortColumns)[number];
  readonly direction: 'asc' | 'desc';
}

/** A manager with what counts say of them. */
export interface CountedManager {
  readonly id: FormationManagerId;
  readonly name: string;
  readonly email: string | null;
  readonly formationCount: number;
  readonly components: string[];
  readonly awaiting: number;
  readonly sent: number;
}

const sortKeys: Record<ManagerSort['by'], (manager: CountedManager) => string | number | null> = {
  name: ({ name }) => fold(name),
  email: ({ email }) => email?.toLowerCase() ?? null,
  formationCount: ({ formationCount }) => formationCount,
  awaiting: ({ awaiting }) => awaiting,
  sent: ({ sent }) => sent,
};

/**
 * The managers that a filter keeps, in order, one page of them and their number. A university has some hundreds: they
 * are folded and sorted here, because SQLite knows no accents.
 */
export function page(
  db: ReadDb,
  { text = '' }: ManagerFilter,
  { by, direction }: ManagerSort,
  request: PageRequest,
): { readonly rows: CountedManager[]; readonly total: number } {
  const words = fold(text).split(' ').filter(Boolean);
  const kept = all(db).filter(({ name, email }) => {
    const key = fold(`${name} ${email ?? ''}`);
    return words.every((word) => key.includes(word));
  });
  const keyOf = sortKeys[by];
  const sign = direction === 'asc' ? 1 : -1;
  const sorted = kept.toSorted((one, other) => sign * compare(keyOf(one), keyOf(other), sign) || one.id - other.id);
  const from = request.page * request.pageSize;
  return { rows: sorted.slice(from, from + request.pageSize), total: kept.length };
}

/** Nulls come last both ways. */
function compare(one: string | number | null, other: string | number | null, sign: number): number {
  if (one === other) return 0;
  if (one === null) return sign;
  if (other === null) return -sign;
  return one < other ? -1 : 1;
}

function all(db: ReadDb): CountedManager[] {
  return db
    .prepare<Omit<CountedManager, 'components'> & { readonly components: string }>(
      `select m.id, m.name, m.email,
         (select count(*) from formation where manager_id = m.id) formationCount,
         (select coalesce(json_group_array(distinct coalesce(c.short_name, c.name)), '[]')
          from formation f join component c on c.id = f.component_id where f.manager_id = m.id) components,
         (select count(*) from transmission where manager_id = m.id and state = 'sent') awaiting,
         (select count(distinct offer_id) from transmission where manager_id = m.id and deliveries > 0) sent
       from formation_manager m`,
    )
    .all()
    .map((row) => ({ ...row, components: (JSON.parse(row.components) as string[]).toSorted() })); // Written just above.
}

/** One manager with their formations; null when there is none of this id. */
export function find(db: ReadDb, managerId: FormationManagerId): Manager | null {
  const manager = db.orm.select().from(formationManagerTable).where(eq(formationManagerTable.id, managerId)).get();
  if (!manager) return null;
  const formations = db
    .prepare<Manager['formations'][number], [number]>(
      `select f.id, f.title, c.name component from formation f left join component c on c.id = f.component_id
       where f.manager_id = ? order by f.title_key, f.id`,
    )
    .all(managerId);
  return { id: manager.id, name: manager.name, email: manager.email, formations };
}

/** Formations that nobody can be written to about, by title. */
export function unreachable(db: ReadDb): (Manager['formations'][number] & { readonly managerName: string | null })[] {
  return db
    .prepare<Manager['formations'][number] & { readonly managerName: string | null }>(
      `select f.id, f.title, c.name component, m.name managerName
       from formation f left join component c on c.id = f.component_id
         left join formation_manager m on m.id = f.manager_id
       where m.email is null order by f.title_key, f.id`,
    )
    .all();
}

/** How a file and a person find a manager: by address, else by name. */
export function identityKeyOf(name: string, email: string | null): string {
  return email?.toLowerCase() ?? fold(name);
}

/** The manager of this key; null when there is none. */
export function idOfKey(db: ReadDb, key: string): FormationManagerId | null {
  return (
    db
      .prepare<FormationManagerId, [string]>('select id from formation_manager where identity_key = ?')
      .pluck()
      .get(key) ?? null
  );
}

/** Stores a new manager, of no import, and returns the id. */
export function insert(db: WriteDb, name: string, email: string | null, at: string): FormationManagerId {
  return db.orm
    .insert(formationManagerTable)
    .values({ name, email, identityKey: identityKeyOf(name, email), importId: null, createdAt: at })
    .returning({ id: formationManagerTable.id })
    .get().id;
}

/** Writes a manager's name and address. It is a person's word now: undoing the import that brought it leaves it there. */
export function update(db: WriteDb, managerId: FormationManagerId, name: string, email: string | null): void {
  db.orm
    .update(formationManagerTable)
    .set({ name, email, identityKey: identityKeyOf(name, email), importId: null })
    .where(eq(formationManagerTable.id, managerId))
    .run();
}

/**
 * Deletes a manager, of whom the register keeps the name, and answers with what puts them back; null when there is none.
 * What files said of them is erased a day later.
 */
export function remove(db: WriteDb, managerId: FormationManagerId, now: Date): RemovedManager | null {
  const transmissionIds = db
    .prepare<TransmissionId, [number]>('select id from transmission where manager_id = ? order by id')
    .pluck()
    .all(managerId);
  const gone = db.orm.delete(formationManagerTable).where(eq(formationManagerTable.id, managerId)).returning().get();
  if (!gone) return null;
  const { id, name, email, importId, createdAt } = gone;
  const person = { kind: 'formation_manager', ownerId: id, companyId: null, name, email, phone: null } as const;
  putOffErasure(db, person, new Date(now.getTime() + erasedAfterMs).toISOString());
  return { id, name, email, importId, createdAt, transmissionIds };
}

/** Puts a deleted manager back; of the import that made them only while that is there. */
export function restore(db: WriteDb, { transmissionIds, importId, ...manager }: RemovedManager): void {
  const isThere = db.prepare<number, [number | null]>('select exists (select 1 from import where id = ?)').pluck();
  db.orm
    .insert(formationManagerTable)
    .values({
      ...manager,
      identityKey: identityKeyOf(manager.name, manager.email),
      importId: isThere.get(importId) === 1 ? importId : null,
    })
    .run();
  db.prepare<unknown, [number, string]>(
    'update transmission set manager_id = ? where manager_id is null and id in (select value from json_each(?))',
  ).run(manager.id, JSON.stringify(transmissionIds));
}

/** The formations of a component. */
export function formationsOfComponent(db: ReadDb, componentId: ComponentId): FormationId[] {
  return db
    .prepare<FormationId, [number]>('select id from formation where component_id = ? order by id')
    .pluck()
    .all(componentId);
}

/** Who runs a formation; null for nobody, undefined for a formation that is not there. */
export function managerOf(db: ReadDb, formationId: FormationId): FormationManagerId | null | undefined {
  return db
    .prepare<FormationManagerId | null, [number]>('select manager_id from formation where id = ?')
    .pluck()
    .get(formationId);
}

/**
 * Gives a formation to a manager, as its next revision: an import that is undone leaves it as it is then. Answers with
 * the marks that keep files from saying otherwise.
 */
export function assign(
  db: WriteDb,
  formationId: FormationId,
  managerId: FormationManagerId | null,
  at: string,
): readonly SetMark[] {
  const componentId = findFormation(db, formationId)?.component?.id ?? null;
  const hash = contentHashOf(draftOf(db, formationId), componentId, managerId);
  db.prepare<unknown, [number | null, string, string, number]>(
    'update formation set manager_id = ?, content_hash = ?, revision = revision + 1, updated_at = ? where id = ?',
  ).run(managerId, hash, at, formationId);
  return markHandEdits(db, { kind: 'formation', id: formationId }, ['managerName', 'managerEmail'], at);
}

/** Takes the marks back that giving a formation to somebody set. */
export function forgetAssigning(db: WriteDb, formationId: FormationId, marks: readonly SetMark[]): void {
  takeMarksBack(db, { kind: 'formation', id: formationId }, marks);
}
