import { existsSync } from 'node:fs';
import type { EncryptionState } from '../../../shared/contract/encryption';
import { AppError } from '../../../shared/domain/app-error';
import { heldDataKey, type DataKey } from '../db/data-keys';
import type { Database } from '../db/open';
import { cipherName, openedKeyId } from '../db/open-file';
import { wantedKey, wantKey, wantNothing, wantPlain } from '../db/wanted-key';
import type { KeyVault } from '../ports';
import type { SettingService } from '../settings/setting-service';
import { findKeyFile, makeDataKey, openWithWords, sealKey, writeKeyFile, type KeyFile } from './key-file';
import { confirmedDigits, makeRecoveryKey, recoveryDigits } from './recovery-key';
import { keyFoldersOf, keyWrong } from './unlock-service';

/** What opens a key besides the recovery sheet; at least one of them. */
export interface Openers {
  readonly passphrase: string | null;
  readonly bySystem: boolean;
}

export interface EncryptionService {
  state(): Promise<EncryptionState>;
  begin(openers: Openers): Promise<{ readonly recoveryKey: string }>;
  confirm(end: string): Promise<EncryptionState>;
  cancel(): Promise<EncryptionState>;
  setOpeners(words: string, openers: Openers): Promise<EncryptionState>;
  decrypt(words: string): Promise<EncryptionState>;
}

export interface EncryptionParts {
  readonly database: Database;
  readonly dataDir: string;
  readonly settingService: SettingService;
  readonly keyVault?: KeyVault | undefined;
}

/** A key that nothing is under yet: the person is writing down its recovery key. */
interface Draft {
  readonly file: KeyFile;
  readonly recoveryKey: string;
}

/** The choice whether the database is encrypted, and what opens its key. The next start carries it out. */
export function createEncryptionService(parts: EncryptionParts): EncryptionService {
  const { database, dataDir, settingService, keyVault } = parts;
  let draft: Draft | null = null;

  const hasSystem = async (): Promise<boolean> => (await keyVault?.isUsable()) ?? false;
  const presentId = (): string | null => openedKeyId(database.path);
  /** The key that counts: that of the database, or the one that it is about to be under. */
  const keyId = (): string | null => wantedKey(dataDir)?.keyId ?? presentId();
  const state = async (): Promise<EncryptionState> => {
    const [wish, present, id] = [wantedKey(dataDir), presentId(), keyId()];
    const isPending = wish !== null && wish.keyId !== present;
    const file = id === null ? null : findKeyFile([dataDir], id);
    const canAskSystem = await hasSystem();
    return {
      isEncrypted: present !== null,
      cipher: cipherName,
      pending: !isPending ? null : wish.keyId === null ? 'decrypt' : 'encrypt',
      opensBy: [
        ...(file?.seals.some(({ by }) => by === 'passphrase') ? (['passphrase'] as const) : []),
        ...(file !== null && file.system !== null && canAskSystem ? (['system'] as const) : []),
      ],
      hasSystem: canAskSystem,
      hasKeyFile: file !== null,
      failure: database.notAsWanted?.toWire() ?? null,
    };
  };

  const sealed = async (
    key: DataKey,
    { passphrase, bySystem }: Openers,
  ): Promise<Pick<KeyFile, 'seals' | 'system'>> => {
    const isLocked = bySystem && keyVault !== undefined && (await hasSystem());
    if (passphrase === null && !isLocked) {
      throw new AppError('invalid-input', 'Nothing but the recovery key would open the data.', 'opener-missing');
    }
    return {
      seals: passphrase === null ? [] : [await sealKey(key, 'passphrase', passphrase)],
      system: isLocked ? Buffer.from(await keyVault.seal(key.secret)).toString('base64') : null,
    };
  };
  /** Beside the database, and wherever its backups lie: those are worth nothing without it. */
  const store = (file: KeyFile): void => {
    writeKeyFile(dataDir, file);
    const { backupFolder } = settingService.get();
    for (const folder of [...keyFoldersOf(dataDir), ...(backupFolder === null ? [] : [backupFolder])]) {
      // A network folder that is away gets it with the next backup.
      if (existsSync(folder)) writeQuietly(folder, { ...file, system: folder === dataDir ? file.system : null });
    }
  };
  /** The key that the database is under, by who knows a secret of its file. */
  const opened = async (words: string): Promise<{ readonly file: KeyFile; readonly key: DataKey }> => {
    const id = presentId();
    const file = id === null ? null : findKeyFile(keyFoldersOf(dataDir), id);
    if (file === null) throw changed();
    const key = await openWithWords(file, words);
    if (key === null) throw keyWrong();
    return { file, key };
  };

  return {
    state,
    async begin(openers) {
      if (keyId() !== null) throw changed();
      const [key, recoveryKey] = [makeDataKey(), makeRecoveryKey()];
      const { seals, system } = await sealed(key, openers);
      const recovery = await sealKey(key, 'recovery', recoveryKey);
      draft = { file: { version: 1, id: key.id, seals: [...seals, recovery], system }, recoveryKey };
      return { recoveryKey };
    },
    async confirm(end) {
      if (draft === null || keyId() !== null || database.isReadOnly) throw changed();
      if (recoveryDigits(end) !== recoveryDigits(draft.recoveryKey).slice(-confirmedDigits)) {
        throw new AppError('conflict', 'This is not the end of the recovery key.', 'recovery-key-wrong');
      }
      store(draft.file);
      // Last: without its key file nobody could open what is encrypted.
      wantKey(dataDir, draft.file.id);
      draft = null;
      return await state();
    },
    async cancel() {
      const present = presentId();
      if (present === null) wantNothing(dataDir);
      else wantKey(dataDir, present);
      return await state();
    },
    async setOpeners(words, openers) {
      const { file, key } = await opened(words);
      const { seals, system } = await sealed(key, openers);
      store({ ...file, seals: [...seals, ...file.seals.filter(({ by }) => by === 'recovery')], system });
      return await state();
    },
    async decrypt(words) {
      const { key } = await opened(words);
      wantPlain(dataDir, heldDataKey(key.id) ?? key);
      return await state();
    },
  };
}

function writeQuietly(folder: string, file: KeyFile): void {
  try {
    writeKeyFile(folder, file);
  } catch {
    // Read-only, or away just now: the next backup brings it.
  }
}

function changed(): AppError {
  return new AppError('conflict', 'The database is encrypted already, or not yet.', 'encryption-changed');
}
