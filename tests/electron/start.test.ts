import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileIdSchema } from '../../src/shared/domain/ids';
import { Desktop } from './desktop';

const pageUrl = 'app://smart-recruiting/';
const offers = resolve(import.meta.dirname, '../../data/samples/offers.csv');

let dataDir = '';
const started: Desktop[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-start-'));
});
afterEach(async () => {
  for (const desktop of started.splice(0)) {
    desktop.kill();
    await desktop.exited;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

function start(args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Desktop {
  const desktop = new Desktop(dataDir, env, { args });
  started.push(desktop);
  return desktop;
}

/** The addresses that the window was told to load, in their order. */
const loadedBy = (desktop: Desktop) => desktop.said.flatMap((said) => (said.type === 'load' ? [said.url] : []));

it('opens a file that it is started with on the import page, and reads it where it lies', async () => {
  const desktop = start([offers]);
  const { url } = await desktop.next('load');
  const fileId = fileIdSchema.parse(new URL(url).searchParams.get('file'));
  expect(url).toBe(`${pageUrl}imports/new?file=${fileId}`);
  const client = await desktop.connect();
  const preview = await client.imports.preview({ fileId, kind: 'offers', format: null, mapping: null });
  expect(JSON.stringify(preview)).toContain('offers.csv');
});

it('opens the package of another university by double click, ready to be looked into', async () => {
  const path = join(dataDir, 'Université été.smartrecruiting');
  writeFileSync(path, 'not a package at all');
  const desktop = start([path]);
  const { url } = await desktop.next('load');
  const fileId = fileIdSchema.parse(new URL(url).searchParams.get('package'));
  const client = await desktop.connect();
  await expect(client.packages.open({ fileId })).rejects.toMatchObject({ reason: 'package-foreign' });
});

it('asks what is to become of a damaged database, and starts anew once somebody has chosen', async () => {
  const path = join(dataDir, 'smart-recruiting.db');
  writeFileSync(path, 'Ceci n’est pas une base de données. '.repeat(500));
  const desktop = start();
  await desktop.next('load');
  const page = await desktop.request(pageUrl);
  expect([page.status, new TextDecoder().decode(page.body)]).toEqual([
    200,
    expect.stringContaining('La base de données est endommagée'),
  ]);
  // Nothing of the database is there to be asked.
  expect((await desktop.request(`${pageUrl}offers/12`)).status).toBe(303);
  expect(readFileSync(path, 'utf8')).toContain('Ceci n’est pas');
  desktop.kill();
  await desktop.exited;
  // Found damaged while it was open, and a person wants to look at it all the same.
  rmSync(path);
  const first = start();
  await first.next('load');
  expect(await first.close()).toBe(0);
  writeFileSync(`${path}.damaged`, '');
  // Of an AppImage it is the file that is started anew: the program inside of it is gone with this process.
  const asked = start([], { APPIMAGE: '/opt/Smart Recruiting.AppImage' });
  await asked.next('load');
  const answer = await asked.post(`${pageUrl}rescue/open`);
  expect(answer.status).toBe(303);
  expect((await asked.next('relaunch')).program).toBe('/opt/Smart Recruiting.AppImage');
  expect(await asked.exited).toBe(0);
  const anew = start();
  await anew.next('load');
  expect(await (await anew.connect()).host.checkDatabase({})).toEqual({ integrity: 'ok' });
});

it('asks for the passphrase of encrypted data, and goes on in the same process, which alone knows it', async () => {
  const first = start();
  await first.next('load');
  const client = await first.connect();
  const { recoveryKey } = await client.encryption.begin({ passphrase: 'trois chevaux bleus', bySystem: false });
  await client.encryption.confirm({ end: recoveryKey.slice(-9) });
  expect(await first.close()).toBe(0);
  const desktop = start();
  await desktop.next('load');
  const textOf = async (): Promise<string> => new TextDecoder().decode((await desktop.request(pageUrl)).body);
  expect(await textOf()).toContain('Phrase de passe ou clé de secours');
  expect((await desktop.post(`${pageUrl}unlock`, { words: 'trois chevaux verts' })).status).toBe(303);
  expect(await textOf()).toContain('Ce n’est ni la phrase de passe ni la clé de secours.');
  // Pressed twice.
  const press = () => desktop.post(`${pageUrl}unlock`, { words: 'trois chevaux bleus' });
  expect((await Promise.all([press(), press()])).map(({ status }) => status)).toEqual([303, 303]);
  await expect.poll(() => loadedBy(desktop).length, { timeout: 20_000 }).toBe(2);
  expect(desktop.said.filter(({ type }) => type === 'error-box')).toEqual([]);
  expect(desktop.said.filter(({ type }) => type === 'relaunch')).toEqual([]);
  expect(await textOf()).toContain('<div id="root">');
  const opened = await desktop.connect();
  expect(await opened.encryption.state({})).toMatchObject({
    isEncrypted: true,
    pending: null,
    opensBy: ['passphrase'],
  });
  expect(await opened.host.checkDatabase({})).toEqual({ integrity: 'ok' });
  expect(await desktop.close()).toBe(0);
  const log = readFileSync(join(dataDir, 'logs', 'app.log'), 'utf8');
  expect(log).not.toMatch(/chevaux/);
});

it('takes what a second start was asked for, and comes forward', async () => {
  const desktop = start();
  await desktop.next('load');
  desktop.send({ type: 'second-instance', args: ['--flag', 'smart-recruiting://offers/12'], folder: dataDir });
  await desktop.next('focus');
  await desktop.next('load', ({ url }) => url === `${pageUrl}offers/12`);
  desktop.send({ type: 'second-instance', args: ['offers.csv'], folder: resolve(offers, '..') });
  await desktop.next('load', ({ url }) => url.startsWith(`${pageUrl}imports/new?file=`));
  desktop.send({ type: 'open-url', url: 'smart-recruiting://formations/3' });
  await desktop.next('load', ({ url }) => url === `${pageUrl}formations/3`);
  const before = loadedBy(desktop).length;
  const refused = ['smart-recruiting://offers/1/../../..', 'https://example.org/', '/etc/passwd', dataDir];
  desktop.send({ type: 'second-instance', args: refused, folder: '/' });
  await desktop.isAllowed({ kind: 'check-permission', permission: 'media' });
  expect(loadedBy(desktop).length).toBe(before);
});

it('opens where it was closed, maximized if it was', async () => {
  const first = start();
  expect((await first.next('window')).options).toMatchObject({ width: 1440, height: 900 });
  await first.next('load');
  expect(await first.close({ isMaximized: true })).toBe(0);
  const file = join(dataDir, 'electron', 'window.json');
  const bounds = { x: 240, y: 70, width: 1440, height: 900 };
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ bounds, isMaximized: true });
  const second = start();
  expect((await second.next('window')).options).toMatchObject(bounds);
  await second.next('maximize');
});

it('closes the database and keeps the place of the window when Windows is shut down', async () => {
  const desktop = start();
  const client = await desktop.connect();
  await client.settings.update({ universityName: 'Université de Valmont' });
  desktop.send({ type: 'session-end' });
  await desktop.exited;
  expect(existsSync(join(dataDir, 'smart-recruiting.db-wal'))).toBe(false);
  expect(existsSync(join(dataDir, 'electron', 'window.json'))).toBe(true);
  const next = start();
  const again = await next.connect();
  // No check after a crash: it was none.
  expect((await again.host.health({})).afterCrash).toBeNull();
  expect((await again.settings.get({})).universityName).toBe('Université de Valmont');
  expect(await next.close()).toBe(0);
});

it('starts anew when that is asked for, once the window is closed', async () => {
  const desktop = start();
  const client = await desktop.connect();
  expect((await client.host.info({})).canRestart).toBe(true);
  await client.host.restart({});
  await desktop.next('relaunch');
  expect(await desktop.exited).toBe(0);
  const usual = start();
  await usual.next('load');
  expect(await usual.close()).toBe(0);
  expect(usual.said.filter(({ type }) => type === 'relaunch')).toEqual([]);
});

it('starts not anew who stayed on an unsaved page and closes the window later', async () => {
  const desktop = start();
  const client = await desktop.connect();
  await desktop.isAllowed({ kind: 'leave-unsaved', click: 0 });
  await client.host.restart({});
  // Answered after the window was asked to close, and stayed.
  await client.host.info({});
  await client.host.info({});
  expect(await desktop.close()).toBe(0);
  expect(desktop.said.filter(({ type }) => type === 'relaunch')).toEqual([]);
});

it('tells what nobody foresaw, and closes the database before it ends', async () => {
  const desktop = start();
  const client = await desktop.connect();
  await client.settings.update({ universityName: 'Université de Valmont' });
  desktop.send({ type: 'fail-uncaught' });
  expect((await desktop.next('error-box')).content).toContain('s’arrête à cause d’une erreur imprévue');
  expect(await desktop.exited).toBe(1);
  expect(existsSync(join(dataDir, 'smart-recruiting.db-wal'))).toBe(false);
  expect(readFileSync(join(dataDir, 'logs', 'app.log'), 'utf8')).toContain('Nobody catches this.');
});

it('loads the page again where the person was when its process is gone, and asks after some times', async () => {
  const desktop = start();
  await desktop.next('load');
  const here = `${pageUrl}offers/12?text=data`;
  desktop.send({ type: 'moved', url: here });
  for (const count of [1, 2, 3]) {
    desktop.send({ type: 'page-gone', reason: 'crashed', click: 1 });
    await desktop.isAllowed({ kind: 'check-permission', permission: 'media' });
    expect(loadedBy(desktop)).toEqual([pageUrl, ...Array.from({ length: count }, () => here)]);
  }
  expect(desktop.said.filter(({ type }) => type === 'message-box')).toEqual([]);
  desktop.send({ type: 'page-gone', reason: 'oom', click: 0 });
  expect(await desktop.next('message-box')).toMatchObject({
    message: 'L’affichage s’est arrêté plusieurs fois de suite.',
    buttons: ['Réessayer', 'Quitter'],
  });
  await desktop.isAllowed({ kind: 'check-permission', permission: 'media' });
  expect(loadedBy(desktop).length).toBe(5);
  const log = readFileSync(join(dataDir, 'logs', 'app.log'), 'utf8');
  expect(log.match(/The process of the page ended/g)).toHaveLength(4);
});

it('starts in safe mode after two starts that showed no page, says so, and is as usual the next time', async () => {
  mkdirSync(join(dataDir, 'electron'));
  writeFileSync(join(dataDir, 'electron', 'start.json'), '{"unfinished":2}');
  const safe = start();
  await safe.next('no-graphics-card');
  expect(await safe.next('message-box')).toMatchObject({
    message: 'Smart Recruiting a démarré en mode sans échec.',
    buttons: ['Continuer'],
  });
  expect(await safe.close()).toBe(0);
  const usual = start();
  await usual.next('load');
  expect(usual.said.filter(({ type }) => type === 'no-graphics-card')).toEqual([]);
});

it('counts no start that said why it cannot start, and goes into safe mode when asked', async () => {
  const file = join(dataDir, 'electron', 'start.json');
  const first = start();
  await first.next('load');
  await first.isAllowed({ kind: 'check-permission', permission: 'media' });
  // It has the data folder: the second one says so and ends.
  const second = start();
  await second.next('error-box');
  expect(await second.exited).toBe(1);
  expect(() => readFileSync(file)).toThrow();
  first.kill();
  await first.exited;
  writeFileSync(file, '{"unfinished":1}');
  const third = start();
  await third.next('load');
  expect(third.said.filter(({ type }) => type === 'no-graphics-card')).toEqual([]);
  expect(await third.close()).toBe(0);
  const asked = start(['--safe-mode']);
  await asked.next('no-graphics-card');
});
