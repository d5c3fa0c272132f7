import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import type { Backup, BackupState } from '../../../shared/contract/backups';
import { AppError } from '../../../shared/domain/app-error';
import {
  backupFileName,
  expiredBackups,
  noDatabaseId,
  readBackupFileName,
  type BackupName,
  type BackupReason,
} from '../../../shared/domain/backup';
import type { JobId } from '../../../shared/domain/ids';
import { copyDatabase, peekVersion } from '../db/copy-database';
import { backupFolderName, type Database } from '../db/open';
import { cancelRestore, requestedRestore, requestRestore } from '../db/restore';
import type { JobRunner } from '../jobs/job-runner';
import type { Clock, WriteThread } from '../ports';
import type { SettingService } from '../settings/setting-service';

/** How often a backup is made of a database that has changed, in milliseconds. */
const regularlyMs = 30 * 60_000;

export interface BackupService {
  state(): BackupState;
  /** When the newest backup of this database was made. */
  lastAt(): string | null;
  /** Starts the job that makes a backup now. */
  start(): Promise<JobId>;
  /**
   * Makes a backup when something has changed since the last one. Never throws: work that a person asked for is not
   * refused because a network folder is away; `state` says what failed.
   */
  ensure(reason: BackupReason): Promise<void>;
  /** Throws `invalid-input` (`folder-unusable`) for a folder that cannot be written to. */
  setFolder(folder: string | null): Promise<BackupState>;
  /** Throws `not-found` and, for a file that this version cannot read, `unavailable` with a `database-…` reason. */
  restore(name: string): BackupState;
  cancelRestore(): BackupState;
  /** Makes backups in their turn until the function it answers with is called, which waits for one that is being made. */
  keepOn(): () => Promise<void>;
}

export interface BackupParts {
  readonly database: Database;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly jobRunner: JobRunner;
  readonly settingService: SettingService;
  /** Without it the core's own thread makes the copy. */
  readonly writeThread?: WriteThread | undefined;
  /** Told of what failed when nobody waits for an answer. */
  readonly report: (error: unknown) => AppError;
  /** Makes pages ask again. */
  readonly announce: () => void;
}

export function createBackupService(parts: BackupParts): BackupService {
  const { database, dataDir, clock, jobRunner, settingService } = parts;
  const ownFolder = join(dataDir, backupFolderName);
  let failure: AppError | null = null;
  let last: Promise<unknown> = Promise.resolve();

  const folderOf = (): string => settingService.get().backupFolder ?? ownFolder;

  const isOwn = ({ databaseId }: BackupName): boolean =>
    databaseId === settingService.get().databaseId || (databaseId === noDatabaseId && folderOf() === ownFolder);
  const backups = () => backupsIn(folderOf()).map((found) => ({ ...found, isOwn: isOwn(found) }));
  const ownBackups = () => backups().filter((backup) => backup.isOwn);
  // A database that took another's place has that one's id: both may go on writing to one folder.
  let isRestored = database.restore?.state === 'restored';
  const ownId = async (): Promise<string> => {
    const { databaseId } = settingService.get();
    if (databaseId !== null && !isRestored) return databaseId;
    const fresh = randomBytes(4).toString('hex');
    await settingService.update({ databaseId: fresh });
    isRestored = false;
    return fresh;
  };

  const make = async (reason: BackupReason): Promise<Backup> => {
    const folder = folderOf();
    const at = clock.now().toISOString();
    const name = backupFileName({ databaseId: await ownId(), at, reason });
    const target = join(folder, name);
    const { sizeBytes } = parts.writeThread
      ? await parts.writeThread.copy(database.path, target)
      : copyDatabase(database.path, target);
    failure = null;
    // Only now that the new one is known to be whole.
    for (const { name: expired } of expiredBackups(ownBackups())) rmSync(join(folder, expired), { force: true });
    return { name, at, reason, sizeBytes, isOwn: true };
  };
  /** One after the other: two at once would do the same twice. */
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  const hasChanged = (): boolean => {
    const [newest] = ownBackups();
    return newest === undefined || changedAtMs(database.path) > Date.parse(newest.at);
  };
  const ensure = (reason: BackupReason): Promise<void> =>
    inLine(async () => {
      try {
        if (database.isReadOnly || isEmpty(database) || !hasChanged()) return;
        await make(reason);
      } catch (error) {
        failure = parts.report(error);
      } finally {
        parts.announce();
      }
    });

  const state = (): BackupState => {
    const { backupFolder: chosenFolder } = settingService.get();
    const requested = requestedRestore(dataDir);
    const { restore } = database;
    return {
      ...{ folder: folderOf(), chosenFolder, rows: backups().map(shown) },
      requested: requested && basename(requested),
      failure: failure?.toWire() ?? null,
      restore: restore && { state: restore.state, name: basename(restore.path) },
    };
  };

  return {
    state,
    lastAt: () => ownBackups()[0]?.at ?? null,
    ensure,
    start: () =>
      jobRunner.start({
        kind: 'backup',
        subject: folderOf(),
        changes: ['backups'],
        isImmediate: true,
        run: async () => {
          const { name, sizeBytes } = await inLine(() => make('asked'));
          return { name, sizeBytes };
        },
      }),
    async setFolder(folder) {
      if (folder !== null) checkFolder(folder);
      await settingService.update({ backupFolder: folder });
      failure = null;
      return state();
    },
    restore(name) {
      const found = backupsIn(folderOf()).find((backup) => backup.name === name);
      if (!found) throw new AppError('not-found', `There is no backup ${name}.`, 'backup-gone', { name });
      const path = join(folderOf(), name);
      const [version, known] = [peekVersion(path), peekVersion(database.path)];
      if (version > known) {
        throw new AppError('unavailable', 'A newer version made the backup.', 'database-newer', {
          path,
          version,
          known,
        });
      }
      requestRestore(dataDir, path);
      return state();
    },
    cancelRestore() {
      cancelRestore(dataDir);
      return state();
    },
    keepOn() {
      const timer = setInterval(() => void ensure('regular'), regularlyMs);
      timer.unref();
      return async () => {
        clearInterval(timer);
        await last;
      };
    },
  };
}

interface FoundBackup extends BackupName {
  readonly name: string;
  readonly sizeBytes: number;
}

function shown({ name, at, reason, sizeBytes, isOwn }: FoundBackup & { readonly isOwn: boolean }): Backup {
  return { name, at, reason, sizeBytes, isOwn };
}

/** The backups of a folder, whosever they are, newest first; none where there is no folder. */
function backupsIn(folder: string): FoundBackup[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    // A network folder that is away just now, or one that the first backup makes.
    return [];
  }
  return names
    .flatMap((name) => {
      const said = readBackupFileName(name);
      const sizeBytes = said && statSync(join(folder, name), { throwIfNoEntry: false })?.size;
      return said && sizeBytes !== undefined && sizeBytes !== null ? [{ name, ...said, sizeBytes }] : [];
    })
    .sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** When the database was last written to, by its files: the journal is where most changes stand. */
function changedAtMs(path: string): number {
  const times = ['', '-wal'].map((suffix) => statSync(`${path}${suffix}`, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.max(...times);
}

/** A database that was only just made has nothing to lose. */
function isEmpty(database: Database): boolean {
  const has = (table: string): boolean => database.read.prepare(`select 1 from ${table} limit 1`).get() !== undefined;
  return !['offer', 'formation', 'company'].some(has);
}

function checkFolder(folder: string): void {
  const unusable = (cause: unknown): AppError =>
    new AppError('invalid-input', 'Backups cannot be written there.', 'folder-unusable', { path: folder }, { cause });
  if (!isAbsolute(folder)) throw unusable(new Error('The path is relative.'));
  try {
    const probe = join(folder, `.write-probe-${process.pid}`);
    mkdirSync(probe, { recursive: true });
    rmSync(probe, { recursive: true });
  } catch (error) {
    throw unusable(error);
  }
}
