import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findBrowser, sandboxArguments } from '../../scripts/find-browser.mjs';
import { offlineArguments } from '../../scripts/open-window.mjs';
import type { AppClient } from '../../src/shared/contract/contract';
import type { JobId } from '../../src/shared/domain/ids';
import { pageAddresses } from '../support/page-addresses';
import { attachPreload, Desktop, servePageOf } from './desktop';

const noteConnections = pathToFileURL(resolve(import.meta.dirname, '../support/note-connections.mjs')).href;
const samples = resolve(import.meta.dirname, '../../data/samples');

interface Note {
  readonly threadId: number;
  readonly kind: 'start' | 'connection' | 'name' | 'datagrams';
  readonly to?: string;
}

let dir = '';
let desktop: Desktop | null = null;
let browser: Browser | null = null;
const servers: Server[] = [];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-offline-'));
});
afterEach(async () => {
  await browser?.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
  desktop?.kill();
  await desktop?.exited;
  rmSync(dir, { recursive: true, force: true });
});

const notesIn = (file: string): Note[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Note);

/** A Chromium as the application opens one where there is no Electron: it reaches this computer and nobody else. */
async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  browser = await chromium.launch({
    args: [...sandboxArguments(), ...offlineArguments],
    ...(executablePath ? { executablePath } : {}),
  });
  return browser;
}

async function importFile(page: Page, kind: 'formations' | 'offers'): Promise<void> {
  await page.goto(`/imports/new?kind=${kind}`);
  await page.locator('input[type=file]').setInputFiles(join(samples, `${kind}.csv`));
  const name = kind === 'offers' ? 'Importer les offres' : 'Importer les formations';
  await page.getByRole('button', { name }).click();
  await page.getByText(/L’import est terminé/).waitFor({ timeout: 60_000 });
}

/** Goes to every page that there is and lets it show what it has. */
async function walk(page: Page): Promise<void> {
  const tabs = ['trends', 'skills', 'companies', 'director'].map((tab) => `/dashboards?tab=${tab}`);
  const open = ['/offers?open=1', '/formations?open=1', '/companies?open=1', '/search?text=comptable'];
  const pages = pageAddresses({ offerId: 1, companyId: 1, importId: 1 });
  for (const address of [...pages, ...tabs, ...open, '/nowhere']) {
    await page.goto(address);
    await page.locator('h1').first().waitFor();
    await expect.poll(() => page.locator('.MuiSkeleton-root').count(), { timeout: 60_000, message: address }).toBe(0);
  }
}

/** What an office does besides looking: each of it as its page does it. */
async function work(client: AppClient): Promise<void> {
  const endOf = async (jobId: JobId): Promise<void> => {
    for await (const job of client.jobs.watch({ jobId })) expect(job.error).toBeNull();
  };
  const text = { title: 'Comptable', description: 'Tenir la comptabilité générale et préparer le bilan de l’année.' };
  const rest = { skills: [], company: null, contact: null, city: null };
  expect((await client.matches.preview({ ...text, ...rest })).matches.length).toBeGreaterThan(0);
  const sort = { by: 'title', direction: 'asc' } as const;
  const found = await client.offers.list({ filter: {}, sort, page: 0, pageSize: 10 });
  const { rows: formations } = await client.formations.list({ filter: {}, sort, page: 0, pageSize: 10 });
  const [offer, formation] = [found.rows[0], formations[0]];
  if (!offer || !formation) throw new Error('Nothing was imported.');
  for (const [what, format] of [
    ['offers', 'excel-fr'],
    ['matches', 'rfc4180'],
    ['companies', 'xlsx'],
  ] as const) {
    await endOf((await client.exports.start({ request: { what, filter: {} }, format })).jobId);
  }
  const pair = { offerId: offer.id, formationId: formation.id };
  const letter = { language: 'fr', subject: 'Offre', text: 'Bonjour,', withContact: true } as const;
  const manager = { managerId: null, name: 'Nadège Ferrandier', email: 'nadege@univ.example' };
  const { managerId } = await client.managers.save(manager);
  await client.managers.assign({ managerId, formationIds: [formation.id], componentId: null, onlyFree: false });
  const { jobId } = await client.transmissions.prepare({ pairs: [pair], ...letter });
  await endOf(jobId);
  const { drafts } = await client.transmissions.drafts({ jobId });
  expect(drafts).toHaveLength(1);
  await client.transmissions.say({
    ...{ transmissionIds: drafts.flatMap((draft) => draft.transmissionIds), kind: 'sent', reason: null, note: null },
  });
  await endOf((await client.backups.start({})).jobId);
  expect((await client.backups.state({})).rows.length).toBeGreaterThan(0);
  expect((await client.host.checkDatabase({})).integrity).toBe('ok');
}

it('asks nothing of any network in its normal use, in no process and no thread', { timeout: 400_000 }, async () => {
  const file = join(dir, 'connections.jsonl');
  desktop = new Desktop(join(dir, 'data'), {
    ...{ NOTE_CONNECTIONS_IN: file, NODE_OPTIONS: `--import ${noteConnections}` },
  });
  await desktop.next('load');
  const { origin, server } = await servePageOf(desktop);
  servers.push(server);
  const page = await (await openBrowser()).newPage({ locale: 'fr-FR', baseURL: origin });
  const foreign: string[] = [];
  page.context().on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(data|blob):/.test(request.url())) foreign.push(request.url());
  });
  page.on('websocket', (socket) => foreign.push(socket.url()));
  await attachPreload(page, desktop);

  await importFile(page, 'formations');
  await importFile(page, 'offers');
  await work(await desktop.connect());
  await walk(page);
  expect(foreign).toEqual([]);
  // The same eyes see what would go out, and it comes nowhere: neither a page's question nor Chromium's own.
  for (const away of ['http://offres.example/', 'https://192.0.2.1/']) {
    await expect(page.goto(away)).rejects.toThrow('ERR_PROXY_CONNECTION_FAILED');
  }
  expect(foreign).toHaveLength(2);

  await page.close();
  expect(await desktop.close()).toBe(0);
  const notes = notesIn(file);
  expect(notes.filter(({ kind }) => kind !== 'start')).toEqual([]);
  // The main thread and some that read, write, embed and compare were watched.
  expect(new Set(notes.map(({ threadId }) => threadId)).size).toBeGreaterThan(3);
});

const waysOut = {
  'node:net': `import('node:net').then(({ connect }) => connect(443, '192.0.2.1').on('error', () => {}))`,
  'node:tls': `import('node:tls').then(({ connect }) => connect({ host: '192.0.2.2', port: 443 }).on('error', () => {}))`,
  'node:http': `import('node:http').then(({ get }) => get('http://192.0.2.3/').on('error', () => {}))`,
  'node:https': `import('node:https').then(({ get }) => get('https://192.0.2.4/').on('error', () => {}))`,
  fetch: `fetch('http://192.0.2.5/').catch(() => {})`,
  'fetch of a name': `fetch('https://offres.example/').catch(() => {})`,
  'node:dns': `import('node:dns').then(({ resolve4 }) => resolve4('offres.example', () => {}))`,
  'node:dns/promises': `import('node:dns/promises').then(({ lookup }) => lookup('offres.example').catch(() => {}))`,
  'node:dgram': `import('node:dgram').then((d) => { try { d.createSocket('udp4').send('x', 53, '192.0.2.6') } catch {} })`,
};

it.each(Object.entries(waysOut))('would notice what goes out by %s', (_way, code) => {
  const file = join(dir, 'connections.jsonl');
  execFileSync(process.execPath, ['--import', noteConnections, '--input-type=module', '--eval', code], {
    env: { ...process.env, NOTE_CONNECTIONS_IN: file },
  });
  expect(notesIn(file).map(({ kind }) => kind)).toEqual(expect.arrayContaining([expect.not.stringMatching('start')]));
});
