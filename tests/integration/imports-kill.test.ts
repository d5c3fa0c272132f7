import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeOffers } from '../../benchmarks/make-offers';
import { databaseFileName, openDatabase } from '../../src/main/core/db/open';
import { buildEntries } from '../support/build-entry';
import { migrationsDir } from '../support/temporary-database';

const projectDir = resolve(import.meta.dirname, '../..');
const kills = 20;
const rowCount = 5_000;
let folder = '';
let entries = { child: '', csv: '', write: '' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-kill-'));
  entries = await buildEntries('import-kill', {
    child: 'tests/support/import-child.ts',
    csv: 'src/main/workers/csv/entry.ts',
    write: 'src/main/workers/write/entry.ts',
  });
  await writeOffers(join(folder, 'offers.csv'), rowCount, 1_000);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/**
 * Runs an import in a process of its own; kills it without warning `waitMs` after it said that it is `ratio` of the
 * way, or lets it end when `ratio` is null. Returns the last state that it told.
 */
async function runChild(dataDir: string, ratio: number | null, waitMs = 0): Promise<string> {
  const path = join(folder, 'offers.csv');
  const child = spawn(process.execPath, [entries.child, dataDir, projectDir, entries.csv, entries.write, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let last = '';
  for await (const line of createInterface({ input: child.stdout })) {
    const [state = '', done = '0'] = line.split(' ');
    last = state;
    if (ratio !== null && state === 'running' && Number(done) >= ratio) {
      setTimeout(() => child.kill('SIGKILL'), waitMs);
      ratio = null;
    }
  }
  return last;
}

function look(dataDir: string) {
  const database = openDatabase({ dataDir, migrationsDir, now: new Date() });
  const count = (sql: string): number => database.read.prepare<number>(sql).pluck().get() ?? -1;
  const seen = {
    integrity: database.examine().integrity,
    offers: count('select count(*) from offer'),
    rows: count('select coalesce(sum(created + updated + unchanged + rejected), 0) from import_batch'),
    committed: count(`select count(*) from import where state = 'committed'`),
    imports: count('select count(*) from import'),
  };
  return { seen, close: () => database.close() };
}

it(`holds a whole import or nothing of it after each of ${kills} kills`, { timeout: 600_000 }, async () => {
  let partial = 0;
  let recovered = 0;
  const ends: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    // A database of its own each time: what one kill leaves must not hide what the next one does.
    const dataDir = join(folder, `data-${kill}`);
    // Progress is told for the part read; the waits reach into the moments between two batches and into the commit.
    ends.push(await runChild(dataDir, (0.95 * kill) / (kills - 1), (kill * 7) % 31));
    const wal = join(dataDir, `${databaseFileName}-wal`);
    if (existsSync(wal) && statSync(wal).size > 0) recovered += 1;
    const { seen, close } = look(dataDir);
    await close();
    expect(seen.integrity).toBe('ok');
    expect(seen.imports).toBe(1);
    expect([seen.offers, seen.rows]).toEqual(seen.committed === 1 ? [rowCount, rowCount] : [0, 0]);
    if (seen.committed === 0) partial += 1;
    if (kill < kills - 1) rmSync(dataDir, { recursive: true });
  }
  // Most were cut short, or the test would show nothing; each of those had left a journal to recover from.
  expect(partial).toBeGreaterThanOrEqual(kills / 2);
  expect(recovered).toBeGreaterThanOrEqual(partial);

  // The next start of the application on the last one says that the import failed, and the same file can be imported.
  const dataDir = join(folder, `data-${kills - 1}`);
  expect(await runChild(dataDir, null)).toBe('succeeded');
  const { seen, close } = look(dataDir);
  await close();
  expect(seen).toMatchObject({ integrity: 'ok', offers: rowCount, imports: 2 });
  expect(ends.filter((state) => state === 'running').length).toBeGreaterThanOrEqual(kills / 2);
});
