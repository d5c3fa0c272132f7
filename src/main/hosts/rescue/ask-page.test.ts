import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openApp } from '../../../../tests/support/open-app';
import { wantedKeyId } from '../../core/db/wanted-key';
import { resolvePaths } from '../paths';
import { askAfter, type AskPage } from './ask-page';
import { keyNeeded } from '../../core/db/open-file';

const passphrase = 'trois chevaux bleus';
const address = 'http://127.0.0.1:1/?token=x';

let dataDir = '';
let asking: AskPage | null = null;
const leave = vi.fn(async () => {
  await asking?.end();
  return address;
});

/** The page of a start that has to encrypt the data. */
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-é '));
  await using app = await openApp({}, undefined, { dataDir });
  const { recoveryKey } = await app.client.encryption.begin({ passphrase, bySystem: false });
  await app.client.encryption.confirm({ end: recoveryKey.slice(-9) });
});
beforeEach(() => {
  leave.mockClear();
  const begin = askAfter(keyNeeded(dataDir, ''), resolvePaths(dataDir), 'fr');
  asking = begin?.(leave) ?? null;
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const post = async (path: string, words = ''): Promise<string | null | undefined> => {
  const body = new URLSearchParams({ words });
  const answer = await asking?.page.request(path, { method: 'POST', body });
  return answer?.headers.get('location');
};

it('leads a button that is pressed twice to one start of the application', async () => {
  expect(await post('/unlock', 'trois chevaux verts')).toBe('/');
  const presses = [post('/unlock', passphrase), post('/unlock', passphrase)];
  expect(await Promise.all(presses)).toEqual([address, address]);
  expect(await post('/unlock', passphrase)).toBe(address);
  expect(leave).toHaveBeenCalledOnce();
});

it('keeps the first of two different answers', async () => {
  const wanted = wantedKeyId(dataDir);
  expect(await post('/unlock', passphrase)).toBe(address);
  expect(await post('/rescue/stay-plain')).toBe(address);
  expect(wantedKeyId(dataDir)).toBe(wanted);
  expect(leave).toHaveBeenCalledOnce();
});
