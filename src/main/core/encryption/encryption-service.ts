import { join } from 'node:path';
import type { EncryptionState } from '../../../shared/contract/encryption';
import { AppError } from '../../../shared/domain/app-error';
import { heldDataKey, keyFileName, type DataKey } from '../db/data-keys';
import type { Database } from '../db/open';
import { cipherName, keyFileMissing, openedKeyId } from '../db/open-file';
import { wantedKey, wantKey, wantNothing, wantPlain } from '../db/wanted-key';
import { filesHere } from '../db/folder-files';
import type { BackupFiles, KeyVault } from '../ports';
import type { SettingService } from '../settings/setting-service';
import { keyFilesIn, makeDataKey, makeKeyFile, openWithWords, sealKey, type KeyFile } from './key-file';
import {
  bringKeyFile,
  bringKeyFileAway,
  healKeyFiles,
  keepKeyFile,
  keptKeyFile,
  keyFoldersOf,
  openKey,
  type OpenedKey,
} from './key-file-service';
import { confirmedDigits, makeRecoveryKey, recoveryDigits } from './recovery-key';
import { keyWrong } from './unlock-service';

/** What opens a key besides the recovery sheet; at least one of them. */
export interface Openers {
  readonly passphrase: string | null;
  readonly bySystem: boolean;
}

export interface EncryptionService {
  state(): Promise<EncryptionState>;
  /** Whether this start could not do what is still asked for. */
  hasFailed(): boolean;
  begin(openers: Openers): Promise<{ readonly recoveryKey: string; readonly keyId: string }>;
  confirm(end: string): Promise<EncryptionState>;
  cancel(): Promise<EncryptionState>;
  setOpeners(words: string, openers: Openers): Promise<EncryptionState>;
  decrypt(words: string): Promise<EncryptionState>;
  /** Resolves when nothing is written to the folder of the backups any more. */
  over(): Promise<void>;
}

export interface EncryptionParts {
  readonly database: Database;
  readonly dataDir: string;
  readonly settingService: SettingService;
  readonly keyVault?: KeyVault | undefined;
  readonly backupFiles?: BackupFiles | undefined;
}

/** A key that nothing is under yet: the person is writing down its recovery key. */
interface Draft extends OpenedKey {
  readonly passphrase: string | null;
  readonly recoveryKey: string;
}

/** The choice whether the database is encrypted, and what opens its key. The next start carries it out. */
export function createEncryptionService(parts: EncryptionParts): EncryptionService {
  const { database, dataDir, settingService, keyVault, backupFiles: files = filesHere } = parts;
  let draft: Draft | null = null;
  let healing: Promise<void> = Promise.resolve();

  const hasSystem = async (): Promise<boolean> => (await keyVault?.isUsable()) ?? false;
  const presentId = (): string | null => openedKeyId(database.path);
  /** Nobody waits for a folder that may be out of reach. */
  const healAway = (id: string): void => {
    const { backupFolder } = settingService.get();
    if (backupFolder === null || database.isReadOnly) return;
    // The next backup brings it otherwise.
    healing = healing.then(() => bringKeyFileAway(id, backupFolder, files).catch(() => undefined));
  };
  /** The key that counts: that of the database, or the one that it is about to be under. */
  const keyId = (): string | null => wantedKey(dataDir)?.keyId ?? presentId();
  const state = async (): Promise<EncryptionState> => {
    const [wish, present, id] = [wantedKey(dataDir), presentId(), keyId()];
    const isPending = wish !== null && wish.keyId !== present;
    if (id !== null && !database.isReadOnly) {
      healKeyFiles(dataDir, id);
      healAway(id);
    }
    const [file = null] = id === null ? [] : keyFilesIn([dataDir], id);
    const canAskSystem = await hasSystem();
    return {
      isEncrypted: present !== null,
      keyId: id,
      cipher: cipherName,
      pending: !isPending ? null : wish.keyId === null ? 'decrypt' : 'encrypt',
      opensBy: [
        ...(file?.seals.some(({ by }) => by === 'passphrase') ? (['passphrase'] as const) : []),
        ...(file !== null && file.system !== null && canAskSystem ? (['system'] as const) : []),
      ],
      hasSystem: canAskSystem,
      hasKeyFile: file !== null,
      failure: isPending ? (database.notAsWanted?.toWire() ?? null) : null,
    };
  };

  const isAsWanted = (): boolean => {
    const wish = wantedKey(dataDir);
    return wish === null || wish.keyId === presentId();
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
  const store = (opened: OpenedKey): void => {
    keepKeyFile(dataDir, opened);
    // Beside the database it must be.
    bringKeyFile(dataDir, opened.key.id, dataDir);
    healAway(opened.key.id);
  };
  /** Throws unless what now lies on the disk can be opened with each of these. */
  const tryOut = async ({ key: { id }, passphrase, recoveryKey }: Draft): Promise<void> => {
    for (const words of [passphrase, recoveryKey].filter((each) => each !== null)) {
      const [file] = keyFilesIn([dataDir], id);
      if (!file || !(await openWithWords(file, words))) throw keyFileMissing(join(dataDir, keyFileName(id)));
    }
  };
  /** The key that the database is under, by who knows a secret of its file. */
  const opened = async (words: string): Promise<OpenedKey> => {
    const id = presentId();
    if (id === null) throw changed();
    const known = keptKeyFile(id);
    const found = await openKey(known ? [known] : keyFilesIn(keyFoldersOf(dataDir), id), { words });
    if (found === null) throw keyWrong();
    return found;
  };

  const presentAtStart = presentId();
  if (presentAtStart !== null) healAway(presentAtStart);

  return {
    state,
    hasFailed: () => database.notAsWanted !== null && !isAsWanted(),
    over: () => healing,
    async begin(openers) {
      if (keyId() !== null) throw changed();
      const [key, recoveryKey] = [makeDataKey(), makeRecoveryKey()];
      const { seals, system } = await sealed(key, openers);
      const recovery = await sealKey(key, 'recovery', recoveryKey);
      const file = makeKeyFile(key, { revision: 0, seals: [...seals, recovery], system });
      draft = { key, file, passphrase: openers.passphrase, recoveryKey };
      return { recoveryKey, keyId: key.id };
    },
    async confirm(end) {
      if (draft === null || keyId() !== null || database.isReadOnly) throw changed();
      if (recoveryDigits(end) !== recoveryDigits(draft.recoveryKey).slice(-confirmedDigits)) {
        throw new AppError('conflict', 'This is not the end of the recovery key.', 'recovery-key-wrong');
      }
      const chosen = draft;
      store(chosen);
      await tryOut(chosen);
      // Last: without its key file nobody could open what is encrypted.
      wantKey(dataDir, chosen.key.id);
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
      const kept = file.seals.filter(({ by }) => by === 'recovery');
      store({ key, file: makeKeyFile(key, { revision: file.revision + 1, seals: [...seals, ...kept], system }) });
      return await state();
    },
    async decrypt(words) {
      const { key } = await opened(words);
      wantPlain(dataDir, heldDataKey(key.id) ?? key);
      return await state();
    },
  };
}

function changed(): AppError {
  return new AppError('conflict', 'The database is encrypted already, or not yet.', 'encryption-changed');
}
