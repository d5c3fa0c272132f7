import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import BetterSqlite from 'better-sqlite3';
import { openDatabase } from '../src/main/core/db/open';
import { openReadConnection } from '../src/main/core/db/open-in-thread';
import { createEmbeddingService } from '../src/main/core/embeddings/embedding-service';
import * as offerRepository from '../src/main/core/offers/offer-repository';
import { indexPathOf } from '../src/main/core/search/index-file';
import { createSearchEngine } from '../src/main/core/search/search-engine';
import { createSearchService } from '../src/main/core/search/search-service';
import { createEmbedder } from '../src/main/workers/adapters';
import { createSearchThread } from '../src/main/workers/search/search-thread';
import { spawnProcess } from '../src/main/workers/spawn-process';
import { spawnThread } from '../src/main/workers/spawn-thread';
import type { OfferFilter } from '../src/shared/contract/offers';
import { fold } from '../src/shared/domain/fold';
import { makeSearchBase } from './make-search';

// What a search costs while somebody types, as the page asks it: of the search service with its thread, the encoder and the
// rows of the list; by words and meaning, under a criterion, and by words alone. Beside it the same words asked of plain `LIKE` and
// of a plain ranked FTS5 table of the same offers. Offers are made of the sample university's titles and sentences, their vectors
// are the encoder's. `--bases <folder>` keeps the databases and their indexes there and takes those that an earlier run left;
// `--ways` names the ways to measure, `--questions` prints what each question took, and how much of it computing; `--minutes`
// ends a way that takes longer, of which the questions that were asked by then are told.

const root = process.cwd();
const { values } = parseArgs({
  options: {
    offers: { type: 'string', default: '10000,100000' },
    bases: { type: 'string' },
    ways: { type: 'string', default: 'meaning,criterion,words,LIKE,FTS5' },
    minutes: { type: 'string', default: '5' },
    questions: { type: 'boolean', default: false },
  },
});
const modelFolder = join(root, 'models/smart-recruiting-fr-v1');
const today = '2026-03-01';
const never = new AbortController().signal;
const pageSize = 50;
const rounds = 3;

/** As they are typed: beginnings, words of all kinds, and two descriptions. */
const queries = [
  ...[
    'c',
    'co',
    'com',
    'comp',
    'compt',
    'compta',
    'comptabilité ',
    'contrôle de gestion',
    'st',
    'stage',
    'stage ma',
    'stage marketing lyon',
    'infirmier',
  ],
  ...[
    'developpeur web alternance',
    'juriste droit social',
    'analyses laboratoire',
    'zzyzx',
    'qualité',
    '"prix de revient"',
  ],
  'Je voudrais suivre les coûts et les prix de revient dans une usine, faire des tableaux de bord et aider les ateliers.',
  'Programmer des automates, dessiner des armoires électriques et mettre en service des machines de production.',
];

/** Has a meaning, for which the vectors are read as well. */
const aboutPay = 'préparer les paies des salariés';

interface Measure {
  readonly [name: string]: number;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
const part = (list: readonly number[], at: number): number =>
  [...list].sort((one, other) => one - other)[Math.min(list.length - 1, Math.floor(list.length * at))] ?? 0;

/** Each query some times, as long as there is time; the first round warms up and counts too, as it does for people. */
async function measure(ask: (text: string) => unknown): Promise<Measure> {
  const wall: number[] = [];
  const byText: Record<string, string[]> = {};
  const cpu = process.cpuUsage();
  const until = performance.now() + Number(values.minutes) * 60_000;
  for (const text of Array.from({ length: rounds }, () => queries).flat()) {
    if (performance.now() > until) break;
    const cpuBefore = process.cpuUsage();
    const started = performance.now();
    await ask(text);
    const took = performance.now() - started;
    const { user, system } = process.cpuUsage(cpuBefore);
    wall.push(took);
    (byText[text.slice(0, 40)] ??= []).push(`${rounded(took)} (${rounded((user + system) / 1_000)})`);
  }
  const used = process.cpuUsage(cpu);
  if (values.questions) console.table(byText);
  return {
    'median ms': rounded(part(wall, 0.5)),
    'p95 ms': rounded(part(wall, 0.95)),
    'worst ms': rounded(Math.max(...wall)),
    'CPU ms a query': rounded((used.user + used.system) / 1_000 / wall.length),
    questions: wall.length,
  };
}

function startEmbedder() {
  const worker = (name: string): string => resolve(import.meta.dirname, `${name}.js`);
  const args = [modelFolder];
  return createEmbedder({
    table: spawnThread(worker('embed-worker'), { args }),
    network: spawnProcess(worker('embed-process'), { args }),
  });
}

/** The service of the application, on a database that nobody writes; of other topics it has what it asks them for. */
function openService(path: string) {
  const database = openDatabase({
    dataDir: dirname(path),
    migrationsDir: join(root, 'resources/migrations'),
    now: new Date(),
  });
  const embedder = startEmbedder();
  const thread = createSearchThread(spawnThread(resolve(import.meta.dirname, 'search-worker.js')));
  const service = createSearchService({
    ...{ database, embedder, thread, clock: { now: () => new Date(`${today}T12:00:00`) } },
    embeddingService: createEmbeddingService(database, embedder),
    offerService: {
      list: ({ filter, sort, page, pageSize }) => ({
        rows: offerRepository.page(database.read, { ...filter, today }, sort, { page, pageSize }),
        total: 0,
      }),
      ids: () => [],
    },
    companyService: { approaches: () => new Map() },
    settingService: {
      get: () => {
        throw new Error('No company is asked for.');
      },
    },
    report: console.error,
  });
  return {
    service,
    close: async (): Promise<void> => {
      await service.dispose();
      await Promise.all([thread.dispose(), embedder.dispose()]);
      await database.close();
    },
  };
}

async function measureService(path: string, filter: OfferFilter): Promise<Measure> {
  const { service, close } = openService(path);
  const sort = { by: 'relevance', direction: 'desc' } as const;
  // As the page asks: copies of an offer are one row, and the rows come before many are counted.
  const searched = { filter, areCopiesGrouped: true } as const;
  const ask = (text: string, isCountedLater?: true) =>
    service.offers({ ...searched, text, sort, page: 0, pageSize, isCountedLater }, never);
  const startedMs = performance.now();
  while (!(await ask(aboutPay)).isComplete);
  const readyMs = performance.now() - startedMs;
  const measured = await measure((text) => ask(text, true));
  const counted = await measure((text) => ask(text));
  const facets = await measure((text) => service.facets({ ...searched, text }, never));
  await close();
  return { 'ready ms': rounded(readyMs), ...measured, ...ofCounts(path, counted, facets) };
}

/** The engine alone, without thread, rows and encoder. */
async function measureWords(path: string): Promise<Measure> {
  const connection = openReadConnection(path);
  const engine = createSearchEngine(connection.read, indexPathOf(path));
  while (!engine.update(1_000).isComplete);
  const searched = { filter: { today }, areCopiesGrouped: true, meaning: null } as const;
  const ask = (text: string, isCountedLater?: true) =>
    engine.search({
      ...{ ...searched, text, isCountedLater },
      ...{ page: { page: 0, pageSize }, sort: { by: 'relevance', direction: 'desc' } },
    });
  const measured = await measure((text) => ask(text, true));
  const counted = await measure((text) => ask(text));
  const facets = await measure((text) => engine.facets({ ...searched, text }));
  engine.close();
  connection.close();
  return { ...measured, ...ofCounts(path, counted, facets) };
}

function ofCounts(path: string, counted: Measure, facets: Measure): Measure {
  return {
    'all counted, p95 ms': counted['p95 ms'] ?? 0,
    'counts of filters, p95 ms': facets['p95 ms'] ?? 0,
    'index MB': rounded(statSync(indexPathOf(path)).size / 1e6),
  };
}

/** The words of a text as plain queries know them. */
const plainWords = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

async function measureLike(path: string): Promise<Measure> {
  const db = new BetterSqlite(path, { readonly: true });
  const measured = await measure((text) => {
    const words = plainWords(text);
    const where = words.map(() => '(title_key like ? or description like ?)').join(' and ') || '1';
    const parameters = words.flatMap((word) => [`%${word}%`, `%${word}%`]);
    const total = db
      .prepare(`select count(*) from offer where ${where}`)
      .pluck()
      .get(...parameters);
    return [
      total,
      db.prepare(`select id from offer where ${where} order by posted_on desc limit ?`).all(...parameters, pageSize),
    ];
  });
  db.close();
  return measured;
}

async function measureFts(path: string): Promise<Measure> {
  const db = new BetterSqlite(':memory:');
  const source = new BetterSqlite(path, { readonly: true });
  const startedMs = performance.now();
  db.exec(`create virtual table plain using fts5(title, description, tokenize = 'unicode61 remove_diacritics 2')`);
  const insert = db.prepare('insert into plain (rowid, title, description) values (?, ?, ?)');
  db.transaction(() => {
    for (const row of source.prepare<[], unknown[]>('select id, title, description from offer').raw().iterate())
      insert.run(...row);
  })();
  const readyMs = performance.now() - startedMs;
  const measured = await measure((text) => {
    const words = plainWords(text);
    if (words.length === 0) return [];
    const match = words.map((word, index) => `"${word}"${index === words.length - 1 ? '*' : ''}`).join(' ');
    const total = db.prepare('select count(*) from plain where plain match ?').pluck().get(match);
    return [
      total,
      db.prepare('select rowid from plain where plain match ? order by rank limit ?').all(match, pageSize),
    ];
  });
  db.close();
  source.close();
  return { 'ready ms': rounded(readyMs), ...measured };
}

const ways: Readonly<Record<string, { readonly name: string; readonly run: (path: string) => Promise<Measure> }>> = {
  meaning: { name: 'words and meaning', run: (path) => measureService(path, {}) },
  criterion: {
    name: 'the same under a criterion',
    run: (path) => measureService(path, { contractType: 'internship' }),
  },
  words: { name: 'words alone, the engine', run: measureWords },
  LIKE: { name: 'plain LIKE', run: measureLike },
  FTS5: { name: 'plain FTS5, ranked', run: measureFts },
};
const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version, loadBefore: loadavg() };
const results: Record<string, Record<string, Measure>> = {};
mkdirSync(join(root, 'bench-results'), { recursive: true });
for (const count of values.offers.split(',').map(Number)) {
  const dir = values.bases ? resolve(values.bases, String(count)) : mkdtempSync(join(tmpdir(), 'search-bench-'));
  const embedder = startEmbedder();
  const path = await makeSearchBase(dir, count, embedder);
  await embedder.dispose();
  const measured: Record<string, Measure> = (results[count] = {});
  for (const way of values.ways.split(',')) {
    const { name, run } = ways[way] ?? {};
    if (name === undefined || run === undefined) throw new Error(`No way is called "${way}".`);
    // Told and kept at once: whatever ends this process later, what was measured stands.
    console.log(`${count} offers, ${name}…`);
    measured[name] = await run(path);
    console.table({ [name]: measured[name] });
    writeFileSync(join(root, 'bench-results/search.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`);
  }
  console.log(`\n${count} offers`);
  console.table(measured);
  if (!values.bases) rmSync(dir, { recursive: true });
}
