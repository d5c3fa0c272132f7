import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { affectedPackages, compareVersions, dateOf, readAdvisories } from '../../scripts/advisories.mjs';
import { installedPackages, lockFaults, type Lock } from '../../scripts/audit-lock.mjs';

const npmrc = 'ignore-scripts=true\n';
const integrity = `sha512-${'A'.repeat(86)}==`;
const sound = { version: '1.2.3', integrity, license: 'MIT' };
const lockOf = (packages: NonNullable<Lock['packages']>): Lock => ({ lockfileVersion: 3, packages });

it('finds nothing wrong with the project’s own lock file', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  expect(installedPackages(lock).length).toBeGreaterThan(100);
  expect(lockFaults(lock, readFileSync('.npmrc', 'utf8'))).toEqual([]);
});

it('tells each thing that is wrong with a lock file', () => {
  const lock = lockOf({
    '': { dependencies: { one: '^1.2.3', 'better-sqlite3': '13.2.0' } },
    'node_modules/one': sound,
    'node_modules/better-sqlite3': { ...sound, version: '13.2.1' },
    'node_modules/one/node_modules/better-sqlite3': { ...sound, version: '12.0.0' },
    'node_modules/weak': { ...sound, integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' },
    'node_modules/elsewhere': { ...sound, resolved: 'https://example.org/elsewhere.tgz' },
    'node_modules/eager': { ...sound, hasInstallScript: true },
    'node_modules/@scope/viral': { ...sound, license: 'GPL-3.0-only' },
    'node_modules/mute': { version: '1.0.0', integrity },
    'node_modules/near': { link: true },
  });
  expect(lockFaults({ ...lock, lockfileVersion: 2 }, '')).toEqual([
    'The lock file is of version 2, not 3.',
    '.npmrc does not forbid the scripts of packages.',
    'one is asked for as ^1.2.3, which is no exact version.',
    'one is asked for as ^1.2.3 and locked as 1.2.3.',
    'better-sqlite3 is asked for as 13.2.0 and locked as 13.2.1.',
    'node_modules/weak has no SHA-512 of its content.',
    'node_modules/elsewhere comes from https://example.org/elsewhere.tgz.',
    'node_modules/eager has a script of its own that nobody has read.',
    'node_modules/@scope/viral has the licence GPL-3.0-only.',
    'node_modules/mute tells no licence.',
    'node_modules/near is a link to a folder.',
    'better-sqlite3 is there 2 times: node_modules/better-sqlite3, node_modules/one/node_modules/better-sqlite3.',
  ]);
  expect(lockFaults(lockOf({ '': { dependencies: { one: '1.2.3' } }, 'node_modules/one': sound }), npmrc)).toEqual([]);
});

it('knows a package that is installed under the name of another', () => {
  const aliased = (name: string): Lock =>
    lockOf({ '': { dependencies: { one: 'npm:other@1.2.3' } }, 'node_modules/one': { ...sound, name } });
  expect(lockFaults(aliased('other'), npmrc)).toEqual([]);
  expect(lockFaults(aliased('third'), npmrc)).toEqual([
    'one is asked for as npm:other@1.2.3 and locked as third 1.2.3.',
  ]);
  expect(installedPackages(aliased('other'))).toEqual([{ name: 'other', version: '1.2.3', path: 'node_modules/one' }]);
});

it('finds the packages that advisories speak of, in files of every form', () => {
  const folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-advisories-'));
  const advisory = (id: string, events: readonly object[], more = {}): string =>
    JSON.stringify({
      ...{ id, summary: 'Takes anything.', modified: `2026-0${id.length}-01T00:00:00Z` },
      affected: [{ package: { ecosystem: 'npm', name: '@scope/one' }, ranges: [{ type: 'SEMVER', events }] }],
      ...more,
    });
  try {
    mkdirSync(join(folder, 'below'));
    writeFileSync(join(folder, 'below', 'A.json'), advisory('A', [{ introduced: '0' }, { fixed: '1.2.4' }]));
    const lines = [
      advisory('BB', [{ introduced: '1.0.0' }, { last_affected: '1.2.3' }]),
      advisory('CCC', [{ introduced: '0' }, { fixed: '1.2.3' }]),
      advisory('DDDD', [{ introduced: '1.2.4' }]),
      advisory('EEEEE', [{ introduced: '0' }], { withdrawn: '2026-01-01T00:00:00Z' }),
    ];
    writeFileSync(join(folder, 'lines.json'), lines.join('\n'));
    const other = { affected: [{ package: { ecosystem: 'PyPI', name: '@scope/one' }, versions: ['1.2.3'] }] };
    writeFileSync(join(folder, 'list.json'), `[${advisory('FFFFFF', [], other)}]`);
    const advisories = readAdvisories(folder);
    const installed = installedPackages(lockOf({ 'node_modules/x/node_modules/@scope/one': sound }));
    expect(affectedPackages(advisories, installed)).toEqual([
      '@scope/one 1.2.3: A Takes anything.',
      '@scope/one 1.2.3: BB Takes anything.',
    ]);
    expect([advisories.length, dateOf(advisories)]).toEqual([6, '2026-06-01T00:00:00Z']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('orders versions as semver does', () => {
  const ordered = ['1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-2.x', '1.0.0-beta.2', '1.0.0-beta.11'];
  const all = [...ordered, '1.0.0', '1.0.1', '1.2.0', '1.10.0', '2.0.0'];
  const sorted = [...all].reverse().sort(compareVersions);
  // A number comes before a word.
  expect(sorted).toEqual(['1.0.0-2.x', ...all.filter((version) => version !== '1.0.0-2.x')]);
  expect(compareVersions('1.0.0+one', '1.0.0+two')).toBe(0);
});
