import { randomBytes } from 'node:crypto';
import { rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Backup, BackupState, RestoreComparison } from '../../../shared/contract/backups';
import { AppError } from '../../../shared/domain/app-error';
import {
  backupFileName,
  expiredBackups,
  momentOfAges,
  noDatabaseId,
  outlivedBackups,
  type BackupReason,
} from '../../../shared/domain/backup';
import type { JobId } from '../../../shared/domain/ids';
import { removeWithChecksum } from '../db/checksum';
import { encryptBackup } from '../db/convert-database';
import { copyDatabase, copyStands, peekVersion } from '../db/copy-database';
import { openedKeyId } from '../db/open-file';
import { backupFolderName, type Database } from '../db/open';
import { cancelRestore, requestedRestore, requestRestore } from '../db/restore';
import { bringKeyFile } from '../encryption/key-file-service';
import { unlockBackup } from '../encryption/unlock-service';
import { noteBackupPlace } from '../db/backup-place';
import { backupsIn, checkBackupFolder, damagedIn, type FoundBackup } from './backups-in';
import { eachInTurn } from './each-in-turn';
import { compareWithBackup } from './restore-losses';
import type { JobRunner } from '../jobs/job-runner';
import type { Clock, WriteThread } from '../ports';
import type { SettingService } from '../settings/setting-service';

/** How often a backup is made of a database that has changed, in milliseconds. */
const regularlyMs = 30 * 60_000;
/** When the first one of a run is made of what the last run changed: whoever opens the application for a quarter of an hour a day has backups too. */
const firstAfterMs = 60_000;

export interface BackupService {
  state(): BackupState;
  /** When the newest backup of this database was made. */
  lastAt(): string | null;
  /** Where it lies. */
  newest(): string | null;
  /** Starts the job that makes a backup now. */
  start(): Promise<JobId>;
  /**
   * Makes a backup when something has changed since the last one. Never throws: work that a person asked for is not
   * refused because a network folder is away; `state` says what failed.
   */
  ensure(reason: BackupReason): Promise<void>;
  /**
   * Begins the same, and resolves as soon as the backup is sure to hold what is stored now, though it is written, checked
   * and named later: whoever waits may change the database meanwhile.
   */
  begin(reason: BackupReason): Promise<void>;
  /** Resolves when none is being made. */
  over(): Promise<void>;
  /** Throws `invalid-input` (`folder-unusable`) for a folder that cannot be written to. */
  setFolder(folder: string | null): Promise<BackupState>;
  /** Starts the job that replaces the plain backups of this database. Throws `conflict` (`encryption-changed`) while that is plain itself. */
  encrypt(): Promise<JobId>;
  /**
   * Opens a backup that is under a key which nobody gave yet, with its passphrase or recovery key. Throws `not-found`,
   * `conflict` (`key-wrong`) and `unavailable` (`key-file-missing`).
   */
  unlock(name: string, words: string): Promise<void>;
  /** What restoring a backup would take away; throws as `restore`. */
  compare(name: string): RestoreComparison;
  /**
   * Throws `not-found` and, for a file that this version cannot read, `unavailable` with `key-needed` or a `database-…`
   * reason.
   */
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

  const isOwn = ({ databaseId, folder }: FoundBackup): boolean =>
    databaseId === settingService.get().databaseId || (databaseId === noDatabaseId && folder === ownFolder);
  // The data folder holds this database's only, whatever it was called before a restore.
  const whose = (found: FoundBackup): Pick<Backup, 'isOwn' | 'isFormer'> => {
    const { folder, databaseId } = found;
    const isOfHere = folder === ownFolder || settingService.get().formerDatabaseIds.includes(databaseId);
    return { isOwn: isOwn(found), isFormer: isOfHere && !isOwn(found) };
  };
  // Those that were made before another folder was chosen, and what restores and updates keep, lie in the data folder.
  const backups = () => backupsIn(folderOf(), ownFolder).map((found) => ({ ...found, ...whose(found) }));
  /** The newest one of this database that was made by now: one of a time to come is of a clock that was wrong. */
  const newestOwn = (isWanted: (backup: FoundBackup) => boolean = () => true) =>
    backups().find((backup) => backup.isOwn && Date.parse(backup.at) <= clock.now().getTime() && isWanted(backup));
  // A database that took another's place has that one's id: both may go on writing to one folder.
  let isRestored = database.restore?.state === 'restored';
  const ownId = async (): Promise<string> => {
    const { databaseId } = settingService.get();
    if (databaseId !== null && !isRestored) return databaseId;
    const fresh = randomBytes(4).toString('hex');
    const { formerDatabaseIds } = settingService.get();
    const former = databaseId === null ? formerDatabaseIds : [...formerDatabaseIds, databaseId];
    await settingService.update({ databaseId: fresh, formerDatabaseIds: former });
    isRestored = false;
    return fresh;
  };

  const make = async (reason: BackupReason, onStanding = (): void => undefined): Promise<Backup> => {
    // The good ones must not give way to a copy of what is damaged.
    if (database.damage) throw database.damage;
    const folder = folderOf();
    const at = clock.now().toISOString();
    const databaseId = await ownId();
    const name = backupFileName({ databaseId, at, reason });
    noteBackupPlace(dataDir, { databaseId, backupFolder: folder === ownFolder ? null : folder });
    const target = join(folder, name);
    // First: without it, nothing opens the backup on another PC.
    const keyId = openedKeyId(database.path);
    if (keyId !== null) [dataDir, folder].forEach((each) => bringKeyFile(dataDir, keyId, each));
    const copying = parts.writeThread?.copy(database.path, target);
    if (copying) void copyStands(target, copying).then(onStanding);
    const { sizeBytes } = copying ? await copying : copyDatabase(database.path, target);
    failure = null;
    // Only now that the new one is known to be whole.
    thinOut(folder);
    return { name, at, reason, sizeBytes, folder, isOwn: true, isFormer: false, isEncrypted: keyId !== null };
  };
  const encryptPlain = async (keyId: string): Promise<{ readonly encrypted: number }> => {
    const plain = backups().filter(({ isOwn, isFormer, isEncrypted }) => (isOwn || isFormer) && !isEncrypted);
    await eachInTurn(plain, async ({ folder, name }) => {
      const path = join(folder, name);
      bringKeyFile(dataDir, keyId, folder);
      await (parts.writeThread ? parts.writeThread.encryptBackup(path, keyId) : encryptBackup(path, keyId));
    });
    return { encrypted: plain.length };
  };
  /** Removes what may go once there is a new backup in a folder. */
  const thinOut = (folder: string): void => {
    const all = backups();
    const inUse = all.filter((backup) => backup.isOwn && backup.folder === folder);
    const left = all.filter((backup) => !inUse.includes(backup) && (backup.isFormer || backup.folder === ownFolder));
    const moment = momentOfAges([...inUse, ...left], clock.now());
    const expired = [...expiredBackups(inUse, moment), ...outlivedBackups(left, moment)];
    for (const { folder, name } of expired) removeWithChecksum(join(folder, name));
    for (const { path } of outlivedBackups(damagedIn(ownFolder), moment)) rmSync(path, { force: true });
  };
  /** One after the other: two at once would do the same twice. */
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  const hasChanged = (): boolean => {
    // In the folder of now: one that was chosen a moment ago has none yet.
    const newest = newestOwn(({ folder }) => folder === folderOf());
    return newest === undefined || changedAtMs(database.path) > Date.parse(newest.at);
  };
  const ensure = (reason: BackupReason, onStanding?: () => void): Promise<void> =>
    inLine(async () => {
      try {
        if (database.isReadOnly || isEmpty(database) || !hasChanged()) return;
        await make(reason, onStanding);
      } catch (error) {
        failure = parts.report(error);
      } finally {
        parts.announce();
      }
    });

  const found = (name: string) => {
    const backup = backups().find((each) => each.name === name);
    if (!backup) throw new AppError('not-found', `There is no backup ${name}.`, 'backup-gone', { name });
    return { ...backup, path: join(backup.folder, name) };
  };

  const state = (): BackupState => {
    const { backupFolder: chosenFolder } = settingService.get();
    const requested = requestedRestore(dataDir);
    const { restore } = database;
    return {
      ...{ folder: folderOf(), chosenFolder, rows: backups().map(shown) },
      requested: requested && basename(requested),
      failure: failure?.toWire() ?? null,
      restore: restore && {
        ...{ state: restore.state, name: basename(restore.path) },
        failure: restore.failure?.toWire() ?? null,
      },
    };
  };

  return {
    state,
    lastAt: () => newestOwn()?.at ?? null,
    newest() {
      const newest = newestOwn();
      return newest ? join(newest.folder, newest.name) : null;
    },
    ensure: (reason) => ensure(reason),
    begin: (reason) =>
      new Promise((standing) => {
        void ensure(reason, standing).then(standing);
      }),
    async over() {
      await last;
    },
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
      if (folder !== null) checkBackupFolder(folder);
      await settingService.update({ backupFolder: folder });
      failure = null;
      return state();
    },
    encrypt: async () => {
      const keyId = openedKeyId(database.path);
      if (keyId === null) throw new AppError('conflict', 'The database is plain.', 'encryption-changed');
      return await jobRunner.start({
        kind: 'backup',
        subject: folderOf(),
        changes: ['backups'],
        isImmediate: true,
        run: async () => await inLine(() => encryptPlain(keyId)),
      });
    },
    unlock: async (name, words) => await unlockBackup(dataDir, found(name).path, words),
    compare(name) {
      const { path, at, isOwn } = found(name);
      return compareWithBackup(database.read, { path, at, isOther: !isOwn });
    },
    restore(name) {
      const { path } = found(name);
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
      const make = (): void => void ensure('regular');
      const timers = [setTimeout(make, firstAfterMs), setInterval(make, regularlyMs)];
      for (const timer of timers) timer.unref();
      return async () => {
        for (const timer of timers) clearTimeout(timer);
        await last;
      };
    },
  };
}

function shown(backup: FoundBackup & Pick<Backup, 'isOwn' | 'isFormer'>): Backup {
  const { name, at, reason, sizeBytes, folder, isOwn, isFormer, isEncrypted } = backup;
  return { name, at, reason, sizeBytes, folder, isOwn, isFormer, isEncrypted };
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
