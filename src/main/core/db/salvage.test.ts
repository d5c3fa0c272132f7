import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openApp } from '../../../../tests/support/open-app';
import { migrationsDir } from '../../../../tests/support/temporary-database';
import { databaseFileName } from './open';
import { salvageDatabase, type Salvage } from './salvage';

const now = new Date('2026-03-02T09:00:00.000Z');

let folder = '';
/** A closed database with the sample university. */
let sound = '';
let counts: ReadonlyMap<string, number> = new Map();
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting é '));
  const dataDir = join(folder, 'sound');
  {
    await using app = await openApp({}, undefined, { dataDir });
    await app.endOf((await app.client.university.loadSample({})).jobId);
  }
  sound = join(dataDir, databaseFileName);
  counts = countsOf(sound);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let path = '';
const target = (): string => join(folder, 'backup', 'salvaged.db');
beforeEach(() => {
  path = join(folder, 'damaged.db');
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
  cpSync(sound, path);
});

function countsOf(file: string): ReadonlyMap<string, number> {
  const sqlite = new BetterSqlite(file, { readonly: true });
  const tables = sqlite
    .prepare<[], string>("select name from sqlite_schema where type = 'table' and name not glob 'sqlite_*'")
    .pluck()
    .all();
  const found = new Map(
    tables.map((table) => [table, Number(sqlite.prepare(`select count(*) from "${table}"`).pluck().get())]),
  );
  sqlite.close();
  return found;
}

/** The numbers of the pages of a table or an index, in their order. */
function pagesOf(name: string, kind: 'leaf' | 'internal'): readonly number[] {
  const sqlite = new BetterSqlite(path, { readonly: true });
  const pages = sqlite.prepare<[string, string], number>(
    'select pageno from dbstat where name = ? and pagetype = ? order by path',
  );
  const found = pages.pluck().all(name, kind);
  sqlite.close();
  return found;
}

const pageBytes = 16_384;
function overwrite(from: number, to: number, value = 0xa5): void {
  const bytes = readFileSync(path);
  bytes.fill(value, from, to);
  writeFileSync(path, bytes);
}
const overwritePage = (page = 0): void => overwrite((page - 1) * pageBytes, page * pageBytes);

/** Salvages, and checks what holds whatever was damaged: the file stays as it was, the new one is whole. */
function salvage(): Salvage {
  const before = readFileSync(path);
  const found = salvageDatabase({ path, target: target(), migrationsDir, now });
  expect(readFileSync(path).equals(before)).toBe(true);
  const sqlite = new BetterSqlite(target(), { readonly: true });
  expect([sqlite.pragma('integrity_check', { simple: true }), sqlite.pragma('foreign_key_check')]).toEqual(['ok', []]);
  sqlite.close();
  expect(existsSync(`${target()}.sha256`)).toBe(true);
  const standing = countsOf(target());
  for (const { table, kept } of found.tables) expect([table, standing.get(table)]).toEqual([table, kept]);
  return found;
}
/** What is told to be lost, by table; tables that are whole are left out. */
const lostOf = ({ tables }: Salvage): Record<string, number | null> =>
  Object.fromEntries(tables.flatMap(({ table, lost }) => (lost === 0 ? [] : [[table, lost]])));
const countOf = (table: string): number => counts.get(table) ?? 0;

describe('of a damaged database', () => {
  it('a page of a table costs the rows of that page and what cannot be without them, and each is counted', () => {
    const leaves = pagesOf('offer', 'leaf');
    expect(leaves.length).toBeGreaterThan(4);
    overwritePage(leaves[2]);
    const found = salvage();
    const lost = lostOf(found);
    expect(lost['offer']).toBeGreaterThan(0);
    expect(lost['offer']).toBeLessThan(countOf('offer') / 2);
    for (const { table, kept, lost: gone } of found.tables)
      expect([table, kept + (gone ?? 0)]).toEqual([table, countOf(table)]);
    expect(lost['company']).toBeUndefined();
  });

  it('the first and the last page of a table cost no other', () => {
    const leaves = pagesOf('offer', 'leaf');
    overwritePage(leaves.at(0));
    overwritePage(leaves.at(-1));
    const { tables } = salvage();
    const offers = tables.find(({ table }) => table === 'offer');
    expect(offers?.kept).toBeGreaterThan(countOf('offer') / 2);
    expect((offers?.kept ?? 0) + (offers?.lost ?? 0)).toBe(countOf('offer'));
  });

  it('a table without row numbers is read on both sides of the damage', () => {
    const writer = new BetterSqlite(path);
    const put = writer.prepare("insert into hand_edit values ('offer', ?, 'title', '2026-03-02T09:00:00.000Z', null)");
    writer.transaction(() => Array.from({ length: 2_000 }, (_, id) => put.run(id)))();
    writer.close();
    const leaves = pagesOf('hand_edit', 'leaf');
    expect(leaves.length).toBeGreaterThan(2);
    overwritePage(leaves[1]);
    const { tables } = salvage();
    const edits = tables.find(({ table }) => table === 'hand_edit');
    expect(edits?.kept).toBeGreaterThan(1_000);
    expect(edits?.lost).toBeNull();
  });

  it('a page of the list of tables costs the tables that stood there, and says which', () => {
    overwritePage(pagesOf('sqlite_schema', 'leaf')[2]);
    const found = salvage();
    expect(found.content.offers).toBe(countOf('offer'));
    expect(Object.values(lostOf(found))).toContain(null);
  });

  it('the way to the pages of a table costs its rows, and each is counted', () => {
    overwritePage(pagesOf('offer', 'internal')[0]);
    expect(lostOf(salvage())['offer']).toBe(countOf('offer'));
  });

  it('an index costs nothing', () => {
    for (const page of pagesOf('offer_by_company', 'leaf')) overwritePage(page);
    for (const page of pagesOf('sqlite_autoindex_setting_1', 'leaf')) overwritePage(page);
    expect(lostOf(salvage())).toEqual({});
  });

  it.each([
    ['its header', 100],
    ['its first page', pageBytes],
  ])('%s costs nothing', (_what, bytes) => {
    overwrite(0, bytes, 0);
    const found = salvage();
    expect(lostOf(found)).toEqual({});
    expect(found.content.offers).toBe(countOf('offer'));
  });

  it('the second half of the file costs what stood there', () => {
    truncateSync(path, Math.floor(readFileSync(path).length / 2 / pageBytes) * pageBytes);
    const { content } = salvage();
    expect(content.offers).toBeGreaterThan(0);
  });

  it('a journal is read up to the damage', () => {
    const writer = new BetterSqlite(path);
    writer.pragma('journal_mode = WAL');
    writer.pragma('wal_autocheckpoint = 0');
    const put = writer.prepare("insert into setting (key, value) values (?, '1')");
    for (const key of ['one', 'two', 'three']) put.run(key);
    const [file, journal] = [path, `${path}-wal`].map((name) => readFileSync(name));
    writer.close();
    writeFileSync(path, file ?? '');
    journal?.fill(0x5a, journal.length - 10_000);
    writeFileSync(`${path}-wal`, journal ?? '');
    const { tables } = salvage();
    expect(tables.find(({ table }) => table === 'setting')?.kept).toBe(countOf('setting') + 2);
  });

  it('nothing is made of a file that never was one', () => {
    rmSync(target(), { force: true });
    writeFileSync(path, 'Ceci n’est pas une base de données. '.repeat(3_000));
    expect(() => salvageDatabase({ path, target: target(), migrationsDir, now })).toThrow(
      expect.objectContaining({ reason: 'database-damaged' }),
    );
    expect(existsSync(target())).toBe(false);
  });
});
