import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { prepare } from './prepare.mjs';
import { inProject, runMain, say } from './project.mjs';

/**
 * Texts are read once, at the start of the page: a change of theirs needs a new start.
 * @type {import('vite').Plugin}
 */
const reloadsTexts = {
  name: 'reload-texts',
  handleHotUpdate({ file, server }) {
    if (!file.includes('/renderer/i18n/')) return undefined;
    server.hot.send({ type: 'full-reload' });
    return [];
  },
};

// `npm run dev:web`: the page from its sources, reloaded as they change, over the built browser host. What lies under
// src/main is built once, at the start.
await runMain(async () => {
  const code = await prepare(fileURLToPath(import.meta.url));
  if (code !== null) return code;
  await ensureBuilt();
  const host = fork(inProject('out', 'main', 'http.js'), process.argv.slice(2), { execArgv: [] });
  /** @type {Promise<number>} */
  const ended = new Promise((settle) => host.on('exit', (exitCode) => settle(exitCode ?? 1)));
  const url = await Promise.race([addressOf(host), ended]);
  if (typeof url === 'number') return url;
  const server = await startPageServer(new URL(url));
  say('Page rechargée à chaque changement\u00a0:', 'Page that reloads at every change:');
  server.printUrls();
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.on(signal, () => void (host.connected && host.send({ type: 'stop' })));
  }
  const exitCode = await ended;
  await server.close();
  return exitCode;
});

/**
 * @param {import('node:child_process').ChildProcess} host
 * @returns {Promise<string>}
 */
function addressOf(host) {
  return new Promise((settle) => {
    host.on('message', (message) => {
      if (typeof message !== 'object' || message === null || !('url' in message)) return;
      if (typeof message.url === 'string') settle(message.url);
    });
  });
}

/**
 * Vite's own server for the page; what it asks of the application goes to the host, with the token of this run.
 * @param {URL} address
 */
async function startPageServer(address) {
  const [{ createServer }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  const { origin } = address;
  const token = address.searchParams.get('token') ?? '';
  const toHost = { target: origin, changeOrigin: true, headers: { authorization: `Bearer ${token}`, origin } };
  const server = await createServer({
    configFile: false,
    root: inProject('src', 'renderer'),
    cacheDir: inProject('.cache', 'vite'),
    plugins: [react(), reloadsTexts],
    server: { host: '127.0.0.1', proxy: { '/rpc': toHost, '/files': toHost } },
  });
  return await server.listen();
}
