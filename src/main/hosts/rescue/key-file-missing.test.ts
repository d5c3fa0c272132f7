import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { wantKey } from '../../core/db/wanted-key';
import { requestRestore } from '../../core/db/restore';
import { unlockData } from '../../core/encryption/unlock-service';
import type { AppPaths } from '../paths';
import { askAfter } from './ask-page';
import { unlockTexts } from './unlock-texts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-é '));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

it('lets plain data be opened whose key file is gone before they were encrypted, and says that it is', async () => {
  writeFileSync(join(dataDir, 'smart-recruiting.db'), 'SQLite format 3\0');
  wantKey(dataDir, 'ab'.repeat(16));
  const error = await unlockData(dataDir, {}).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ reason: 'key-file-missing' });
  const begin = askAfter(error, { dataDir, logsDir: join(dataDir, 'logs') } as AppPaths, 'en');
  const asked = begin?.(() => Promise.resolve('http://127.0.0.1/'));
  if (!asked) throw new Error('Nothing is asked.');
  const shown = await (await asked.page.request('/')).text();
  expect(shown).toContain('The key file is missing');
  expect(shown).toContain(unlockTexts.en.plain.open);
  await asked.page.request('/rescue/stay-plain', { method: 'POST' });
  await asked.end();
  await expect(unlockData(dataDir, {})).resolves.toBeUndefined();
});

it('does not keep the data from opening where a backup that is to be restored cannot be read', async () => {
  mkdirSync(join(dataDir, 'folder.db'));
  requestRestore(dataDir, join(dataDir, 'folder.db'));
  await expect(unlockData(dataDir, {})).resolves.toBeUndefined();
});
