import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type BetterSqlite from 'better-sqlite3';
import { z } from 'zod';
import { AppError } from '../../../shared/domain/app-error';
import { backupFileName, databaseIdSchema, noDatabaseId, type BackupName } from '../../../shared/domain/backup';
import type { DatabaseContent } from '../db/copy-database';
import { forgetDamage } from '../db/damage-mark';
import { agreeToNew, isThere } from '../db/former-use';
import { checkHealth } from '../db/health';
import { rehearsalFileName } from '../db/leftovers';
import { readMigrations } from '../db/migrate';
import { backupFolderName, databaseFileName } from '../db/open';
import { requestRestore } from '../db/restore';
import type { Salvage } from '../db/salvage';
import type { BackupFiles, Clock, WriteThread } from '../ports';
import { readBackupPlace } from '../db/backup-place';
import { openBackupShelf } from './backup-shelf';
import { openFile } from '../db/open-file';
import { unlockBackup } from '../encryption/unlock-service';

/** A backup that was just opened, checked whole and counted. */
export interface GoodBackup {
  readonly path: string;
  readonly at: string;
  readonly content: DatabaseContent;
}

/** A backup under a key that nobody gave yet: sound or not, it cannot be told. */
export interface LockedBackup {
  readonly path: string;
  readonly keyId: string;
}

export interface FoundBackups {
  /** The newest backup that can be restored; null when there is none. */
  readonly good: GoodBackup | null;
  /** Those that are newer than that. */
  readonly locked: readonly LockedBackup[];
  /** What kept the others from being read, which is no fault of theirs; null when all were. */
  readonly failure: AppError | null;
}

/** What can be done with a database that is gone or too damaged to be opened. Nothing of it writes to the damaged file. */
export interface Rescue {
  /** Whether there is nothing to be read: no file, or an empty one. */
  readonly isMissing: boolean;
  /** Reads backups, the newest first, until one is good. */
  look(): Promise<FoundBackups>;
  /** Gets the key of locked backups. Throws what `unlockBackup` throws of the last one, when what was said opens none. */
  unlock(locked: readonly LockedBackup[], words: string): Promise<void>;
  readonly dataDir: string;
  /** Where backups are looked for, the first one where all of it is kept. */
  readonly folders: readonly string[];
  /** Reads what can be read into a new database among the backups. Throws as `salvageDatabase`. */
  salvage(): Promise<Salvage & { readonly path: string }>;
  /** Has one of these take the database's place at the next start, which keeps the damaged file. */
  use(path: string): void;
  /** Whether the file can be opened although something in it is wrong. */
  readonly canOpenAsIs: boolean;
  /** Has the next start make a new database, where the former one is missing. */
  startAnew(): void;
  /** Has the next start open the file as it is. */
  openAsIs(): void;
}

export interface RescueParts {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly clock: Clock;
  readonly writeThread: Pick<WriteThread, 'rehearse' | 'salvage'>;
  /** Without it, a chosen folder that hangs is waited for. */
  readonly backupFiles?: BackupFiles | undefined;
}

/** What a backup is worth nothing for; whatever else keeps it from being read would keep the next ones from it too. */
const unsound: ReadonlySet<AppError['reason']> = new Set(['backup-damaged', 'database-foreign', 'database-newer']);
const lockedReasons: ReadonlySet<AppError['reason']> = new Set(['key-needed', 'key-file-missing']);
/** Of the folder that a backup lies in: those of the other may be read all the same. */
const awayReasons: ReadonlySet<AppError['reason']> = new Set(['folder-silent', 'folder-away']);

/** Nobody may have the database open. */
export function createRescue({ dataDir, migrationsDir, clock, writeThread, backupFiles }: RescueParts): Rescue {
  const path = join(dataDir, databaseFileName);
  const ownFolder = join(dataDir, backupFolderName);
  const { isReadable, ...said } = lookInto(path);
  // What cannot be read in the file any more stands beside it since the last backup.
  const { databaseId, backupFolder } = said.databaseId === noDatabaseId ? (readBackupPlace(dataDir) ?? said) : said;
  const shelf = openBackupShelf(dataDir, backupFiles);
  const folders = backupFolder === null ? [ownFolder] : [ownFolder, backupFolder];
  const knownVersion = readMigrations(migrationsDir).length;
  return {
    dataDir,
    folders,
    isMissing: !isThere(path),
    canOpenAsIs: isReadable,
    async look() {
      const locked: LockedBackup[] = [];
      const listed = await shelf.list(backupFolder);
      let { failure } = listed;
      const found = listed.found
        // A shared folder holds those of other PCs too; what was salvaged before is no backup of a sound database.
        .filter((backup) => backup.folder === ownFolder || backup.databaseId === databaseId)
        .filter(({ reason }) => reason !== 'salvage');
      const place = join(dataDir, rehearsalFileName);
      const away = new Set<string>();
      for (const { folder, name, at, keyId } of newestByNow(found, clock.now())) {
        const backup = join(folder, name);
        if (away.has(folder)) continue;
        try {
          const content = await shelf.withHere(backup, (here) => writeThread.rehearse(here, place));
          // Restored, it would be refused at the start.
          if (content.version > knownVersion) continue;
          return { good: { path: backup, at, content }, locked, failure };
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          if (lockedReasons.has(error.reason) && keyId !== null) locked.push({ path: backup, keyId });
          else if (awayReasons.has(error.reason)) {
            away.add(folder);
            failure ??= error;
          } else if (!unsound.has(error.reason)) return { good: null, locked, failure: error };
        }
      }
      return { good: null, locked, failure };
    },
    async unlock(locked, words) {
      const failures: unknown[] = [];
      // One of each key: what was said is tried against its files, which takes a second.
      const byKey = new Map(locked.map((backup) => [backup.keyId, backup.path]));
      for (const [keyId, path] of byKey) {
        const backup = { folder: dirname(path), name: basename(path), keyId };
        await unlockBackup(dataDir, backup, words, shelf).catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0 && failures.length === byKey.size) throw failures.at(-1);
    },
    async salvage() {
      const at = clock.now();
      const name = backupFileName({ databaseId, at: at.toISOString(), reason: 'salvage' });
      const target = join(ownFolder, name);
      return { path: target, ...(await writeThread.salvage({ path, target, migrationsDir, now: at })) };
    },
    use: (chosen) => requestRestore(dataDir, chosen),
    startAnew: () => agreeToNew(path),
    openAsIs: () => forgetDamage(path),
  };
}

/** Those of a time to come are of a clock that was wrong: they come last. */
function newestByNow<B extends BackupName>(newestFirst: readonly B[], now: Date): readonly B[] {
  const isPast = ({ at }: B): boolean => Date.parse(at) <= now.getTime();
  return [...newestFirst.filter(isPast), ...newestFirst.filter((backup) => !isPast(backup))];
}

const settingsSchema = z.object({ databaseId: databaseIdSchema.nullish(), backupFolder: z.string().nullish() });

/** What the damaged database still says of its backups, and whether it could be opened. */
function lookInto(path: string) {
  let sqlite: BetterSqlite.Database | null = null;
  let isReadable = false;
  try {
    sqlite = openFile(path, { readonly: true, fileMustExist: true });
    const rows = sqlite
      .prepare<[], [string, string]>("select key, value from setting where key in ('databaseId', 'backupFolder')")
      .raw();
    const said = settingsSchema.safeParse(
      Object.fromEntries(rows.all().map(([key, value]) => [key, JSON.parse(value) as unknown])),
    );
    isReadable = isHealthy(sqlite, path);
    const { databaseId, backupFolder } = said.data ?? {};
    return { databaseId: databaseId ?? noDatabaseId, backupFolder: backupFolder ?? null, isReadable };
  } catch {
    return { databaseId: noDatabaseId, backupFolder: null, isReadable };
  } finally {
    sqlite?.close();
    // Looking makes an index of the journal where there was none.
    rmSync(`${path}-shm`, { force: true });
  }
}

function isHealthy(sqlite: BetterSqlite.Database, path: string): boolean {
  try {
    checkHealth(sqlite, path);
    return true;
  } catch {
    return false;
  }
}
