import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { contract, type AppClient } from '../../src/shared/contract/contract';
import type { JobId } from '../../src/shared/domain/ids';
import type { Job } from '../../src/shared/domain/job';
import { createClient } from '../../src/shared/rpc/client';
import { inProcessTransport } from '../../src/shared/rpc/in-process';
import type { Dispatcher } from '../../src/shared/rpc/transport';
import { createApp } from '../../src/main/core/app';
import { openDatabase, type Database } from '../../src/main/core/db/open';
import type { CsvReader, Ports } from '../../src/main/core/ports';
import { createFileStore, type HostFileStore } from '../../src/main/hosts/file-store';
import { cellPacker } from '../../src/main/workers/csv/packed-cells';
import { readRomePack } from '../../src/main/workers/csv/read-rome';
import { inspectFile, readFileRows } from '../../src/main/workers/csv/read-rows';
import { drawReport } from '../../src/main/workers/letters/draw-report';
import { drawSheet } from '../../src/main/workers/letters/draw-sheet';
import { writeDraft } from '../../src/main/workers/letters/write-draft';
import { readDocument } from '../../src/main/workers/documents/read-document';
import { createQuietLog } from './quiet-log';
import { migrationsDir } from './temporary-database';
import { createDirectMatcher, createWordEmbedder } from './word-embedder';

const dataDirOf = (name: string): string => resolve(import.meta.dirname, '../../data', name);

/** The real reader, without its thread. */
export const directCsvReader: CsvReader = {
  ...cellPacker,
  inspect: inspectFile,
  read: readFileRows,
  readRome: readRomePack,
};

/** The whole core on a database of its own; only the embedder is a stand-in, and the workers have no threads. */
export interface OpenApp extends AsyncDisposable {
  readonly client: AppClient;
  readonly dispatcher: Dispatcher;
  readonly database: Database;
  readonly dataDir: string;
  readonly fileStore: HostFileStore;
  readonly log: ReturnType<typeof createQuietLog>;
  /** The job's last state. */
  endOf(jobId: JobId): Promise<Job>;
}

export interface OpenAppOptions {
  /** An existing data folder, which then stays; else a fresh one that is removed at the end. */
  readonly dataDir?: string;
  readonly staysOpen?: boolean;
  readonly isSafe?: boolean;
  /** A terminal unless told otherwise. */
  readonly shell?: 'browser';
}

export async function openApp(
  replaced: Partial<Ports> = {},
  now = '2026-03-02T09:00:00Z',
  options: OpenAppOptions = {},
): Promise<OpenApp> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
  const clock = replaced.clock ?? { now: () => new Date(now) };
  const database = openDatabase({ dataDir, migrationsDir, now: clock.now() });
  const fileStore = createFileStore({ dir: join(dataDir, 'files'), clock });
  const log = createQuietLog();
  const app = await createApp({
    ports: {
      csvReader: directCsvReader,
      documentReader: { read: readDocument },
      letterWriter: { writeDraft, drawSheet, drawReport },
      embedder: createWordEmbedder(),
      matcher: createDirectMatcher(),
      fileStore,
      clock,
      log,
      ...replaced,
    },
    database,
    samplesDir: dataDirOf('samples'),
    referenceDir: dataDirOf('reference'),
    dataDir,
    version: '0.0.0-test',
    shell: options.shell ?? 'terminal',
    staysOpen: options.staysOpen ?? false,
    isSafe: options.isSafe ?? false,
  });
  const client = createClient(contract, inProcessTransport(app.dispatcher));
  return {
    client,
    dispatcher: app.dispatcher,
    database,
    dataDir,
    fileStore,
    log,
    async endOf(jobId) {
      let last: Job | null = null;
      for await (const job of client.jobs.watch({ jobId })) last = job;
      if (!last) throw new Error(`Job ${jobId} said nothing.`);
      return last;
    },
    async [Symbol.asyncDispose]() {
      await app.dispose();
      await database.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true });
    },
  };
}
