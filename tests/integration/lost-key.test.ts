import { copyFileSync, cpSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { resolvePaths, type AppPaths } from '../../src/main/hosts/paths';
import { buildEntries } from '../support/build-entry';
import { runProgram } from '../support/run-program';
import {
  databaseIn,
  home,
  passphrase,
  place,
  reasonOf,
  start,
  wantEncryption,
  writeOffer,
} from '../support/encrypted-home';

const address = 'http://127.0.0.1:1/?token=x';
const another = 'quatre ânes gris';

let entriesDir = '';
beforeAll(async () => {
  const worker = (name: string): string => `src/main/workers/${name}/entry.ts`;
  const built = await buildEntries('lost-key', { 'write-worker': worker('write'), 'csv-worker': worker('csv') });
  entriesDir = dirname(built['write-worker']);
}, 120_000);

/** What a start of the application asks, as a process of its own has it: without any key. */
async function asked(dataDir: string) {
  vi.resetModules();
  const { unlockData } = await import('../../src/main/core/encryption/unlock-service');
  const { openDatabase } = await import('../../src/main/core/db/open');
  const { askAfter } = await import('../../src/main/hosts/rescue/ask-page');
  const paths: AppPaths = { ...resolvePaths(dataDir), entriesDir };
  const failure: unknown = await unlockData(dataDir, {})
    .then(() => void openDatabase({ ...paths, now: new Date() }))
    .catch((error: unknown) => error);
  const leave = vi.fn(async () => {
    await asking?.end();
    return address;
  });
  const asking = askAfter(failure, paths, 'fr')?.(leave);
  if (!asking) throw new Error('Nothing is asked.');
  const text = async (path: string): Promise<string> => (await asking.page.request(path)).text();
  const post = async (path: string, words = ''): Promise<string | null> => {
    const body = new URLSearchParams({ words });
    return (await asking.page.request(path, { method: 'POST', body })).headers.get('location');
  };
  /** The page once it has read the backups. */
  const read = async (path: string): Promise<string> => {
    await vi.waitFor(async () => expect(await text(path)).not.toContain('http-equiv="refresh"'), { timeout: 20_000 });
    return await text(path);
  };
  return { text, post, read, leave, end: () => asking.end() };
}

const aside = (dir = home()): string[] =>
  readdirSync(dir).filter((name) => name.startsWith('smart-recruiting-locked-'));
const offersIn = async (words: string | null, day: number, dir = home()): Promise<number> => {
  await using app = await start(words, day, dir);
  return (await app.client.university.overview({})).offers;
};

/** An encrypted database of one offer more than its plain backup, as a crash leaves it: with a journal. */
async function crashed(): Promise<void> {
  {
    await using app = await start();
    await app.client.university.loadSample({}).then(({ jobId }) => app.endOf(jobId));
    await app.endOf((await app.client.backups.start({})).jobId);
    await wantEncryption(app);
  }
  const running = join(place(), 'en cours');
  cpSync(home(), running, { recursive: true });
  await using app = await start(passphrase, 3, running);
  await writeOffer(app);
  rmSync(home(), { recursive: true });
  cpSync(running, home(), { recursive: true });
}

it('goes on with a plain backup after a second confirmation, and keeps the locked file, which its key still opens', async () => {
  await crashed();
  const { text, post, read, leave } = await asked(home());
  expect(await text('/')).toMatch(/Clé demandée.: n°.[0-9a-f]{8}\.[^]*La phrase et la feuille sont perdues/);
  // Nothing was looked for yet.
  expect((await text('/lost/backup')).length).toBe(0);
  expect(await read('/lost')).toMatch(/1.500.offres, 185.formations, 101.entreprises/);
  const confirmation = await text('/lost/backup');
  expect(aside()).toEqual([]);
  expect(leave).not.toHaveBeenCalled();
  expect(await post('/rescue/lost-backup')).toBe(address);
  expect(aside().map((name) => name.replace(/-wal$/, ''))).toEqual(Array.from(aside(), () => aside()[0] ?? ''));
  expect(confirmation).toContain(join(home(), aside()[0] ?? 'nothing'));
  {
    await using app = await start(null, 4);
    expect((await app.client.university.overview({})).offers).toBe(1_500);
    expect(await app.client.encryption.state({})).toMatchObject({ isEncrypted: false, keyId: null, pending: null });
    expect((await app.client.backups.state({})).restore).toMatchObject({ state: 'restored' });
  }
  // The sheet turned up: as the page said.
  for (const suffix of ['', '-wal', '-shm', '.sums']) rmSync(`${databaseIn(home())}${suffix}`, { force: true });
  for (const name of aside()) renameSync(join(home(), name), join(home(), name.replace(/-locked-[^.]*/, '')));
  expect(existsSync(`${databaseIn(home())}-wal`)).toBe(true);
  expect(await reasonOf(start(null, 5))).toBe('key-needed');
  expect(await offersIn(passphrase, 5)).toBe(1_501);
}, 60_000);

it('begins with an empty database where nothing else is left', async () => {
  await crashed();
  rmSync(join(home(), 'backup'), { recursive: true });
  const { text, post, read, leave } = await asked(home());
  expect(await read('/lost')).toContain('Aucune sauvegarde saine');
  expect(await post('/rescue/lost-backup')).toBe('/lost');
  expect(await text('/lost/anew')).toContain('smart-recruiting-locked-');
  expect(await post('/rescue/lost-anew')).toBe(address);
  // Pressed twice.
  expect(await post('/rescue/lost-anew')).toBe(address);
  expect(leave).toHaveBeenCalledOnce();
  expect(await offersIn(null, 4)).toBe(0);
  expect(aside().length).toBeGreaterThan(0);
}, 60_000);

it('is not there for data that can be opened', async () => {
  {
    await using app = await start();
    await writeOffer(app);
    await wantEncryption(app);
  }
  const { text, post, leave, end } = await asked(home());
  expect(await text('/')).not.toContain('/lost');
  for (const path of ['/lost', '/lost/anew']) expect(await text(path)).toBe('');
  expect(await post('/rescue/lost-anew')).toBe('/');
  expect([aside(), leave.mock.calls]).toEqual([[], []]);
  await end();
  expect(await offersIn(passphrase, 3)).toBe(1);
}, 60_000);

it('tells backups that are locked from those that are not sound, and opens them by their own key', async () => {
  await crashed();
  // Of another PC, under a key of its own, beside a sound one of here that is older.
  const elsewhere = join(place(), 'autre PC');
  {
    await using app = await start(null, 2, elsewhere);
    await writeOffer(app);
    await wantEncryption(app);
  }
  {
    await using app = await start(passphrase, 4, elsewhere);
    await app.client.encryption.setOpeners({ words: passphrase, passphrase: another, bySystem: false });
    await app.endOf((await app.client.backups.start({})).jobId);
  }
  for (const name of readdirSync(join(elsewhere, 'backup')))
    copyFileSync(join(elsewhere, 'backup', name), join(home(), 'backup', name));
  const { text, post, read } = await asked(home());
  expect(await read('/lost')).toMatch(/1.500.offres[^]*1.sauvegarde est chiffrée et ne peut être relue sans clé/);
  expect(await post('/rescue/unlock-backup', 'rien de cela')).toBe('/lost');
  expect(await text('/lost')).toContain('Ce n’est ni la phrase de passe ni la clé de secours.');
  expect(await post('/rescue/unlock-backup', another)).toBe('/lost');
  expect(await read('/lost')).toMatch(/mercredi 4 mars 2026[^]*1.offre,/);
  expect(await text('/lost')).not.toContain('ne peut être relue');
  expect(await post('/rescue/lost-backup')).toBe(address);
  // The key of the backup is known to this process only: the next one asks for it.
  expect(await reasonOf(start(null, 5))).toBe('key-needed');
  expect(await offersIn(another, 5)).toBe(1);
}, 60_000);

it('says the same where the database is damaged', async () => {
  await crashed();
  for (const name of readdirSync(join(home(), 'backup')).filter((each) => each.endsWith('.db')))
    rmSync(join(home(), 'backup', name));
  {
    await using app = await start(passphrase, 4);
    await app.endOf((await app.client.backups.start({})).jobId);
  }
  writeFileSync(databaseIn(home()), 'Ceci n’est pas une base de données. '.repeat(2_000));
  rmSync(join(home(), 'encryption.json'));
  const { post, read, end } = await asked(home());
  expect(await read('/')).toMatch(/1.sauvegarde est chiffrée et ne peut être relue sans clé/);
  expect(await post('/rescue/unlock-backup', passphrase)).toBe('/');
  expect(await read('/')).toMatch(/1.501.offres/);
  await end();
}, 60_000);

it('is gone on with by a command too, which keeps the locked file and asks for nothing', async () => {
  await crashed();
  const doctor = (...args: readonly string[]) =>
    runProgram('out/main/cli.js', ['doctor', ...args, '--json', '--data-dir', home()]);
  // A key that is not there is no lost one until somebody says so.
  const refused = await doctor('--restore');
  expect([refused.code, refused.stdout + refused.stderr]).toEqual([1, expect.stringContaining('key-needed')]);
  expect(aside()).toEqual([]);
  const done = await doctor('--restore', '--lost-key');
  const answer = JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;
  expect([done.code, answer]).toEqual([0, expect.objectContaining({ offers: 1_500 })]);
  expect(aside()).toContain(basename(String(answer['keptAs'])));
  expect(await offersIn(null, 4)).toBe(1_500);
}, 60_000);
