import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { inProject, inWords, parseJson, run, say, StopError } from './project.mjs';

const lockFile = inProject('package-lock.json');
const modules = inProject('node_modules');
const stampFile = join(modules, '.smart-recruiting.json');

/** Installs the packages of the lock file, only when they are not there yet or the lock file has changed. */
export async function ensureInstalled() {
  const wanted = stampOf(readFileSync(lockFile));
  if (readText(stampFile) === wanted) return;
  if (!holdsLockedPackages()) await install();
  writeFileSync(stampFile, wanted);
}

/** @param {Buffer} lock */
function stampOf(lock) {
  const lockHash = createHash('sha256').update(lock).digest('hex');
  return JSON.stringify({ lockHash, system: `${process.platform}-${process.arch}` });
}

/** @param {string} path */
function readText(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/**
 * @typedef {{ version?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/** Whether npm has already put the packages of the lock file there, started by hand or by somebody else. */
function holdsLockedPackages() {
  const installed = packagesOf(readText(join(modules, '.package-lock.json')));
  const locked = Object.entries(packagesOf(readText(lockFile)));
  return locked.every(([path, { version, optional }]) => {
    if (path === '' || optional) return true;
    return installed[path]?.version === version && existsSync(inProject(path));
  });
}

/**
 * @param {string | null} text
 * @returns {Record<string, LockedPackage>}
 */
function packagesOf(text) {
  if (text === null) return {};
  return /** @type {Lock} */ (parseJson(text)).packages ?? {};
}

async function install() {
  say(
    'Installation des composants de l’application (une à deux minutes)…',
    'Installing what the application needs (one to two minutes)…',
  );
  const startedAt = Date.now();
  const sign = setInterval(() => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    say(`… installation en cours (${seconds} s)`, `… still installing (${seconds} s)`);
  }, 15_000);
  const { program, args } = npmCommand();
  // `ci` installs exactly the lock file. Development packages are needed to build, whatever the environment says. Node
  // 20 only installs: warnings that some packages want a later one would frighten for nothing.
  const options = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await run(program, [...args, installVerb(), ...options]);
  clearInterval(sign);
  if (code === 0) return;
  throw new StopError(
    inWords(
      `L’installation a échoué (npm a rendu le code ${code}, voir ci-dessus). Vérifiez la connexion au réseau, puis relancez la commande\u00a0: rien d’autre n’a été modifié.`,
      `The installation failed (npm ended with code ${code}, see above). Check the network, then run the command again: nothing else was changed.`,
    ),
  );
}

/** Windows cannot remove a running program: when it is the Node in node_modules, `ci` would fail on it. */
function installVerb() {
  const runsFromModules = process.execPath.startsWith(modules + sep);
  return process.platform === 'win32' && runsFromModules ? 'install' : 'ci';
}

/**
 * How to start npm without a shell: by its JavaScript file, since on Windows `npm` is a `.cmd` that needs one.
 * @returns {{ program: string, args: string[] }}
 */
export function npmCommand() {
  const node = process.env['npm_node_execpath'] ?? process.execPath;
  const beside = dirname(process.execPath);
  const fromPath = (process.env['PATH'] ?? process.env['Path'] ?? '').split(delimiter);
  const candidates = [
    process.env['npm_execpath'],
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...fromPath.map((folder) => join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js')),
  ];
  const script = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  if (script) return { program: existsSync(node) ? node : process.execPath, args: [script] };
  return { program: 'npm', args: [] };
}
