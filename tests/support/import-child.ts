import { join } from 'node:path';
import { contract } from '../../src/shared/contract/contract';
import { createClient } from '../../src/shared/rpc/client';
import { inProcessTransport } from '../../src/shared/rpc/in-process';
import { createApp } from '../../src/main/core/app';
import { openDatabase } from '../../src/main/core/db/open';
import { createFileStore } from '../../src/main/hosts/file-store';
import { createCsvReader } from '../../src/main/workers/csv/csv-reader';
import { spawnThread } from '../../src/main/workers/spawn-thread';
import { createWriteThread } from '../../src/main/workers/write/write-thread';
import { readDocument } from '../../src/main/workers/documents/read-document';
import { noLetters } from './no-letters';
import { createQuietLog } from './quiet-log';
import { createDirectMatcher, createWordEmbedder } from './word-embedder';

// A process of its own that imports one file of offers through the real threads into a real database, says how far it
// is on standard output, and may be killed at any moment.

const [dataDir = '', projectDir = '', csvEntry = '', writeEntry = '', path = ''] = process.argv.slice(2);
const migrationsDir = join(projectDir, 'resources/migrations');
const samplesDir = join(projectDir, 'data/samples');
const referenceDir = join(projectDir, 'data/reference');
const clock = { now: () => new Date() };
const writeThread = createWriteThread(spawnThread(writeEntry, { args: [csvEntry] }));
const checkpoint = (file: string): Promise<void> => writeThread.checkpoint(file);
const database = openDatabase({ dataDir, migrationsDir, now: clock.now(), checkpoint });
const fileStore = createFileStore({ dir: join(dataDir, 'files'), clock });
const csvReader = createCsvReader(spawnThread(csvEntry));
const documentReader = { read: readDocument };
const ports = {
  csvReader,
  writeThread,
  documentReader,
  letterWriter: noLetters,
  fileStore,
  clock,
  log: createQuietLog(),
};
const app = await createApp({
  ports: { ...ports, embedder: createWordEmbedder(), matcher: createDirectMatcher() },
  ...{ database, samplesDir, referenceDir, dataDir, version: '0.0.0-test', shell: 'terminal' },
});
const client = createClient(contract, inProcessTransport(app.dispatcher));
const request = { fileId: fileStore.adopt(path), kind: 'offers' as const, format: null, mapping: null, dryRun: false };
const { jobId } = await client.imports.start(request);
for await (const job of client.jobs.watch({ jobId })) {
  process.stdout.write(`${job.state} ${job.progress?.ratio ?? 0}\n`);
}
// Ranking is not what this is about.
for (const job of (await client.jobs.list({ page: 0, pageSize: 5 })).rows) await client.jobs.cancel({ jobId: job.id });
await app.dispose();
await csvReader.dispose();
await database.close();
await writeThread.dispose();
