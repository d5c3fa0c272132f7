import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { AppError } from '../../src/shared/domain/app-error';
import { emptyOfferForm } from '../../src/shared/domain/offer-form';
import type { openApp, OpenApp } from './open-app';

/** Names and words that nothing else holds. */
export const traces = ['Ghislaine Morvantec', 'ghislaine.morvantec@brumelis.example', 'zwyxomorphe', 'Brumelis Océane'];
export const passphrase = 'trois chevaux bleus';
export const dayOf = (day: number): string => `2026-03-0${day}T09:00:00Z`;

/** A folder of each test's own, removed after it. */
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-é '));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

export const place = (): string => folder;
export const home = (): string => join(folder, 'données');
export const databaseIn = (dir: string): string => join(dir, 'smart-recruiting.db');

/** A start of the application as a process of its own has it: without any key but those that are given to it. */
export async function start(words: string | null = null, day = 2, dataDir = home()): Promise<OpenApp> {
  vi.resetModules();
  const { unlockData } = await import('../../src/main/core/encryption/unlock-service');
  const { bringRestore } = await import('../../src/main/core/db/restore');
  const { filesHere } = await import('../../src/main/core/db/folder-files');
  const fresh = (await import('./open-app')) as { readonly openApp: typeof openApp };
  await bringRestore(dataDir, filesHere);
  await unlockData(dataDir, { words });
  return await fresh.openApp({}, dayOf(day), { dataDir });
}

export async function reasonOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    // Every start has modules, and so a class, of its own.
    return AppError.fromWire(error).reason;
  }
}

/** Has the next start encrypt the database; answers with the recovery key. */
export async function wantEncryption({ client }: OpenApp): Promise<string> {
  const { recoveryKey } = await client.encryption.begin({ passphrase, bySystem: false });
  expect(await reasonOf(client.encryption.confirm({ end: 'AAAA-AAAA' }))).toBe('recovery-key-wrong');
  await client.encryption.confirm({ end: recoveryKey.slice(-9).toLowerCase() });
  return recoveryKey;
}

export async function writeOffer({ client }: OpenApp): Promise<void> {
  const form = {
    ...emptyOfferForm,
    title: 'Assistante de direction',
    description: 'Un poste zwyxomorphe auprès de Ghislaine Morvantec. '.repeat(40),
    ...{ companyName: 'Brumelis Océane', contactName: 'Ghislaine Morvantec', contactEmail: traces[1] ?? '' },
  };
  await client.offers.save({ offerId: null, revision: null, form, hasNames: true });
}
