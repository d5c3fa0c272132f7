import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from '../scripts/project.mjs';

/** @typedef {import('./app-packages.mjs').ShippedPackage} ShippedPackage */

/** What allows a closed program to be handed on; anything else stops the packaging until a person has looked. */
const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/**
 * Whether a licence expression of SPDX (`MIT`, `MIT OR GPL-3.0-only`, `(MIT OR Zlib) AND ISC`) can be met with licences
 * that are fine: of alternatives one is enough, of a conjunction all are needed, and AND binds closer than OR (SPDX 2.3,
 * annex D). What is no such expression, or has an exception (WITH), is not.
 * @param {string} expression
 * @param {(licence: string) => boolean} [isFine] else those that a closed program may hand on
 */
export function isAllowed(expression, isFine = (licence) => allowed.has(licence)) {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  /** @returns {boolean} */
  const either = () => {
    let isMet = both();
    // Both sides are always read, whatever the first one says.
    while (words[0] === 'OR') isMet = (words.shift(), both()) || isMet;
    return isMet;
  };
  /** @returns {boolean} */
  const both = () => {
    let isMet = one();
    while (words[0] === 'AND') isMet = (words.shift(), one()) && isMet;
    return isMet;
  };
  /** @returns {boolean} */
  const one = () => {
    const word = words.shift() ?? '';
    if (word !== '(') return isFine(word);
    const isMet = either();
    return words.shift() === ')' && isMet;
  };
  const isMet = either();
  return isMet && words.length === 0;
}

/**
 * Throws, naming them, when packages have a licence that is not allowed or not known.
 * @param {readonly ShippedPackage[]} packages
 */
export function assertLicences(packages) {
  const refused = packages.filter(({ license }) => !isAllowed(license));
  if (refused.length === 0) return;
  const names = refused.map(({ path, license }) => `${path} (${license})`).join(', ');
  throw new Error(`These packages may not be shipped: ${names}.`);
}

/**
 * The list of licences that people can read in an installed application: where its data come from, then each package
 * with its text.
 * @param {string} root the project's folder
 * @param {readonly ShippedPackage[]} packages
 * @throws naming a package whose text is nowhere
 */
export function licenceList(root, packages) {
  const parts = packages.map((entry) => {
    const text = licenceText(join(root, entry.path)) ?? usualText(root, entry);
    return `${entry.published} ${entry.version}\n${entry.license}\n\n${text}\n`;
  });
  return [readNotice(root, 'data.txt'), ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

/** @param {string} folder */
function licenceText(folder) {
  if (!existsSync(folder)) return null;
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)([._-][a-z]+)*$/i.test(name));
  return file ? readFileSync(join(folder, file), 'utf8').trim() : null;
}

/**
 * The usual text of a licence, for packages that name theirs and bring no text.
 * @param {string} root
 * @param {ShippedPackage} entry
 */
function usualText(root, { path, license }) {
  if (!existsSync(join(root, 'packaging', 'notices', `${license}.txt`))) {
    throw new Error(`${path} brings no text of its licence (${license}).`);
  }
  const manifest = /** @type {{ author?: string | { name?: string } }} */ (
    parseJson(readFileSync(join(root, path, 'package.json'), 'utf8'))
  );
  const author = typeof manifest.author === 'object' ? manifest.author.name : manifest.author;
  return `Copyright (c) ${author ?? `the authors of ${path.replace(/^.*node_modules\//, '')}`}\n\n${readNotice(root, `${license}.txt`)}`;
}

/**
 * @param {string} root
 * @param {string} name
 */
function readNotice(root, name) {
  return readFileSync(join(root, 'packaging', 'notices', name), 'utf8');
}

/**
 * What an installed application carries beside packages.
 * @typedef {{ type: 'framework' | 'machine-learning-model' | 'data', 'bom-ref': string, name: string, version?: string,
 *   purl?: string, licenses: readonly ({ license: { id: string } } | { expression: string })[] }} OtherPart
 */

/**
 * The runtime, the model and the data of the application: with the packages, everything that somebody else made.
 * @param {string} root the project's folder
 * @returns {OtherPart[]}
 */
export function otherParts(root) {
  /** @param {readonly string[]} path */
  const versionOf = (...path) =>
    /** @type {{ version: string }} */ (parseJson(readFileSync(join(root, ...path), 'utf8'))).version;
  const electron = versionOf('node_modules', 'electron', 'package.json');
  const model = versionOf('models', 'smart-recruiting-fr-v1', 'manifest.json');
  const runtime = `pkg:npm/electron@${electron}`;
  const open = [{ license: { id: 'etalab-2.0' } }];
  return [
    {
      ...{ type: 'framework', 'bom-ref': runtime, name: 'electron', version: electron, purl: runtime },
      licenses: [{ license: { id: 'MIT' } }],
    },
    {
      ...{ type: 'machine-learning-model', 'bom-ref': 'smart-recruiting-fr-v1', name: 'smart-recruiting-fr-v1' },
      // Those of the data that it was trained from (its README).
      ...{ version: model, licenses: [{ expression: 'etalab-2.0 AND CC-BY-4.0 AND MIT' }] },
    },
    { type: 'data', 'bom-ref': 'rome', name: 'ROME 4.0', version: '460', licenses: open },
    { type: 'data', 'bom-ref': 'communes', name: 'Communes (INSEE)', licenses: open },
  ];
}

/**
 * A bill of materials in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/): the same for the same packages, so that
 * two builds can be compared.
 * @param {{ name: string, version: string }} application
 * @param {readonly ShippedPackage[]} packages
 * @param {readonly OtherPart[]} others
 */
export function billOfMaterials(application, packages, others) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': application.name, ...application } },
    components: [
      ...others,
      ...packages.map(({ published: name, version, license }) => {
        const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
        return {
          type: 'library',
          'bom-ref': purl,
          name,
          version,
          purl,
          licenses: [/\s/.test(license) ? { expression: license } : { license: { id: license } }],
        };
      }),
    ],
  };
}

/**
 * Each package once, by name and version, whatever the folders that hold it.
 * @param {readonly ShippedPackage[]} packages
 * @returns {ShippedPackage[]}
 */
export function distinctPackages(packages) {
  const byName = new Map(packages.map((entry) => [`${entry.name}@${entry.version}`, entry]));
  return [...byName.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
}
