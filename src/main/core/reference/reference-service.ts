import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlainTable } from '../../../shared/domain/plain-table';
import type { Database, ReadDb, WriteDb } from '../db/open';

const columns = ['code', 'label', 'parent_code'] as const;
/** A row of either: an empty `parent_code` stands for none. */
export type ReferenceRow = Readonly<Record<(typeof columns)[number], string>>;

/** The domains and occupations of one version of ROME; an occupation without a wider code has none, or its own. */
export interface ReferenceTables {
  readonly domains: readonly ReferenceRow[];
  readonly occupations: readonly ReferenceRow[];
}

/** Those that come with the application, from the files of a folder. */
export function readReferenceTables(referenceDir: string): ReferenceTables {
  const read = (name: string): ReferenceRow[] =>
    readPlainTable(readFileSync(join(referenceDir, name), 'utf8'), columns);
  return { domains: read('rome-domains.csv'), occupations: read('rome-occupations.csv') };
}

/** Fills the tables of ROME domains and occupations from the files of a folder when they are empty. */
export async function loadReferenceTables(database: Database, referenceDir: string): Promise<void> {
  if (!isEmpty(database.read)) return;
  const tables = readReferenceTables(referenceDir);
  await database.write((db) => fill(db, tables));
}

/** Puts these domains and occupations in the place of those that are there. */
export function replaceReferenceTables(db: WriteDb, tables: ReferenceTables): void {
  // Narrower ones first: a row that another one refers to cannot go.
  db.prepare('delete from rome_occupation where parent_code <> code').run();
  db.prepare('delete from rome_occupation').run();
  db.prepare('delete from domain where parent_code is not null').run();
  db.prepare('delete from domain').run();
  fill(db, tables);
}

function fill(db: WriteDb, { domains, occupations }: ReferenceTables): void {
  insertAll(db, 'domain', domains);
  insertAll(db, 'rome_occupation', occupations);
}

function isEmpty(db: ReadDb): boolean {
  return db.prepare<number>('select exists (select 1 from rome_occupation)').pluck().get() === 0;
}

function insertAll(db: WriteDb, table: 'domain' | 'rome_occupation', rows: readonly ReferenceRow[]): void {
  const insert = db.prepare<unknown, [string, string, string | null]>(
    `insert into ${table} (code, label, parent_code) values (?, ?, ?)`,
  );
  const isRoot = ({ code, parent_code: parent }: ReferenceRow): boolean => parent === '' || parent === code;
  // Parents first: a row can only refer to one that is there.
  for (const row of [...rows.filter(isRoot), ...rows.filter((row) => !isRoot(row))]) {
    insert.run(row.code, row.label, row.parent_code || null);
  }
}
