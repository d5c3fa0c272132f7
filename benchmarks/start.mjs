import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from '../scripts/find-browser.mjs';
import { hasScreen, windowArguments } from '../scripts/open-window.mjs';
import { addressOf } from './address-of.mjs';

// How long `npm start` of a built application takes until its first page can be used, in the browser window that it
// opens, and what memory each process then holds (proportional share, Linux only). The window is headless where the
// machine has no screen. Each run has a fresh process of everything; `--empty` starts on no data instead of the sample,
// `--data FOLDER` on a copy of the database of a folder that is closed, `--bases FOLDER` on no data and then on each of
// the folders in there, the smallest first. The first start of a copy, which builds the index of the search, is told
// apart. Memory is told at rest and at work: after the lists, the search and the dashboards were opened.

const root = resolve(import.meta.dirname, '..');
const databaseFile = 'smart-recruiting.db';
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    empty: { type: 'boolean', default: false },
    data: { type: 'string' },
    bases: { type: 'string' },
  },
});
const browser = findBrowser();
if (browser === null) throw new Error('There is no Chromium, Chrome or Edge here.');

const results = [];
for (const data of sources()) results.push(await measure(data, browser));
mkdirSync(join(root, 'bench-results'), { recursive: true });
writeFileSync(join(root, 'bench-results', 'start.json'), `${JSON.stringify(results, null, 2)}\n`);

/** What to start on: `none`, `sample`, or a folder with a database. */
function sources() {
  const { bases, data, empty } = values;
  if (!bases) return [data ?? (empty ? 'none' : 'sample')];
  const folders = readdirSync(bases)
    .map((name) => join(bases, name))
    .filter((folder) => existsSync(join(folder, databaseFile)));
  const sizeOf = (/** @type {string} */ folder) => statSync(join(folder, databaseFile)).size;
  return ['none', ...folders.sort((one, other) => sizeOf(one) - sizeOf(other))];
}

/**
 * @param {string} data
 * @param {string} executablePath
 */
async function measure(data, executablePath) {
  const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-bench-'));
  try {
    if (data === 'sample') await runToEnd(['scripts/cli.mjs', 'sample', 'load', '--data-dir', dataDir]);
    else if (data !== 'none') copyDatabase(data, dataDir);
    const runs = [];
    // The very first start of a profile makes its folder: it is told apart from those of every other day.
    const first = await measureOnce(executablePath, dataDir);
    for (let run = 0; run < Number(values.runs); run += 1) runs.push(await measureOnce(executablePath, dataDir));
    return tell(data, first, runs);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * With what stands in its journal, and with the index of the search where there is one.
 * @param {string} from
 * @param {string} to
 */
function copyDatabase(from, to) {
  for (const name of [databaseFile, `${databaseFile}-wal`, 'smart-recruiting-search.db']) {
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name));
  }
}

/** @param {readonly string[]} args */
async function runToEnd(args) {
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'ignore' });
  await new Promise((settle) => child.on('exit', settle));
}

/**
 * @typedef {{ addressMs: number, usableMs: number, memoryMb: Record<string, number>, atWorkMb: Record<string, number> }} Run
 * @param {string} executablePath
 * @param {string} dataDir
 * @returns {Promise<Run>}
 */
async function measureOnce(executablePath, dataDir) {
  const startedAt = performance.now();
  const start = spawn('npm', ['start', '--', '--no-open', '--data-dir', dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
    detached: process.platform !== 'win32',
  });
  const url = await addressOf(start);
  const addressMs = performance.now() - startedAt;
  // The very window that the start command opens, with a wire to see when it can be used.
  const context = await chromium.launchPersistentContext(join(dataDir, 'browser'), {
    executablePath,
    headless: !hasScreen(),
    args: windowArguments(url, '').filter((argument) => !argument.startsWith('--user-data-dir')),
    viewport: null,
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    if (!page.url().startsWith('http')) await page.goto(url);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('navigation').first().waitFor();
    const usableMs = performance.now() - startedAt;
    await page.waitForTimeout(1_500);
    const memoryMb = memoryByKind(start.pid ?? 0, dataDir);
    await work(page, new URL(url).origin);
    return { addressMs, usableMs, memoryMb, atWorkMb: memoryByKind(start.pid ?? 0, dataDir) };
  } finally {
    await context.close();
    if (start.pid) process.kill(process.platform === 'win32' ? start.pid : -start.pid, 'SIGTERM');
    await new Promise((settle) => start.on('exit', settle));
  }
}

/**
 * What somebody looks at in the first minutes.
 * @param {import('@playwright/test').Page} page
 * @param {string} origin
 */
async function work(page, origin) {
  for (const path of ['offers', 'companies', 'search?text=comptable', 'dashboards']) {
    await page.goto(`${origin}/${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(3_000);
  }
}

/**
 * Memory in MB of the processes of this start and of the window, by what they are. Shared pages are counted in
 * proportion (PSS), so that the sum is what the application costs.
 * @param {number} startPid
 * @param {string} folder
 * @returns {Record<string, number>}
 */
function memoryByKind(startPid, folder) {
  if (process.platform !== 'linux') return {};
  /** @type {Record<string, number>} */
  const sums = {};
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const kind = kindOf(pid, startPid, folder);
    if (kind === null) continue;
    sums[kind] = (sums[kind] ?? 0) + pssMb(pid);
  }
  return sums;
}

/**
 * @param {string} pid
 * @param {number} startPid
 * @param {string} folder
 */
function kindOf(pid, startPid, folder) {
  const line = readProc(pid, 'cmdline').replaceAll('\0', ' ');
  if (line.includes('out/main/http.js')) return line.includes(folder) ? 'host' : null;
  if (line.includes('embed-process.js')) return parentLine(pid).includes(folder) ? 'embed' : null;
  if (line.includes('scripts/start.mjs') && line.includes(folder)) return 'launcher';
  if (Number(pid) === startPid) return 'npm';
  return line.includes(join(folder, 'browser')) || isChromiumOf(pid, folder) ? 'window' : null;
}

/** @param {string} pid */
function parentLine(pid) {
  const parent = /^PPid:\s+(\d+)/m.exec(readProc(pid, 'status'))?.[1] ?? '0';
  return readProc(parent, 'cmdline');
}

/**
 * Children of Chromium do not all name the profile; their ancestors do.
 * @param {string} pid
 * @param {string} folder
 */
function isChromiumOf(pid, folder) {
  for (let current = pid, depth = 0; depth < 6; depth += 1) {
    const parent = /^PPid:\s+(\d+)/m.exec(readProc(current, 'status'))?.[1];
    if (!parent || parent === '1' || parent === '0') return false;
    if (readProc(parent, 'cmdline').includes(join(folder, 'browser'))) return true;
    current = parent;
  }
  return false;
}

/** @param {string} pid */
function pssMb(pid) {
  return Number(/^Pss:\s+(\d+)/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0) / 1024;
}

/**
 * @param {string} pid
 * @param {string} file
 */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** @param {readonly number[]} numbers */
function median(numbers) {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/**
 * @param {string} data
 * @param {Run} first
 * @param {readonly Run[]} runs
 */
function tell(data, first, runs) {
  const kinds = [...new Set(runs.flatMap(({ memoryMb }) => Object.keys(memoryMb)))];
  const memoryOf = (/** @type {'memoryMb' | 'atWorkMb'} */ when) =>
    Object.fromEntries(kinds.map((kind) => [kind, Math.round(median(runs.map((run) => run[when][kind] ?? 0)))]));
  const [memoryMb, atWorkMb] = [memoryOf('memoryMb'), memoryOf('atWorkMb')];
  const times = (/** @type {'addressMs' | 'usableMs'} */ name) => {
    const all = runs.map((run) => Math.round(run[name]));
    return { median: median(all), best: Math.min(...all), worst: Math.max(...all) };
  };
  const result = {
    measuredAt: new Date().toISOString(),
    machine: { cores: cpus().length, cpu: cpus()[0]?.model ?? '', load: loadavg()[0], hasScreen: hasScreen() },
    data,
    runs: runs.length,
    addressMs: times('addressMs'),
    usableMs: times('usableMs'),
    firstUsableMs: Math.round(first.usableMs),
    memoryMb,
    atWorkMb,
  };
  console.log(`${data}: first start of a profile: page usable after ${result.firstUsableMs} ms`);
  console.table({ 'address printed (ms)': result.addressMs, 'page usable (ms)': result.usableMs });
  const table = kinds.map((kind) => [kind, { 'at rest (MB)': memoryMb[kind], 'at work (MB)': atWorkMb[kind] }]);
  console.table(Object.fromEntries(table));
  return result;
}
