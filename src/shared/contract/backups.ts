import { z } from 'zod';
import { wireErrorSchema } from '../domain/app-error';
import { backupReasonSchema, restoredKinds } from '../domain/backup';
import { jobIdSchema } from '../domain/ids';
import { call } from './define';
import { noInput, nothing } from './nothing';
import { backupFailureSchema } from './settings';

export const backupSchema = z.object({
  /** The name of its file, which is also how it is asked for. */
  name: z.string(),
  at: z.iso.datetime(),
  reason: backupReasonSchema,
  sizeBytes: z.int().nonnegative(),
  /** Where it lies: where backups are written now, or in the data folder. */
  folder: z.string(),
  /** False for those of another PC in the same folder, and for those from before a restore. */
  isOwn: z.boolean(),
  /** Of this database all the same: from before a restore gave it another id. */
  isFormer: z.boolean(),
  isEncrypted: z.boolean(),
});
export type Backup = z.infer<typeof backupSchema>;

export const backupStateSchema = z.object({
  /** Where backups are written; `chosenFolder` is null while it is the data folder's own. */
  folder: z.string(),
  chosenFolder: z.string().nullable(),
  /** Newest first. */
  rows: z.array(backupSchema),
  /** The backup that takes the database's place at the next start. */
  requested: z.string().nullable(),
  /** When the newest one of this database was made. */
  lastAt: z.iso.datetime().nullable(),
  /** Why backups are not made now, and since when. */
  failure: backupFailureSchema.nullable(),
  /** What became of a restore that was asked for before this start; `name` is the backup's. */
  restore: z
    .object({
      state: z.enum(['restored', 'refused', 'postponed']),
      name: z.string(),
      /** Why it was not done. */
      failure: wireErrorSchema.nullable(),
    })
    .nullable(),
});
export type BackupState = z.infer<typeof backupStateSchema>;

export const restoreComparisonSchema = z.object({
  /** The backup is of another PC or of before a restore: everything is replaced. */
  isOther: z.boolean(),
  /** What is there now and would be gone, the kinds without any left out; `hand_edit`: fields that a person corrected. */
  lost: z.array(z.object({ kind: z.enum([...restoredKinds, 'hand_edit']), count: z.int().positive() })),
});
export type RestoreComparison = z.infer<typeof restoreComparisonSchema>;

export const backups = {
  state: call({ input: noInput, output: backupStateSchema }),
  /** Makes one now. */
  start: call({ input: noInput, output: z.object({ jobId: jobIdSchema }), changes: ['jobs'] }),
  /** Has backups written to another folder, null for the data folder's own. `invalid-input` (`folder-unusable`). */
  setFolder: call({
    input: z.strictObject({ folder: z.string().trim().min(1).max(1_000).nullable() }),
    output: backupStateSchema,
    changes: ['backups', 'settings'],
  }),
  /** Replaces the backups of this database that are plain by encrypted ones. `conflict` (`encryption-changed`) while it is plain itself. */
  encrypt: call({ input: noInput, output: z.object({ jobId: jobIdSchema }), changes: ['jobs'] }),
  /** Opens a backup under a key that was not given yet, with its passphrase or recovery key. `not-found`, `conflict` (`key-wrong`). */
  unlock: call({
    input: z.strictObject({ name: z.string().max(200), words: z.string().min(1).max(200) }),
    output: nothing,
    changes: ['backups'],
  }),
  /** What restoring a backup would take away. `not-found`, `unavailable` (`key-needed`, `database-…`). */
  compare: call({ input: z.strictObject({ name: z.string().max(200) }), output: restoreComparisonSchema }),
  /** Has a backup take the database's place at the next start. `not-found`, `unavailable` (`key-needed`, `database-…`). */
  restore: call({
    input: z.strictObject({ name: z.string().max(200) }),
    output: backupStateSchema,
    changes: ['backups'],
  }),
  cancelRestore: call({ input: noInput, output: backupStateSchema, changes: ['backups'] }),
} as const;
