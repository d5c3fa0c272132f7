import { join, resolve } from 'node:path';
import { contract, type AppClient } from '../src/shared/contract/contract';
import type { JobId } from '../src/shared/domain/ids';
import { createClient } from '../src/shared/rpc/client';
import { inProcessTransport } from '../src/shared/rpc/in-process';
import { createApp } from '../src/main/core/app';
import { openDatabase, type Database } from '../src/main/core/db/open';
import type { DocumentReader, Embedder, Matcher, WriteThread } from '../src/main/core/ports';
import { createFileStore, type HostFileStore } from '../src/main/hosts/file-store';
import { createCsvReader, csvThreadLimits } from '../src/main/workers/csv/csv-reader';
import { spawnThread } from '../src/main/workers/spawn-thread';
import { createWriteThread, writeThreadLimits } from '../src/main/workers/write/write-thread';
import { noLetters } from '../tests/support/no-letters';

const root = process.cwd();
const noModel = (): Promise<never> => Promise.reject(new Error('Nothing is ranked here.'));
const noEmbedder: Embedder = { model: noModel, embed: noModel, prepare: noModel };
const noDocuments: DocumentReader = { read: noModel };
const noMatcher: Matcher = { rank: noModel, occupations: noModel };

export interface Application extends AsyncDisposable {
  readonly client: AppClient;
  readonly fileStore: HostFileStore;
  readonly database: Database;
}

/**
 * The application on a data folder as it ships, with its threads that read and write, and without a model: rankings come
 * later and are measured elsewhere. `around` may put something in the place of what the writing thread does.
 */
export async function openApplication(
  dataDir: string,
  around: (writeThread: WriteThread) => WriteThread = (same) => same,
): Promise<Application> {
  const clock = { now: () => new Date() };
  const csvEntry = resolve(import.meta.dirname, 'csv-worker.js');
  const csvReader = createCsvReader(spawnThread(csvEntry, { resourceLimits: csvThreadLimits }));
  const writing = { args: [csvEntry], resourceLimits: writeThreadLimits };
  const thread = createWriteThread(spawnThread(resolve(import.meta.dirname, 'write-worker.js'), writing));
  const writeThread = around(thread);
  const place = { dataDir, migrationsDir: join(root, 'resources/migrations'), now: clock.now() };
  const database = openDatabase({ ...place, checkpoint: (path) => writeThread.checkpoint(path) });
  const fileStore = createFileStore({ dir: join(dataDir, 'files'), clock });
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const app = await createApp({
    ports: {
      ...{ csvReader, writeThread, documentReader: noDocuments, letterWriter: noLetters, fileStore, clock, log },
      ...{ embedder: noEmbedder, matcher: noMatcher },
    },
    ...{ database, dataDir, samplesDir: join(root, 'data/samples'), referenceDir: join(root, 'data/reference') },
    ...{ version: '0.0.0', shell: 'terminal' },
  });
  return {
    client: createClient(contract, inProcessTransport(app.dispatcher)),
    fileStore,
    database,
    async [Symbol.asyncDispose]() {
      await app.dispose();
      await csvReader.dispose();
      await database.close();
      await thread.dispose();
    },
  };
}

/** Waits for a job to be over; throws where it failed. */
export async function jobOver(client: AppClient, jobId: JobId): Promise<void> {
  for await (const job of client.jobs.watch({ jobId })) if (job.error) throw new Error(job.error.message);
}
