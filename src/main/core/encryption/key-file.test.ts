import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keyFileName } from '../db/data-keys';
import type { KeyVault } from '../ports';
import {
  isWhole,
  keyFilesIn,
  makeDataKey,
  makeKeyFile,
  openWithSystem,
  openWithWords,
  sealKey,
  writeKeyFile,
  type KeyFile,
} from './key-file';
import { isRecoveryKey, makeRecoveryKey, recoveryDigits } from './recovery-key';

const passphrase = 'trois chevaux été';
const key = makeDataKey();
const recoveryKey = makeRecoveryKey();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-é '));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function makeFile(): Promise<KeyFile> {
  const seals = [await sealKey(key, 'passphrase', passphrase), await sealKey(key, 'recovery', recoveryKey)];
  return makeKeyFile(key, { revision: 0, seals, system: null });
}

describe('a recovery key', () => {
  it('has 160 bits in groups that can be read aloud, another each time', () => {
    expect(recoveryKey).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(new Set(Array.from({ length: 50 }, makeRecoveryKey)).size).toBe(50);
  });

  it('is known however it is typed', () => {
    expect(recoveryDigits(' abo1-il ')).toBe('AB0111');
    expect(isRecoveryKey(recoveryKey.toLowerCase().replaceAll('-', ' '))).toBe(true);
    expect(isRecoveryKey(recoveryKey.slice(1))).toBe(false);
    expect(isRecoveryKey('U'.repeat(32))).toBe(false);
  });
});

describe('a key file', () => {
  it('is opened by the passphrase and by the recovery key, and by nothing else', async () => {
    const file = await makeFile();
    expect(await openWithWords(file, passphrase)).toEqual(key);
    // The accents as another keyboard composes them.
    expect(await openWithWords(file, passphrase.normalize('NFD'))).toEqual(key);
    expect(await openWithWords(file, recoveryKey.toLowerCase().replaceAll('-', ''))).toEqual(key);
    for (const wrong of ['Trois chevaux été', '', makeRecoveryKey()]) {
      expect([wrong, await openWithWords(file, wrong)]).toEqual([wrong, null]);
    }
    expect(JSON.stringify(file)).not.toContain(key.secret);
  });

  it('opens nothing once a byte of a seal is another, or a seal stands for another key or another kind', async () => {
    const file = await makeFile();
    const [first, second] = file.seals;
    if (!first || !second) throw new Error('Both seals are there.');
    const flipped = Buffer.from(first.sealed, 'base64');
    flipped[3] = (flipped[3] ?? 0) ^ 1;
    const changed = [
      { ...file, seals: [{ ...first, sealed: flipped.toString('base64') }] },
      { ...file, id: 'ab'.repeat(16) },
      { ...file, seals: [{ ...first, by: 'recovery' as const }] },
      { ...file, seals: [{ ...second, by: 'passphrase' as const }] },
    ];
    for (const other of changed) expect(await openWithWords(other, passphrase)).toBeNull();
    for (const other of changed) expect(await openWithWords(other, recoveryKey)).toBeNull();
    expect(isWhole(file, key)).toBe(true);
    expect(changed.map((other) => isWhole(other, key))).toEqual([false, false, false, false]);
    expect(isWhole({ ...file, revision: 1 }, key)).toBe(false);
    // Each PC's own.
    expect(isWhole({ ...file, system: 'AAAA' }, key)).toBe(true);
  });

  it('comes back as it was written, or not at all when it is torn, with the next folder instead', async () => {
    const file = await makeFile();
    writeKeyFile(folder, file);
    expect(keyFilesIn([folder], key.id)).toEqual([file]);
    const path = join(folder, keyFileName(key.id));
    const whole = readFileSync(path);
    const backup = mkdtempSync(join(folder, 'backup'));
    writeKeyFile(backup, file);
    for (const length of [0, 1, whole.length / 2, whole.length - 3]) {
      writeFileSync(path, whole.subarray(0, length));
      expect(keyFilesIn([folder], key.id)).toEqual([]);
      expect(keyFilesIn([folder, backup], key.id)).toEqual([file]);
    }
  });

  it('takes no parameters that would use up the memory of the PC', async () => {
    const file = await makeFile();
    writeKeyFile(folder, { ...file, seals: file.seals.map((seal) => ({ ...seal, n: 2 ** 30 })) });
    expect(keyFilesIn([folder], key.id)).toEqual([]);
  });

  it('is opened by the system of the PC that locked it away, and by no other', async () => {
    const locked = (name: string): KeyVault => ({
      isUsable: () => Promise.resolve(true),
      seal: (secret) => Promise.resolve(Buffer.from(`${name} ${secret}`)),
      open: (sealed) => {
        const [of, secret = null] = Buffer.from(sealed).toString().split(' ');
        return Promise.resolve(of === name ? secret : null);
      },
    });
    const system = Buffer.from(await locked('here').seal(key.secret)).toString('base64');
    const file = { ...(await makeFile()), system };
    expect(await openWithSystem(file, locked('here'))).toEqual(key);
    expect(await openWithSystem(file, locked('elsewhere'))).toBeNull();
    expect(await openWithSystem(file, undefined)).toBeNull();
  });
});
