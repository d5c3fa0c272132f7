import { z } from 'zod';
import type { DeletedOffer } from '../../../shared/contract/offers';
import type { ImportId, OfferId } from '../../../shared/domain/ids';
import { openingOf, readForOpening } from '../../../shared/domain/reading/offer-body';
import type { Owners } from '../companies/made-owner-service';
import { keepChoices } from '../decisions/decision-service';
import type { ReadDb, WriteDb } from '../db/open';
import { readPlace } from '../places/place-service';
import { followCompany } from './follow-company';

const valueSchema = z.union([z.string(), z.number(), z.null()]);
const rowSchema = z.record(z.string(), valueSchema);
type Row = z.infer<typeof rowSchema>;
const takenOutSchema = z.array(z.object({ table: z.string(), rows: z.array(rowSchema) }));
type TakenOut = z.infer<typeof takenOutSchema>;

interface Reference {
  readonly child: string;
  readonly column: string;
  readonly parent: string;
  readonly isRequired: number;
}

/** What was deleted is kept this long, unless somebody empties the bin; then it is gone for good. */
const keptMs = 30 * 24 * 60 * 60 * 1000;

/** Computed from the offer and from what may change while it lies in the bin: missing, it is computed anew. */
const computedTables: ReadonlySet<string> = new Set([
  'ranking',
  'match',
  'offer_choice',
  'offer_reading',
  'offer_read_skill',
]);

/** Whether an offer was sent to somebody, which the register has to go on telling; a sending taken back is none. */
export function wasSent(db: ReadDb, offerId: OfferId): boolean {
  const find = db.prepare<unknown, [number]>('select 1 from transmission where offer_id = ? and sent_at is not null');
  return find.get(offerId) !== undefined;
}

/** Deletes an offer with everything that hangs on it and keeps what is not computed for a while. The offer must exist. */
export function takeOut(db: WriteDb, offerId: OfferId, now: Date): void {
  const taken = gather(db, offerId);
  db.prepare<unknown, [number, string, string]>(
    `insert into deleted_offer (offer_id, rows, deleted_at) values (?, ?, ?)
     on conflict do update set rows = excluded.rows, deleted_at = excluded.deleted_at`,
  ).run(offerId, JSON.stringify(taken), now.toISOString());
  db.prepare<unknown, [number]>('delete from offer where id = ?').run(offerId);
}

/**
 * Puts a deleted offer back under its id. What referred to something that is gone meanwhile comes back without it, or
 * not at all where it means nothing without. `gone`: it is not kept any more; `taken`: another offer has its reference;
 * `undone`: its import was undone, which would have removed it too.
 */
export function putBack(db: WriteDb, offerId: OfferId, now: Date): 'done' | 'gone' | 'taken' | 'undone' {
  const kept = db
    .prepare<string, [number, string]>('select rows from deleted_offer where offer_id = ? and deleted_at >= ?')
    .pluck()
    .get(offerId, keptSince(now));
  if (kept === undefined) return 'gone';
  // A bin of an earlier version holds everything.
  const taken = takenOutSchema.parse(JSON.parse(kept)).filter(({ table }) => !computedTables.has(table));
  const offer = taken[0]?.rows[0] ?? {};
  if (isReferenceTaken(db, offer)) return 'taken';
  const isUntouched =
    offer['revision'] === 1 && !taken.some(({ table }) => table === 'decision' || table === 'transmission');
  if (isUntouched && isImportUndone(db, offer)) return 'undone';
  const references = readReferences(db);
  for (const { table, rows } of taken) {
    const ofTable = references.filter(({ child }) => child === table);
    for (const row of rows) {
      const possible = withoutLost(db, ofTable, row);
      if (possible) insert(db, table, possible);
    }
  }
  followReferences(db, offerId);
  db.prepare<unknown, [number]>('delete from deleted_offer where offer_id = ?').run(offerId);
  return 'done';
}

/** Writes what follows from the company, the skills and the decisions of an offer, which may be others by now. */
function followReferences(db: WriteDb, offerId: OfferId): void {
  keepChoices(db, offerId);
  followCompany(db, offerId);
  readPlace(db, offerId);
}

/** What the offers that are gone for good leave behind. */
export interface LeftBehind {
  /** The companies and contacts that their names made. */
  readonly made: readonly Owners[];
  /** The imports that were undone while these offers kept companies and contacts of theirs. */
  readonly undoneIds: readonly ImportId[];
}

/** Forgets what was deleted too long ago, or all of it, and answers with what may be forgotten with it. */
export function emptyTrash(db: WriteDb, now: Date, what: 'old' | 'all' = 'old'): LeftBehind {
  // Behind every moment as it is written, for a clock that was set back as well.
  const until = what === 'all' ? '9999' : keptSince(now);
  const made = db
    .prepare<Owners, [string]>(
      `select json_extract(taken.value, '$.rows[0].made_company_id') companyId,
         json_extract(taken.value, '$.rows[0].made_contact_id') contactId
       from deleted_offer d, json_each(d.rows) taken
       where d.deleted_at < ? and json_extract(taken.value, '$.table') = 'offer_edit'`,
    )
    .all(until);
  const undoneIds = db
    .prepare<ImportId, [string]>(
      `select id from import where state = 'undone' and id in (
         select json_extract(rows, '$[0].rows[0].import_id') from deleted_offer where deleted_at < ?)`,
    )
    .pluck()
    .all(until);
  db.prepare<unknown, [string]>('delete from deleted_offer where deleted_at < ?').run(until);
  return { made, undoneIds };
}

/** So many are listed; older ones wait behind them. */
const mostListed = 200;

/** What was deleted and can be put back, the latest first. */
export function deletedOffers(db: ReadDb, now: Date): DeletedOffer[] {
  return db
    .prepare<Omit<DeletedOffer, 'keptUntil' | 'opening'> & { readonly beginning: string }, [string, number]>(
      `select d.offer_id offerId, json_extract(d.rows, '$[0].rows[0].title') title,
         substr(json_extract(d.rows, '$[0].rows[0].description'), 1, ${readForOpening}) beginning,
         c.name company, d.deleted_at deletedAt
       from deleted_offer d left join company c on c.id = json_extract(d.rows, '$[0].rows[0].company_id')
       where d.deleted_at >= ? order by d.deleted_at desc, d.offer_id desc limit ?`,
    )
    .all(keptSince(now), mostListed)
    .map(({ beginning, ...row }) => ({
      ...row,
      opening: row.title.trim() === '' ? openingOf(beginning) : null,
      keptUntil: new Date(Date.parse(row.deletedAt) + keptMs).toISOString(),
    }));
}

/** What was deleted before this moment is gone for good, whether it was forgotten yet or not. */
function keptSince(now: Date): string {
  return new Date(now.getTime() - keptMs).toISOString();
}

/** The offer and every row that would leave with it, owners first, computed rows left out; whatever tables later versions add. */
function gather(db: ReadDb, offerId: OfferId): TakenOut {
  const cascades = readReferences(db, 'CASCADE').filter(({ child }) => !computedTables.has(child));
  const taken: TakenOut = [{ table: 'offer', rows: select(db, 'offer', 'id', [offerId]) }];
  for (let index = 0; index < taken.length; index += 1) {
    const owner = taken[index];
    const ids = owner?.rows.flatMap(({ id }) => (typeof id === 'number' ? [id] : [])) ?? [];
    for (const { child, column } of cascades.filter(({ parent }) => parent === owner?.table)) {
      const rows = select(db, child, column, ids);
      if (rows.length > 0) taken.push({ table: child, rows });
    }
  }
  return taken;
}

/** Every reference to a table by its id, or those of which the rows leave with what they refer to. */
function readReferences(db: ReadDb, onDelete: 'CASCADE' | null = null): readonly Reference[] {
  return db
    .prepare<Reference, [string | null]>(
      `select t.name child, f."from" "column", f."table" parent, c."notnull" isRequired
       from sqlite_schema t, pragma_foreign_key_list(t.name) f, pragma_table_info(t.name) c
       where t.type = 'table' and c.name = f."from" and coalesce(f.on_delete = ?, true) order by t.name, f."from"`,
    )
    .all(onDelete);
}

function isReferenceTaken(db: ReadDb, { external_id: externalId, source }: Row): boolean {
  const find = db.prepare<unknown, [Row[string] | undefined, Row[string] | undefined]>(
    'select 1 from offer where external_id = ? and source = ?',
  );
  return find.get(externalId ?? null, source ?? null) !== undefined;
}

function isImportUndone(db: ReadDb, { import_id: importId }: Row): boolean {
  const find = db.prepare<unknown, [Row[string] | undefined]>("select 1 from import where id = ? and state = 'undone'");
  return find.get(importId ?? null) !== undefined;
}

/** Names come from the schema itself, never from outside. */
function select(db: ReadDb, table: string, column: string, ids: readonly number[]): Row[] {
  const sql = `select * from "${table}" where "${column}" in (select value from json_each(?))`;
  return z.array(rowSchema).parse(db.prepare<unknown, [string]>(sql).all(JSON.stringify(ids)));
}

function withoutLost(db: ReadDb, references: readonly Reference[], row: Row): Row | null {
  const possible = { ...row };
  for (const { column, parent, isRequired } of references) {
    const id = row[column];
    if (typeof id !== 'number' || select(db, parent, 'id', [id]).length > 0) continue;
    if (isRequired) return null;
    possible[column] = null;
  }
  return possible;
}

function insert(db: WriteDb, table: string, row: Row): void {
  const columns = Object.keys(row);
  db.prepare<unknown, (string | number | null)[]>(
    `insert into "${table}" (${columns.map((column) => `"${column}"`).join(', ')})
     values (${columns.map(() => '?').join(', ')})`,
  ).run(...Object.values(row));
}
