import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrationsDir } from '../../../../tests/support/temporary-database';
import { forgetDamage } from './damage-mark';
import { databaseFileName, openDatabase, type Database } from './open';
import { findChangedBlock, hasPageSums } from './page-sums';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-sums-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));
const path = (): string => join(dataDir, databaseFileName);
const open = (): Database => openDatabase({ dataDir, migrationsDir, now: new Date('2026-03-02T09:00:00Z') });

async function close(text: string): Promise<void> {
  const database = open();
  await database.write((db) => {
    const put = db.prepare<unknown, [string]>(
      "insert or replace into setting (key, value) values ('note', json_quote(?))",
    );
    put.run(text);
  });
  await database.close();
}

/** Changes a letter as a disk does that rots: nobody wrote, so the file's time stays. */
function rot(file: string, from: string, to: string): void {
  const { atimeMs, mtimeMs } = statSync(file);
  const bytes = readFileSync(file);
  const at = bytes.indexOf(from);
  expect(at).toBeGreaterThan(0);
  bytes.write(to, at);
  writeFileSync(file, bytes);
  utimesSync(file, atimeMs / 1_000, mtimeMs / 1_000);
}

it('a letter that became another while the database was closed is noticed, and nothing is written', async () => {
  await close('convention');
  rot(path(), 'convention', 'konvention');
  const before = readFileSync(path());
  expect(open).toThrow(expect.objectContaining({ reason: 'database-damaged', details: { path: path() } }));
  expect(readFileSync(path()).equals(before)).toBe(true);
  // Whoever wants to go on with it can, and what is closed then is what counts.
  forgetDamage(path());
  await open().close();
  expect(findChangedBlock(path())).toBeNull();
  expect(hasPageSums(path())).toBe(true);
});

it('a file that somebody else wrote to, or copied here, is no damage', async () => {
  await close('convention');
  const bytes = readFileSync(path());
  writeFileSync(path(), bytes);
  utimesSync(path(), 1_000, 1_000);
  expect(hasPageSums(path())).toBe(false);
  await open().close();
});

it('sums that rot themselves are not believed', async () => {
  await close('convention');
  const file = `${path()}.sums`;
  const sums = readFileSync(file);
  sums[sums.length - 1] = (sums.at(-1) ?? 0) ^ 1;
  writeFileSync(file, sums);
  expect(hasPageSums(path())).toBe(false);
  await open().close();
});

it('what was found damaged is not written to any more, and is asked about at the next start', async () => {
  const database = open();
  database.markDamaged('row 7 missing from index');
  expect(database.damage?.reason).toBe('database-damaged');
  await expect(database.write(() => undefined)).rejects.toMatchObject({ reason: 'database-damaged' });
  await database.close();
  expect(open).toThrow(expect.objectContaining({ reason: 'database-damaged' }));
  forgetDamage(path());
  await open().close();
});
