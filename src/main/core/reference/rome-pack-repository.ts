import { z } from 'zod';
import type { StoredRomePack } from '../../../shared/contract/rome-pack';
import { romeContentSchema, type RomeContent, type RomePack } from '../../../shared/domain/rome-pack';
import { inTurns } from '../db/in-turns';
import type { ReadDb, WriteDb } from '../db/open';
import type { ReferenceTables } from './reference-service';

const domainsSchema = z.array(z.object({ code: z.string(), label: z.string(), parentCode: z.string().nullable() }));
const movedSchema = z.record(z.string(), z.string());
const changedSchema = z.array(
  z.object({
    kind: z.enum(['offer', 'formation']),
    id: z.int(),
    before: z.array(z.string()),
    after: z.array(z.string()),
  }),
);

/** A record that has other codes because of a version of ROME. */
export type MovedRecord = z.infer<typeof changedSchema>[number];

/** The versions that are stored, the one in use first. */
export function list(db: ReadDb): (StoredRomePack & { readonly isInUse: boolean })[] {
  return db
    .prepare<StoredRomePack & { isInUse: number }>(
      `select id packId, version, title, published_on publishedOn, imported_at importedAt, is_in_use isInUse,
         (select count(*) from rome_sheet where pack_id = rome_pack.id) occupations
       from rome_pack order by is_in_use desc, id desc`,
    )
    .all()
    .map(({ isInUse, ...pack }) => ({ ...pack, isInUse: isInUse === 1 }));
}

/** Stores a version that is not in use yet, in the place of any other that is not; answers with its id. */
export async function insert(
  db: WriteDb,
  { version, title, publishedOn, domains, sheets }: RomePack,
  stored: { readonly importedAt: string; readonly moved: Readonly<Record<string, string>> },
): Promise<number> {
  db.prepare('delete from rome_pack where is_in_use = 0').run();
  const packId = db
    .prepare<number, (string | number | null)[]>(
      `insert into rome_pack (version, title, published_on, imported_at, is_in_use, domains, moved, changed)
       values (?, ?, ?, ?, 0, ?, ?, '[]') returning id`,
    )
    .pluck()
    .get(version, title, publishedOn, stored.importedAt, JSON.stringify(domains), JSON.stringify(stored.moved));
  if (packId === undefined) throw new Error('The version of ROME was not stored.');
  const put = db.prepare<unknown, (string | number)[]>(
    'insert into rome_sheet (pack_id, code, label, parent_code, number, content) values (?, ?, ?, ?, ?, ?)',
  );
  await inTurns(sheets, ({ code, label, parentCode, number, content }) => {
    put.run(packId, code, label, parentCode, number, JSON.stringify(content));
  });
  return packId;
}

/** The version in use; null where none is. */
export function inUse(db: ReadDb): number | null {
  return db.prepare<number>('select id from rome_pack where is_in_use = 1').pluck().get() ?? null;
}

/** Codes as a version has them, each once. */
export function afterMoves(codes: readonly string[], moved: Readonly<Record<string, string>>): string[] {
  return [...new Set(codes.map((code) => moved[code] ?? code))];
}

/** Has this version in use, and no other; null for none of them. */
export function setInUse(db: WriteDb, packId: number | null): void {
  db.prepare('update rome_pack set is_in_use = 0 where is_in_use = 1').run();
  db.prepare<unknown, [number | null]>('update rome_pack set is_in_use = 1 where id = ?').run(packId);
}

/** The domains and occupations of a version. */
export function tablesOf(db: ReadDb, packId: number): ReferenceTables {
  const domains = db.prepare<string, [number]>('select domains from rome_pack where id = ?').pluck().get(packId);
  return {
    domains: domainsSchema
      .parse(JSON.parse(domains ?? '[]'))
      .map(({ code, label, parentCode }) => ({ code, label, parent_code: parentCode ?? '' })),
    occupations: db
      .prepare<ReferenceTables['occupations'][number], [number]>(
        'select code, label, parent_code from rome_sheet where pack_id = ? order by code',
      )
      .all(packId),
  };
}

/** Codes that were known when a version came, each with the one that it has instead. */
export function movedOf(db: ReadDb, packId: number): Readonly<Record<string, string>> {
  const moved = db.prepare<string, [number]>('select moved from rome_pack where id = ?').pluck().get(packId);
  return movedSchema.parse(JSON.parse(moved ?? '{}'));
}

/** The records whose codes a version moved. */
export function changedBy(db: ReadDb, packId: number): readonly MovedRecord[] {
  const changed = db.prepare<string, [number]>('select changed from rome_pack where id = ?').pluck().get(packId);
  return changedSchema.parse(JSON.parse(changed ?? '[]'));
}

/** Keeps which records a version gave other codes. */
export function setChanged(db: WriteDb, packId: number, changed: readonly MovedRecord[]): void {
  db.prepare<unknown, [string, number]>('update rome_pack set changed = ? where id = ?').run(
    JSON.stringify(changed),
    packId,
  );
}

/** Keeps records that came in under other codes than they say, beside those that were there already. */
export function addChanged(db: WriteDb, packId: number, changed: readonly MovedRecord[]): void {
  setChanged(db, packId, [...changedBy(db, packId), ...changed]);
}

/** What the version in use says of an occupation, and which version that is; null where none is, or it has no such code. */
export function contentOf(
  db: ReadDb,
  code: string,
): { readonly title: string; readonly publishedOn: string | null; readonly content: RomeContent } | null {
  const found = db
    .prepare<{ title: string; publishedOn: string | null; content: string }, [string]>(
      `select p.title, p.published_on publishedOn, s.content from rome_pack p join rome_sheet s on s.pack_id = p.id
       where p.is_in_use = 1 and s.code = ?`,
    )
    .get(code);
  return found ? { ...found, content: romeContentSchema.parse(JSON.parse(found.content)) } : null;
}

/** ROME's own numbers of the occupations of the version in use, by code; empty where none is. */
export function numbersInUse(db: ReadDb): ReadonlyMap<string, string> {
  const rows = db
    .prepare<{ code: string; number: string }>(
      'select s.code, s.number from rome_pack p join rome_sheet s on s.pack_id = p.id where p.is_in_use = 1',
    )
    .all();
  return new Map(rows.map(({ code, number }) => [code, number]));
}

/** The codes that offers and formations say, and how many of each. */
export function usedCodes(db: ReadDb): { code: string; offers: number; formations: number }[] {
  return db
    .prepare<{ code: string; offers: number; formations: number }>(
      `select code, sum(offers) offers, sum(formations) formations from (
         select rome_code code, count(*) offers, 0 formations from offer where rome_code is not null group by rome_code
         union all
         select code, 0, count(distinct formation_id) from formation_rome group by code)
       group by code order by code`,
    )
    .all();
}

/** The labels of the occupations that are known now, by code. */
export function knownLabels(db: ReadDb): ReadonlyMap<string, string> {
  const rows = db.prepare<{ code: string; label: string }>('select code, label from rome_occupation').all();
  return new Map(rows.map(({ code, label }) => [code, label]));
}

const codesSql = {
  offer: 'select rome_code code from offer where id = ? and rome_code is not null',
  formation: 'select code from formation_rome where formation_id = ? order by position',
} as const;

/** The codes that a record says now; empty where it is gone. */
export function codesOf(db: ReadDb, { kind, id }: Pick<MovedRecord, 'kind' | 'id'>): string[] {
  return db.prepare<string, [number]>(codesSql[kind]).pluck().all(id);
}

/** The records that say one of these codes. */
export function recordsWith(db: ReadDb, codes: readonly string[]): Pick<MovedRecord, 'kind' | 'id'>[] {
  return db
    .prepare<Pick<MovedRecord, 'kind' | 'id'>, [string, string]>(
      `select 'offer' kind, id from offer where rome_code in (select value from json_each(?))
       union all
       select distinct 'formation', formation_id from formation_rome where code in (select value from json_each(?))`,
    )
    .all(JSON.stringify(codes), JSON.stringify(codes));
}
