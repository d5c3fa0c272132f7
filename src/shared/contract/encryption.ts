import { z } from 'zod';
import { wireErrorSchema } from '../domain/app-error';
import { call } from './define';
import { noInput } from './nothing';

/** The shortest passphrase that is taken: twelve characters, as the CNIL asks of a secret without other measures. */
export const shortestPassphrase = 12;
const longestWords = 200;
const passphraseSchema = z.string().min(shortestPassphrase).max(longestWords);
/** A passphrase or the recovery key of the sheet. */
const wordsSchema = z.string().min(1).max(longestWords);

export const encryptionStateSchema = z.object({
  /** Whether the database is encrypted now. */
  isEncrypted: z.boolean(),
  /** The key that it is under, or about to be under; null where there is none. */
  keyId: z.string().nullable(),
  cipher: z.string(),
  /** What the next start does. */
  pending: z.enum(['encrypt', 'decrypt']).nullable(),
  /** What opens the key, the recovery sheet aside; of the key that is wanted where one is. */
  opensBy: z.array(z.enum(['passphrase', 'system'])),
  /** Whether this host can have the system open the key when the person is logged in. */
  hasSystem: z.boolean(),
  /** Whether the key's file lies whole beside the database. */
  hasKeyFile: z.boolean(),
  /** Why this start did not do what is still asked for; the next one tries again. */
  failure: wireErrorSchema.nullable(),
});
export type EncryptionState = z.infer<typeof encryptionStateSchema>;

/** At least one of the two has to open the key, the recovery sheet aside. */
const openersSchema = { passphrase: passphraseSchema.nullable(), bySystem: z.boolean() };

export const encryption = {
  state: call({ input: noInput, output: encryptionStateSchema }),
  /**
   * Makes a key and answers with the recovery key for the sheet, once. Nothing is written before `confirm`.
   * `conflict` (`encryption-changed`) while the database is encrypted or about to be.
   */
  begin: call({
    input: z.strictObject(openersSchema),
    output: z.object({ recoveryKey: z.string(), keyId: z.string() }),
  }),
  /**
   * Has the next start encrypt the database, once the end of the recovery key was typed from the sheet. `conflict`:
   * `recovery-key-wrong`, and `encryption-changed` where nothing was begun.
   */
  confirm: call({
    input: z.strictObject({ end: z.string().max(longestWords) }),
    output: encryptionStateSchema,
    changes: ['encryption'],
  }),
  /** Leaves the database as it is at the next start. */
  cancel: call({ input: noInput, output: encryptionStateSchema, changes: ['encryption'] }),
  /** Has the key opened otherwise. The recovery sheet stays good. `conflict` (`key-wrong`). */
  setOpeners: call({
    input: z.strictObject({ words: wordsSchema, ...openersSchema }),
    output: encryptionStateSchema,
    changes: ['encryption'],
  }),
  /** Has the next start make the database plain. `conflict` (`key-wrong`). */
  decrypt: call({
    input: z.strictObject({ words: wordsSchema }),
    output: encryptionStateSchema,
    changes: ['encryption'],
  }),
} as const;
