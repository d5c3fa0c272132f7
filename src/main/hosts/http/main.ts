import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { AppError } from '../../../shared/domain/app-error';
import { compose, type ComposedApp } from '../compose';
import { announceInstance, findRunningInstance, withdrawInstance } from '../instance';
import { systemLanguage, type Language } from '../language';
import { endAtUncaught } from '../last-resort';
import { readPassphraseFile } from '../passphrase-file';
import { resolvePaths, type AppPaths } from '../paths';
import { startFailureText } from '../start-failure';
import { askAfter } from '../rescue/ask-page';
import { askInBrowser, type AskInBrowser } from './ask-in-browser';
import { startServer, startServerAtUsualPort, type RunningServer } from './server';

interface Options {
  /** 0 takes any free port; null the usual one of the data folder. */
  readonly port: number | null;
  readonly dataDir: string | null;
  readonly language: Language;
  /** Where the passphrase of encrypted data stands; null asks for it on a page. */
  readonly passphraseFile: string | null;
  /** Nothing begins of itself but backups. */
  readonly isSafe: boolean;
}

/** What the program that started this one is told once the page can be opened. */
interface ReadyMessage {
  readonly type: 'ready';
  readonly url: string;
  readonly dataDir: string;
  /** Another process serves that address; this one ends. */
  readonly isAlreadyRunning: boolean;
}

/** Closing is quick; whatever still hangs after this is left behind. */
const closeWithinMs = 8_000;
/** A start at the same moment as this one needs about this long to say where it can be found. */
const waitForOtherMs = 5_000;

const alreadyRunning = {
  fr: 'Smart Recruiting est déjà ouvert sur ces données, à cette adresse :',
  en: 'Smart Recruiting is already open on these data, at this address:',
} as const;

const entryRefused = {
  fr: 'Ouvrez Smart Recruiting depuis sa fenêtre, ou avec l’adresse complète que la commande de démarrage affiche.\n',
  en: 'Open Smart Recruiting from its own window, or with the full address that the start command prints.\n',
} as const;

process.exitCode = await main();

async function main(): Promise<number> {
  const options = readOptions();
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n`);
    return 2;
  }
  const paths = resolvePaths(options.dataDir);
  const running = await findRunningInstance(paths.dataDir);
  if (running !== null) return tellRunning(running.url, paths, options.language);
  try {
    return await serve(options, paths);
  } catch (error) {
    const other = isLocked(error) ? await waitForOther(paths.dataDir) : null;
    if (other !== null) return tellRunning(other, paths, options.language);
    process.stderr.write(`${startFailureText(error, options.language, paths)}\n`);
    // Listened to since something was asked.
    if (process.connected) process.disconnect();
    return 1;
  }
}

function readOptions(): Options | string {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        'data-dir': { type: 'string' },
        lang: { type: 'string' },
        'passphrase-file': { type: 'string' },
        'safe-mode': { type: 'boolean', default: false },
      },
    });
    const { lang, port } = values;
    if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)) return `--port ${port}`;
    if (lang !== undefined && lang !== 'fr' && lang !== 'en') return `--lang ${lang}`;
    // A variable that is not set would otherwise stand for the folder where the person happens to be.
    if (values['data-dir']?.trim() === '') return '--data-dir';
    return {
      port: port === undefined ? null : Number(port),
      dataDir: values['data-dir'] ?? null,
      language: lang ?? systemLanguage(),
      passphraseFile: values['passphrase-file'] ?? null,
      isSafe: values['safe-mode'],
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Serves until somebody asks this process to end. */
async function serve(options: Options, paths: AppPaths): Promise<number> {
  const { port, language } = options;
  const opened = await openOrAsk(options, paths);
  if (opened === null) return 0;
  const { composed, asking } = opened;
  endAtUncaught({
    ...{ log: composed.log, logsDir: paths.logsDir, language },
    tell: (text) => void process.stderr.write(`${text}\n`),
    end: async () => {
      withdrawInstance(paths.dataDir);
      await composed.dispose();
    },
    exit: (code) => process.exit(code),
  });
  let server: RunningServer;
  try {
    const serverOptions = {
      dispatcher: composed.dispatcher,
      fileStore: composed.fileStore,
      log: composed.log,
      rendererDir: paths.rendererDir,
      entryRefused: entryRefused[language],
    };
    server = await (port === null
      ? startServerAtUsualPort(serverOptions, paths.dataDir)
      : startServer({ ...serverOptions, port }));
  } catch (error) {
    composed.log.error('The server could not start.', error);
    await composed.dispose();
    throw error;
  }
  const { port: takenPort, token, url } = server;
  announceInstance(paths.dataDir, { version: paths.version, port: takenPort, token, url, pid: process.pid });
  const asked = askedToEnd();
  if (asking) asking.goOn(url);
  else tellReady({ type: 'ready', url, dataDir: paths.dataDir, isAlreadyRunning: false });
  await asked;
  await close(composed, server, paths);
  return 0;
}

interface Opened {
  readonly composed: ComposedApp;
  /** The page that still has the person, where something had to be asked. */
  readonly asking: AskInBrowser | null;
}

/** Opens the application; while something stands in its way, a page asks what the person wants. Null when nobody says. */
async function openOrAsk({ language, passphraseFile, isSafe }: Options, paths: AppPaths): Promise<Opened | null> {
  let asking: AskInBrowser | null = null;
  const words = passphraseFile === null ? null : readPassphraseFile(passphraseFile);
  for (;;) {
    let failure: unknown;
    try {
      return { composed: await compose({ paths, shell: 'browser', words, isSafe }), asking };
    } catch (error) {
      failure = error;
    }
    const begin = askAfter(failure, paths, language);
    if (begin === null) throw failure;
    const next = await askInBrowser(begin, entryRefused[language]);
    if (asking) asking.goOn(next.url);
    else tellReady({ type: 'ready', url: next.url, dataDir: paths.dataDir, isAlreadyRunning: false });
    asking = next;
    const isOver = await Promise.race([next.answered.then(() => false), askedToEnd().then(() => true)]);
    if (!isOver) continue;
    await next.end();
    if (process.connected) process.disconnect();
    return null;
  }
}

async function close(composed: ComposedApp, server: RunningServer, { dataDir }: AppPaths): Promise<void> {
  setTimeout(() => process.exit(0), closeWithinMs).unref();
  withdrawInstance(dataDir);
  await server.close();
  await composed.dispose();
  // The channel to the starting program would keep this one alive.
  if (process.connected) process.disconnect();
}

/** Resolves at the first signal, word of the starting program, or loss of it. */
function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => resolve();
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
    process.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'type' in message && message.type === 'stop') end();
    });
    process.on('disconnect', end);
  });
}

function tellRunning(url: string, { dataDir }: AppPaths, language: Language): number {
  if (!process.send) process.stderr.write(`${alreadyRunning[language]}\n`);
  tellReady({ type: 'ready', url, dataDir, isAlreadyRunning: true });
  if (process.connected) process.disconnect();
  return 0;
}

function tellReady(message: ReadyMessage): void {
  if (process.send) process.send(message);
  else process.stdout.write(`${message.url}\n`);
}

function isLocked(error: unknown): boolean {
  return error instanceof AppError && error.reason === 'database-locked';
}

async function waitForOther(dataDir: string): Promise<string | null> {
  const until = Date.now() + waitForOtherMs;
  while (Date.now() < until) {
    const instance = await findRunningInstance(dataDir);
    if (instance !== null) return instance.url;
    await delay(200);
  }
  return null;
}
