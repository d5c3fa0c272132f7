import { z } from 'zod';
import { wireErrorSchema } from '../domain/app-error';
import { fileIdSchema } from '../domain/ids';
import { waitingReasonSchema } from '../domain/watched-folder';
import { call } from './define';
import { noInput } from './nothing';

export const waitingFileSchema = z.object({
  name: z.string(),
  sizeBytes: z.int().nonnegative(),
  reason: waitingReasonSchema,
  /** Why the import failed, where that is why it waits. */
  failure: wireErrorSchema.nullable(),
});
export type WaitingFile = z.infer<typeof waitingFileSchema>;

export const watchedFolderStateSchema = z.object({
  /** Null while no folder is watched. */
  folder: z.string().nullable(),
  /** False while the folder cannot be read, such as a network share that is away. */
  isReachable: z.boolean(),
  /** By name. */
  waiting: z.array(waitingFileSchema),
  /** The names of the folders in it whose files nobody looks at. */
  subfolders: z.array(z.string()),
});
export type WatchedFolderState = z.infer<typeof watchedFolderStateSchema>;

const changes = ['imports', 'settings'] as const;

/** A folder whose files are imported by themselves, as files under the same header were imported before. */
export const watchedFolder = {
  state: call({ input: noInput, output: watchedFolderStateSchema }),
  /**
   * Watches another folder, or none (null). `invalid-input` (`folder-unwatchable`) where files could not be put away,
   * `unavailable` (`watched-folder-silent`) where nobody knows.
   */
  set: call({
    input: z.strictObject({ folder: z.string().trim().min(1).max(1_000).nullable() }),
    output: watchedFolderStateSchema,
    changes,
  }),
  /** Hands a waiting file to a person, who says how it is imported; the next ones follow. `not-found` when it is gone. */
  open: call({
    input: z.strictObject({ name: z.string().min(1).max(255) }),
    output: z.object({ fileId: fileIdSchema, isPackage: z.boolean() }),
  }),
} as const;
