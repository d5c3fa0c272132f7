import { join } from 'node:path';
import { heldDataKeys } from '../core/db/data-keys';
import type {
  CsvReader,
  DashboardThread,
  DocumentReader,
  Embedder,
  LetterWriter,
  Log,
  Matcher,
  SearchThread,
  TopicThread,
  WatchedFiles,
} from '../core/ports';
import { batchThreadLimits, createEmbedder, createMatcher } from '../workers/adapters';
import { createAwayFiles } from '../workers/away/away-files';
import { createCsvReader, csvThreadLimits } from '../workers/csv/csv-reader';
import { createDashboardThread, dashboardThreadLimits } from '../workers/dashboards/dashboard-thread';
import { createDocumentReader, documentThreadLimits } from '../workers/documents/document-reader';
import { createWatchedFiles } from '../workers/away/watched-files';
import type { GivenToThread } from '../workers/join-application';
import type { SpawnWorker } from '../workers/lazy-worker';
import { createLetterWriter, letterThreadLimits } from '../workers/letters/letter-writer';
import { createSearchThread, searchThreadLimits } from '../workers/search/search-thread';
import { spawnProcess } from '../workers/spawn-process';
import { spawnThread, type SpawnOptions } from '../workers/spawn-thread';
import { createTopicThread, topicThreadLimits } from '../workers/topics/topic-thread';
import { createWriteThread, writeThreadLimits } from '../workers/write/write-thread';
import type { AppPaths } from './paths';
import type { WorkerWatch } from './watch-workers';

/** The model that the application ships. */
const modelName = 'smart-recruiting-fr-v1';

/** How a process beside the host is started. */
export type SpawnBeside = (entryPath: string, options: SpawnOptions) => SpawnWorker;

/** The thread that stores files and copies databases; started when first needed. */
export function startWriteThread(
  paths: AppPaths,
  log: Log,
  { watch, slowChannel }: ThreadOptions = {},
): ReturnType<typeof createWriteThread> {
  const args = [entryOf(paths, 'csv-worker')];
  const joining = { ...reportingTo(log, 'write', watch), ...joined(slowChannel) };
  const options = { ...joining, args, resourceLimits: writeThreadLimits };
  return createWriteThread(spawnThread(entryOf(paths, 'write-worker'), options));
}

/** The process that reaches the folder chosen for backups; started when first needed. */
export function startAwayFiles(paths: AppPaths, log: Log, spawn: SpawnBeside): ReturnType<typeof createAwayFiles> {
  return createAwayFiles(spawn(entryOf(paths, 'away-process'), reportingTo(log, 'away')));
}

/** For threads that open the database. */
function joined(slowChannel: string | null = null): Pick<SpawnOptions, 'given'> {
  return { given: (): GivenToThread => ({ keys: [...heldDataKeys()], slowChannel }) };
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
  readonly watchedFiles: WatchedFiles;
  dispose(): Promise<void>;
}

export interface ThreadOptions {
  /** Told of the threads that start. */
  readonly watch?: WorkerWatch;
  /** Where they tell statements that take long (`noteSlowStatements`). */
  readonly slowChannel?: string;
}

export interface WorkerOptions extends ThreadOptions {
  readonly spawnBeside?: SpawnBeside;
}

/** Names the built worker entries; also what a command without a database works with. */
export function startWorkers(
  paths: AppPaths,
  log: Log,
  { spawnBeside = spawnProcess, watch, slowChannel }: WorkerOptions = {},
): Workers {
  const entry = (name: string): string => entryOf(paths, name);
  const reporting = (worker: string): SpawnOptions => reportingTo(log, worker, watch);
  const csvReader = createCsvReader(
    spawnThread(entry('csv-worker'), { ...reporting('csv'), resourceLimits: csvThreadLimits }),
  );
  const dashboardThread = createDashboardThread(
    spawnThread(entry('dashboards-worker'), {
      ...{ ...reporting('dashboards'), ...joined(slowChannel), resourceLimits: dashboardThreadLimits },
    }),
    paths.referenceDir,
  );
  const topicThread = createTopicThread(
    spawnThread(entry('topics-worker'), {
      ...reporting('topics'),
      ...joined(slowChannel),
      resourceLimits: topicThreadLimits,
    }),
  );
  const searchThread = createSearchThread(
    spawnThread(entry('search-worker'), {
      ...reporting('search'),
      ...joined(slowChannel),
      resourceLimits: searchThreadLimits,
    }),
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
    network: spawnBeside(entry('embed-process'), embedding),
  });
  const watchedFiles = createWatchedFiles(spawnBeside(entry('watched-process'), reporting('watched')));
  return {
    csvReader,
    dashboardThread,
    topicThread,
    searchThread,
    documentReader,
    letterWriter,
    embedder,
    matcher,
    watchedFiles,
    dispose: async () => {
      const threads = [csvReader, dashboardThread, topicThread, searchThread, documentReader, letterWriter];
      const all = [...threads, embedder, matcher, watchedFiles];
      await Promise.all(all.map((worker) => worker.dispose()));
    },
  };
}
