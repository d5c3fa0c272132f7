import { fork, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { electronLine, safeModeLine, shellLine, usage, wrongOption } from './start-texts.mjs';
import { fetchElectron, findElectron } from './electron-runtime.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { sandboxArguments } from './find-browser.mjs';
import { hasScreen, openWindow } from './open-window.mjs';
import { prepare } from './prepare.mjs';
import { inProject, runMain, say, StopError } from './project.mjs';

/**
 * @typedef {ReturnType<typeof readOptions>} StartOptions
 * @typedef {{ type: 'ready', url: string, dataDir: string, isAlreadyRunning: boolean }} ReadyMessage
 */

// `npm start`: installs and builds what is missing, then opens the application.
await runMain(async () => {
  const options = readOptions();
  if (options.help) {
    process.stdout.write(usage());
    return 0;
  }
  const code = await prepare(fileURLToPath(import.meta.url));
  if (code !== null) return code;
  await ensureBuilt();
  const electron = await chooseElectron(options);
  if (electron.program === null) return await startInBrowser(options, electron.why);
  say(...electronLine);
  if (options['safe-mode']) say(...safeModeLine);
  return await startElectron(electron.program, options);
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        'data-dir': { type: 'string' },
        electron: { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        'safe-mode': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const { port } = values;
    if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)) return refuse('port', port);
    // A variable that is not set would otherwise stand for the folder where the person happens to be.
    if (values['data-dir']?.trim() === '') return refuse('folder', '--data-dir');
    return values;
  } catch (error) {
    return refuse('option', quotedIn(error));
  }
}

/**
 * Ends with code 2 and one sentence.
 * @param {Parameters<typeof wrongOption>[0]} what
 * @param {string} given
 * @returns {never}
 */
function refuse(what, given) {
  say(...wrongOption(what, given));
  process.exit(2);
}

/**
 * What Node's own, English message of a wrong option is about.
 * @param {unknown} error
 */
function quotedIn(error) {
  return (error instanceof Error ? /'([^']*)'/.exec(error.message)?.[1] : null) ?? '';
}

/**
 * Electron where its runtime is present or can be fetched; `why` says what speaks against it otherwise.
 * @param {StartOptions} options
 * @returns {Promise<{ program: string | null, why: import('./start-texts.mjs').Why }>}
 */
async function chooseElectron(options) {
  if (options['no-open']) return { program: null, why: 'not-opened' };
  if (options.browser) return { program: null, why: 'asked' };
  // Only the local server has a port: who names one wants that.
  if (options.port !== undefined) return { program: null, why: 'port' };
  if (!hasScreen()) return { program: null, why: 'no-screen' };
  const present = findElectron();
  if (present) return { program: present, why: 'asked' };
  const { program, reason } = await fetchElectron(options.electron);
  return { program, why: reason === 'failed' ? 'fetch-failed' : 'fetch-failed-before' };
}

/**
 * @param {string} program
 * @param {StartOptions} options
 * @returns {Promise<number>}
 */
function startElectron(program, options) {
  const dataDir = options['data-dir'];
  const args = [
    ...[...sandboxArguments(), inProject()],
    ...(dataDir === undefined ? [] : [`--data-dir=${dataDir}`]),
    ...(options['safe-mode'] ? ['--safe-mode'] : []),
  ];
  return new Promise((settle, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', windowsHide: false });
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill());
    child.on('error', reject);
    child.on('exit', (code) => settle(code ?? 0));
  });
}

/**
 * @param {StartOptions} options
 * @param {import('./start-texts.mjs').Why} why
 * @returns {Promise<number>}
 */
async function startInBrowser(options, why) {
  const dataDir = options['data-dir'];
  const args = [
    ...(options.port === undefined ? [] : ['--port', options.port]),
    ...(dataDir === undefined ? [] : ['--data-dir', dataDir]),
    ...(options['safe-mode'] ? ['--safe-mode'] : []),
  ];
  const host = fork(inProject('out', 'main', 'http.js'), args, {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  /** @type {Promise<number>} */
  const ended = new Promise((settle) => host.on('exit', (code) => settle(code ?? 1)));
  const stop = () => void (host.connected && host.send({ type: 'stop' }));
  // The host tells of its own failures; without a word of readiness there is nothing to open.
  const ready = await Promise.race([readyMessage(host), ended]);
  if (typeof ready === 'number') return ready;

  const window = options['no-open'] ? null : await openWindow(ready.url, join(ready.dataDir, 'browser'));
  say(...shellLine(window?.kind ?? 'none', window?.name ?? '', why, ready.isAlreadyRunning));
  // What runs already was not started by this command, nor in this mode.
  if (options['safe-mode'] && !ready.isAlreadyRunning) say(...safeModeLine);
  process.stdout.write(`${ready.url}\n`);
  if (ready.isAlreadyRunning) {
    host.disconnect();
    return await ended;
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
  void window?.closed.then(stop);
  const code = await ended;
  window?.close();
  return code;
}

/**
 * @param {import('node:child_process').ChildProcess} host
 * @returns {Promise<ReadyMessage>}
 */
function readyMessage(host) {
  return new Promise((settle) => {
    host.on('message', (message) => {
      if (isReady(message)) settle(message);
    });
  });
}

/**
 * @param {unknown} message
 * @returns {message is ReadyMessage}
 */
function isReady(message) {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'ready';
}

process.on('unhandledRejection', (error) => {
  if (error instanceof StopError) process.exit(1);
  throw error;
});
