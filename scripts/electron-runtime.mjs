import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inProject, parseJson, run, say } from './project.mjs';

const packageFolder = inProject('node_modules', 'electron');
const memoFile = inProject('.cache', 'electron-fetch.json');

/** The runtime is about 110 MB: on a line where this is not enough, the browser is the better choice for today. */
const fetchLimitMs = 90_000;
/** After a failure nobody waits for another attempt before the next day. */
const retryAfterMs = 24 * 60 * 60 * 1000;

const programNames = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/**
 * The Electron program where its runtime is present, or null.
 * @returns {string | null}
 */
export function findElectron() {
  const name = Object.entries(programNames).find(([platform]) => platform === process.platform)?.[1] ?? 'electron';
  const folders = [process.env['ELECTRON_OVERRIDE_DIST_PATH'], join(packageFolder, 'dist')];
  for (const folder of folders) {
    if (folder && existsSync(join(folder, name))) return join(folder, name);
  }
  return null;
}

/**
 * Fetches the runtime with Electron's own installer, within a bounded time. A failure is remembered for a day and for
 * this version, so that no later start waits for it; `isForced` tries again.
 * @param {boolean} isForced
 * @returns {Promise<{ program: string | null, reason: 'fetched' | 'failed' | 'failed-before' }>}
 */
export async function fetchElectron(isForced) {
  const version = electronVersion();
  if (!isForced && hasFailedLately(version)) return { program: null, reason: 'failed-before' };
  say(
    'Téléchargement d’Electron (au plus 90 s\u00a0; une seule fois)…',
    'Fetching the Electron runtime (at most 90 s, once only)…',
  );
  let printed = '';
  const code = await run(process.execPath, [join(packageFolder, 'install.js')], {
    timeoutMs: fetchLimitMs,
    onOutput: (text) => (printed += text),
  });
  const program = code === 0 ? findElectron() : null;
  if (program) {
    rmSync(memoFile, { force: true });
    return { program, reason: 'fetched' };
  }
  mkdirSync(dirname(memoFile), { recursive: true });
  const said = printed.trim().split('\n')[0] ?? '';
  writeFileSync(memoFile, JSON.stringify({ version, failedAt: new Date().toISOString(), code, said }, null, 2));
  return { program: null, reason: 'failed' };
}

/** @returns {string} */
function electronVersion() {
  const text = readFileSync(join(packageFolder, 'package.json'), 'utf8');
  return /** @type {{ version: string }} */ (parseJson(text)).version;
}

/** @param {string} version */
function hasFailedLately(version) {
  try {
    const text = readFileSync(memoFile, 'utf8');
    const memo = /** @type {{ version: string, failedAt: string }} */ (parseJson(text));
    return memo.version === version && Date.now() - Date.parse(memo.failedAt) < retryAfterMs;
  } catch {
    return false;
  }
}
