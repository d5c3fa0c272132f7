import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseJson } from './project.mjs';

/**
 * An advisory in the format of OSV (https://ossf.github.io/osv-schema/), which GitHub's advisory database is kept in.
 * @typedef {{ introduced?: string, fixed?: string, last_affected?: string }} OsvEvent
 * @typedef {{ package?: { ecosystem?: string, name?: string }, versions?: string[],
 *   ranges?: { type?: string, events?: OsvEvent[] }[] }} Affected
 * @typedef {{ id: string, summary?: string, modified?: string, withdrawn?: string, affected?: Affected[] }} Advisory
 * @typedef {import('./audit-lock.mjs').Installed} Installed
 */

/**
 * The advisories of a file (one, a list, or one a line) or of all `.json` files in a folder and those below it.
 * @param {string} path
 * @returns {Advisory[]}
 */
export function readAdvisories(path) {
  if (statSync(path).isDirectory()) {
    const names = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
    return names.flatMap((name) => readAdvisories(join(path, name)));
  }
  const text = readFileSync(path, 'utf8').trim();
  const isLines = text.startsWith('{') && /\}\r?\n\{/.test(text);
  const read = isLines ? text.split(/\r?\n/).map(parseJson) : [parseJson(text)].flat();
  return /** @type {Advisory[]} */ (read);
}

/** When the newest of these advisories was written or changed; null when none says so. */
export function dateOf(/** @type {readonly Advisory[]} */ advisories) {
  return advisories.reduce((/** @type {string | null} */ newest, { modified }) => {
    return modified !== undefined && (newest === null || modified > newest) ? modified : newest;
  }, null);
}

/**
 * Which installed packages an advisory speaks of, a line each; withdrawn ones are left out.
 * @param {readonly Advisory[]} advisories
 * @param {readonly Installed[]} installed
 * @returns {string[]}
 */
export function affectedPackages(advisories, installed) {
  /** @type {Map<string, Installed[]>} */
  const byName = new Map();
  for (const one of installed) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  const lines = advisories
    .filter(({ withdrawn }) => withdrawn === undefined)
    .flatMap(({ id, summary = '', affected = [] }) =>
      affected.flatMap((one) =>
        (one.package?.ecosystem === 'npm' ? (byName.get(one.package.name ?? '') ?? []) : [])
          .filter(({ version }) => isAffected(version, one))
          .map(({ name, version }) => `${name} ${version}: ${id} ${summary}`.trim()),
      ),
    );
  return [...new Set(lines)].sort();
}

/**
 * @param {string} version
 * @param {Affected} affected
 */
function isAffected(version, { versions = [], ranges = [] }) {
  if (versions.includes(version)) return true;
  return ranges.some(({ type, events = [] }) => type === 'SEMVER' && isWithin(version, events));
}

/**
 * Whether the last event up to a version lets it be affected: events are ordered by their version.
 * @param {string} version
 * @param {readonly OsvEvent[]} events
 */
function isWithin(version, events) {
  let isIn = false;
  for (const { introduced, fixed, last_affected: last } of events) {
    if (introduced !== undefined && (introduced === '0' || compareVersions(version, introduced) >= 0)) isIn = true;
    if (fixed !== undefined && compareVersions(version, fixed) >= 0) isIn = false;
    if (last !== undefined && compareVersions(version, last) > 0) isIn = false;
  }
  return isIn;
}

/**
 * Which of two versions comes first (https://semver.org, §11): negative for the first, positive for the second.
 * @param {string} one
 * @param {string} other
 */
export function compareVersions(one, other) {
  const [mine, theirs] = [partsOf(one), partsOf(other)];
  for (const place of [0, 1, 2]) {
    const difference = (mine.numbers[place] ?? 0) - (theirs.numbers[place] ?? 0);
    if (difference !== 0) return difference;
  }
  if (mine.before.length === 0 || theirs.before.length === 0) return theirs.before.length - mine.before.length;
  for (const [place, word] of mine.before.entries()) {
    const against = theirs.before[place];
    if (against === undefined) return 1;
    const difference = compareWords(word, against);
    if (difference !== 0) return difference;
  }
  return mine.before.length - theirs.before.length;
}

/**
 * Numbers come before words and by their size.
 * @param {string} one
 * @param {string} other
 */
function compareWords(one, other) {
  const [isNumber, isOtherNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)];
  if (isNumber && isOtherNumber) return Number(one) - Number(other);
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  return one === other ? 0 : one < other ? -1 : 1;
}

/** @param {string} version */
function partsOf(version) {
  const [numbers = '', ...before] = (version.split('+')[0] ?? '').split('-');
  const words = before.join('-');
  return { numbers: numbers.split('.').map(Number), before: words === '' ? [] : words.split('.') };
}
