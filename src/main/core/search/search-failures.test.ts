import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTemporaryDatabase, type TemporaryDatabase } from '../../../../tests/support/temporary-database';
import { openReadConnection, type ReadConnection } from '../db/open-in-thread';
import { createFilterKeeper } from './filter-keeper';
import { createFollowedOffers } from './followed-offers';
import { createSearchEngine, type SearchEngine } from './search-engine';
import { openSearchIndex } from './search-index';

let place: TemporaryDatabase;
let connection: ReadConnection;
let dir: string;
let path: string;

beforeEach(() => {
  place = openTemporaryDatabase();
  connection = openReadConnection(place.database.path);
  dir = mkdtempSync(join(tmpdir(), 'search é '));
  path = join(dir, 'index.db');
});
afterEach(async () => {
  connection.close();
  await place[Symbol.asyncDispose]();
  rmSync(dir, { recursive: true });
});

async function put(from: number, to: number, title: string, description = ''): Promise<void> {
  await place.database.write((db) => {
    const insert = db.prepare(
      `insert into offer (id, title, raw_title, status, academic_year, title_key, content_hash, created_at, updated_at,
         description) values (?, ?, ?, 'published', 2025, '', ?, '2026-01-01', '2026-01-01', ?)`,
    );
    for (let id = from; id <= to; id += 1) insert.run(id, title, title, `${id}`, `${description} ${id}`);
  });
}

function idsOf(engine: SearchEngine, text: string): readonly number[] {
  const sort = { by: 'relevance', direction: 'desc' } as const;
  return engine.ids({ text, meaning: null, filter: { today: '2026-03-01' }, sort, page: { page: 0, pageSize: 1 } });
}

it('lies in memory while somebody else holds its file, which stays as it is', async () => {
  await put(1, 1, 'Soudeur');
  const former = openSearchIndex(path);
  former.update(connection.read, Infinity);
  former.close();
  const holder = new BetterSqlite(path);
  holder.pragma('locking_mode = EXCLUSIVE');
  holder.exec('begin exclusive');
  const engine = createSearchEngine(connection.read, path);
  expect(idsOf(engine, 'soudeur ')).toEqual([1]);
  engine.close();
  expect(holder.prepare('select count(*) from entry').pluck().get()).toBe(1);
  holder.exec('commit');
  holder.close();
});

it('is made anew when it is damaged while it is open', async () => {
  await put(1, 3, 'Soudeur');
  const engine = createSearchEngine(connection.read, path);
  expect(idsOf(engine, 'soudeur ')).toEqual([3, 2, 1]);
  const other = new BetterSqlite(path);
  other.exec('drop table text');
  other.close();
  expect(idsOf(engine, 'soudeurs ')).toEqual([3, 2, 1]);
  engine.close();
  const again = openSearchIndex(path);
  expect(again.file.prepare('select count(*) from entry').pluck().get()).toBe(3);
  again.close();
});

it('goes on in memory when there is no room left for it', async () => {
  const offers = createFollowedOffers(connection.read, path);
  const needed = { modelId: null, hasColumns: false };
  expect(offers.update(1_000, needed)).toBe(true);
  offers.index.file.pragma(`max_page_count = ${String(offers.index.file.pragma('page_count', { simple: true }))}`);
  await put(1, 400, 'Soudeur', 'Assembler des structures métalliques. '.repeat(40));
  expect(() => offers.update(1_000, needed)).toThrow(/full/);
  expect(offers.replaceIndex(new BetterSqlite.SqliteError('full', 'SQLITE_FULL'))).toBe(true);
  while (!offers.update(1_000, needed));
  expect(offers.index.file.memory).toBe(true);
  expect(offers.index.file.prepare('select count(*) from entry').pluck().get()).toBe(400);
  expect(offers.replaceIndex(new BetterSqlite.SqliteError('full', 'SQLITE_FULL'))).toBe(false);
  offers.close();
});

it('keeps to a quarter of a second whatever came in, and goes on where it stopped', async () => {
  await put(1, 600, 'Soudeur');
  const offers = createFollowedOffers(connection.read, path);
  const needed = { modelId: 'm', hasColumns: true };
  let steps = 1;
  while (!offers.update(0, needed)) steps += 1;
  // Three blocks of offers: their words, then their vectors and what they are counted by one after the other.
  expect(steps).toBe(3);
  expect([1, 600].map((id) => offers.columns.academicYear.valueOf(offers.columns.academicYear.codeOf(id)))).toEqual([
    2025, 2025,
  ]);
  offers.close();
});

it('keeps lists of ids within a limit of bytes, and forgets none that is asked for', async () => {
  await put(1, 3_000, 'Soudeur');
  const filters = createFilterKeeper(connection.read, 50_000);
  const sort = { by: 'title', direction: 'asc' } as const;
  for (let day = 10; day < 28; day += 1) {
    const filter = { today: `2026-03-${day}`, academicYear: 2025 } as const;
    expect(filters.ordered(filter, sort)).toHaveLength(3_000);
    expect([1, 3_000, 3_001].map(filters.allowing(filter))).toEqual([true, true, false]);
    expect(filters.bytes).toBeLessThan(50_000);
  }
});
