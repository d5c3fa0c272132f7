import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isForbidden, policyFileOf } from '../../machine-policy';
import { updatesOf, type UpdatePlace } from './update-policy';

let folder = '';
let place: UpdatePlace;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting é '));
  mkdirSync(join(folder, 'resources'));
  writeFileSync(join(folder, 'resources', 'app-update.yml'), 'provider: generic');
  place = {
    ...{ platform: 'linux', env: { APPIMAGE: '/home/a/smart-recruiting.AppImage' }, isPackaged: true },
    ...{ execPath: join(folder, 'smart-recruiting'), resourcesDir: join(folder, 'resources') },
    policyFile: join(folder, 'policy.json'),
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

it('leaves it to the person where nobody says otherwise', () => {
  expect(updatesOf(place)).toBe('possible');
  writeFileSync(place.policyFile, JSON.stringify({ updates: 'ask', other: 1 }));
  expect(updatesOf(place)).toBe('possible');
});

it.each([
  ['a policy', '{"updates":"off"}'],
  ['one that cannot be read', '{"updates":'],
  ['one with a word that nobody knows', '{"updates":"never"}'],
])('forbids it by %s', (_what, policy) => {
  writeFileSync(place.policyFile, policy);
  expect(updatesOf(place)).toBe('forbidden');
});

it('forbids it by the environment', () => {
  for (const env of [
    { SMART_RECRUITING_UPDATES: 'off' },
    { SMART_RECRUITING_OFFLINE: '1' },
    { SMART_RECRUITING_OFFLINE: 'true' },
  ]) {
    expect(updatesOf({ ...place, env: { ...place.env, ...env } })).toBe('forbidden');
  }
});

it('decides on services alike, and on each for itself', () => {
  expect(isForbidden('services', place)).toBe(false);
  expect(isForbidden('services', { ...place, env: { SMART_RECRUITING_OFFLINE: 'true' } })).toBe(true);
  writeFileSync(place.policyFile, '{"services":"off"}');
  expect([isForbidden('services', place), isForbidden('updates', place)]).toEqual([true, false]);
});

it('offers nothing to a checkout, a copy without an address, a package of the system', () => {
  expect(updatesOf({ ...place, isPackaged: false })).toBe('none');
  expect(updatesOf({ ...place, env: {} })).toBe('none');
  rmSync(join(place.resourcesDir, 'app-update.yml'));
  expect(updatesOf(place)).toBe('none');
});

it('offers nothing to an installation for everybody, nor to a folder that was only unpacked', () => {
  const windows = { ...place, platform: 'win32', env: { ProgramFiles: 'C:\\Program Files' } } as const;
  expect(updatesOf(windows)).toBe('none');
  writeFileSync(join(folder, 'Uninstall Smart Recruiting.exe'), '');
  expect(updatesOf(windows)).toBe('possible');
  expect(updatesOf({ ...windows, execPath: 'c:\\program files\\Smart Recruiting\\Smart Recruiting.exe' })).toBe('none');
});

it('looks for the policy where only an administrator lays things down', () => {
  expect(policyFileOf({ platform: 'linux', env: {} })).toBe('/etc/smart-recruiting/policy.json');
  expect(policyFileOf({ platform: 'win32', env: { ProgramData: 'D:\\ProgramData' } })).toContain('D:\\ProgramData');
});
