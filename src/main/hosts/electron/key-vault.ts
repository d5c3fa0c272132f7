import type { SafeStorage } from 'electron';
import type { KeyVault } from '../../core/ports';

/**
 * Keys locked away by the system: DPAPI on Windows, the Keychain on macOS, the desktop's secret store on Linux. Where Linux
 * has none, Electron would only scramble them under a password that everybody knows: that is no lock.
 */
export function createKeyVault(safeStorage: SafeStorage, platform: NodeJS.Platform = process.platform): KeyVault {
  return {
    async isUsable() {
      if (!(await safeStorage.isAsyncEncryptionAvailable())) return false;
      return platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
    },
    seal: (secret) => safeStorage.encryptStringAsync(secret),
    async open(sealed) {
      try {
        return (await safeStorage.decryptStringAsync(Buffer.from(sealed))).result;
      } catch {
        return null;
      }
    },
  };
}
