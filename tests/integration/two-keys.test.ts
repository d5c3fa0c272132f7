import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { AppError } from '../../src/shared/domain/app-error';
import { home, passphrase, place, reasonOf, start, wantEncryption, writeOffer } from '../support/encrypted-home';

const another = 'quatre ânes gris';
const elsewhere = (): string => join(place(), 'autre PC');
const share = (): string => join(place(), 'partage');

/** An encrypted data folder that is opened by `words`, with a backup. */
async function encrypted(dataDir: string, words: string): Promise<void> {
  {
    await using app = await start(null, 2, dataDir);
    await writeOffer(app);
    await wantEncryption(app);
  }
  await using app = await start(passphrase, 3, dataDir);
  await app.endOf((await app.client.backups.start({})).jobId);
  await app.client.encryption.setOpeners({ words: passphrase, passphrase: words, bySystem: false });
}

beforeEach(async () => {
  await encrypted(home(), passphrase);
  await encrypted(elsewhere(), another);
  mkdirSync(share());
  for (const name of readdirSync(join(elsewhere(), 'backup')))
    copyFileSync(join(elsewhere(), 'backup', name), join(share(), name));
});

const backupName = (): string => readdirSync(share()).find((name) => name.endsWith('.db')) ?? '';

/** Tries to unlock one after the other in one process; what each answers. */
async function unlocked(...tries: readonly (string | null)[]): Promise<unknown[]> {
  vi.resetModules();
  const { unlockData } = await import('../../src/main/core/encryption/unlock-service');
  const { bringRestore } = await import('../../src/main/core/db/restore');
  const { filesHere } = await import('../../src/main/core/db/folder-files');
  await bringRestore(home(), filesHere);
  const answers = [];
  for (const words of tries) {
    const failure: unknown = await unlockData(home(), { words }).then(
      () => null,
      (error: unknown) => error,
    );
    const error = failure === null ? null : AppError.fromWire(failure);
    answers.push([error?.reason ?? null, error?.details['path'] ?? null]);
  }
  return answers;
}

it('asks for the second key once the first is open, and says of which file', async () => {
  {
    await using app = await start(passphrase, 4);
    await app.client.backups.setFolder({ folder: share() });
    await app.client.backups.unlock({ name: backupName(), words: another });
    await app.client.backups.restore({ name: backupName() });
  }
  const [database, backup] = [join(home(), 'smart-recruiting.db'), join(share(), backupName())];
  expect(await unlocked(null, 'rien de cela', passphrase, 'rien de cela', another)).toEqual([
    ['key-needed', database],
    ['key-wrong', null],
    ['key-needed', backup],
    ['key-wrong', null],
    [null, null],
  ]);
  // The other way round.
  expect(await unlocked(another, passphrase)).toEqual([
    ['key-needed', database],
    [null, null],
  ]);
});

it('tells a backup whose key file was left behind from a damaged one, and opens it once that is back', async () => {
  const [keyFile = ''] = readdirSync(share()).filter((name) => name.endsWith('.key'));
  const kept = readFileSync(join(share(), keyFile));
  rmSync(join(share(), keyFile));
  const name = backupName();
  await using app = await start(passphrase, 4);
  await app.client.backups.setFolder({ folder: share() });
  const { backups } = app.client;
  expect(await reasonOf(backups.compare({ name }))).toBe('key-file-missing');
  expect(await reasonOf(backups.restore({ name }))).toBe('key-file-missing');
  expect(await reasonOf(backups.unlock({ name, words: another }))).toBe('key-file-missing');
  // Where the sentence says: in the data folder.
  writeFileSync(join(home(), keyFile), kept);
  expect(await reasonOf(backups.unlock({ name, words: another }))).toBeNull();
  expect(await backups.compare({ name })).toMatchObject({ isOther: true });
  const bytes = readFileSync(join(elsewhere(), 'backup', name));
  const other = name.replace('2026-03-03', '2026-03-04');
  copyFileSync(join(share(), `${name}.sha256`), join(share(), `${other}.sha256`));
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(join(share(), other), bytes.fill(0x11, 0, 16));
  expect(await reasonOf(backups.compare({ name: other }))).toBe('backup-damaged');
});
