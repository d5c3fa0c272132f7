import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import BetterSqlite from 'better-sqlite3';
import Papa from 'papaparse';
import { openDatabase } from '../src/main/core/db/open';
import { openReadConnection } from '../src/main/core/db/open-in-thread';
import { createSearchEngine, type SearchEngine } from '../src/main/core/search/search-engine';
import { indexPathOf } from '../src/main/core/search/index-file';
import { fold } from '../src/shared/domain/fold';
import { randomFrom } from './make-offers';

// What a search costs while somebody types, and beside it the same words asked of plain `LIKE` and of a plain ranked FTS5
// table of the same offers. Offers are made of the sample university's sentences, their vectors are drawn: how near they
// are says nothing here, comparing them takes as long. `--bases <folder>` keeps the databases and their indexes there and takes
// those that an earlier run left; `--ways` names the ways to measure, `--questions` prints what each question took,
// and how much of it computing.

const root = process.cwd();
const { values } = parseArgs({
  options: {
    offers: { type: 'string', default: '10000,100000' },
    bases: { type: 'string' },
    ways: { type: 'string', default: 'meaning,words,LIKE,FTS5' },
    questions: { type: 'boolean', default: false },
  },
});
const dimensions = 256;
const modelId = 'drawn';
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

interface SampleOffer {
  readonly intitulé: string;
  readonly description: string;
  readonly ville: string;
}

/** Makes offers in an empty folder; gives the path of the database that is there. */
function makeOffers(dir: string, count: number): string {
  const csv = readFileSync(join(root, 'data/samples/offers.csv'), 'utf8').replace(/^\uFEFF/, '');
  const sample = Papa.parse<SampleOffer>(csv, { header: true, delimiter: ';', skipEmptyLines: true }).data;
  const sentences = sample.flatMap(({ description }) => description.split(/(?<=[.!?])\s+/));
  const random = randomFrom(count);
  const any = <Value>(list: readonly Value[]): Value | undefined => list[Math.floor(random() * list.length)];
  mkdirSync(dir, { recursive: true });
  const isKept = readdirSync(dir).length > 0;
  const database = openDatabase({ dataDir: dir, migrationsDir: join(root, 'resources/migrations'), now: new Date() });
  const { path } = database;
  if (isKept) {
    void database.close();
    return path;
  }
  const writer = new BetterSqlite(path);
  const insert = writer.prepare(
    `insert into offer (id, title, raw_title, city, city_key, contract_type, status, academic_year, posted_on, title_key,
       content_hash, created_at, updated_at, description)
     values (?, ?, ?, ?, ?, 'internship', 'published', 2025, '2026-01-01', ?, ?, '2026-01-01', '2026-01-01', ?)`,
  );
  const place = writer.prepare('insert or ignore into place (key, name) values (?, ?)');
  const embed = writer.prepare(
    `insert into embedding (owner_kind, owner_id, model_id, text_hash, vector) values ('offer', ?, ?, '', ?)`,
  );
  writer.transaction(() => {
    for (let id = 1; id <= count; id += 1) {
      const offer = any(sample);
      const text = Array.from({ length: 14 }, () => any(sentences)).join(' ');
      const title = offer?.intitulé ?? '';
      const city = offer?.ville ?? '';
      place.run(fold(city), city);
      insert.run(id, title, title, city, fold(city), fold(title), `${id}`, text);
      embed.run(id, modelId, Buffer.from(drawVector(random).buffer));
    }
  })();
  writer.close();
  void database.close();
  return path;
}

function drawVector(random: () => number): Float32Array {
  const vector = Float32Array.from({ length: dimensions }, () => random() - 0.5);
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

interface Measure {
  readonly [name: string]: number;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;
const part = (list: readonly number[], at: number): number =>
  [...list].sort((one, other) => one - other)[Math.min(list.length - 1, Math.floor(list.length * at))] ?? 0;

/** Each query some times; the first round warms up and counts too, as it does for people. */
function measure(ask: (text: string) => unknown): Measure {
  const wall: number[] = [];
  const byText: Record<string, string[]> = {};
  const cpu = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) {
    for (const text of queries) {
      const cpuBefore = process.cpuUsage();
      const started = performance.now();
      ask(text);
      const took = performance.now() - started;
      const { user, system } = process.cpuUsage(cpuBefore);
      wall.push(took);
      (byText[text.slice(0, 40)] ??= []).push(`${rounded(took)} (${rounded((user + system) / 1_000)})`);
    }
  }
  const used = process.cpuUsage(cpu);
  if (values.questions) console.table(byText);
  return {
    'median ms': rounded(part(wall, 0.5)),
    'p95 ms': rounded(part(wall, 0.95)),
    'worst ms': rounded(Math.max(...wall)),
    'CPU ms a query': rounded((used.user + used.system) / 1_000 / wall.length),
  };
}

function measureOurs(path: string, hasMeaning: boolean): Measure {
  const connection = openReadConnection(path);
  const startedMs = performance.now();
  const engine = createSearchEngine(connection.read, indexPathOf(path));
  while (!engine.update(1_000).isComplete);
  const readyMs = performance.now() - startedMs;
  const random = randomFrom(3);
  // As the page asks: copies of an offer are one row, and the rows come before many are counted.
  const searched = { filter: { today: '2026-03-01' }, areCopiesGrouped: true } as const;
  const ask = (text: string, isCountedLater?: true): ReturnType<SearchEngine['search']> =>
    engine.search({
      ...{ ...searched, text, meaning: hasMeaning ? { modelId, vector: drawVector(random) } : null, isCountedLater },
      ...{ page: { page: 0, pageSize }, sort: { by: 'relevance', direction: 'desc' } },
    });
  const measured = measure((text) => ask(text, true));
  const counted = measure((text) => ask(text));
  const facets = measure((text) => engine.facets({ ...searched, text, meaning: null }));
  engine.close();
  connection.close();
  return {
    'ready ms': rounded(readyMs),
    ...measured,
    'all counted, p95 ms': counted['p95 ms'] ?? 0,
    'counts of filters, p95 ms': facets['p95 ms'] ?? 0,
    'index MB': rounded(statSync(indexPathOf(path)).size / 1e6),
  };
}

/** The words of a text as plain queries know them. */
const plainWords = (text: string): readonly string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function measureLike(path: string): Measure {
  const db = new BetterSqlite(path, { readonly: true });
  const measured = measure((text) => {
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

function measureFts(path: string): Measure {
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
  const measured = measure((text) => {
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

const ways: Readonly<Record<string, { readonly name: string; readonly run: (path: string) => Measure }>> = {
  meaning: { name: 'words and meaning', run: (path) => measureOurs(path, true) },
  words: { name: 'words alone (index as it is)', run: (path) => measureOurs(path, false) },
  LIKE: { name: 'plain LIKE', run: measureLike },
  FTS5: { name: 'plain FTS5, ranked', run: measureFts },
};
const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version, loadBefore: loadavg() };
const results: Record<string, Record<string, Measure>> = {};
mkdirSync(join(root, 'bench-results'), { recursive: true });
for (const count of values.offers.split(',').map(Number)) {
  const dir = values.bases ? resolve(values.bases, String(count)) : mkdtempSync(join(tmpdir(), 'search-bench-'));
  const path = makeOffers(dir, count);
  const measured: Record<string, Measure> = (results[count] = {});
  for (const way of values.ways.split(',')) {
    const { name, run } = ways[way] ?? {};
    if (name === undefined || run === undefined) throw new Error(`No way is called "${way}".`);
    // Told and kept at once: whatever ends this process later, what was measured stands.
    console.log(`${count} offers, ${name}…`);
    measured[name] = run(path);
    console.table({ [name]: measured[name] });
    writeFileSync(join(root, 'bench-results/search.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`);
  }
  console.log(`\n${count} offers`);
  console.table(measured);
  if (!values.bases) rmSync(dir, { recursive: true });
}
