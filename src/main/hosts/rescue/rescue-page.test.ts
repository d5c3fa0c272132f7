import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { openApp } from '../../../../tests/support/open-app';
import { createQuietLog } from '../../../../tests/support/quiet-log';
import { migrationsDir } from '../../../../tests/support/temporary-database';
import { AppError } from '../../../shared/domain/app-error';
import { createRescue, type Rescue } from '../../core/backups/rescue';
import { databaseFileName, openDatabase } from '../../core/db/open';
import type { WriteThread } from '../../core/ports';
import { rehearseRestore } from '../../core/db/rehearse';
import { salvageDatabase } from '../../core/db/salvage';
import { createRescuePage } from './rescue-page';
import { rescueTexts } from './rescue-texts';

const now = new Date('2026-03-02T09:00:00Z');
let folder = '';
let dataDir = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting é '));
  await using app = await openApp({}, undefined, { dataDir: join(folder, 'sound') });
  await app.endOf((await app.client.university.loadSample({})).jobId);
  await app.endOf((await app.client.backups.start({})).jobId);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  dataDir = join(folder, 'data');
  cpSync(join(folder, 'sound'), dataDir, { recursive: true });
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const backups = (): string[] => readdirSync(join(dataDir, 'backup'));

/** Overwrites a page on which offers stand. */
function damage(): void {
  const path = join(dataDir, databaseFileName);
  const sqlite = new BetterSqlite(path, { readonly: true });
  const page = sqlite.prepare<[], number>(
    "select pageno from dbstat where name = 'offer' and pagetype = 'leaf' limit 1",
  );
  const from = ((page.pluck().get() ?? 0) - 1) * 16_384;
  sqlite.close();
  const bytes = readFileSync(path);
  bytes.fill(0xa5, from, from + 16_384);
  writeFileSync(path, bytes);
}

type Threaded = Pick<WriteThread, 'rehearse' | 'salvage'>;

/** `replaced`: what the thread does instead, as on a disk that is full. */
function openRescue(replaced: Partial<Threaded> = {}): Rescue {
  const writeThread: Threaded = {
    rehearse: (path, place) => Promise.resolve().then(() => rehearseRestore(path, place)),
    salvage: (place) => Promise.resolve().then(() => salvageDatabase(place)),
    ...replaced,
  };
  return createRescue({ dataDir, migrationsDir, clock: { now: () => now }, writeThread });
}

function openPage(replaced: Partial<Threaded> = {}) {
  const rescue = openRescue(replaced);
  const leave = vi.fn(() => Promise.resolve('http://127.0.0.1:1/?token=x'));
  const log = createQuietLog();
  const page = createRescuePage({ rescue, texts: rescueTexts.fr, lang: 'fr', log, leave });
  const text = async (): Promise<string> => (await page.request('/')).text();
  const press = async (action: string): Promise<string | null> =>
    (await page.request(`/rescue/${action}`, { method: 'POST' })).headers.get('location');
  return { page, text, press, leave, log };
}

const offersIn = async (): Promise<number> => {
  const database = openDatabase({ dataDir, migrationsDir, now });
  const count = Number(database.read.prepare('select count(*) from offer').pluck().get());
  await database.close();
  return count;
};

it('offers the newest backup that is sound, and keeps the damaged file', async () => {
  damage();
  const damaged = readFileSync(join(dataDir, databaseFileName));
  // A newer one that rotted.
  const [good = ''] = backups().filter((name) => name.endsWith('.db'));
  const newer = join(dataDir, 'backup', good.replace('2026-03-02T09', '2026-03-03T09'));
  writeFileSync(newer, readFileSync(join(dataDir, 'backup', good)).fill(0x5a, 40_000, 60_000));
  const { text, press, leave } = openPage();
  expect(await text()).toContain('http-equiv="refresh"');
  await vi.waitFor(async () => expect(await text()).toContain('lundi 2 mars 2026'));
  expect(await text()).toMatch(/1.500.offres, 185.formations, 101.entreprises/);
  expect(await text()).not.toContain('http-equiv="refresh"');
  expect(await press('use-salvage')).toBe('/');
  expect(leave).not.toHaveBeenCalled();
  expect(await press('use-backup')).toBe('http://127.0.0.1:1/?token=x');
  expect(await offersIn()).toBe(1_500);
  const kept = backups().find((name) => name.endsWith('.damaged')) ?? '';
  expect(readFileSync(join(dataDir, 'backup', kept)).equals(damaged)).toBe(true);
});

it('reads what can be read, says what is lost, and goes on with it', async () => {
  damage();
  const { text, press } = openPage();
  expect(await press('salvage')).toBe('/');
  await vi.waitFor(async () => expect(await text()).toContain('use-salvage'), { timeout: 20_000 });
  const [, kept = '', lost = ''] =
    />offres<[^]*?<td>([^<]*)<\/td>[^]*?<td class="loss">([^<]*)</.exec(await text()) ?? [];
  const figure = (words: string): number => Number(words.replaceAll(/\D/g, ''));
  expect(figure(lost)).toBeGreaterThan(0);
  expect(figure(kept) + figure(lost)).toBe(1_500);
  await press('use-salvage');
  expect(await offersIn()).toBe(figure(kept));
});

it('says so where there is neither, runs no script, and opens nothing as it is that cannot be opened', async () => {
  writeFileSync(join(dataDir, databaseFileName), 'Ceci n’est pas une base de données. '.repeat(2_000));
  rmSync(join(dataDir, 'backup'), { recursive: true });
  const { page, text, press, leave, log } = openPage();
  await press('salvage');
  await vi.waitFor(async () => expect(await text()).toMatch(/Aucune sauvegarde saine[^]*Rien n’a pu être lu/));
  expect(await text()).not.toContain('rescue/open');
  expect(await press('open')).toBe('/');
  expect(leave).not.toHaveBeenCalled();
  expect(log.errors).toEqual([]);
  const { headers } = await page.request('/');
  expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'nonce-/);
  expect(await text()).not.toMatch(/<script| on\w+=/);
});

it('asks where the database is gone: look for it, go back to the backup, or begin anew', async () => {
  const path = join(dataDir, databaseFileName);
  const away = `${path}.away`;
  renameSync(path, away);
  const { text, press, leave } = openPage();
  await vi.waitFor(async () => expect(await text()).toContain('lundi 2 mars 2026'));
  expect(await text()).toContain(`<p class="path">${dataDir}</p>`);
  expect(await text()).toMatch(/n’est plus là[^]*Réessayer[^]*Reprendre cette sauvegarde[^]*Commencer une base neuve/);
  expect(await text()).not.toMatch(/rescue\/(?:salvage|open)/);
  // The drive is still not connected: the next start asks again.
  expect(await press('retry')).toBe('http://127.0.0.1:1/?token=x');
  await expect(offersIn()).rejects.toMatchObject({ reason: 'database-missing' });
  renameSync(away, path);
  expect(await offersIn()).toBe(1_500);
  renameSync(path, away);
  await press('use-backup');
  expect(await offersIn()).toBe(1_500);
  rmSync(path);
  await press('start-anew');
  expect(leave).toHaveBeenCalledTimes(3);
  expect(await offersIn()).toBe(0);
  expect(backups().some((name) => name.endsWith('.db'))).toBe(true);
});

it('opens a database as it is that only rotted', async () => {
  const database = openDatabase({ dataDir, migrationsDir, now });
  database.markDamaged('The file is not as it was closed.');
  await database.close();
  const { text, press } = openPage();
  expect(await text()).toContain('rescue/open');
  expect(await press('open')).toBe('http://127.0.0.1:1/?token=x');
  expect(await offersIn()).toBe(1_500);
});

it('finds the backups of a network folder though nothing of the file can be read, and none of another PC', async () => {
  const share = join(dataDir, 'réseau');
  const place = join(dataDir, 'backups.json');
  const noted = readFileSync(place, 'utf8');
  // As the service writes it once the folder was chosen.
  writeFileSync(place, JSON.stringify({ ...(JSON.parse(noted) as object), backupFolder: share }));
  renameSync(join(dataDir, 'backup'), share);
  for (const name of readdirSync(share)) {
    const other = name.replace(/^smart-recruiting-[0-9a-f]{8}-\d{4}/, 'smart-recruiting-0badcafe-2099');
    cpSync(join(share, name), join(share, other));
  }
  writeFileSync(join(dataDir, databaseFileName), Buffer.alloc(65_536, 0xa5));
  const { good } = await openRescue().look();
  expect(good?.path.startsWith(share)).toBe(true);
  expect(good?.path).not.toContain('0badcafe');
  expect(good?.content.offers).toBeGreaterThan(0);
});

/** Names the good backup once more, as one of another time. */
function copyBackup(at: string): string {
  const [good = ''] = backups().filter((name) => name.endsWith('.db'));
  const copy = join(dataDir, 'backup', good.replace('2026-03-02T09', at));
  cpSync(join(dataDir, 'backup', good), copy);
  return copy;
}

it('goes back to no backup of a time to come while there is another, nor to one of a newer version', async () => {
  copyBackup('2031-03-02T09');
  const newer = new BetterSqlite(copyBackup('2026-03-02T08'));
  newer.pragma('user_version = 9999');
  newer.close();
  rmSync(join(dataDir, databaseFileName));
  expect((await openRescue().look()).good?.at).toBe(now.toISOString());
  const [good = ''] = backups().filter((name) => name.includes('2026-03-02T09') && name.endsWith('.db'));
  rmSync(join(dataDir, 'backup', good));
  expect((await openRescue().look()).good?.at).toContain('2031');
});

const full = () => Promise.reject(new AppError('unavailable', 'ENOSPC', 'disk-full', { path: dataDir }));

it('says what keeps backups from being read instead of calling them damaged, and looks again when asked', async () => {
  damage();
  let isFull = true;
  const { text, press } = openPage({
    rehearse: async (path, place) => (isFull ? await full() : rehearseRestore(path, place)),
  });
  await vi.waitFor(async () => expect(await text()).toContain('Le disque est plein'));
  expect(await text()).not.toContain('Aucune sauvegarde saine');
  isFull = false;
  await press('look');
  await vi.waitFor(async () => expect(await text()).toContain('Reprendre cette sauvegarde'));
});

it('says why nothing was salvaged, and tries again when asked', async () => {
  damage();
  let isFull = true;
  const { text, press } = openPage({ salvage: async (place) => (isFull ? await full() : salvageDatabase(place)) });
  await press('salvage');
  await vi.waitFor(async () => expect(await text()).toContain('Le disque est plein'));
  expect(await text()).not.toContain('la liste des tables est perdue');
  isFull = false;
  await press('salvage');
  await vi.waitFor(async () => expect(await text()).toContain('use-salvage'), { timeout: 20_000 });
});

it('says in words what fails in it, and leads back', async () => {
  damage();
  const { page, text, leave, log } = openPage();
  await vi.waitFor(async () => expect(await text()).toContain('Reprendre cette sauvegarde'));
  // Something is in the way of what the next start is told.
  mkdirSync(join(dataDir, 'restore.json'));
  const answer = await page.request('/rescue/use-backup', { method: 'POST' });
  expect([answer.status, leave.mock.calls.length, log.errors.length]).toEqual([500, 0, 1]);
  const told = await answer.text();
  expect(told).toContain('Cela n’a pas pu être fait');
  expect(told).toContain('href="/"');
  expect(told).not.toContain('Internal Server Error');
});

it.each(['title', 'lead', 'missing', 'backup', 'salvage', 'asIs'] as const)('has the spaces of French in %s', (key) => {
  const fr = rescueTexts.fr;
  const written = [
    JSON.stringify(fr[key]),
    ...(key === 'backup' ? [fr.backup.found('1', '2'), fr.backup.none('3')] : []),
  ].join(' ');
  expect(written).not.toMatch(/ [;:!?»]|« /);
});
