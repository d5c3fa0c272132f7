import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLog } from '../../src/main/hosts/log';
import { emptyCompanyForm } from '../../src/shared/domain/company-form';
import { findTraces } from '../support/find-traces';
import { openApp, type OpenApp } from '../support/open-app';

const traces = ['Ghislaine Morvantec', 'ghislaine.morvantec@brumelis.example', '0299887766'];
const dayMs = 24 * 3_600_000;
// The times of files are the system's: by this clock, each change was before the backup that follows.
const startMs = Date.now() + 3_600_000;

let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'smart-recruiting-erased-'));
  for (const name of ['data', 'share']) mkdirSync(join(place, name));
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const folder = (name: 'data' | 'share'): string => join(place, name);
/** In every file of both folders: database, journal, index of the search, logs, files of people, backups, leftovers. */
const found = (): string[] => findTraces(traces, place);

/** Has the application open for two minutes on a day, for whatever it does by itself, and for some work. */
async function on(day: number, work: (app: OpenApp) => Promise<void> = () => Promise.resolve()): Promise<void> {
  const clock = { now: () => new Date(startMs + day * dayMs) };
  const log = createLog(join(folder('data'), 'logs'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  try {
    await using app = await openApp({ clock, log }, undefined, { dataDir: folder('data'), staysOpen: true });
    await work(app);
    await vi.advanceTimersByTimeAsync(120_000);
  } finally {
    vi.useRealTimers();
    log.close();
  }
}

async function backUp(app: OpenApp): Promise<void> {
  expect((await app.endOf((await app.client.backups.start({})).jobId)).state).toBe('succeeded');
}

it('leaves nothing of somebody in any file of the data and of the backups once nine months are over', async () => {
  const form = { ...emptyCompanyForm, name: 'Aubrac' };
  await on(0, async (app) => {
    const contact = { id: null, name: traces[0] ?? '', role: null, access: null, email: traces[1] ?? '' };
    const contacts = [{ ...contact, phone: traces[2] ?? '' }];
    await app.client.companies.save({ companyId: null, revision: null, form: { ...form, contacts } });
    await backUp(app);
  });
  // The one in the data folder stays where it is.
  await on(0.5, async (app) => {
    await app.client.backups.setFolder({ folder: folder('share') });
    await backUp(app);
  });
  const kept = found();
  const backups = (): string[] => found().filter((trace) => trace.includes('smart-recruiting-'));
  expect(new Set(kept.map((trace) => trace.split(' in ')[0]))).toEqual(new Set(traces));
  expect(backups()).toHaveLength(2 * traces.length);
  expect(kept.length).toBeGreaterThan(backups().length);

  await on(1, async ({ client }) => {
    const [company] = (
      await client.companies.list({ filter: {}, sort: { by: 'name', direction: 'asc' }, page: 0, pageSize: 10 })
    ).rows;
    if (!company) throw new Error('The company is not there.');
    const { revision } = await client.companies.get({ companyId: company.id });
    await client.companies.save({ companyId: company.id, revision, form });
    // What a kill leaves of a copy.
    const name = 'smart-recruiting-0badcafe-2026-03-02T09-00-00-000Z-regular.db.part';
    copyFileSync(join(folder('data'), 'smart-recruiting.db'), join(folder('data'), 'backup', name));
  });
  // A contact can be taken back for a day; then nothing but the backups has her.
  await on(3);
  expect(found()).toEqual(backups());
  for (const day of [4, 50, 100, 150, 200, 250]) await on(day, backUp);
  await on(278);
  expect(backups()).toHaveLength(2 * traces.length);
  await on(280);
  expect(found()).toEqual([]);
});
