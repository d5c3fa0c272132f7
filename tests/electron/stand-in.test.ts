import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findBrowser, sandboxArguments } from '../../scripts/find-browser.mjs';
import { attachPreload, Desktop, servePageOf } from './desktop';
import type { Question } from './stand-in/messages';

const samples = resolve(import.meta.dirname, '../../data/samples');

let browser: Browser;
beforeAll(async () => {
  const executablePath = findBrowser();
  browser = await chromium.launch({ args: sandboxArguments(), ...(executablePath ? { executablePath } : {}) });
});
afterAll(async () => {
  await browser.close();
});

let dataDir = '';
const started: Desktop[] = [];
const servers: Server[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-desktop-'));
});
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  for (const desktop of started.splice(0)) {
    desktop.kill();
    await desktop.exited;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

function start(env: NodeJS.ProcessEnv = {}): Desktop {
  const desktop = new Desktop(dataDir, env);
  started.push(desktop);
  return desktop;
}

/** The application's page in Chromium, joined with the main process; problems that the browser tells are kept. */
async function openPage(desktop: Desktop) {
  await desktop.next('load');
  const { origin, server } = await servePageOf(desktop);
  servers.push(server);
  const page = await browser.newPage({ locale: 'fr-FR', baseURL: origin });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
  await attachPreload(page, desktop);
  return { page, problems };
}

async function importFile(page: Page, kind: 'formations' | 'offers'): Promise<void> {
  await page.goto(`/imports/new?kind=${kind}`);
  await page.locator('input[type=file]').setInputFiles(join(samples, `${kind}.csv`));
  await page
    .getByRole('button', { name: kind === 'offers' ? 'Importer les offres' : 'Importer les formations' })
    .click();
  await page.getByText(/L’import est terminé/).waitFor({ timeout: 30_000 });
}

describe('the built desktop application', () => {
  it('imports formations and offers and shows the matches, over its own port', { timeout: 120_000 }, async () => {
    const desktop = start();
    const { page, problems } = await openPage(desktop);
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));

    await importFile(page, 'formations');
    await importFile(page, 'offers');
    await page.goto('/offers');
    const best = page.locator('[role=row] [data-field=score]', { hasText: /\p{L}{3}/u });
    await best.nth(1).waitFor({ timeout: 60_000 });
    await best.nth(1).click();
    await page.getByRole('heading', { name: 'Formations proposées' }).waitFor();

    expect(problems).toEqual([]);
    expect(requests.filter((path) => path.startsWith('/rpc'))).toEqual([]);
    expect(desktop.said.filter(({ type }) => type === 'frame-port').length).toBeGreaterThan(0);
    // The shipped model is read in a thread (docs/decisions/0009-tables-in-a-thread.md).
    expect(desktop.said.filter(({ type }) => type === 'utility')).toEqual([]);
    expect(await desktop.close()).toBe(0);
  });

  it('opens one window that is shut off from Node and from other pages', async () => {
    const desktop = start();
    const { options } = await desktop.next('window');
    expect(options).toMatchObject({
      isProcessSandboxed: true,
      webPreferences: {
        preload: resolve(import.meta.dirname, '../../out/preload/preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        webviewTag: false,
      },
    });
    expect((await desktop.next('load')).url).toBe('app://smart-recruiting/');
    expect((await desktop.next('schemes')).schemes).toMatchObject([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    expect(await desktop.next('menu')).toMatchObject({
      labels: ['Fichier', 'Édition', 'Affichage', 'Fenêtre'],
      unnamed: [],
    });
  });

  it('gives students the whole screen and a menu without ways out, until the code is given', async () => {
    const desktop = start();
    const client = await desktop.connect();
    await client.kiosk.enter({ code: 'quai 9' });
    await desktop.next('kiosk', ({ isOn }) => isOn);
    await desktop.next('menu', ({ labels }) => labels.join() === 'Édition,Affichage');
    const menusSoFar = (): number => desktop.said.filter(({ type }) => type === 'menu').length;
    const before = menusSoFar();
    await client.kiosk.leave({ code: 'quai 9' });
    await desktop.next('kiosk', ({ isOn }) => !isOn);
    await expect.poll(menusSoFar).toBe(before + 1);
    expect(desktop.said.findLast(({ type }) => type === 'menu')).toMatchObject({
      labels: ['Fichier', 'Édition', 'Affichage', 'Fenêtre'],
    });
  });

  it('serves its page with a policy that allows no foreign and no inline script', async () => {
    const desktop = start();
    await desktop.next('load');
    const answer = await desktop.request('app://smart-recruiting/offers/12');
    const headers = new Headers(answer.headers);
    const policy = headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? 'none';
    expect(answer.status).toBe(200);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(Buffer.from(answer.body).toString()).toContain(`name="csp-nonce" content="${nonce}"`);
    expect((await desktop.request('app://other/index.html')).status).toBe(404);
    expect((await desktop.request('app://smart-recruiting/..%2f..%2fpackage.json')).status).toBe(404);
  });

  const denied: readonly Question[] = [
    { kind: 'open-window', url: 'app://smart-recruiting/' },
    { kind: 'open-window', url: 'https://example.org/' },
    { kind: 'navigate', url: 'https://example.org/' },
    { kind: 'navigate', url: 'file:///etc/passwd' },
    { kind: 'navigate', url: 'app://other/' },
    { kind: 'redirect', url: 'https://example.org/' },
    { kind: 'attach-webview' },
    { kind: 'request-permission', permission: 'media' },
    { kind: 'request-permission', permission: 'clipboard-read' },
    { kind: 'check-permission', permission: 'media' },
    { kind: 'check-permission', permission: 'clipboard-read' },
    { kind: 'check-permission', permission: 'clipboard-sanitized-write', url: 'https://example.org/' },
    { kind: 'request-permission', permission: 'clipboard-sanitized-write', url: 'app://other/' },
    { kind: 'use-device' },
    { kind: 'load', url: 'https://example.org/font.woff2' },
    { kind: 'load', url: 'http://127.0.0.1:80/' },
    { kind: 'download', url: 'https://example.org/program.exe' },
  ];
  const allowed: readonly Question[] = [
    { kind: 'navigate', url: 'app://smart-recruiting/offers' },
    { kind: 'load', url: 'app://smart-recruiting/assets/page.js' },
    { kind: 'download', url: 'app://smart-recruiting/files/abc' },
    // “Copy for support”.
    { kind: 'check-permission', permission: 'clipboard-sanitized-write', url: 'app://smart-recruiting' },
    { kind: 'request-permission', permission: 'clipboard-sanitized-write' },
  ];

  it('denies what a page has no business with, and nothing else', async () => {
    const desktop = start();
    await desktop.next('load');
    for (const question of denied) expect([question, await desktop.isAllowed(question)]).toEqual([question, false]);
    for (const question of allowed) expect([question, await desktop.isAllowed(question)]).toEqual([question, true]);
  });

  it('gives a port to the main frame of its own page only', async () => {
    const desktop = start();
    await desktop.next('load');
    const channel = 'smart-recruiting:connect';
    desktop.send({ type: 'ipc', channel, url: 'app://smart-recruiting/', isMainFrame: false });
    desktop.send({ type: 'ipc', channel, url: 'https://example.org/', isMainFrame: true });
    desktop.send({ type: 'ipc', channel, url: 'app://other/', isMainFrame: true });
    // An answer to what came later proves that the three were looked at.
    await desktop.isAllowed({ kind: 'check-permission', permission: 'media' });
    expect(desktop.said.filter(({ type }) => type === 'frame-port')).toEqual([]);
    desktop.send({ type: 'ipc', channel, url: 'app://smart-recruiting/', isMainFrame: true });
    expect((await desktop.next('frame-port')).channel).toBe('smart-recruiting:port');
  });

  it('answers on a port, and closes it when the page goes elsewhere', async () => {
    const desktop = start();
    await desktop.next('load');
    desktop.send({
      type: 'ipc',
      channel: 'smart-recruiting:connect',
      url: 'app://smart-recruiting/',
      isMainFrame: true,
    });
    const { portId } = await desktop.next('frame-port');
    const ask = (frame: object): void => desktop.send({ type: 'port-message', portId, data: frame });
    ask({ type: 'call', id: 1, procedure: 'host.info', input: {} });
    const answer = await desktop.next('port-message');
    expect(answer.data).toMatchObject({ type: 'result', id: 1, value: { shell: 'electron', dataDir } });

    ask({ type: 'stream', id: 2, procedure: 'host.changes', input: {} });
    ask({ type: 'pull', id: 2 });
    await desktop.next('port-message', ({ data }) => JSON.stringify(data).includes('"item"'));
    desktop.send({ type: 'navigated' });
    expect((await desktop.next('port-closed')).portId).toBe(portId);
    const before = desktop.said.length;
    ask({ type: 'call', id: 3, procedure: 'host.info', input: {} });
    await desktop.isAllowed({ kind: 'check-permission', permission: 'media' });
    expect(desktop.said.slice(before).map(({ type }) => type)).toEqual(['answer']);
  });

  it.each([
    [
      'fr_FR.UTF-8',
      'Des modifications ne sont pas encore enregistrées.',
      'Rester sur la page',
      'Quitter sans enregistrer',
    ],
    ['en_GB.UTF-8', 'Some changes are not saved yet.', 'Stay on the page', 'Leave without saving'],
  ])('asks before unsaved text is left: %s', async (locale, message, stay, leave) => {
    const desktop = start({ LC_ALL: locale });
    await desktop.next('load');
    expect(await desktop.isAllowed({ kind: 'leave-unsaved', click: 0 })).toBe(false);
    expect(await desktop.isAllowed({ kind: 'leave-unsaved', click: 1 })).toBe(true);
    expect(desktop.said.filter(({ type }) => type === 'message-box')).toEqual(
      [0, 1].map(() => ({ type: 'message-box', message, buttons: [stay, leave] })),
    );
  });

  it('asks before it quits, too, and ends only when that is wanted', async () => {
    const desktop = start();
    await desktop.next('load');
    desktop.send({ type: 'quit-unsaved', click: 0 });
    await desktop.next('message-box');
    // It is still there to answer.
    expect((await desktop.request('app://smart-recruiting/')).status).toBe(200);
    desktop.send({ type: 'quit-unsaved', click: 1 });
    expect(await desktop.exited).toBe(0);
  });

  it('brings its window forward when it is started again', async () => {
    const desktop = start();
    await desktop.next('load');
    desktop.send({ type: 'second-instance', args: [], folder: dataDir });
    expect((await desktop.next('focus')).type).toBe('focus');
  });

  it('leaves at once when another instance has the data folder', async () => {
    const second = start({ STAND_IN_SECOND_INSTANCE: '1' });
    expect(await second.exited).toBe(0);
    expect(second.said.filter(({ type }) => type === 'window')).toEqual([]);
  });

  it('says in a dialog, in the language of the system, why it cannot start', async () => {
    const first = start();
    await first.next('load');
    const second = start();
    const { title, content } = await second.next('error-box');
    expect(title).toBe('Smart Recruiting');
    expect(content).toMatch(
      /^Smart Recruiting est déjà ouvert sur ces données \(.+smart-recruiting\.db\)\. Fermez l’autre fenêtre ou l’autre commande, puis réessayez\. Aucune donnée n’a été perdue\.$/,
    );
    expect(await second.exited).toBe(1);
  });

  it('gives the data folder back when its window is closed', async () => {
    const first = start();
    await first.next('load');
    expect(await first.close()).toBe(0);
    const second = start();
    expect((await second.next('load')).url).toBe('app://smart-recruiting/');
  });
});
