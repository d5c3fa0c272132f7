import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrationsDir } from '../../../../tests/support/temporary-database';
import { checkpointFile, emptyJournal, type Checkpoint } from './checkpoints';
import { openFile } from './open-file';
import { databaseFileName, openDatabase, type Database } from './open';
import { openDatabaseInThread } from './open-in-thread';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

const open = (checkpoint: Checkpoint): Database =>
  openDatabase({ dataDir, migrationsDir, now: new Date('2026-03-02T09:00:00Z'), checkpoint });
const journalBytes = (): number => statSync(join(dataDir, `${databaseFileName}-wal`)).size;
const put = (database: Database, key: string, bytes: number): Promise<unknown> =>
  database.write((db) =>
    db.prepare('insert into setting (key, value) values (?, ?)').run(key, JSON.stringify('x'.repeat(bytes))),
  );
const count = (database: Database): number | undefined =>
  database.read.prepare<number>('select count(*) from setting').pluck().get();

it('has a large journal brought into the file, and a small one left alone', async () => {
  const asked: string[] = [];
  const database = open((path) => {
    asked.push(path);
    checkpointFile(path);
    return Promise.resolve();
  });
  await put(database, 'small', 10);
  expect(asked).toEqual([]);
  await put(database, 'large', 20_000_000);
  await expect.poll(() => asked).toEqual([database.path]);
  expect(journalBytes()).toBe(0);
  expect(count(database)).toBe(2);
  await database.close();
});

it('asks again after a checkpoint that failed, and loses nothing', async () => {
  let asked = 0;
  const database = open(() => {
    asked += 1;
    return Promise.reject(new Error('The thread is gone.'));
  });
  await put(database, 'large', 20_000_000);
  await expect.poll(() => asked).toBe(1);
  await put(database, 'small', 10);
  await expect.poll(() => asked).toBe(2);
  expect(journalBytes()).toBeGreaterThan(20_000_000);
  await database.close();
  const again = open(() => Promise.resolve());
  expect(count(again)).toBe(2);
  await again.close();
});

it('waits with closing for a checkpoint that goes on', async () => {
  let release = (): void => undefined;
  const gate = new Promise<void>((resolve) => (release = resolve));
  const database = open(() => gate);
  await put(database, 'large', 20_000_000);
  let closed = false;
  const closing = database.close().then(() => (closed = true));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(closed).toBe(false);
  release();
  await closing;
});

it('keeps writers waiting while the file is lent to another connection, and readers not', async () => {
  const database = open(() => Promise.resolve());
  const lent = database.lend(async (path) => {
    const other = openDatabaseInThread(path);
    await other.write(async (db) => {
      db.prepare('insert into setting (key, value) values (?, ?)').run('lent', '1');
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(count(database)).toBe(0);
    });
    expect(count(database)).toBe(1);
    await other.close();
  });
  await put(database, 'waiting', 10);
  await lent;
  expect(count(database)).toBe(2);
  await database.close();
});

it('tells whoever would move the file that somebody still reads, and loses nothing of its journal', async () => {
  const database = open(() => Promise.resolve());
  await put(database, 'first', 10);
  const reader = openFile(database.path, { readonly: true });
  reader.prepare('begin').run();
  reader.prepare('select count(*) from setting').get();
  await put(database, 'second', 10);
  expect(() => emptyJournal(database.path)).toThrow(expect.objectContaining({ reason: 'database-locked' }));
  expect(count(database)).toBe(2);
  reader.prepare('commit').run();
  emptyJournal(database.path);
  expect(journalBytes()).toBe(0);
  reader.close();
  await database.close();
});
