import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openApp } from '../../../../tests/support/open-app';
import { AppError } from '../../../shared/domain/app-error';
import type { WriteThread } from '../ports';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-crash-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

/** What an application leaves that was never closed. */
async function crash(): Promise<void> {
  const other = `${dataDir}-open`;
  await using app = await openApp({}, undefined, { dataDir: other });
  await app.client.settings.update({ universityName: 'Université de Valmont' });
  cpSync(other, dataDir, { recursive: true });
  cpSync(join(other, 'smart-recruiting.db-wal'), join(dataDir, 'smart-recruiting.db-wal'));
}
afterEach(() => rmSync(`${dataDir}-open`, { recursive: true, force: true }));

it('checks the database after a crash, and nothing after a clean exit', async () => {
  await crash();
  {
    await using app = await openApp({}, undefined, { dataDir, staysOpen: true });
    await expect.poll(async () => (await app.client.host.health({})).afterCrash?.state).toBe('sound');
    expect((await app.client.host.info({})).notices).toEqual([]);
  }
  await using app = await openApp({}, undefined, { dataDir, staysOpen: true });
  expect((await app.client.host.health({})).afterCrash).toBeNull();
});

it('tells when the check finds the database damaged', async () => {
  await crash();
  const integrity = (): Promise<string> => Promise.resolve('row 7 missing from index');
  // Only the check is asked of it here.
  const writeThread = { integrity } as Partial<WriteThread> as WriteThread;
  await using app = await openApp({ writeThread }, undefined, { dataDir, staysOpen: true });
  await expect.poll(async () => (await app.client.host.info({})).notices).toEqual(['database-damaged']);
  expect((await app.client.host.health({})).afterCrash?.state).toBe('damaged');
});

it('tells when the disk cannot read the database any more', async () => {
  await crash();
  const integrity = (): Promise<string> =>
    Promise.reject(new AppError('unavailable', 'EIO', 'database-damaged', { path: 'smart-recruiting.db' }));
  // Only the check is asked of it here.
  const writeThread = { integrity } as Partial<WriteThread> as WriteThread;
  await using app = await openApp({ writeThread }, undefined, { dataDir, staysOpen: true });
  await expect.poll(async () => (await app.client.host.info({})).notices).toEqual(['database-damaged']);
  expect((await app.client.host.health({})).afterCrash?.state).toBe('damaged');
});
