import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createQuietLog } from '../../../../tests/support/quiet-log';
import { createRouter } from '../../../shared/rpc/router';
import { createFileStore } from '../file-store';
import { contentDisposition } from '../page';
import { isLoopbackHost } from './guard';
import { startServer, startServerAtUsualPort, usualPort, type RunningServer, type ServerOptions } from './server';

let dir = '';
let options: ServerOptions;
let server: RunningServer;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-http-'));
  const rendererDir = join(dir, 'renderer');
  mkdirSync(join(rendererDir, 'assets'), { recursive: true });
  writeFileSync(join(rendererDir, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__"><p>page</p>');
  writeFileSync(join(rendererDir, 'assets', 'page-abc.js'), 'export {};');
  writeFileSync(join(dir, 'secret.txt'), 'secret');
  options = {
    dispatcher: createRouter({}, {}, { announce: () => undefined, report: () => 'incident' }),
    fileStore: createFileStore({ dir: join(dir, 'files'), clock: { now: () => new Date() }, maxBytes: 1_000_000 }),
    log: createQuietLog(),
    rendererDir,
    port: 0,
    entryRefused: 'Use the printed address.',
  };
  server = await startServer(options);
});
afterEach(async () => {
  await server.close();
  rmSync(dir, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** A request as raw as a hostile client can make it: any Host, any path. */
async function ask(
  path: string,
  headers: Readonly<Record<string, string>> = {},
  { method = 'GET', body = '' }: { readonly method?: string; readonly body?: string | Buffer } = {},
): Promise<Answer> {
  return await new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port: server.port, path, method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const bearer = () => ({ authorization: `Bearer ${server.token}` });
const origin = () => ({ ...bearer(), origin: `http://127.0.0.1:${server.port}` });

/** What a browser has after its first visit. */
async function visit() {
  const first = await ask(`/?token=${server.token}`);
  const cookie = String(first.headers['set-cookie']).split(';')[0] ?? '';
  const pageKey = /^\/#page-key=(.+)$/.exec(String(first.headers['location']))?.[1] ?? '';
  return { first, cookie, pageKey };
}

/** A file that is handed over by the page at the server's own address. */
const post = (headers: Readonly<Record<string, string>>): Promise<Answer> =>
  ask(
    '/files',
    { origin: `http://127.0.0.1:${server.port}`, 'x-file-name': 'a.csv', ...headers },
    { method: 'POST', body: 'a' },
  );

describe('who is let in', () => {
  it('swaps the token of the address for a cookie and the key of the page', async () => {
    const { cookie, pageKey, first } = await visit();
    expect(first.status).toBe(303);
    expect(String(first.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict$/);
    const second = await ask('/', { cookie });
    expect([second.status, second.text.includes('<p>page</p>')]).toEqual([200, true]);
    expect((await post({ cookie, 'x-page-key': pageKey })).status).toBe(200);
  });

  it('gives whoever was sent the cookie, on another port of this PC, the page and nothing else', async () => {
    const { cookie, pageKey } = await visit();
    const value = cookie.split('=')[1] ?? '';
    expect((await post({ cookie })).status).toBe(403);
    expect((await post({ cookie, 'x-page-key': value })).status).toBe(403);
    expect((await post({ 'x-page-key': pageKey })).status).toBe(403);
    expect((await post({ authorization: `Bearer ${value}` })).status).toBe(403);
    expect((await ask(`/?token=${value}`)).status).toBe(403);
    expect((await ask('/', { cookie })).text).not.toContain(pageKey);
  });

  it('refuses everything to whoever has no token or a wrong one', async () => {
    const wrong = 'x'.repeat(server.token.length);
    for (const path of ['/', '/health', '/assets/page-abc.js', '/files/abc', `/?token=${wrong}`, '/?token=']) {
      expect([path, (await ask(path)).status]).toEqual([path, 403]);
      expect([path, (await ask(path, { authorization: `Bearer ${wrong}` })).status]).toEqual([path, 403]);
    }
    expect((await ask('/rpc/call/host.info', {}, { method: 'POST' })).status).toBe(403);
    expect(await ask('/', { accept: 'text/html' })).toMatchObject({ status: 401, text: 'Use the printed address.' });
  });

  it('serves loopback names only, compared as a whole', async () => {
    const { port } = server;
    const good = [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`];
    const bad = [
      `127.0.0.1.evil.com:${port}`,
      `127.evil.com:${port}`,
      `localhost.evil.com:${port}`,
      `evil.com:${port}`,
      `0.0.0.0:${port}`,
      `127.0.0.1:${port + 1}`,
      `127.0.0.1`,
      `user@127.0.0.1:${port}`,
      '',
    ];
    for (const host of good) expect([host, (await ask('/health', { ...bearer(), host })).status]).toEqual([host, 200]);
    for (const host of bad) expect([host, isLoopbackHost(host, port)]).toEqual([host, false]);
    for (const host of bad.slice(0, 5)) {
      expect([host, (await ask('/health', { ...bearer(), host })).status]).toEqual([host, 403]);
    }
  });

  it('takes a POST only from its own page', async () => {
    const statusOf = async (from: string | null): Promise<number> => {
      const headers = { ...bearer(), 'x-file-name': 'a.csv', ...(from === null ? {} : { origin: from }) };
      return (await ask('/files', headers, { method: 'POST', body: 'a' })).status;
    };
    expect(await statusOf(origin().origin)).toBe(200);
    expect(await statusOf(null)).toBe(403);
    expect(await statusOf('null')).toBe(403);
    expect(await statusOf('http://evil.com')).toBe(403);
    expect(await statusOf(`http://localhost:${server.port}`)).toBe(403);
    expect(await statusOf(`https://127.0.0.1:${server.port}`)).toBe(403);
  });
});

describe('the page', () => {
  it('comes with a policy whose nonce is in the page, a new one each time', async () => {
    const [first, second] = [await ask('/', bearer()), await ask('/offers/12', bearer())];
    const nonces = [first, second].map(({ headers, text }) => {
      const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? 'none';
      return text.includes(`content="${nonce}"`) ? nonce : 'missing in the page';
    });
    expect(new Set(nonces).size).toBe(2);
    expect(nonces).not.toContain('missing in the page');
    expect(String(first.headers['content-security-policy'])).not.toContain('unsafe');
    expect(first.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });

  it('lets assets be kept for ever and knows no other file', async () => {
    const asset = await ask('/assets/page-abc.js', bearer());
    expect(asset).toMatchObject({ status: 200, text: 'export {};' });
    expect(asset.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'private, max-age=31536000, immutable',
    });
    const paths = ['/assets/none.js', '/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/..%5csecret.txt'];
    for (const path of paths) {
      const { status, text } = await ask(path, bearer());
      expect([path, status, text.includes('secret')]).toEqual([path, 404, false]);
    }
  });
});

describe('files', () => {
  const upload = (name: string, body: string | Buffer) =>
    ask('/files', { ...origin(), 'x-file-name': encodeURIComponent(name) }, { method: 'POST', body });

  it('come back byte for byte, with their name', async () => {
    const uploaded = await upload('offres d’été.csv', 'id;é\n');
    const { fileId, name, sizeBytes } = JSON.parse(uploaded.text) as Record<string, string | number>;
    expect({ name, sizeBytes }).toEqual({ name: 'offres d’été.csv', sizeBytes: 6 });
    const back = await ask(`/files/${fileId}`, bearer());
    expect(back).toMatchObject({ status: 200, text: 'id;é\n' });
    expect(back.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-length': '6',
      'content-disposition': contentDisposition('offres d’été.csv'),
    });
  });

  it('are refused when too large, without a name, or unknown', async () => {
    const tooLarge = await upload('a.csv', Buffer.alloc(1_000_001));
    expect([tooLarge.status, JSON.parse(tooLarge.text)]).toMatchObject([400, { error: { reason: 'file-too-large' } }]);
    expect((await ask('/files', origin(), { method: 'POST', body: 'a' })).status).toBe(400);
    expect((await ask('/files', { ...origin(), 'x-file-name': '%E0%A4%A' }, { method: 'POST' })).status).toBe(400);
    for (const id of ['A'.repeat(32), '..%2fsecret.txt', 'x']) {
      const unknown = await ask(`/files/${id}`, bearer());
      expect([unknown.status, JSON.parse(unknown.text)]).toMatchObject([404, { error: { reason: 'file-expired' } }]);
    }
  });

  it('are named so that every browser understands', () => {
    expect(contentDisposition('offres.csv')).toBe(`attachment; filename="offres.csv"; filename*=UTF-8''offres.csv`);
    expect(contentDisposition('l’été "2".csv')).toBe(
      `attachment; filename="l_ete _2_.csv"; filename*=UTF-8''l%E2%80%99%C3%A9t%C3%A9%20%222%22.csv`,
    );
    expect(contentDisposition("a'(b)*.csv")).toContain(`filename*=UTF-8''a%27%28b%29%2a.csv`);
  });
});

describe('a request that is too much', () => {
  it('is refused before it is read', async () => {
    const headers = { ...origin(), 'content-type': 'application/json' };
    const body = JSON.stringify({ input: 'x'.repeat(3 * 1024 * 1024) });
    expect((await ask('/rpc/call/host.info', headers, { method: 'POST', body })).status).toBe(400);
  });

  it('is refused when it is not JSON, or not of the expected form', async () => {
    const post = async (type: string, body: string) => {
      const headers = { ...origin(), 'content-type': type };
      const { text } = await ask('/rpc/call/host.info', headers, { method: 'POST', body });
      return (JSON.parse(text) as { readonly error: { readonly code: string } }).error.code;
    };
    expect(await post('text/plain', '{"input":{}}')).toBe('invalid-input');
    expect(await post('application/json', '{"input":')).toBe('invalid-input');
    expect(await post('application/json', '{"input":{},"more":1}')).toBe('invalid-input');
    expect(await post('application/json', '{"input":{}}')).toBe('unknown-procedure');
  });
});

describe('the usual port', () => {
  it('is the same at each start of a data folder, and another one while that is taken', async () => {
    const first = await startServerAtUsualPort(options, dir);
    const second = await startServerAtUsualPort(options, dir);
    await first.close();
    const third = await startServerAtUsualPort(options, dir);
    await Promise.all([second.close(), third.close()]);
    expect([first.port, third.port]).toEqual([usualPort(dir), usualPort(dir)]);
    expect(second.port).not.toBe(first.port);
  });

  it('is one that no browser refuses and no service is registered for', () => {
    for (const folder of ['/home/a', '/home/b', 'C:\\Users\\Zoé\\AppData', '']) {
      expect(usualPort(folder)).toBeGreaterThanOrEqual(61_000);
      expect(usualPort(folder)).toBeLessThanOrEqual(65_535);
    }
  });
});
