import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseJson } from '../scripts/project.mjs';
import { bundledPackages, packagesToShip } from './app-packages.mjs';
import { assertLicences, billOfMaterials, distinctPackages, licenceList, otherParts } from './licences.mjs';

/**
 * @typedef {{ platform: 'linux' | 'win32' | 'darwin', arch: 'x64' | 'arm64' }} Target
 */

/** The parts of packages that only people and compilers read. */
const neverShipped = /(^|\/)(docs?|__tests__|examples?|\.github|\.yarn)\/|\.(d\.[cm]?ts|[cm]?ts|map|md|markdown|gyp)$/i;

/** Of large packages only what the application loads, by the path inside the package. */
const parts = /** @type {const} */ ([
  ['@expo-google-fonts/inter', /^(package\.json|LICENSE_FONT|400Regular\/.*\.ttf|600SemiBold\/.*\.ttf)$/],
  ['@huggingface/transformers', /^(package\.json|LICENSE|dist\/transformers\.node\.mjs)$/],
  ['better-sqlite3', /^(package\.json|LICENSE|lib\/.*|prebuilds\/.*)$/],
  ['fontkit', /^(package\.json|LICENSE|dist\/.*)$/],
  ['onnxruntime-node', /^(package\.json|dist\/.*|bin\/.*)$/],
  ['pdfkit', /^(package\.json|LICENSE|js\/.*)$/],
]);

/** Windows' graphics card support: never asked for, and not under a licence that everybody may hand on. */
const directMl = /^(DirectML|dxcompiler|dxil)\.dll$/;

/**
 * Makes the folder that becomes the application of one system: its built programs, the packages that they load, and of
 * those only what this system needs. Made before the archive rather than removed after it, so that the archive's list
 * and checksum are those of its files.
 * @param {{ root: string, into: string, target: Target }} options absolute paths; `into` is emptied first
 * @returns {{ packages: ReturnType<typeof packagesToShip> }} every package whose code is shipped, each once
 */
export function stageApp({ root, into, target }) {
  const loaded = packagesToShip(root);
  const packages = distinctPackages([...loaded, ...bundledPackages(root)]);
  assertLicences(packages);
  rmSync(into, { recursive: true, force: true });
  mkdirSync(join(into, 'notices'), { recursive: true });
  const manifest = readManifest(root);
  writeJson(join(into, 'package.json'), manifest);
  cpSync(join(root, 'out'), join(into, 'out'), {
    recursive: true,
    filter: (from) => isBuiltFile(relative(root, from).split(sep).join('/')),
  });
  for (const { name, path } of loaded) copyPackage({ root, into, name, path, target });
  writeImageStandIn(into);
  writeFileSync(join(into, 'notices', 'licences.txt'), licenceList(root, packages));
  writeJson(join(into, 'notices', 'sbom.cdx.json'), billOfMaterials(manifest, packages, otherParts(root)));
  assertStaged(into, target);
  return { packages };
}

/** @param {string} root */
function readManifest(root) {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  /** @typedef {{ name: string, productName: string, version: string, description: string, main: string }} Manifest */
  const { name, productName, version, description, main } = /** @type {Manifest} */ (parseJson(text));
  return { name, productName, version, description, main, type: 'module', license: 'UNLICENSED', private: true };
}

/** @param {string} path inside the project, with forward slashes */
function isBuiltFile(path) {
  // The note on what was bundled, and whatever a watching build may leave.
  return !path.startsWith('out/packages') && !/\.(map|tsbuildinfo)$/.test(path) && !/^out\/\./.test(path);
}

/** @param {{ root: string, into: string, name: string, path: string, target: Target }} options */
function copyPackage({ root, into, name, path, target }) {
  const from = join(root, path);
  const wanted = parts.find(([known]) => known === name)?.[1];
  for (const file of filesIn(from)) {
    // Packages inside of a package are in the list themselves.
    if (/(^|\/)node_modules\//.test(file) || !isForTarget(name, file, target)) continue;
    if (wanted ? !wanted.test(file) || /\.(map|d\.[cm]?ts)$/.test(file) : neverShipped.test(file)) continue;
    cpSync(join(from, file), join(into, path, file));
  }
}

/**
 * @param {string} name
 * @param {string} file
 * @param {Target} target
 */
function isForTarget(name, file, { platform, arch }) {
  if (name === 'better-sqlite3' && file.startsWith('prebuilds/')) return file === `prebuilds/${platform}-${arch}.node`;
  if (name !== 'onnxruntime-node' || !file.startsWith('bin/')) return true;
  const [, , system, processor, library = ''] = file.split('/');
  return system === platform && processor === arch && !directMl.test(library);
}

/**
 * transformers.js names its picture library at its top, although texts need none, and stops where there is none at all.
 * What the library itself loads is under the LGPL.
 * @param {string} into
 */
function writeImageStandIn(into) {
  const folder = join(into, 'node_modules', 'sharp');
  mkdirSync(folder, { recursive: true });
  writeJson(join(folder, 'package.json'), { name: 'sharp', version: '0.0.0', type: 'module', main: 'index.js' });
  const body = `throw new Error('Pictures are not read by this application.');`;
  // A default export, because that is what is imported.
  writeFileSync(join(folder, 'index.js'), `export default function readPicture() {\n  ${body}\n}\n`);
}

/**
 * Throws, naming it, when something that the application cannot do without is missing, or something is there that
 * another system needs.
 * @param {string} into
 * @param {Target} target
 */
export function assertStaged(into, { platform, arch }) {
  const files = filesIn(into);
  const native = `node_modules/onnxruntime-node/bin/napi-v6/${platform}/${arch}`;
  const needed = [
    'package.json',
    ...[
      'electron',
      'cli',
      'csv-worker',
      'write-worker',
      'embed-worker',
      'embed-process',
      'away-process',
      'watched-process',
    ].map((name) => `out/main/${name}.js`),
    ...['out/preload/preload.cjs', 'out/renderer/index.html', 'notices/licences.txt', 'notices/sbom.cdx.json'],
    `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`,
    `${native}/onnxruntime_binding.node`,
  ];
  const missing = needed.filter((file) => !files.includes(file));
  const library = files.some(
    (file) => file.startsWith(`${native}/`) && /onnxruntime[^/]*\.(dll|dylib|so)(\.\d+)*$/.test(file),
  );
  if (!library) missing.push(`${native}/ (the library)`);
  if (missing.length > 0) throw new Error(`The application lacks ${missing.join(', ')}.`);
  const foreign = files.filter(
    (file) =>
      /\.(node|dll|dylib|so)(\.[\d.]+)?$/.test(file) &&
      !file.includes(`/${platform}/${arch}/`) &&
      !file.endsWith(`/${platform}-${arch}.node`),
  );
  if (foreign.length > 0) throw new Error(`The application has files of another system: ${foreign.join(', ')}.`);
}

/**
 * The files below a folder, by their path inside of it with forward slashes, sorted.
 * @param {string} folder
 * @returns {string[]}
 */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'))
    .sort();
}

/**
 * @param {string} file
 * @param {unknown} value
 */
function writeJson(file, value) {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
