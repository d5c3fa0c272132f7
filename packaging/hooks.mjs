import { readdirSync, readFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readArchive, readArchived, readFuses } from './archive.mjs';

/**
 * What electron-builder tells a hook, as far as it is used here.
 * @typedef {{ appOutDir: string, electronPlatformName: string,
 *   packager: { appInfo: { productFilename: string }, executableName?: string } }} Packed
 */

/**
 * False: the packages of the application were put together before (packaging/stage.mjs), none is to be looked for.
 * @returns {boolean}
 */
export function beforeBuild() {
  return false;
}

/** What an installed application cannot do without, beside its archive. */
const besideArchive = [
  'models/smart-recruiting-fr-v1/manifest.json',
  'models/smart-recruiting-fr-v1/tokenizer.json',
  'data/samples/offers.csv',
  'data/samples/formations.csv',
  'data/reference',
  'resources/migrations',
];

/**
 * Looks at what was packed before anything is made of it: all that is needed is there, only French and English
 * locales, the bill of materials beside the program where people find it. Throws, naming what is wrong.
 * @param {Packed} packed
 */
export function afterPack(packed) {
  const resources = resourcesOf(packed);
  const archive = join(resources, 'app.asar');
  const files = readArchive(archive);
  const missing = besideArchive.filter((path) => !existsSync(join(resources, path)));
  for (const wanted of ['package.json', 'out/main/electron.js', 'out/preload/preload.cjs', 'out/renderer/index.html']) {
    if (!files.some(({ path }) => path === wanted)) missing.push(`app.asar/${wanted}`);
  }
  for (const wanted of [/^node_modules\/better-sqlite3\/prebuilds\/[^/]+\.node$/, /\/onnxruntime_binding\.node$/]) {
    if (!files.some(({ path }) => wanted.test(path))) missing.push(`app.asar: ${wanted.source}`);
  }
  // Programs of the system are loaded by the system, which cannot look into an archive.
  for (const { path, offset } of files.filter(({ path }) => /\.(node|dll|dylib|so)(\.[\d.]+)?$/.test(path))) {
    if (offset !== null) missing.push(`${path} (unpacked)`);
    else if (!existsSync(join(`${archive}.unpacked`, path))) missing.push(`app.asar.unpacked/${path}`);
  }
  if (missing.length > 0) throw new Error(`The packed application lacks ${missing.join(', ')}.`);
  assertLocales(packed);
  for (const name of ['licences.txt', 'sbom.cdx.json']) {
    const file = files.find(({ path }) => path === `notices/${name}`);
    if (file) writeFileSync(join(resources, name), readArchived(archive, file));
  }
}

/** The switches that must be off, and on, in a program that is handed to people. */
export const wantedFuses = {
  runAsNode: false,
  cookieEncryption: true,
  nodeOptions: false,
  nodeCliInspect: false,
  embeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/**
 * Throws when a switch of the program at `file` is not as it must be.
 * @param {string} file
 */
export function assertFuses(file) {
  const fuses = readFuses(readFileSync(file));
  const wrong = Object.entries(wantedFuses).filter(([name, isOn]) => fuses[name] !== isOn);
  if (wrong.length > 0) throw new Error(`Fuses of ${file} are wrong: ${wrong.map(([name]) => name).join(', ')}.`);
}

/** @param {Packed} packed */
function resourcesOf({ appOutDir, electronPlatformName, packager }) {
  return electronPlatformName === 'darwin'
    ? join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
    : join(appOutDir, 'resources');
}

/** @param {Packed} packed */
function assertLocales(packed) {
  const isMac = packed.electronPlatformName === 'darwin';
  const folder = isMac ? resourcesOf(packed) : join(packed.appOutDir, 'locales');
  const languages = readdirSync(folder).filter((name) => /\.(pak|lproj)$/.test(name));
  const foreign = languages.filter((name) => !/^(fr|en)([-_.]|$)/.test(name));
  const lacking = ['fr', 'en'].filter((language) => !languages.some((name) => name.startsWith(language)));
  if (foreign.length + lacking.length > 0) {
    throw new Error(`The locales are wrong: ${[...foreign, ...lacking.map((name) => `no ${name}`)].join(', ')}.`);
  }
}
