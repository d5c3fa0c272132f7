import { isAllowed } from '../packaging/licences.mjs';

/**
 * @typedef {{ name?: string, version?: string, integrity?: string, resolved?: string, license?: string, hasInstallScript?: boolean,
 *   link?: boolean, dev?: boolean, optional?: boolean, dependencies?: Record<string, string>,
 *   devDependencies?: Record<string, string>, optionalDependencies?: Record<string, string> }} LockEntry
 * @typedef {{ lockfileVersion?: number, packages?: Record<string, LockEntry> }} Lock
 * @typedef {{ name: string, version: string, path: string }} Installed
 */

/** Packages with a native part: two versions of one in a process do not get on. */
const nativePackages = new Set(['better-sqlite3', 'better-sqlite3-multiple-ciphers', 'onnxruntime-node', 'electron']);

/**
 * Scripts of packages that would run at an installation, were they allowed to (`.npmrc` forbids all of them). A new one
 * is read by a person before it is added here.
 */
const reviewedScripts = new Set(['esbuild', 'onnxruntime-node', 'protobufjs']);

/** What may help to build, test or check the program but is not shipped: `packaging/licences.mjs` sees to that. */
const allowedBeside = new Set(['MPL-2.0', 'CC-BY-4.0', 'LGPL-3.0-or-later', 'BSD']);

/** Licences that the lock file does not tell, and where they stand. */
const licencesRead = new Map([['png-js', 'MIT']]);

const exact = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?$/;
const integrity = /^sha512-[A-Za-z0-9+/]{86}==$/;

/**
 * The packages of a lock file, each place where one lies.
 * @param {Lock} lock
 * @returns {Installed[]}
 */
export function installedPackages({ packages = {} }) {
  return Object.entries(packages).flatMap(([path, { name = nameOf(path), version, link }]) =>
    path === '' || link || version === undefined ? [] : [{ name, version, path }],
  );
}

/**
 * What is wrong with a lock file and what stands around it, a sentence each; empty when nothing is.
 * @param {Lock} lock
 * @param {string} npmrc the text of the project's `.npmrc`
 * @returns {string[]}
 */
export function lockFaults(lock, npmrc) {
  const { '': own, ...packages } = lock.packages ?? {};
  const faults = [];
  if (lock.lockfileVersion !== 3) faults.push(`The lock file is of version ${lock.lockfileVersion}, not 3.`);
  if (!/^ignore-scripts=true$/m.test(npmrc)) faults.push('.npmrc does not forbid the scripts of packages.');
  const asked = { ...own?.dependencies, ...own?.devDependencies, ...own?.optionalDependencies };
  for (const [name, range] of Object.entries(asked)) {
    // A package may be installed under the name of another: `npm:published@1.2.3`.
    const [, published, version = range] = /^npm:(.+)@([^@]+)$/.exec(range) ?? [];
    if (!exact.test(version)) faults.push(`${name} is asked for as ${range}, which is no exact version.`);
    const locked = packages[`node_modules/${name}`];
    if (locked?.version !== version || locked.name !== published) {
      const found = [locked?.name, locked?.version].filter(Boolean).join(' ');
      faults.push(`${name} is asked for as ${range} and locked as ${found}.`);
    }
  }
  for (const [path, entry] of Object.entries(packages)) faults.push(...entryFaults(path, entry));
  return [...faults, ...nativeTwice(lock)];
}

/**
 * @param {string} path
 * @param {LockEntry} entry
 * @returns {string[]}
 */
function entryFaults(path, { version, link, integrity: hash, resolved, hasInstallScript, license }) {
  const name = nameOf(path);
  if (link) return [`${path} is a link to a folder.`];
  const faults = [];
  if (!exact.test(version ?? '')) faults.push(`${path} has the version ${version}.`);
  if (!integrity.test(hash ?? '')) faults.push(`${path} has no SHA-512 of its content.`);
  if (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/')) {
    faults.push(`${path} comes from ${resolved}.`);
  }
  if (hasInstallScript && !reviewedScripts.has(name))
    faults.push(`${path} has a script of its own that nobody has read.`);
  const known = license ?? licencesRead.get(name);
  if (known === undefined) faults.push(`${path} tells no licence.`);
  else if (!isAllowed(known, (each) => allowedBeside.has(each) || isAllowed(each))) {
    faults.push(`${path} has the licence ${known}.`);
  }
  return faults;
}

/**
 * @param {Lock} lock
 * @returns {string[]}
 */
function nativeTwice(lock) {
  const installed = installedPackages(lock);
  return [...nativePackages].flatMap((name) => {
    const found = installed.filter((one) => one.name === name).map(({ path }) => path);
    return found.length < 2 ? [] : [`${name} is there ${found.length} times: ${found.join(', ')}.`];
  });
}

/** @param {string} path */
function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
