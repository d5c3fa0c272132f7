import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import BetterSqlite from 'better-sqlite3';
import { createDashboardEngine } from '../src/main/core/dashboards/dashboard-engine';
import { openSkillFinder } from '../src/main/core/reading/skill-finder-service';
import { databaseFileName, openDatabase } from '../src/main/core/db/open';
import { openReadConnection } from '../src/main/core/db/open-in-thread';
import { createDashboardThread } from '../src/main/workers/dashboards/dashboard-thread';
import { spawnThread } from '../src/main/workers/spawn-thread';
import type { DashboardFilter, DashboardQuery } from '../src/shared/domain/dashboard/dashboard-filter';
import { formationIdSchema, componentIdSchema, companyIdSchema } from '../src/shared/domain/ids';
import { measuredTabs, sqlOf, today, yearStart } from './dashboard-sql';
import { makeDashboards, type PlainFiles } from './make-dashboards';
import { hasDuckDb, openDuckDb } from './open-duckdb';

// What a dashboard costs: every tab with all its figures (but the direction's topics), first as it opens, then for one
// filter after another, asked of the application's thread, and the same queries asked of SQLite and DuckDB on narrow tables
// of the same facts. Each has a process of its own; `--ways` names those to measure, for at a million offers SQLite takes
// half an hour.
// `--bases <folder>` keeps the invented databases there and takes those that an earlier run of the same tables left: a
// million offers take minutes to write. What is measured leaves their facts as they are.

const root = process.cwd();
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    offers: { type: 'string', default: '10000,100000,1000000' },
    bases: { type: 'string' },
    ways: { type: 'string' },
  },
});
const never = new AbortController().signal;

/** Criteria as a person changes them one after another; all of the year, against the one before. */
const filters: readonly Omit<DashboardFilter, 'year' | 'basis' | 'span'>[] = [
  {},
  { componentId: componentIdSchema.parse(3) },
  { formationId: formationIdSchema.parse(15) },
  { domain: 'Informatique' },
  { contractType: 'internship' },
  { companyId: companyIdSchema.parse(7) },
  { city: 'Ville 4' },
  { skill: 'compétence 12' },
  { contractType: 'work-study', domain: 'Santé' },
  { componentId: componentIdSchema.parse(5), contractType: 'internship' },
];
const queryOf = (filter: (typeof filters)[number], year = 2025): DashboardQuery => ({
  ...{ today, yearStart, smallNumber: 5 },
  filter: { year, basis: 'deposit', span: 'whole', ...filter },
});

interface Measure {
  readonly [name: string]: number;
}

/** Runs work and gives the milliseconds of the wall and of the processors. */
async function timed(work: () => unknown): Promise<{ readonly wallMs: number; readonly cpuMs: number }> {
  const cpu = process.cpuUsage();
  const startedMs = performance.now();
  await work();
  const used = process.cpuUsage(cpu);
  return { wallMs: performance.now() - startedMs, cpuMs: (used.user + used.system) / 1_000 };
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
const median = (list: readonly number[]): number => [...list].sort((one, other) => one - other)[list.length >> 1] ?? 0;

/** What takes longer is asked once, not again and again for a median. */
const onceMs = 1_000;

/** Each tab as it opens, then with every filter in three rounds. */
async function measureTabs<Tab extends string>(
  tabs: readonly Tab[],
  ask: (query: DashboardQuery, tab: Tab) => unknown,
): Promise<Measure> {
  const measures: Record<string, number> = {};
  for (const tab of tabs) {
    const opened: number[] = [];
    while (opened.length < ((opened[0] ?? 0) > onceMs ? 1 : 5)) {
      opened.push((await timed(() => ask(queryOf({}), tab))).wallMs);
    }
    const changes: number[] = [];
    const cpu: number[] = [];
    for (let round = 0; round < (median(opened) > onceMs ? 1 : 3); round += 1) {
      for (const filter of filters) {
        const { wallMs, cpuMs } = await timed(() => ask(queryOf(filter, 2024 + (round % 2)), tab));
        changes.push(wallMs);
        cpu.push(cpuMs);
      }
    }
    measures[`${tab}: opened ms`] = rounded(median(opened));
    measures[`${tab}: filter change ms, median`] = rounded(median(changes));
    measures[`${tab}: filter change ms, worst`] = rounded(Math.max(...changes));
    measures[`${tab}: CPU ms a change`] = rounded(cpu.reduce((sum, each) => sum + each, 0) / cpu.length);
  }
  return measures;
}

async function measureThread(dir: string): Promise<Measure> {
  const path = join(dir, databaseFileName);
  const thread = createDashboardThread(
    spawnThread(resolve(import.meta.dirname, 'dashboards-worker.js')),
    join(root, 'data/reference'),
  );
  const before = process.memoryUsage.rss();
  const load = await timed(() => thread.prepare(path));
  const memory = process.memoryUsage.rss() - before;
  const tabs = await measureTabs(measuredTabs, (query, name) => thread.tab(path, { name, query }, never));
  const asked = process.memoryUsage.rss() - before;
  const afterEdit = await measureEdits(path, () => thread.tab(path, { name: 'offers', query: queryOf({}) }, never));
  await thread.dispose();
  return {
    'first reading ms': rounded(load.wallMs),
    'first reading CPU ms': rounded(load.cpuMs),
    ...tabs,
    ...afterEdit,
    'columns MB': rounded(columnBytes(path) / 1e6),
    'memory after reading MB': rounded(memory / 1e6),
    'memory after all questions MB': rounded(asked / 1e6),
  };
}

/** The answer that follows an edit of one offer, and one that follows 1,000 edits all over. */
async function measureEdits(path: string, ask: () => unknown): Promise<Measure> {
  const writer = new BetterSqlite(path);
  const count = writer.prepare<[], number>('select max(id) from offer').pluck().get() ?? 1;
  // The block of the offer is read again all the same.
  const edit = writer.prepare('update offer set status = status where id = ?');
  const one: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    edit.run(1 + Math.floor((count * round) / 5));
    one.push((await timed(ask)).wallMs);
  }
  writer.transaction(() => {
    for (let at = 0; at < 1_000; at += 1) edit.run(1 + Math.floor((count * at) / 1_000));
  })();
  const many = (await timed(ask)).wallMs;
  writer.close();
  return { 'after an edit ms': rounded(median(one)), 'after 1,000 edits ms': rounded(many) };
}

function columnBytes(path: string): number {
  const connection = openReadConnection(path);
  const engine = createDashboardEngine(connection.read, openSkillFinder(join(root, 'data/reference')));
  engine.prepare();
  connection.close();
  return engine.bytes;
}

async function measureSqlite(dir: string): Promise<Measure> {
  const sqlite = new BetterSqlite(join(dir, 'plain.db'), { readonly: true });
  sqlite.pragma('cache_size = -262144');
  const measure = await measureTabs(measuredTabs, (query, tab) =>
    sqlOf(query, tab).map((sql) => sqlite.prepare(sql).all()),
  );
  sqlite.close();
  return measure;
}

async function measureDuckDb(dir: string): Promise<Measure> {
  const connection = await openDuckDb(':memory:');
  const before = process.memoryUsage.rss();
  const load = await timed(async () => {
    for (const [table, file] of Object.entries(filesOf(dir))) {
      await connection.runAndReadAll(`create table ${table} as select * from read_csv('${String(file)}')`);
    }
  });
  const memory = process.memoryUsage.rss() - before;
  const tabs = await measureTabs(measuredTabs, async (query, tab) => {
    for (const sql of sqlOf(query, tab)) await connection.runAndReadAll(sql);
  });
  const asked = process.memoryUsage.rss() - before;
  return {
    'first reading ms': rounded(load.wallMs),
    'first reading CPU ms': rounded(load.cpuMs),
    ...tabs,
    'memory after reading MB': rounded(memory / 1e6),
    'memory after all questions MB': rounded(asked / 1e6),
  };
}

const filesOf = (dir: string): PlainFiles => ({
  offers: join(dir, 'offers.csv'),
  matches: join(dir, 'matches.csv'),
  skills: join(dir, 'skills.csv'),
});

/** The marker of a base that was written to its end: the tables of which build it has. */
const readyFile = 'ready';
const migrationsDir = join(root, 'resources/migrations');

/** Makes a base of `count` offers in a folder, unless an earlier run left one with today's tables there. */
async function make(dir: string, count: number): Promise<void> {
  const tables =
    readdirSync(migrationsDir)
      .filter((name) => name.endsWith('.sql'))
      .sort()
      .at(-1) ?? '';
  const ready = join(dir, readyFile);
  if (existsSync(ready) && readFileSync(ready, 'utf8') === tables) return;
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const database = openDatabase({ dataDir: dir, migrationsDir, now: new Date() });
  const plain = new BetterSqlite(join(dir, 'plain.db'));
  await makeDashboards(database, count, filesOf(dir), plain);
  plain.close();
  await database.close();
  writeFileSync(ready, tables);
}

const ways: Readonly<Record<string, (dir: string) => Promise<Measure>>> = {
  application: measureThread,
  SQLite: measureSqlite,
  DuckDB: measureDuckDb,
};

/** A row for each measure, a column for each way. */
function withColumns(measures: Record<string, Measure>): Record<string, Measure> {
  const names = [...new Set(Object.values(measures).flatMap((measure) => Object.keys(measure)))];
  const rowOf = (name: string): Measure =>
    Object.fromEntries(
      Object.entries(measures).flatMap(([way, { [name]: value }]) => (value === undefined ? [] : [[way, value]])),
    );
  return Object.fromEntries(names.map((name) => [name, rowOf(name)]));
}

async function measureAll(): Promise<void> {
  const results: Record<string, Record<string, Measure>> = {};
  const load = loadavg()[0] ?? 0;
  for (const count of values.offers.split(',').map(Number)) {
    const dir = values.bases
      ? resolve(values.bases, String(count))
      : mkdtempSync(join(tmpdir(), 'smart-recruiting-dashboards-'));
    try {
      await make(dir, count);
      const size = statSync(join(dir, databaseFileName)).size;
      const wanted = values.ways?.split(',') ?? Object.keys(ways);
      const used = wanted.filter((way) => way !== 'DuckDB' || hasDuckDb);
      const measures = used.map((way) => {
        const output = execFileSync(process.execPath, [process.argv[1] ?? '', way, dir], { encoding: 'utf8' });
        return [way, JSON.parse(output) as Measure] as const; // Printed by the last line below.
      });
      results[String(count)] = Object.fromEntries(measures);
      console.log(`${count} offers, a database of ${Math.round(size / 1e6)} MB`);
      console.table(withColumns(results[String(count)] ?? {}));
    } finally {
      if (!values.bases) rmSync(dir, { recursive: true });
    }
  }
  const machine = {
    cpu: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    node: process.version,
    loadBefore: load,
  };
  mkdirSync(join(root, 'bench-results'), { recursive: true });
  writeFileSync(join(root, 'bench-results/dashboards.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`);
  if (!hasDuckDb) console.log('DuckDB is left out: see benchmarks/open-duckdb.ts.');
}

const [way, dir] = positionals;
if (way === undefined) await measureAll();
else process.stdout.write(JSON.stringify(await ways[way]?.(dir ?? '')));
