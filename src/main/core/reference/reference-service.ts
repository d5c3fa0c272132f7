import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlainTable } from '../../../shared/domain/plain-table';
import type { Database, ReadDb, WriteDb } from '../db/open';

const columns = ['code', 'label', 'parent_code'] as const;
type ReferenceRow = Readonly<Record<(typeof columns)[number], string>>;

/** Fills the tables of ROME domains and occupations from the files of a folder when they are empty. */
export async function loadReferenceTables(database: Database, referenceDir: string): Promise<void> {
  const read = (name: string): ReferenceRow[] =>
    readPlainTable(readFileSync(join(referenceDir, name), 'utf8'), columns);
  if (!isEmpty(database.read)) return;
  const domains = read('rome-domains.csv');
  const occupations = read('rome-occupations.csv');
  await database.write((db) => {
    insertAll(db, 'domain', domains);
    insertAll(db, 'rome_occupation', occupations);
  });
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
