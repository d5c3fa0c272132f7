import { expect, it } from 'vitest';
import { openApp } from '../../../../tests/support/open-app';
import { migrationsDir } from '../../../../tests/support/temporary-database';
import { openDatabaseBeside } from '../db/open-beside';
import type { WriteThread } from '../ports';

it('tells sizes, pragmas, model and consumption, and what the host knows of its log', async () => {
  const failures = [{ at: '2026-03-02T09:00:00.000Z', what: 'A worker failed. – embed', count: 2, newCount: 1 }];
  const counts = { all: 2, new: 1 };
  const workers = [{ name: 'match', isProcess: false, memoryBytes: 7, cpuSeconds: 1 }];
  const diagnose = () =>
    Promise.resolve({ system: 'linux', freeBytes: 5, failures, failureCounts: counts, slow: [], jobs: [], workers });
  await using app = await openApp({ diagnose });
  const health = await app.client.host.health({});
  expect(health).toMatchObject({
    application: { version: '0.0.0-test', shell: 'terminal', system: 'linux' },
    model: { state: 'ready' },
    database: { isEmpty: true, pragmas: { journal_mode: 'wal', synchronous: 2, foreign_keys: 1 } },
    ...{ backedUpAt: null, freeBytes: 5, failures, failureCounts: counts, workers },
  });
  expect(health.database.sizeBytes + health.database.journalBytes).toBeGreaterThan(100_000);
  expect(Math.min(health.process.memoryBytes, health.process.cpuSeconds)).toBeGreaterThan(0);
  expect(await app.client.host.checkDatabase({})).toEqual({ integrity: 'ok' });
  expect((await app.client.host.health({})).database.isDamaged).toBe(false);
});

it('tells of safe mode, and of none without it', async () => {
  for (const isSafe of [true, false]) {
    await using app = await openApp({}, undefined, { isSafe });
    expect((await app.client.host.info({})).notices.includes('safe-mode')).toBe(isSafe);
    expect((await app.client.host.health({})).application.isSafe).toBe(isSafe);
  }
});

it('tells on every page of it that a check found the database damaged', async () => {
  const integrity = (): Promise<string> => Promise.resolve('row 7 missing from index');
  // Only the check is asked of it here.
  const writeThread = { integrity } as Partial<WriteThread> as WriteThread;
  await using app = await openApp({ writeThread });
  expect(await app.client.host.checkDatabase({})).toEqual({ integrity: 'row 7 missing from index' });
  expect((await app.client.host.health({})).database.isDamaged).toBe(true);
  expect((await app.client.host.info({})).notices).toEqual(['database-damaged']);
  const beside = openDatabaseBeside({ dataDir: app.dataDir, migrationsDir });
  expect(beside.damage).toMatchObject({ reason: 'database-damaged' });
  await beside.close();
});
