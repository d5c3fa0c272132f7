import { execFileSync } from 'node:child_process';
import { createReadStream, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import BetterSqlite from 'better-sqlite3';
import Papa from 'papaparse';
import { hasSqliteShell, storeWithDuckDb, storeWithSqliteShell } from './import-rivals';
import { writeOffers } from './make-offers';
import { jobOver, openApplication } from './open-application';
import { hasDuckDb } from './open-duckdb';

// How fast a file of offers is imported, beside simpler ways of reading and storing the same file in the same run, SQLite's
// shell and DuckDB among them where they are there (open-duckdb.ts).
// Each way has a process of its own, so that its peak of memory is its own. CPU times are given because the machine
// may be shared: wall times then say more about the neighbours.

interface Measure {
  readonly rows: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
  /** Null where the system does not tell, as of the two that follow. */
  readonly cpuSeconds: number | null;
  /** CPU time of the thread that serves the interface meanwhile. */
  readonly mainThreadCpuSeconds: number;
  readonly peakMb: number | null;
  /** The longest time that the event loop was not free, in milliseconds. */
  readonly longestPauseMs: number;
  /** The longest time in milliseconds that somebody waited who meanwhile set the theme, or started and cancelled an import. */
  readonly longestAnswerMs: number;
}

const root = process.cwd();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '100000' }, bytes: { type: 'string', default: '1000' } },
});
const rowCount = Number(values.rows);
/** A commit a row is so slow that a part of the rows says enough. */
const committedOneByOne = Math.min(rowCount, 5_000);

/** The application's own import: thread, validation, provenance, raw rows, one transaction. */
async function importWithApplication(path: string, dataDir: string): Promise<number> {
  await using app = await openApplication(dataDir);
  const { client, fileStore } = app;
  const request = {
    fileId: fileStore.adopt(path),
    kind: 'offers' as const,
    format: null,
    mapping: null,
    dryRun: false,
  };
  return await measured(async () => {
    const { importId, jobId } = await client.imports.start(request);
    const answers = askUntil(jobOver(client, jobId), async () => {
      await client.settings.update({ theme: 'dark' });
      const second = await client.imports.start(request);
      await client.jobs.cancel({ jobId: second.jobId });
    });
    const longestAnswerMs = await answers;
    return { rows: (await client.imports.get({ importId })).counts.created, longestAnswerMs };
  });
}

/** Asks five times a second until `over` resolves; the longest time that the answer took, in milliseconds. */
async function askUntil(over: Promise<void>, ask: () => Promise<void>): Promise<number> {
  let longestMs = 0;
  const isOver = over.then(() => true);
  while (!(await Promise.race([isOver, delay(200, false)]))) {
    const startedMs = performance.now();
    await ask();
    longestMs = Math.max(longestMs, performance.now() - startedMs);
  }
  return longestMs;
}

/** papaparse as its documentation shows it: rows as objects, nothing checked, nothing stored. */
async function parseWithPapaparse(path: string): Promise<number> {
  return await measured(async () => ({ rows: await papaparse(path, () => undefined), longestAnswerMs: 0 }));
}

/** papaparse and a table of texts, all in one transaction or a transaction a row. */
async function storeWithPapaparse(path: string, dataDir: string, oneByOne: boolean): Promise<number> {
  const sqlite = new BetterSqlite(join(dataDir, 'plain.db'));
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  const columns = Array.from({ length: 22 }, (_, index) => `c${index}`);
  sqlite.exec(`create table offer (id integer primary key, ${columns.map((name) => `${name} text`).join(', ')})`);
  const insert = sqlite.prepare(
    `insert into offer (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  );
  const rows = await measured(async () => {
    if (!oneByOne) sqlite.exec('begin');
    const read = await papaparse(path, (row) => insert.run(...Object.values(row)), oneByOne ? committedOneByOne : 0);
    if (!oneByOne) sqlite.exec('commit');
    return { rows: read, longestAnswerMs: 0 };
  });
  sqlite.close();
  return rows;
}

/** Runs a program of its own, whose memory nobody knows once it is over. */
async function storeWithShell(path: string, dataDir: string): Promise<number> {
  const answer = (): MeasuredWork => ({ ...storeWithSqliteShell(path, dataDir), longestAnswerMs: 0, peakMb: null });
  return await measured(() => Promise.resolve(answer()));
}

async function storeWithDuck(path: string, dataDir: string): Promise<number> {
  return await measured(async () => ({ rows: await storeWithDuckDb(path, dataDir), longestAnswerMs: 0 }));
}

function papaparse(path: string, take: (row: Record<string, string>) => unknown, limit = 0): Promise<number> {
  return new Promise((done, fail) => {
    let rows = 0;
    const file = createReadStream(path, 'utf8');
    Papa.parse<Record<string, string>>(file, {
      header: true,
      skipEmptyLines: true,
      step: ({ data }, parser) => {
        rows += 1;
        take(data);
        // Its own option "preview" never ends on a stream.
        if (rows === limit) parser.abort();
      },
      complete: () => {
        file.destroy();
        done(rows);
      },
      error: fail,
    });
  });
}

const scenarios = {
  'the application': importWithApplication,
  'papaparse alone': (path: string) => parseWithPapaparse(path),
  'papaparse and one transaction': (path: string, dataDir: string) => storeWithPapaparse(path, dataDir, false),
  'papaparse and a commit a row': (path: string, dataDir: string) => storeWithPapaparse(path, dataDir, true),
  'sqlite3 .import': storeWithShell,
  DuckDB: storeWithDuck,
} as const;
type Scenario = keyof typeof scenarios;
const isThere: Partial<Record<string, boolean>> = { 'sqlite3 .import': hasSqliteShell, DuckDB: hasDuckDb };

/** `cpuSeconds` and `peakMb` only where they are not those of this process. */
type MeasuredWork = Pick<Measure, 'rows' | 'longestAnswerMs'> & Partial<Pick<Measure, 'cpuSeconds' | 'peakMb'>>;

/** Runs the work of a child and prints what it took, for the parent to read. */
async function measured(work: () => Promise<MeasuredWork>): Promise<number> {
  let longestPauseMs = 0;
  let last = performance.now();
  const watch = setInterval(() => {
    const now = performance.now();
    longestPauseMs = Math.max(longestPauseMs, now - last - 5);
    last = now;
  }, 5);
  const [cpu, mainCpu, started] = [process.cpuUsage(), process.threadCpuUsage(), performance.now()];
  const { rows, longestAnswerMs, ...own } = await work();
  const seconds = (performance.now() - started) / 1_000;
  const [cpuUsed, mainUsed] = [process.cpuUsage(cpu), process.threadCpuUsage(mainCpu)];
  clearInterval(watch);
  const measure: Measure = {
    rows,
    seconds,
    rowsPerSecond: rows / seconds,
    cpuSeconds: (cpuUsed.user + cpuUsed.system) / 1e6,
    mainThreadCpuSeconds: (mainUsed.user + mainUsed.system) / 1e6,
    peakMb: peakMb(),
    longestPauseMs,
    longestAnswerMs,
    ...own,
  };
  process.stdout.write(`${JSON.stringify(measure)}\n`);
  return rows;
}

/** Linux counts the memory of whoever started a process into `maxRSS`; its own peak stands in /proc. */
function peakMb(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
}

function isScenario(name: string | undefined): name is Scenario {
  return name !== undefined && Object.hasOwn(scenarios, name);
}

async function runChild(scenario: Scenario, path: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-bench-'));
  try {
    await scenarios[scenario](path, dataDir);
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

async function runAll(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-bench-'));
  const path = join(folder, 'offers.csv');
  await writeOffers(path, rowCount, Number(values.bytes));
  const results: Record<string, Measure> = {};
  for (const scenario of Object.keys(scenarios).filter((name) => isThere[name] ?? true)) {
    const script = process.argv[1] ?? '';
    const output = execFileSync(process.execPath, [script, 'child', scenario, path], { cwd: root, encoding: 'utf8' });
    results[scenario] = JSON.parse(output.trim()) as Measure; // What `measured` of the child printed.
  }
  const sizeMb = statSync(path).size / 1e6;
  rmSync(folder, { recursive: true });
  print(results, sizeMb);
  mkdirSync(join(root, 'bench-results'), { recursive: true });
  const report = { rows: rowCount, sizeMb, node: process.version, at: new Date().toISOString(), results };
  writeFileSync(join(root, 'bench-results/import.json'), `${JSON.stringify(report, null, 2)}\n`);
}

function print(results: Readonly<Record<string, Measure>>, sizeMb: number): void {
  console.log(`Import of ${rowCount} offers, ${sizeMb.toFixed(0)} MB`);
  console.table(
    Object.fromEntries(
      Object.entries(results).map(([scenario, measure]) => [
        scenario,
        {
          rows: measure.rows,
          seconds: Number(measure.seconds.toFixed(2)),
          'rows/s': Math.round(measure.rowsPerSecond),
          'CPU s': measure.cpuSeconds === null ? '–' : Number(measure.cpuSeconds.toFixed(2)),
          'main CPU s': Number(measure.mainThreadCpuSeconds.toFixed(2)),
          'peak MB': measure.peakMb === null ? '–' : Math.round(measure.peakMb),
          'longest pause ms': Math.round(measure.longestPauseMs),
          'longest answer ms': Math.round(measure.longestAnswerMs),
        },
      ]),
    ),
  );
}

const [role, scenario, path = ''] = positionals;
if (role === 'child' && isScenario(scenario)) await runChild(scenario, path);
else await runAll();
