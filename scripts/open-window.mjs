import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { findBrowser, sandboxArguments } from './find-browser.mjs';

/** A process that ends sooner than this has only handed the address to a window that was open already. */
const handOverMs = 2_000;

/**
 * @typedef {object} OpenedWindow
 * @property {'window' | 'browser' | 'none'} kind an application window, a tab of the default browser, or nothing
 * @property {string} name what it is shown in, for people
 * @property {Promise<void>} closed settles when the person closes the application window; never for the other kinds
 * @property {() => void} close
 */

/** @type {Promise<void>} */
const never = new Promise(() => undefined);

/**
 * Shows an address in an application window of an installed Chromium, Chrome or Edge with a profile folder of its own;
 * where there is none, in the default browser; where there is no screen, nowhere.
 * @param {string} url
 * @param {string} profileDir
 * @returns {Promise<OpenedWindow>}
 */
export async function openWindow(url, profileDir) {
  if (!hasScreen()) return { kind: 'none', name: '', closed: never, close: () => undefined };
  const browser = findBrowser();
  const window = browser === null ? null : await openApplicationWindow(browser, url, profileDir);
  if (window !== null) return window;
  const { default: open } = await import('open');
  const opened = await open(url).catch(() => null);
  const kind = opened === null ? 'none' : 'browser';
  return { kind, name: '', closed: never, close: () => undefined };
}

/** Whether a window can be shown at all: a Linux server has no display. */
export function hasScreen() {
  const env = process.env;
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * A browser that cannot be started, or that ends with an error at once (one that may not write its profile, for
 * example), shows nothing: the answer is null and something else is to be tried.
 * @param {string} browser
 * @param {string} url
 * @param {string} profileDir
 * @returns {Promise<OpenedWindow | null>}
 */
async function openApplicationWindow(browser, url, profileDir) {
  const child = spawn(browser, windowArguments(url, profileDir), { stdio: 'ignore', windowsHide: false });
  /** @type {Promise<number | null>} */
  const ended = new Promise((settle) => {
    child.on('error', () => settle(1));
    child.on('exit', (code) => settle(code));
  });
  const early = await Promise.race([ended.then((code) => ({ code })), passed(handOverMs)]);
  if (early && early.code !== 0) return null;
  // One that ended well has handed the address to a window that was open already.
  const closed = early ? never : ended.then(() => undefined);
  return { kind: 'window', name: browserName(browser), closed, close: () => void child.kill() };
}

/**
 * @param {number} timeMs
 * @returns {Promise<null>}
 */
function passed(timeMs) {
  return new Promise((settle) => setTimeout(() => settle(null), timeMs));
}

/** What Chromium asks of its makers by itself: hints, the time, searches to come, and what the fields of a form may mean. */
const askingFeatures = [
  ...['AimEnabled', 'AutofillServerCommunication', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints'],
  ...['PreconnectToSearch', 'Translate'],
];

/**
 * Nothing is asked of any other computer: no update, no account, no telemetry of this profile. What a version of Chromium asks
 * all the same goes to a port of this computer at which nobody is; for the application's own address no proxy is asked.
 */
export const offlineArguments = [
  '--disable-background-networking',
  '--disable-breakpad',
  '--disable-component-extensions-with-background-pages',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-sync',
  '--disable-updater-scheduler',
  `--disable-features=${askingFeatures.join(',')}`,
  '--enable-features=SkipListAccountsWithoutGaiaCookies',
  '--no-pings',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=127.0.0.1',
];

/**
 * @param {string} url
 * @param {string} profileDir
 * @returns {string[]}
 */
export function windowArguments(url, profileDir) {
  return [
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    '--class=smart-recruiting',
    '--window-size=1440,900',
    '--no-first-run',
    '--no-default-browser-check',
    ...offlineArguments,
    // Only root needs to go without the sandbox, and need not be told at every start.
    ...sandboxArguments().flatMap((argument) => [argument, '--test-type']),
  ];
}

/** @param {string} browser */
function browserName(browser) {
  const file = basename(browser).toLowerCase();
  if (file.includes('edge')) return 'Microsoft Edge';
  return file.includes('chromium') ? 'Chromium' : 'Google Chrome';
}
