import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { holdDataKey, keyFileName, keyIdOf } from './data-keys';
import { openedKeyId, openFile, rekeyFile } from './open-file';

const name = 'Zélindor Quaxbrandt';
const key = { id: 'a1'.repeat(16), secret: '5e'.repeat(32) };
const unknown = 'b2'.repeat(16);
holdDataKey(key);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-é '));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytesOf = (file: string): string => readFileSync(join(folder, file)).toString('latin1');
const written = Buffer.from(name).toString('latin1');

it('keeps a file plain unless it is told a key', () => {
  const sqlite = openFile(join(folder, 'plain.db'));
  sqlite.exec('create table t (x)');
  sqlite.prepare('insert into t values (?)').run(name);
  sqlite.close();
  expect(keyIdOf(join(folder, 'plain.db'))).toBeNull();
  expect(bytesOf('plain.db').startsWith('SQLite format 3\0')).toBe(true);
  expect(bytesOf('plain.db')).toContain(written);
});

it('lets nothing be read in a file under a key, its journal and a copy of it, which begin with the id of the key', () => {
  const path = join(folder, 'one.db');
  const writer = openFile(path, { newUnder: key.id });
  writer.pragma('journal_mode = WAL');
  writer.exec('create table t (x)');
  writer.prepare('insert into t values (?)').run(name.repeat(2_000));
  const reader = openFile(path, { readonly: true });
  expect(reader.prepare('select length(x) from t').pluck().get()).toBe(name.length * 2_000);
  reader.prepare('VACUUM INTO ?').run(join(folder, 'copy.db'));
  const files = readdirSync(folder).sort();
  expect(files).toEqual(['copy.db', 'one.db', 'one.db-shm', 'one.db-wal']);
  for (const file of files) expect(bytesOf(file)).not.toContain(written);
  writer.pragma('wal_checkpoint(TRUNCATE)');
  expect(bytesOf('one.db')).not.toContain(written);
  for (const file of ['one.db', 'copy.db']) expect(keyIdOf(join(folder, file))).toBe(key.id);
  for (const sqlite of [reader, writer]) sqlite.close();
  const copy = openFile(join(folder, 'copy.db'));
  expect(copy.prepare('select length(x) from t').pluck().get()).toBe(name.length * 2_000);
  rekeyFile(copy, null);
  copy.close();
  expect(bytesOf('copy.db')).toContain(written);
});

it('notices each bit that flips in a page', () => {
  const path = join(folder, 'one.db');
  const writer = openFile(path, { newUnder: key.id });
  writer.exec('create table t (x)');
  writer.prepare('insert into t values (?)').run(name.repeat(5_000));
  writer.close();
  const sound = readFileSync(path);
  for (const at of [100, 4_200, 9_000, sound.length - 5]) {
    const flipped = Buffer.from(sound);
    flipped[at] = (flipped[at] ?? 0) ^ 4;
    writeFileSync(path, flipped);
    const sqlite = openFile(path);
    expect(() => sqlite.prepare('select sum(length(x)) from t').get()).toThrow(/malformed|not a database/);
    sqlite.close();
  }
});

// Where the system lists locks: https://www.man7.org/linux/man-pages/man5/proc_locks.5.html
it.runIf(existsSync('/proc/locks'))(
  'takes no lock from a connection by opening the file again or asking for its key',
  () => {
    for (const newUnder of [null, key.id]) {
      const path = join(folder, `${newUnder ?? 'plain'}.db`);
      const writer = openFile(path, { newUnder });
      writer.pragma('journal_mode = WAL');
      writer.exec('create table t (x)');
      const locks = (): number =>
        readFileSync('/proc/locks', 'utf8')
          .split('\n')
          .filter((line) => line.includes(`:${statSync(path).ino} `)).length;
      const before = locks();
      expect(before).toBeGreaterThan(0);
      expect(openedKeyId(path)).toBe(newUnder);
      openFile(path, { readonly: true }).close();
      expect(locks()).toBe(before);
      writer.close();
    }
  },
);

it('writes nothing of a file in the clear elsewhere while its key changes', () => {
  const path = join(folder, 'large.db');
  const sqlite = openFile(path);
  expect(sqlite.pragma('temp_store', { simple: true })).toBe(2);
  sqlite.exec('create table t (x)');
  sqlite.prepare('insert into t values (?)').run(name.repeat(1_000_000));
  rekeyFile(sqlite, key);
  sqlite.close();
  expect(bytesOf('large.db')).not.toContain(written);
});

it('asks for a key whose own file lies beside, and calls anything else no database', () => {
  const path = join(folder, 'other.db');
  writeFileSync(path, Buffer.concat([Buffer.from(unknown, 'hex'), Buffer.alloc(8_000, 7)]));
  const sqlite = openFile(path);
  expect(() => sqlite.prepare('select 1 from sqlite_schema').get()).toThrow('file is not a database');
  sqlite.close();
  writeFileSync(join(folder, keyFileName(unknown)), '');
  expect(() => openFile(path)).toThrow(expect.objectContaining({ reason: 'key-needed' }));
  expect(() => openFile(join(folder, 'new.db'), { newUnder: unknown })).toThrow(
    expect.objectContaining({ reason: 'key-needed' }),
  );
});

it('is the only place that opens a database; the lock of a folder holds nothing', () => {
  const src = resolve(import.meta.dirname, '../../..');
  const opening = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts'))
    .filter((file) => readFileSync(join(src, file), 'utf8').includes('new BetterSqlite('))
    .map((file) => relative('', file).replaceAll('\\', '/'));
  expect(opening.sort()).toEqual(['main/core/db/folder-lock.ts', 'main/core/db/open-file.ts']);
});
