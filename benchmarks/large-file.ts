import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AppClient } from '../src/shared/contract/contract';
import { writeOffers } from './make-offers';
import { jobOver, openApplication } from './open-application';

// What the wizard waits for when a large file is chosen: what it holds, then the same file once more after a correction,
// as each change of a field asks for. With `--import` the file is imported too, and its rows are counted: `--mb 2048
// --bytes 20000 --import` is the file of 2 GB.

const { values } = parseArgs({
  options: {
    mb: { type: 'string', default: '1000' },
    bytes: { type: 'string', default: '1000' },
    import: { type: 'boolean', default: false },
  },
});
const bytesEach = Number(values.bytes);
const rowCount = Math.ceil((Number(values.mb) * 1e6) / bytesEach);

async function timed<T>(work: () => Promise<T>): Promise<{ readonly seconds: number; readonly answer: T }> {
  const started = performance.now();
  const answer = await work();
  return { seconds: (performance.now() - started) / 1_000, answer };
}

async function importAll(client: AppClient, fileId: Parameters<AppClient['imports']['start']>[0]['fileId']) {
  const request = { fileId, kind: 'offers', format: null, mapping: null, dryRun: false } as const;
  const { importId, jobId } = await client.imports.start(request);
  await jobOver(client, jobId);
  return (await client.imports.get({ importId })).counts;
}

/** The highest use of memory so far in MB; Linux only, where it is this process's own. */
function peakMb(): number | null {
  if (process.platform !== 'linux') return null;
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}

const folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-bench-'));
try {
  const path = join(folder, 'offers.csv');
  await writeOffers(path, rowCount, bytesEach, { mark: '' });
  await using app = await openApplication(join(folder, 'data'));
  const { client } = app;
  const fileId = app.fileStore.adopt(path);
  const first = await timed(() => client.imports.recognise({ fileId, kind: null }));
  const { kind, format } = first.answer;
  const again = await timed(() => client.imports.preview({ fileId, kind, format: null, mapping: null }));
  const corrected = await timed(() => client.imports.preview({ fileId, kind, format, mapping: null }));
  const results: Record<string, unknown> = {
    'look at a new file, seconds': first.seconds,
    'look once more, seconds': again.seconds,
    'after a correction, seconds': corrected.seconds,
    'peak MB': peakMb(),
  };
  if (values.import) {
    const imported = await timed(() => importAll(client, fileId));
    const { read, created, updated, unchanged, rejected } = imported.answer;
    if (created !== rowCount || read !== rowCount) throw new Error(`${created} of ${rowCount} rows were created.`);
    Object.assign(results, { 'import, seconds': imported.seconds, 'peak MB of the import': peakMb() });
    Object.assign(results, { read, created, updated, unchanged, rejected });
  }
  const sizeMb = statSync(path).size / 1e6;
  console.log(`${rowCount} offers, ${sizeMb.toFixed(0)} MB (load ${loadavg()[0]?.toFixed(1)})`);
  console.table(results);
  mkdirSync('bench-results', { recursive: true });
  const report = { rows: rowCount, sizeMb, load: loadavg(), node: process.version, at: new Date(), results };
  writeFileSync('bench-results/large-file.json', `${JSON.stringify(report, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
