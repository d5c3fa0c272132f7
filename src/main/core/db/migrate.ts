import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type BetterSqlite from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../../shared/domain/app-error';
import { backupFileName } from '../../../shared/domain/backup';
import { copyDatabase, databaseIdOf } from './copy-database';
import { toDatabaseError } from './database-error';
import { checkHealth, versionOf } from './health';
import { applicationId } from './pragmas';

const journalSchema = z.object({ entries: z.array(z.object({ idx: z.int().nonnegative(), tag: z.string() })) });

export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

export interface MigrationReport {
  /** How many migrations ran; 0 when the database was up to date. */
  readonly applied: number;
  /** Where the former database was copied to, null when there was nothing to keep. */
  readonly backupPath: string | null;
}

/** Reads the numbered SQL files that drizzle-kit wrote, in order. */
export function readMigrations(migrationsDir: string): readonly Migration[] {
  const journal = journalSchema.parse(JSON.parse(readFileSync(join(migrationsDir, 'meta', '_journal.json'), 'utf8')));
  return journal.entries
    .toSorted((one, other) => one.idx - other.idx)
    .map(({ tag }) => ({
      name: tag,
      statements: readFileSync(join(migrationsDir, `${tag}.sql`), 'utf8').split('--> statement-breakpoint'),
    }));
}

/**
 * Refuses a file that this application must not write: not its own (`database-foreign`), written by a newer version
 * (`database-newer`) or damaged (`database-damaged`). `path` is told to the user.
 */
export function checkIdentity(sqlite: BetterSqlite.Database, migrations: readonly Migration[], path: string): void {
  const id = sqlite.pragma('application_id', { simple: true });
  const version = versionOf(sqlite);
  const isEmpty = sqlite.prepare('select count(*) from sqlite_schema').pluck().get() === 0;
  if (isEmpty && version === 0 && (id === 0 || id === applicationId)) return;
  if (id !== applicationId) {
    throw new AppError('unavailable', 'The database belongs to another program.', 'database-foreign', { path });
  }
  if (version > migrations.length) {
    const details = { path, version, known: migrations.length };
    throw new AppError('unavailable', 'A newer version wrote the database.', 'database-newer', details);
  }
}

/**
 * Brings a database to the present schema, each migration in a transaction of its own with its number in
 * `user_version`. A database that holds something is copied into `backupDir` before, and the copy is checked.
 * Throws `disk-full`, `read-only` and what `checkIdentity` and `checkHealth` throw; the database is then as it was.
 */
export function migrate(
  sqlite: BetterSqlite.Database,
  migrations: readonly Migration[],
  place: { readonly path: string; readonly backupDir: string; readonly now: Date },
): MigrationReport {
  try {
    checkIdentity(sqlite, migrations, place.path);
    const from = versionOf(sqlite);
    const missing = migrations.slice(from);
    if (missing.length === 0) return { applied: 0, backupPath: null };
    const backupPath = from === 0 ? null : backUp(sqlite, place);
    // Rebuilding a table would otherwise trip over, or cascade through, the rows that refer to it.
    sqlite.pragma('foreign_keys = OFF');
    try {
      missing.forEach((migration, index) => apply(sqlite, migration, from + index + 1));
    } finally {
      sqlite.pragma('foreign_keys = ON');
    }
    return { applied: missing.length, backupPath };
  } catch (error) {
    throw toDatabaseError(error, place.path);
  }
}

function apply(sqlite: BetterSqlite.Database, migration: Migration, version: number): void {
  sqlite
    .transaction(() => {
      for (const statement of migration.statements) sqlite.exec(statement);
      const orphans = sqlite.pragma('foreign_key_check');
      if (Array.isArray(orphans) && orphans.length > 0) {
        throw new Error(`Migration ${migration.name} leaves ${orphans.length} rows without what they refer to.`);
      }
      sqlite.pragma(`application_id = ${applicationId}`);
      sqlite.pragma(`user_version = ${version}`);
    })
    .immediate();
}

function backUp(
  sqlite: BetterSqlite.Database,
  place: { readonly path: string; readonly backupDir: string; readonly now: Date },
): string {
  checkHealth(sqlite, place.path);
  const name = { databaseId: databaseIdOf(place.path), at: place.now.toISOString(), reason: 'migration' } as const;
  const path = join(place.backupDir, backupFileName(name));
  copyDatabase(place.path, path);
  return path;
}
