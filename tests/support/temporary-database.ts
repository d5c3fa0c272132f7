import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDatabase, type Database } from '../../src/main/core/db/open';

export const migrationsDir = resolve(import.meta.dirname, '../../resources/migrations');

/** A real database in a folder of its own; `await using` closes it and removes the folder. */
export interface TemporaryDatabase extends AsyncDisposable {
  readonly dataDir: string;
  readonly database: Database;
}

/** Opens an empty, migrated database on a real file system, as the application would. */
export function openTemporaryDatabase(now = new Date('2026-03-02T09:00:00Z')): TemporaryDatabase {
  const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
  const database = openDatabase({ dataDir, migrationsDir, now });
  return {
    dataDir,
    database,
    async [Symbol.asyncDispose]() {
      await database.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
