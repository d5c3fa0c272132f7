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
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrationsDir } from '../../../../tests/support/temporary-database';
import { applyWantedKey } from './convert-database';
import { holdDataKey, keyIdOf } from './data-keys';
import { databaseFileName, openDatabase, type Database } from './open';
import { openFile } from './open-file';
import { searchFileName } from './search-file';
import { wantedKeyId, wantKey, wantPlain } from './wanted-key';

const key = { id: 'c3'.repeat(16), secret: '7d'.repeat(32) };
holdDataKey(key);

let dataDir = '';
let path = '';
const open = (): Database => openDatabase({ dataDir, migrationsDir, now: new Date('2026-03-02T09:00:00Z') });
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-é '));
  path = join(dataDir, databaseFileName);
  await open().close();
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** Writes past the checks of the application, as a defect of it would. */
function write(sql: string): void {
  const sqlite = openFile(path);
  sqlite.unsafeMode();
  sqlite.exec(sql);
  sqlite.close();
}

const failed = (): unknown => expect.objectContaining({ reason: 'encryption-failed', details: { path } });

it('encrypts and makes plain again, row for row', () => {
  write(`create table sample (a, b blob, c real); insert into sample values
    ('é', x'00ff', 1.0), (null, x'', 2), (9007199254740993, 'text', 0.1)`);
  const rows = (): unknown => {
    const sqlite = openFile(path, { readonly: true });
    try {
      return sqlite.prepare('select * from sample').safeIntegers().raw().all();
    } finally {
      sqlite.close();
    }
  };
  const before = rows();
  wantKey(dataDir, key.id);
  expect(applyWantedKey(dataDir, path)).toBeNull();
  expect([keyIdOf(path), rows()]).toEqual([key.id, before]);
  wantPlain(dataDir, key);
  expect(applyWantedKey(dataDir, path)).toBeNull();
  expect([keyIdOf(path), rows(), wantedKeyId(dataDir)]).toEqual([null, before, null]);
});

it('leaves the database as it is and lets it open when something is in the way of its copy', async () => {
  mkdirSync(`${path}.converting`);
  writeFileSync(join(`${path}.converting`, 'file'), '');
  wantKey(dataDir, key.id);
  const database = open();
  expect(database.notAsWanted).toEqual(failed());
  expect(database.examine().integrity).toBe('ok');
  await database.close();
  expect(keyIdOf(path)).toBeNull();
  // The next start tries again.
  rmSync(`${path}.converting`, { recursive: true });
  const next = open();
  expect([next.notAsWanted, keyIdOf(path)]).toEqual([null, key.id]);
  await next.close();
});

it('opens as usual although the rest of an earlier conversion cannot be removed', async () => {
  mkdirSync(`${path}.converting`);
  const database = open();
  expect(database.notAsWanted).toBeNull();
  await database.close();
});

it('replaces nothing while the index of the search, which holds plain words, cannot go', () => {
  mkdirSync(join(dataDir, searchFileName));
  wantKey(dataDir, key.id);
  expect(applyWantedKey(dataDir, path)).toEqual(failed());
  expect(keyIdOf(path)).toBeNull();
  expect(existsSync(`${path}.converting`)).toBe(false);
});

it('tells a copy that is not sound from a damaged database', () => {
  write(`create table sample (a); insert into sample values (null); pragma writable_schema = on;
    update sqlite_schema set sql = 'CREATE TABLE sample (a not null)' where name = 'sample'; pragma writable_schema = reset;`);
  wantKey(dataDir, key.id);
  expect(applyWantedKey(dataDir, path)).toEqual(failed());
  expect([keyIdOf(path), existsSync(`${path}.converting`)]).toEqual([null, false]);
});

it('throws that the database itself is damaged', () => {
  write(`create table sample (a); insert into sample values (zeroblob(100000))`);
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xa5, 16_384, statSync(path).size - 16_384));
  wantKey(dataDir, key.id);
  expect(() => applyWantedKey(dataDir, path)).toThrow(
    expect.objectContaining({ reason: 'database-damaged', details: { path } }),
  );
  expect(readdirSync(dataDir).filter((name) => name.includes('converting'))).toEqual([]);
});
