import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../scripts/project.mjs';

/**
 * @typedef {{ name?: string, version: string, license?: string, dependencies?: Record<string, string>,
 *   optionalDependencies?: Record<string, string> }} LockedPackage
 * @typedef {Record<string, LockedPackage>} Locked
 * @typedef {{ name: string, published: string, version: string, license: string, path: string }} ShippedPackage
 *   `published` is what the registry calls a package that the project knows by another name
 */

/**
 * What the program loads from `node_modules` while it runs; everything else is in its bundles. A test compares this
 * with what the built files import.
 */
export const loadedPackages = [
  '@expo-google-fonts/inter',
  '@huggingface/transformers',
  'better-sqlite3',
  'electron-updater',
  'onnxruntime-node',
  'pdfkit',
  'read-excel-file',
];

/**
 * Dependencies of those that the application never reaches: networks run natively and not in a browser's engine, no
 * picture is ever read, and nothing is installed by the program.
 */
const leftOut = [
  'onnxruntime-web',
  'sharp',
  'adm-zip',
  'global-agent',
  'node-addon-api',
  '@types/node',
  '@emnapi/runtime',
];

/**
 * The packages of the lock file that an installed application carries, with everything that they need themselves.
 * @param {string} root the project's folder
 * @returns {ShippedPackage[]} sorted by path (`node_modules/…`, relative to the project)
 */
export function packagesToShip(root) {
  const locked = readLock(root);
  /** @type {Map<string, ShippedPackage>} */
  const found = new Map();
  const waiting = loadedPackages.map((name) => ({ from: '', name }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { from, name } = next;
    const path = leftOut.includes(name) ? null : resolvePackage(locked, from, name);
    const entry = path === null ? undefined : locked[path];
    if (path === null || !entry || found.has(path)) continue;
    const published = entry.name ?? name;
    found.set(path, { name, published, version: entry.version, license: licenseOf(root, path, entry), path });
    waiting.push(...Object.keys(entry.dependencies ?? {}).map((dependency) => ({ from: path, name: dependency })));
  }
  return [...found.values()].sort((one, other) => (one.path < other.path ? -1 : 1));
}

/**
 * The packages whose code the bundles hold, as the build noted it (see `electron.config.ts`).
 * @param {string} root the project's folder, built
 * @returns {ShippedPackage[]} sorted by path
 */
export function bundledPackages(root) {
  const locked = readLock(root);
  const paths = new Set(
    ['main', 'preload', 'renderer'].flatMap((part) => {
      const file = join(root, 'out', 'packages', `${part}.json`);
      return existsSync(file) ? /** @type {string[]} */ (parseJson(readFileSync(file, 'utf8'))) : [];
    }),
  );
  return [...paths].sort().map((path) => {
    const entry = locked[path];
    if (!entry) throw new Error(`${path} is bundled but not in the lock file.`);
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const published = entry.name ?? name;
    return { name, published, version: entry.version, license: licenseOf(root, path, entry), path };
  });
}

/**
 * @param {string} root
 * @returns {Locked}
 */
function readLock(root) {
  const lock = /** @type {{ packages: Locked }} */ (parseJson(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return lock.packages;
}

/**
 * Where Node would find a package that `from` asks for: in its own folder, else in those around it.
 * @param {Locked} locked
 * @param {string} from
 * @param {string} name
 * @returns {string | null}
 */
function resolvePackage(locked, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (locked[path]) return path;
    if (folder === '') return null;
  }
}

/** The first words of the usual licence texts, for packages that name theirs in no other way. */
const licenceTexts = /** @type {const} */ ([
  ['MIT', /^(the )?mit license|permission is hereby granted, free of charge/i],
  ['Apache-2.0', /apache license\s+version 2\.0/i],
]);

/**
 * @param {string} root
 * @param {string} path
 * @param {LockedPackage} entry
 */
function licenseOf(root, path, entry) {
  if (entry.license) return entry.license;
  for (const name of ['LICENSE', 'LICENSE.md', 'LICENSE.txt']) {
    const file = join(root, path, name);
    if (!existsSync(file)) continue;
    const text = readFileSync(file, 'utf8').trim();
    const known = licenceTexts.find(([, beginning]) => beginning.test(text));
    if (known) return known[0];
  }
  return 'unknown';
}
