import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
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
// are says nothing here, comparing them takes as long.

const root = process.cwd();
const { values } = parseArgs({ options: { offers: { type: 'string', default: '10000,100000' } } });
const dimensions = 256;
const modelId = 'drawn';
const pageSize = 50;
const rounds = 3;

/** As they are typed: beginnings, words of all kinds, and two descriptions. */
const queries = [
  ...[
    'c',
    'co',
    'comp',
    'compta',
    'comptabilité ',
    'contrôle de gestion',
    'stage',
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

function makeOffers(dir: string, count: number): string {
  const csv = readFileSync(join(root, 'data/samples/offers.csv'), 'utf8').replace(/^\uFEFF/, '');
  const sample = Papa.parse<SampleOffer>(csv, { header: true, delimiter: ';', skipEmptyLines: true }).data;
  const sentences = sample.flatMap(({ description }) => description.split(/(?<=[.!?])\s+/));
  const random = randomFrom(count);
  const any = <Value>(list: readonly Value[]): Value | undefined => list[Math.floor(random() * list.length)];
  const database = openDatabase({ dataDir: dir, migrationsDir: join(root, 'resources/migrations'), now: new Date() });
  const { path } = database;
  const writer = new BetterSqlite(path);
  const insert = writer.prepare(
    `insert into offer (id, title, raw_title, city, city_key, contract_type, status, academic_year, posted_on, title_key,
       content_hash, created_at, updated_at, description)
     values (?, ?, ?, ?, ?, 'internship', 'published', 2025, '2026-01-01', ?, ?, '2026-01-01', '2026-01-01', ?)`,
  );
  const embed = writer.prepare(
    `insert into embedding (owner_kind, owner_id, model_id, text_hash, vector) values ('offer', ?, ?, '', ?)`,
  );
  writer.transaction(() => {
    for (let id = 1; id <= count; id += 1) {
      const offer = any(sample);
      const text = Array.from({ length: 14 }, () => any(sentences)).join(' ');
      const title = offer?.intitulé ?? '';
      const city = offer?.ville ?? '';
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
  const cpu = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) {
    for (const text of queries) {
      const started = performance.now();
      ask(text);
      wall.push(performance.now() - started);
    }
  }
  const used = process.cpuUsage(cpu);
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
  const ask = (text: string): ReturnType<SearchEngine['search']> =>
    engine.search({
      ...{ text, meaning: hasMeaning ? { modelId, vector: drawVector(random) } : null },
      ...{ filter: { today: '2026-03-01' }, page: { page: 0, pageSize }, sort: { by: 'relevance', direction: 'desc' } },
    });
  const measured = measure(ask);
  const facets = measure((text) => engine.facets({ text, meaning: null, filter: { today: '2026-03-01' } }));
  engine.close();
  connection.close();
  return {
    'ready ms': rounded(readyMs),
    ...measured,
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

const results: Record<string, Record<string, Measure>> = {};
const loadBefore = loadavg();
for (const count of values.offers.split(',').map(Number)) {
  const dir = mkdtempSync(join(tmpdir(), 'search-bench-'));
  const path = makeOffers(dir, count);
  results[count] = {
    'words and meaning': measureOurs(path, true),
    'words alone (index as it is)': measureOurs(path, false),
    'plain LIKE': measureLike(path),
    'plain FTS5, ranked': measureFts(path),
  };
  console.log(`\n${count} offers`);
  console.table(results[count]);
  rmSync(dir, { recursive: true });
}
const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version, loadBefore };
mkdirSync(join(root, 'bench-results'), { recursive: true });
writeFileSync(join(root, 'bench-results/search.json'), `${JSON.stringify({ machine, results }, null, 2)}\n`);
