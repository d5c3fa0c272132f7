import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { isOnNetwork, type PlaceAsked } from './network-place';

const asked = (platform: NodeJS.Platform, realPath: string, kind: number): PlaceAsked => ({
  platform,
  realPath: () => realPath,
  kindOf: () => kind,
});

it.each([
  ['\\\\serveur\\partage\\données', true],
  ['\\\\?\\UNC\\serveur\\partage', true],
  ['C:\\Users\\Léa\\AppData\\Roaming\\Smart Recruiting', false],
  ['\\\\?\\C:\\Users\\Léa', false],
])('knows a share of Windows by its real name: %s', (realPath, isShare) => {
  expect(isOnNetwork('Z:\\', asked('win32', realPath, 0))).toBe(isShare);
});

it.each([
  ['SMB', 0xff534d42, true],
  ['SMB 2', 0xfe534d42, true],
  ['NFS', 0x6969, true],
  ['ext4', 0xef53, false],
])('knows the kinds of Linux: %s', (_name, kind, isShare) => {
  expect(isOnNetwork('/donnees', asked('linux', '', kind))).toBe(isShare);
});

it('asks this system, and takes a folder that is not there for none of them', () => {
  expect(isOnNetwork(tmpdir())).toBe(false);
  expect(isOnNetwork('/il/n/y/a/rien')).toBe(false);
});
