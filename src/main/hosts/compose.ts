import { mkdirSync } from 'node:fs';
import { AppError } from '../../shared/domain/app-error';
import type { HostInfo } from '../../shared/contract/host';
import type { Dispatcher } from '../../shared/rpc/transport';
import { createApp } from '../core/app';
import { openDatabase, type Database } from '../core/db/open';
import { openDatabaseBeside } from '../core/db/open-beside';
import { bringRestore } from '../core/db/restore';
import { unlockData } from '../core/encryption/unlock-service';
import type { Clock, KeyVault, Log } from '../core/ports';
import { spawnProcess } from '../workers/spawn-process';
import { watchWorkers, type WorkerWatch } from './watch-workers';
import { createDiagnose } from './diagnose';
import { createFileStore, type HostFileStore } from './file-store';
import { createLog, silentLog } from './log';
import type { AppPaths } from './paths';
import { allowedServiceDoor } from './service-door';
import { noteSlowStatements, type SlowStatements } from './slow-statements';
import { startAwayFiles, startWorkers, startWriteThread, type SpawnBeside } from './start-workers';

export interface ComposeOptions {
  readonly paths: AppPaths;
  readonly shell: HostInfo['shell'];
  /** Whether newer versions can be looked for; only a desktop application can. */
  readonly updates?: HostInfo['updates'];
  /** How a process beside this one is started; a plain Node process unless the host has a better kind. */
  readonly spawnBeside?: SpawnBeside;
  /** Where keys are locked away, where the host has such a place. */
  readonly keyVault?: KeyVault;
  /** A passphrase or the recovery key of encrypted data, where the person or a file said one. */
  readonly words?: string | null;
  /** Safe mode: nothing begins of itself but backups. */
  readonly isSafe?: boolean;
  /** Starts the application anew, where the host can. */
  readonly restart?: () => void;
  /** What processes beside this one take, where the host knows of any. */
  readonly processes?: Parameters<typeof watchWorkers>[0];
}

/** The application, built of its real parts. */
export interface ComposedApp {
  readonly dispatcher: Dispatcher;
  readonly fileStore: HostFileStore;
  readonly database: Database;
  readonly log: Log;
  /** Interrupts the running job, stops the workers and gives the database back. */
  dispose(): Promise<void>;
  /** Gives the database back at once: the system ends every program, and waits for none. Throws nothing. */
  closeNow(): void;
}

const removeExpiredEveryMs = 60 * 60 * 1000;
const systemClock: Clock = { now: () => new Date() };

/**
 * Builds the application on its data folder, the same for every host. Throws an AppError whose reason says why the
 * folder or its database cannot be used (`read-only`, `disk-full`, `database-…`, `key-…`); nothing is left running then.
 */
export async function compose(options: ComposeOptions): Promise<ComposedApp> {
  const { paths, shell, updates = 'none', spawnBeside = spawnProcess, processes = () => [], keyVault } = options;
  const watch = watchWorkers(processes);
  const clock = systemClock;
  makePrivate(paths.dataDir);
  const log = createLog(paths.logsDir);
  const slow = noteSlowStatements(log);
  const writeThread = startWriteThread(paths, log, { watch, slowChannel: slow.channel });
  const backupFiles = startAwayFiles(paths, log, spawnBeside);
  let database: Database | null = null;
  try {
    const restoreFailure = await bringRestore(paths.dataDir, backupFiles);
    const words = options.words ?? null;
    await unlockData(paths.dataDir, { keyVault, words, files: backupFiles });
    const startedAt = performance.now();
    database = openDatabase({
      dataDir: paths.dataDir,
      migrationsDir: paths.migrationsDir,
      now: clock.now(),
      restoreFailure,
      checkpoint: (path) => writeThread.checkpoint(path),
    });
    mkdirSync(paths.filesDir, { recursive: true, mode: 0o700 });
    const { isSafe = false } = options;
    const { restart } = options;
    const parts = {
      paths,
      shell,
      updates,
      clock,
      log,
      database,
      spawnBeside,
      writeThread,
      backupFiles,
      watch,
      keyVault,
      isSafe,
      restart,
    };
    const composed = await assemble(parts);
    log.info('Started.', { version: paths.version, shell, tookMs: Math.round(performance.now() - startedAt) });
    return composed;
  } catch (error) {
    // Somebody else's open window is no incident, and neither is a passphrase that is to be asked for.
    if (error instanceof AppError && error.reason === 'database-locked') log.info('The data are in use already.');
    else if (error instanceof AppError && error.reason?.startsWith('key-'))
      log.info('The data are locked.', { reason: error.reason });
    else log.error('The application could not start.', error);
    await database?.close();
    await Promise.all([writeThread.dispose(), backupFiles.dispose()]);
    slow.end();
    log.close();
    throw error;
  }
}

/**
 * Builds the application for reading only, beside the one that holds the data folder: whatever would write throws
 * `database-locked`. It keeps no log, which is the other's. Throws what `unlockData` and `openDatabaseBeside` throw.
 */
export async function composeBeside(paths: AppPaths, words: string | null = null): Promise<ComposedApp> {
  const backupFiles = startAwayFiles(paths, silentLog, spawnProcess);
  let database: Database | null = null;
  try {
    await unlockData(paths.dataDir, { words, files: backupFiles });
    database = openDatabaseBeside(paths);
    const parts = { paths, shell: 'terminal', updates: 'none', clock: systemClock, log: silentLog, database } as const;
    return await assemble({ ...parts, backupFiles, spawnBeside: spawnProcess, watch: watchWorkers(() => []) });
  } catch (error) {
    await database?.close();
    await backupFiles.dispose();
    throw error;
  }
}

/** Names and addresses of people lie in it: other users of the machine have no business there. */
function makePrivate(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch {
    // Opening the database fails on the same folder, and says why.
  }
}

interface Parts {
  readonly paths: AppPaths;
  readonly shell: HostInfo['shell'];
  readonly updates: HostInfo['updates'];
  readonly clock: Clock;
  readonly log: Log & { close(): void };
  readonly database: Database;
  readonly spawnBeside: SpawnBeside;
  readonly backupFiles: ReturnType<typeof startAwayFiles>;
  readonly watch: WorkerWatch;
  /** Not of an instance that keeps no log. */
  readonly slow?: SlowStatements;
  /** Only of an instance that may write. */
  readonly writeThread?: ReturnType<typeof startWriteThread>;
  readonly keyVault?: KeyVault | undefined;
  readonly restart?: (() => void) | undefined;
  readonly isSafe?: boolean;
}

async function assemble(parts: Parts): Promise<ComposedApp> {
  const { paths, shell, updates, clock, log, database, spawnBeside, writeThread, backupFiles, watch } = parts;
  const slowChannel = parts.slow ? { slowChannel: parts.slow.channel } : {};
  const workers = startWorkers(paths, log, { spawnBeside, watch, ...slowChannel });
  const fileStore = createFileStore({ dir: paths.filesDir, clock });
  fileStore.removeExpired();
  const cleaning = setInterval(() => fileStore.removeExpired(), removeExpiredEveryMs).unref();
  const { csvReader, dashboardThread, topicThread, searchThread, documentReader, letterWriter } = workers;
  const { embedder, matcher, watchedFiles } = workers;
  const app = await createApp({
    ports: {
      ...{
        csvReader,
        writeThread,
        backupFiles,
        watchedFiles,
        dashboardThread,
        topicThread,
        searchThread,
        documentReader,
        letterWriter,
      },
      ...{
        embedder,
        matcher,
        fileStore,
        clock,
        log,
        serviceDoor: allowedServiceDoor(),
        keyVault: parts.keyVault,
        restart: parts.restart,
        diagnose: createDiagnose({ ...paths, workers: () => watch.uses() }),
      },
    },
    database,
    samplesDir: paths.samplesDir,
    referenceDir: paths.referenceDir,
    dataDir: paths.dataDir,
    version: paths.version,
    shell,
    updates,
    // A command does what it is asked for and ends.
    staysOpen: shell !== 'terminal',
    isSafe: parts.isSafe ?? false,
  });
  return {
    dispatcher: app.dispatcher,
    fileStore: closedTo(() => app.isKiosk(), fileStore),
    database,
    log,
    async dispose() {
      clearInterval(cleaning);
      await app.dispose();
      await workers.dispose();
      await database.close();
      await Promise.all([writeThread?.dispose(), backupFiles.dispose()]);
      parts.slow?.end();
      log.info('Stopped.');
      log.close();
    },
    closeNow() {
      database.closeNow();
      log.info('The session of the system ends.');
    },
  };
}

/** The files that pages hand over and fetch, none while students have the PC; the application's own go on. */
function closedTo(isClosed: () => boolean, fileStore: HostFileStore): HostFileStore {
  const check = (): void => {
    if (isClosed()) throw new AppError('conflict', 'Students have this PC.', 'kiosk-on');
  };
  return {
    ...fileStore,
    receive(name, chunks) {
      check();
      return fileStore.receive(name, chunks);
    },
    locate(fileId) {
      check();
      return fileStore.locate(fileId);
    },
  };
}
