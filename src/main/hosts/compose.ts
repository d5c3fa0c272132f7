import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/domain/app-error';
import type { HostInfo } from '../../shared/contract/host';
import type { Dispatcher } from '../../shared/rpc/transport';
import { createApp } from '../core/app';
import { openDatabase, type Database } from '../core/db/open';
import { openDatabaseBeside } from '../core/db/open-beside';
import type {
  Clock,
  CsvReader,
  DashboardThread,
  SearchThread,
  TopicThread,
  DocumentReader,
  Embedder,
  KeyVault,
  LetterWriter,
  Log,
  Matcher,
} from '../core/ports';
import { batchThreadLimits, createEmbedder, createMatcher } from '../workers/adapters';
import { createCsvReader, csvThreadLimits } from '../workers/csv/csv-reader';
import { createTopicThread, topicThreadLimits } from '../workers/topics/topic-thread';
import { createDashboardThread, dashboardThreadLimits } from '../workers/dashboards/dashboard-thread';
import { createSearchThread, searchThreadLimits } from '../workers/search/search-thread';
import { createDocumentReader, documentThreadLimits } from '../workers/documents/document-reader';
import type { SpawnWorker } from '../workers/lazy-worker';
import { createLetterWriter, letterThreadLimits } from '../workers/letters/letter-writer';
import { spawnProcess } from '../workers/spawn-process';
import { spawnThread, type SpawnOptions } from '../workers/spawn-thread';
import { watchWorkers, type WorkerWatch } from './watch-workers';
import { createWriteThread, writeThreadLimits } from '../workers/write/write-thread';
import { createDiagnose } from './diagnose';
import { createFileStore, type HostFileStore } from './file-store';
import { createLog, silentLog } from './log';
import type { AppPaths } from './paths';
import { allowedServiceDoor } from './service-door';

export interface ComposeOptions {
  readonly paths: AppPaths;
  readonly shell: HostInfo['shell'];
  /** Whether newer versions can be looked for; only a desktop application can. */
  readonly updates?: HostInfo['updates'];
  /** How the embed process is started; a plain Node process unless the host has a better kind. */
  readonly spawnEmbed?: (entryPath: string, options: SpawnOptions) => SpawnWorker;
  /** Where keys of services are locked away, where the host has such a place. */
  readonly keyVault?: KeyVault;
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
}

/** The model that the application ships. */
const modelName = 'smart-recruiting-fr-v1';

const removeExpiredEveryMs = 60 * 60 * 1000;
const systemClock: Clock = { now: () => new Date() };

/**
 * Builds the application on its data folder, the same for every host. Throws an AppError whose reason says why the
 * folder or its database cannot be used (`read-only`, `disk-full`, `database-…`); nothing is left running then.
 */
export async function compose(options: ComposeOptions): Promise<ComposedApp> {
  const { paths, shell, updates = 'none', spawnEmbed = spawnProcess, processes = () => [], keyVault } = options;
  const watch = watchWorkers(processes);
  const clock = systemClock;
  makePrivate(paths.dataDir);
  const log = createLog(paths.logsDir);
  const writeThread = startWriteThread(paths, log, watch);
  let database: Database | null = null;
  try {
    const startedAt = performance.now();
    database = openDatabase({
      dataDir: paths.dataDir,
      migrationsDir: paths.migrationsDir,
      now: clock.now(),
      onSlowStatement: (statement, durationMs) => log.info('slow statement', { statement, durationMs }),
      checkpoint: (path) => writeThread.checkpoint(path),
    });
    mkdirSync(paths.filesDir, { recursive: true, mode: 0o700 });
    const parts = { paths, shell, updates, clock, log, database, spawnEmbed, writeThread, watch, keyVault };
    const composed = await assemble(parts);
    log.info('Started.', { version: paths.version, shell, tookMs: Math.round(performance.now() - startedAt) });
    return composed;
  } catch (error) {
    // Somebody else's open window is no incident.
    if (error instanceof AppError && error.reason === 'database-locked') log.info('The data are in use already.');
    else log.error('The application could not start.', error);
    await database?.close();
    await writeThread.dispose();
    log.close();
    throw error;
  }
}

/**
 * Builds the application for reading only, beside the one that holds the data folder: whatever would write throws
 * `database-locked`. It keeps no log, which is the other's. Throws what `openDatabaseBeside` throws.
 */
export async function composeBeside(paths: AppPaths): Promise<ComposedApp> {
  const database = openDatabaseBeside(paths);
  const parts = { paths, shell: 'terminal', updates: 'none', clock: systemClock, log: silentLog, database } as const;
  try {
    return await assemble({ ...parts, spawnEmbed: spawnProcess, watch: watchWorkers(() => []) });
  } catch (error) {
    await database.close();
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
  readonly spawnEmbed: NonNullable<ComposeOptions['spawnEmbed']>;
  readonly watch: WorkerWatch;
  /** Only of an instance that may write. */
  readonly writeThread?: ReturnType<typeof createWriteThread>;
  readonly keyVault?: KeyVault | undefined;
}

async function assemble(parts: Parts): Promise<ComposedApp> {
  const { paths, shell, updates, clock, log, database, spawnEmbed, writeThread, watch } = parts;
  const workers = startWorkers(paths, log, { spawnEmbed, watch });
  const fileStore = createFileStore({ dir: paths.filesDir, clock });
  fileStore.removeExpired();
  const cleaning = setInterval(() => fileStore.removeExpired(), removeExpiredEveryMs).unref();
  const { csvReader, dashboardThread, topicThread, searchThread, documentReader, letterWriter } = workers;
  const { embedder, matcher } = workers;
  const app = await createApp({
    ports: {
      ...{ csvReader, writeThread, dashboardThread, topicThread, searchThread, documentReader, letterWriter },
      ...{
        embedder,
        matcher,
        fileStore,
        clock,
        log,
        serviceDoor: allowedServiceDoor(),
        keyVault: parts.keyVault,
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
      await writeThread?.dispose();
      log.info('Stopped.');
      log.close();
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

/** The thread that stores files and copies databases; started when first needed. */
export function startWriteThread(paths: AppPaths, log: Log, watch?: WorkerWatch): ReturnType<typeof createWriteThread> {
  const args = [entryOf(paths, 'csv-worker')];
  const options = { ...reportingTo(log, 'write', watch), args, resourceLimits: writeThreadLimits };
  return createWriteThread(spawnThread(entryOf(paths, 'write-worker'), options));
}

function entryOf(paths: AppPaths, name: string): string {
  return join(paths.entriesDir, `${name}.js`);
}

function reportingTo(log: Log, worker: string, watch?: WorkerWatch): SpawnOptions {
  return {
    onFailure: (error) => log.error('A worker failed.', error, { worker }),
    onStarted: (thread) => watch?.began(worker, thread),
  };
}

/** The workers of the application; each starts when it is first needed. */
export interface Workers {
  readonly csvReader: CsvReader;
  readonly dashboardThread: DashboardThread;
  readonly topicThread: TopicThread;
  readonly searchThread: SearchThread;
  readonly documentReader: DocumentReader;
  readonly letterWriter: LetterWriter;
  readonly embedder: Embedder;
  readonly matcher: Matcher;
  dispose(): Promise<void>;
}

export interface WorkerOptions {
  readonly spawnEmbed?: NonNullable<ComposeOptions['spawnEmbed']>;
  /** Told of the threads that start. */
  readonly watch?: WorkerWatch;
}

/** Names the built worker entries; also what a command without a database works with. */
export function startWorkers(
  paths: AppPaths,
  log: Log,
  { spawnEmbed = spawnProcess, watch }: WorkerOptions = {},
): Workers {
  const entry = (name: string): string => entryOf(paths, name);
  const reporting = (worker: string): SpawnOptions => reportingTo(log, worker, watch);
  const csvReader = createCsvReader(
    spawnThread(entry('csv-worker'), { ...reporting('csv'), resourceLimits: csvThreadLimits }),
  );
  const dashboardThread = createDashboardThread(
    spawnThread(entry('dashboards-worker'), { ...reporting('dashboards'), resourceLimits: dashboardThreadLimits }),
    paths.referenceDir,
  );
  const topicThread = createTopicThread(
    spawnThread(entry('topics-worker'), { ...reporting('topics'), resourceLimits: topicThreadLimits }),
  );
  const searchThread = createSearchThread(
    spawnThread(entry('search-worker'), { ...reporting('search'), resourceLimits: searchThreadLimits }),
  );
  const documentReader = createDocumentReader(
    spawnThread(entry('documents-worker'), { ...reporting('documents'), resourceLimits: documentThreadLimits }),
  );
  const letterWriter = createLetterWriter(
    spawnThread(entry('letters-worker'), { ...reporting('letters'), resourceLimits: letterThreadLimits }),
  );
  const modelDir = join(paths.modelsDir, modelName);
  const inBatches = { args: [modelDir], resourceLimits: batchThreadLimits };
  const matcher = createMatcher(spawnThread(entry('match-worker'), { ...reporting('match'), ...inBatches }));
  const embedding = { ...reporting('embed'), ...inBatches };
  const embedder = createEmbedder({
    table: spawnThread(entry('embed-worker'), embedding),
    network: spawnEmbed(entry('embed-process'), embedding),
  });
  return {
    csvReader,
    dashboardThread,
    topicThread,
    searchThread,
    documentReader,
    letterWriter,
    embedder,
    matcher,
    dispose: async () => {
      const threads = [csvReader, dashboardThread, topicThread, searchThread, documentReader, letterWriter];
      const all = [...threads, embedder, matcher];
      await Promise.all(all.map((worker) => worker.dispose()));
    },
  };
}
