import type { SafeStorage } from 'electron';
import { expect, it } from 'vitest';
import { createKeyVault } from './key-vault';

type Backend = ReturnType<SafeStorage['getSelectedStorageBackend']>;

/** A system that turns letters round, and opens nothing but what it turned itself. */
function systemWith(backend: Backend, isAvailable = true): SafeStorage {
  const turned = (text: string): string => [...text].reverse().join('');
  return {
    isAsyncEncryptionAvailable: () => Promise.resolve(isAvailable),
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: (text: string) => Promise.resolve(Buffer.from(`v11${turned(text)}`)),
    decryptStringAsync: (sealed: Buffer) => {
      const text = sealed.toString();
      if (!text.startsWith('v11')) return Promise.reject(new Error('Not ours.'));
      return Promise.resolve({ result: turned(text.slice(3)), shouldReEncrypt: false });
    },
  } as SafeStorage; // The rest of it is deprecated and not used.
}

it('is usable where the system locks keys away, and not where Linux would only scramble them', async () => {
  const usable = (backend: Backend, platform: NodeJS.Platform, isAvailable = true) =>
    createKeyVault(systemWith(backend, isAvailable), platform).isUsable();
  expect(await usable('gnome_libsecret', 'linux')).toBe(true);
  expect(await usable('basic_text', 'linux')).toBe(false);
  expect(await usable('unknown', 'linux')).toBe(false);
  expect(await usable('unknown', 'win32')).toBe(true);
  expect(await usable('unknown', 'win32', false)).toBe(false);
});

it('opens what it sealed, and nothing that somebody else did', async () => {
  const vault = createKeyVault(systemWith('kwallet6'), 'linux');
  const sealed = await vault.seal('clé secrète');
  expect(Buffer.from(sealed).toString()).not.toContain('secrète');
  expect(await vault.open(sealed)).toBe('clé secrète');
  expect(await vault.open(Buffer.from('autre'))).toBeNull();
});
