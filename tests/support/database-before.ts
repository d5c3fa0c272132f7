import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database, type WriteDb } from '../../src/main/core/db/open';
import { migrationsDir } from './temporary-database';

const now = new Date('2026-03-02T09:00:00Z');

/** A database that was filled under the schema from before a migration and opened under that of today. */
export async function openMigrated(
  migration: string,
  fill: (db: WriteDb) => void,
): Promise<{ readonly database: Database } & AsyncDisposable> {
  const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
  const formerDir = join(dataDir, 'former');
  cpSync(migrationsDir, formerDir, { recursive: true });
  const path = join(formerDir, 'meta', '_journal.json');
  const journal = JSON.parse(readFileSync(path, 'utf8')) as { entries: { tag: string }[] };
  const at = journal.entries.findIndex(({ tag }) => tag === migration);
  writeFileSync(path, JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }));
  const former = openDatabase({ dataDir, migrationsDir: formerDir, now });
  await former.write(fill);
  await former.close();
  const database = openDatabase({ dataDir, migrationsDir, now });
  return {
    database,
    async [Symbol.asyncDispose]() {
      await database.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
