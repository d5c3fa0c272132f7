import { randomBytes } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Backup, BackupState, RestoreComparison } from '../../../shared/contract/backups';
import type { BackupFailure } from '../../../shared/contract/settings';
import { AppError } from '../../../shared/domain/app-error';
import { backupFileName, noDatabaseId, readBackupFileName, type BackupReason } from '../../../shared/domain/backup';
import type { JobId } from '../../../shared/domain/ids';
import { copyDatabase, copyStands, peekVersion } from '../db/copy-database';
import { removeHalfBackups } from '../db/leftovers';
import { openedKeyId } from '../db/open-file';
import type { Database } from '../db/open';
import { cancelRestore, requestedRestore, requestRestore } from '../db/restore';
import { bringKeyFile } from '../encryption/key-file-service';
import { unlockBackup } from '../encryption/unlock-service';
import { noteBackupPlace } from '../db/backup-place';
import { openBackupShelf, shownBackup, type FoundBackup } from './backup-shelf';
import { createBackupFailures } from './backup-failures';
import { encryptPlain } from './encrypt-plain';
import { keepOn } from './keep-on';
import { isForBelief, thinOut, type ListedBackup } from './thin-out';
import { changedAtMs, daysUnsaved, isEmpty } from './what-to-back-up';
import { compareWithBackup } from './restore-losses';
import type { JobRunner } from '../jobs/job-runner';
import type { BackupFiles, Clock, WriteThread } from '../ports';
import type { SettingService } from '../settings/setting-service';

/** How often a backup is made of a database that has changed, in milliseconds. */
const regularlyMs = 30 * 60_000;
/** When the first one of a run is made of what the last run changed: whoever opens the application for a quarter of an hour a day has backups too. */
const firstAfterMs = 60_000;

export interface BackupService {
  state(): Promise<BackupState>;
  /** When the newest backup of this database was made. */
  lastAt(): Promise<string | null>;
  /** Does something with it where it lies in the data folder, bringing it there where it does not; null while there is none. */
  withNewest<T>(work: (path: string) => Promise<T>): Promise<T | null>;
  /** Why backups are not made now, and since when; null while they are. */
  failure(): BackupFailure | null;
  /** For how many days what was changed is in no backup; null while that is less than three. */
  unsavedDays(): Promise<number | null>;
  /** Starts the job that makes a backup now. */
  start(): Promise<JobId>;
  /**
   * Makes a backup when something has changed since the last one. Never throws: work that a person asked for is not
   * refused because a network folder is away, of which `state` tells; the backup stays in the data folder then.
   */
  ensure(reason: BackupReason): Promise<void>;
  /**
   * Begins the same, and resolves as soon as the backup is sure to hold what is stored now, though it is written, checked
   * and named later: whoever waits may change the database meanwhile.
   */
  begin(reason: BackupReason): Promise<void>;
  /** Resolves when none is being made. */
  over(): Promise<void>;
  /** Throws `invalid-input` (`folder-unusable`) for a folder that cannot be written to, and `folder-silent`. */
  setFolder(folder: string | null): Promise<BackupState>;
  /** Starts the job that replaces the plain backups of this database. Throws `conflict` (`encryption-changed`) while that is plain itself. */
  encrypt(): Promise<JobId>;
  /**
   * Opens a backup that is under a key which nobody gave yet, with its passphrase or recovery key. Throws `not-found`,
   * `conflict` (`key-wrong`) and `unavailable` (`key-file-missing`).
   */
  unlock(name: string, words: string): Promise<void>;
  /** What restoring a backup would take away; throws as `restore`. */
  compare(name: string): Promise<RestoreComparison>;
  /**
   * Throws `not-found` and, for a file that this version cannot read, `unavailable` with `backup-damaged`, `key-needed` or a
   * `database-…` reason.
   */
  restore(name: string): Promise<BackupState>;
  cancelRestore(): Promise<BackupState>;
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
  /** Without it a chosen folder that hangs is waited for. */
  readonly backupFiles?: BackupFiles | undefined;
  /** Told of what failed when nobody waits for an answer. */
  readonly report: (error: unknown) => AppError;
  /** Makes pages ask again. */
  readonly announce: () => void;
}

export function createBackupService(parts: BackupParts): BackupService {
  const { database, dataDir, clock, jobRunner, settingService } = parts;
  const shelf = openBackupShelf(dataDir, parts.backupFiles);
  const { ownFolder } = shelf;
  const failures = createBackupFailures(parts);
  let last: Promise<unknown> = Promise.resolve();

  const folderOf = (): string => settingService.get().backupFolder ?? ownFolder;

  // The one that came in knows nothing of the one whose place it took.
  const replacedId = readBackupFileName(basename(database.restore?.formerPath ?? ''))?.databaseId ?? noDatabaseId;
  const formerIds = (): readonly string[] => {
    const { formerDatabaseIds } = settingService.get();
    return replacedId === noDatabaseId ? formerDatabaseIds : [...formerDatabaseIds, replacedId];
  };
  const isOwn = ({ databaseId, folder }: FoundBackup): boolean =>
    databaseId === settingService.get().databaseId || (databaseId === noDatabaseId && folder === ownFolder);
  // The data folder holds this database's only, whatever it was called before a restore.
  const whose = (found: FoundBackup): Pick<Backup, 'isOwn' | 'isFormer'> => {
    const { folder, databaseId } = found;
    const isOfHere = folder === ownFolder || formerIds().includes(databaseId);
    return { isOwn: isOwn(found), isFormer: isOfHere && !isOwn(found) };
  };
  // Those that were made before another folder was chosen, or while it was out of reach, lie in the data folder.
  const backups = async () => {
    const list = await shelf.list(settingService.get().backupFolder);
    return { ...list, found: list.found.map((found) => ({ ...found, ...whose(found) })) };
  };
  /** The newest one of this database that was made by now: one of a time to come is of a clock that was wrong. */
  const newestOf = (found: readonly ListedBackup[]): ListedBackup | undefined =>
    found.find(({ isOwn, at }) => isOwn && Date.parse(at) <= clock.now().getTime());
  const newestOwn = async () => newestOf((await backups()).found);
  // A database that took another's place has that one's id: both may go on writing to one folder.
  let isRestored = database.restore?.state === 'restored';
  const ownId = async (): Promise<string> => {
    const { databaseId } = settingService.get();
    if (databaseId !== null && !isRestored) return databaseId;
    const fresh = randomBytes(4).toString('hex');
    const former = new Set([...formerIds(), ...(databaseId === null ? [] : [databaseId])]);
    await settingService.update({ databaseId: fresh, formerDatabaseIds: [...former] });
    isRestored = false;
    return fresh;
  };

  /** `unseen`: why the folder is out of reach, where that is known; the backup stays in the data folder then, and it is thrown. */
  const make = async (
    reason: BackupReason,
    unseen: AppError | null = null,
    onStanding = (): void => undefined,
  ): Promise<Backup> => {
    // The good ones must not give way to a copy of what is damaged.
    if (database.damage) throw database.damage;
    const folder = folderOf();
    const at = clock.now().toISOString();
    const databaseId = await ownId();
    const name = backupFileName({ databaseId, at, reason });
    noteBackupPlace(dataDir, { databaseId, backupFolder: folder === ownFolder ? null : folder });
    const keyId = openedKeyId(database.path);
    if (keyId !== null) [dataDir, ownFolder].forEach((each) => bringKeyFile(dataDir, keyId, each));
    // Here first, wherever it belongs: it is checked without a network, and there when the network is not.
    const here = join(ownFolder, name);
    const copying = parts.writeThread?.copy(database.path, here);
    if (copying) void copyStands(here, copying).then(onStanding);
    // A thread that is killed leaves half a copy, which may still have profiles in it.
    const copied = copying?.finally(() => removeHalfBackups(ownFolder));
    const { sizeBytes } = copied ? await copied : copyDatabase(database.path, here);
    try {
      if (unseen) throw unseen;
      if (folder !== ownFolder) await shelf.moveTo(folder, name, keyId);
      await failures.note(null);
      await thinOut(shelf, (await backups()).found, { folder, hasNew: true, now: clock.now() });
    } catch (error) {
      await thinOut(shelf, (await backups()).found, { folder: ownFolder, hasNew: true, now: clock.now() });
      throw error;
    }
    return { name, at, reason, sizeBytes, folder, isOwn: true, isFormer: false, isEncrypted: keyId !== null };
  };
  const encryptAll = async (keyId: string): Promise<{ readonly encrypted: number }> => {
    const { found, failure: unseen } = await backups();
    const encrypted = await encryptPlain(shelf, found, { keyId, writeThread: parts.writeThread });
    // Nobody is to believe that those are encrypted too.
    if (unseen) throw unseen;
    return { encrypted };
  };
  /** One after the other: two at once would do the same twice. */
  const inLine = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  /** Since the newest backup in a folder: one that was chosen a moment ago has none yet. */
  const hasChanged = (found: readonly ListedBackup[], folder: string): boolean => {
    const newest = newestOf(found.filter((backup) => backup.folder === folder));
    return newest === undefined || changedAtMs(database.path) > Date.parse(newest.at);
  };
  const ensure = (reason: BackupReason, onStanding?: () => void): Promise<void> =>
    inLine(async () => {
      try {
        const { found, failure: unseen } = await backups();
        const isNew = isEmpty(database) && newestOf(found) === undefined;
        if (database.isReadOnly || isNew) return;
        const place = { folder: unseen ? ownFolder : folderOf(), now: clock.now() };
        const isDue = hasChanged(found, place.folder) || isForBelief(shelf, found, place);
        if (isDue) await make(reason, unseen, onStanding);
        // The good ones must not go while what is there is damaged.
        else if (!database.damage) await thinOut(shelf, found, { ...place, hasNew: false });
      } catch (error) {
        await failures.note(parts.report(error));
      } finally {
        parts.announce();
      }
    });

  const find = async (name: string) => {
    const { found, failure: unseen } = await backups();
    const backup = found.find((each) => each.name === name);
    if (backup) return { ...backup, path: join(backup.folder, name) };
    throw unseen ?? new AppError('not-found', `There is no backup ${name}.`, 'backup-gone', { name });
  };

  const state = async (): Promise<BackupState> => {
    const { backupFolder: chosenFolder } = settingService.get();
    const requested = requestedRestore(dataDir);
    const { restore } = database;
    const { found, failure: unseen } = await backups();
    return {
      ...{ folder: folderOf(), chosenFolder, rows: found.map(shownBackup) },
      requested: requested && basename(requested),
      ...{ lastAt: newestOf(found)?.at ?? null, failure: failures.with(unseen) },
      restore: restore && {
        ...{ state: restore.state, name: basename(restore.path) },
        failure: restore.failure?.toWire() ?? null,
      },
    };
  };

  return {
    state,
    lastAt: async () => (await newestOwn())?.at ?? null,
    async withNewest(work) {
      const newest = await newestOwn();
      return newest ? await shelf.withHere(join(newest.folder, newest.name), work) : null;
    },
    ensure: (reason) => ensure(reason),
    begin: (reason) =>
      new Promise((standing) => {
        void ensure(reason, standing).then(standing);
      }),
    over: async () => void (await last),
    failure: () => failures.get(),
    unsavedDays: async () => daysUnsaved(database.path, (await newestOwn())?.at ?? null, clock.now()),
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
      if (folder !== null) await shelf.check(folder);
      await settingService.update({ backupFolder: folder });
      await failures.note(null);
      return await state();
    },
    encrypt: async () => {
      const keyId = openedKeyId(database.path);
      if (keyId === null) throw new AppError('conflict', 'The database is plain.', 'encryption-changed');
      return await jobRunner.start({
        kind: 'backup',
        subject: folderOf(),
        changes: ['backups'],
        isImmediate: true,
        run: async () => await inLine(() => encryptAll(keyId)),
      });
    },
    unlock: async (name, words) => await unlockBackup(dataDir, await find(name), words, shelf),
    async compare(name) {
      const { path, at, isOwn: isOurs } = await find(name);
      const { lastIds } = await shelf.peek(path);
      return compareWithBackup(database.read, { lastIds: new Map(lastIds), at, isOther: !isOurs });
    },
    async restore(name) {
      const { path } = await find(name);
      const [{ version }, known] = [await shelf.peek(path), peekVersion(database.path)];
      if (version > known) {
        const details = { path, version, known };
        throw new AppError('unavailable', 'A newer version made the backup.', 'database-newer', details);
      }
      requestRestore(dataDir, path);
      return await state();
    },
    async cancelRestore() {
      cancelRestore(dataDir);
      return await state();
    },
    keepOn: () =>
      keepOn(
        () => void ensure('regular'),
        { firstAfterMs, everyMs: regularlyMs },
        () => last,
      ),
  };
}
