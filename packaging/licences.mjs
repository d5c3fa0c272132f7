import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
 * Whether a licence expression of SPDX (`MIT`, `MIT OR GPL-3.0`, `(MIT AND Zlib)`) can be met with allowed licences
 * only: of alternatives one is enough, of a conjunction all are needed.
 * @param {string} expression
 */
export function isAllowed(expression) {
  const plain = expression.replace(/[()]/g, ' ').trim();
  return plain
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((licence) => allowed.has(licence.trim())));
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
 * The list of licences that people can read in an installed application: each package, then each text once.
 * @param {string} root the project's folder
 * @param {readonly ShippedPackage[]} packages
 */
export function licenceList(root, packages) {
  const parts = packages.map(({ published, version, license, path }) => {
    const text = licenceText(join(root, path));
    return `${published} ${version}\n${license}\n${text === null ? '' : `\n${text}\n`}`;
  });
  return `${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/** @param {string} folder */
function licenceText(folder) {
  if (!existsSync(folder)) return null;
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(_[a-z]+)?(\.(md|txt))?$/i.test(name));
  return file ? readFileSync(join(folder, file), 'utf8').trim() : null;
}

/**
 * A bill of materials in CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/): the same for the same packages, so that
 * two builds can be compared.
 * @param {{ name: string, version: string }} application
 * @param {readonly ShippedPackage[]} packages
 */
export function billOfMaterials(application, packages) {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': application.name, ...application } },
    components: packages.map(({ published: name, version, license }) => {
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
