import type { ImportProfile as NamedProfile } from '../../../shared/contract/import-profiles';
import { asFound, notationWishSchema, saysAnything, type NotationWish } from '../../../shared/domain/file-notation';
import { fold } from '../../../shared/domain/fold';
import {
  columnMappingSchema,
  type ColumnMapping,
  type ConflictRule,
  type EmptyCellRule,
  type ImportKind,
} from '../../../shared/domain/import';
import type { MatchKey } from '../../../shared/domain/match-key';
import { ownColumns } from '../../../shared/domain/rejected-columns';
import { contentHash } from '../db/content-hash';
import type { ReadDb, WriteDb } from '../db/open';

/** How files under one header were imported last. */
export interface ImportProfile {
  readonly name: string;
  readonly mapping: ColumnMapping;
  readonly emptyCells: EmptyCellRule;
  readonly notation: NotationWish;
  readonly matchKey: MatchKey;
  readonly conflicts: ConflictRule;
  /** The source of offers whose row names none. */
  readonly fileSource: string | null;
  /** ISO 8601, UTC. */
  readonly usedAt: string;
}

/**
 * What stands for a header: its names in their order, whatever their case and accents. Rejected rows that come back have
 * that of their file.
 */
export function fingerprintOf(header: readonly string[]): string {
  return contentHash(header.slice(0, ownColumns(header)).map((name) => fold(name)));
}

/** The profile of a header, its mapping as wide; null when nobody imported such a file with choices of their own. */
export function find(db: ReadDb, kind: ImportKind, header: readonly string[]): ImportProfile | null {
  const found = db
    .prepare<Kept<ImportProfile>, [string, string]>(
      `select name, mapping, empty_cells emptyCells, match_key matchKey, file_source fileSource, notation,
         conflicts, used_at usedAt from import_profile where kind = ? and fingerprint = ?`,
    )
    .get(kind, fingerprintOf(header));
  if (!found) return null;
  const profile = opened(found);
  return { ...profile, mapping: header.map((_, column) => profile.mapping[column] ?? null) };
}

/** A profile as it stands in the database. */
type Kept<Profile> = Omit<Profile, 'mapping' | 'notation'> & {
  readonly mapping: string;
  readonly notation: string | null;
};

function opened<Profile>({ mapping, notation, ...profile }: Kept<Profile>) {
  return {
    ...profile,
    mapping: columnMappingSchema.parse(JSON.parse(mapping)),
    notation: notation === null ? asFound : notationWishSchema.parse(JSON.parse(notation)),
  };
}

/** The lines at which somebody said that the header stands, 0 for none, as far as there are such profiles. */
export function headerLines(db: ReadDb, kind: ImportKind): readonly number[] {
  return db
    .prepare<number, [ImportKind]>(
      `select distinct json_extract(notation, '$.headerLine') line from import_profile
       where kind = ? and line is not null order by line desc`,
    )
    .pluck()
    .all(kind);
}

const overwriting = `do update set mapping = excluded.mapping, empty_cells = excluded.empty_cells,
  match_key = excluded.match_key, file_source = excluded.file_source, notation = excluded.notation, conflicts = excluded.conflicts, used_at = excluded.used_at`;

/** Keeps how a file was imported for the next one under the same header; a name that is there stays. */
export function save(db: WriteDb, profile: NamedProfile): void {
  insert(db, profile, overwriting);
}

/** How many profiles there are and when one was used last, and how many imports stand, which make their headers known. */
export function choicesMade(db: ReadDb): string {
  const sql = `select count(*) || '|' || coalesce(max(used_at), '') || '|' ||
    (select count(*) from import where state = 'committed') from import_profile`;
  return db.prepare<string>(sql).pluck().get() ?? '';
}

/** All profiles, the one used last first. */
export function list(db: ReadDb): NamedProfile[] {
  return db
    .prepare<Kept<NamedProfile>, []>(
      `select kind, fingerprint, name, mapping, empty_cells emptyCells, match_key matchKey, file_source fileSource,
         notation, conflicts, used_at usedAt from import_profile
       order by used_at desc, name, kind, fingerprint`,
    )
    .all()
    .map((profile) => opened(profile));
}

/** Whether there was such a profile. */
export function rename(db: WriteDb, kind: ImportKind, fingerprint: string, name: string): boolean {
  const { changes } = db
    .prepare<unknown, string[]>('update import_profile set name = ? where kind = ? and fingerprint = ?')
    .run(name, kind, fingerprint);
  return changes > 0;
}

export function remove(db: WriteDb, kind: ImportKind, fingerprint: string): void {
  db.prepare<unknown, string[]>('delete from import_profile where kind = ? and fingerprint = ?').run(kind, fingerprint);
}

/** Puts a removed profile back, unless a file has made one for its header since. */
export function restore(db: WriteDb, profile: NamedProfile): void {
  insert(db, profile, 'do nothing');
}

function insert(db: WriteDb, profile: NamedProfile, onConflict: string): void {
  const { kind, fingerprint, name, mapping, emptyCells, matchKey, fileSource, notation, conflicts, usedAt } = profile;
  db.prepare<unknown, (string | null)[]>(
    `insert into import_profile (kind, fingerprint, name, mapping, empty_cells, match_key, file_source, notation,
       conflicts, used_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict ${onConflict}`,
  ).run(
    ...[kind, fingerprint, name, JSON.stringify(mapping), emptyCells, matchKey, fileSource],
    saysAnything(notation) ? JSON.stringify(notation) : null,
    conflicts,
    usedAt,
  );
}
