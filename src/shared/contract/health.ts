import { z } from 'zod';
import { jobKindSchema } from '../domain/job';
import { encryptionStateSchema } from './encryption';
import { backupFailureSchema, rehearsalSchema } from './settings';

/** How many failures and slow statements are told at most. */
export const maxHealthLines = 20;

/** What support asks for when something is wrong; names nobody, and no text of an offer. */
export const healthSchema = z.object({
  application: z.object({
    version: z.string(),
    shell: z.enum(['electron', 'browser', 'terminal']),
    system: z.string(),
    /** Whether it was started in safe mode, in which nothing goes on of itself. */
    isSafe: z.boolean(),
  }),
  /** A ready model is one whose files have the checksums that they came with. */
  model: z.object({ id: z.string(), state: z.enum(['ready', 'missing', 'damaged']) }),
  database: z.object({
    sizeBytes: z.int().nonnegative(),
    /** Written, but not yet in the database's own file. */
    journalBytes: z.int().nonnegative(),
    /** Whether it holds nothing yet that a backup could save. */
    isEmpty: z.boolean(),
    /** Found so since it was opened, whoever asked for the check: nothing is written to it any more. */
    isDamaged: z.boolean(),
    /** Nothing here is secret: it says what opens the key, not what it is. */
    encryption: encryptionStateSchema.pick({
      ...{ isEncrypted: true, cipher: true, pending: true, opensBy: true, failure: true, keyId: true },
    }),
    pragmas: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  /** When the newest backup of this database was made; null while there is none. */
  backedUpAt: z.iso.datetime().nullable(),
  /** Why backups are not made now, and since when. */
  backupFailure: backupFailureSchema.nullable(),
  /** For how many days what was changed is in no backup; null while that is less than three. */
  unsavedDays: z.int().positive().nullable(),
  /** The last monthly trial of a restore; null before the first. */
  rehearsal: rehearsalSchema.nullable(),
  /** The check after an exit that was none, `at` its last step; null after a clean one. */
  afterCrash: z.object({ state: z.enum(['checking', 'sound', 'damaged']), at: z.iso.datetime() }).nullable(),
  /** What is free where the data lie; null where the system does not say. */
  freeBytes: z.int().nonnegative().nullable(),
  /** The process of the core with all its threads. */
  process: z.object({
    upSeconds: z.number().nonnegative(),
    memoryBytes: z.int().nonnegative(),
    cpuSeconds: z.number().nonnegative(),
  }),
  /** Its threads that run now, which are part of it, and processes beside it, the most memory first. */
  workers: z.array(
    z.object({
      name: z.string(),
      isProcess: z.boolean(),
      memoryBytes: z.int().nonnegative(),
      cpuSeconds: z.number().nonnegative(),
    }),
  ),
  /**
   * What jobs took of the processor, all threads together, since the log began; the most first. `mostMemoryBytes` is the
   * most that the whole process had while one of them ran; null in logs of earlier versions.
   */
  jobs: z
    .array(
      z.object({
        kind: jobKindSchema,
        count: z.int().positive(),
        cpuSeconds: z.number().nonnegative(),
        mostMemoryBytes: z.int().nonnegative().nullable(),
      }),
    )
    .max(maxHealthLines),
  /** What went wrong since the log began, the same once: when last, how often, and how often since the last visit. */
  failures: z
    .array(
      z.object({ at: z.iso.datetime(), what: z.string(), count: z.int().positive(), newCount: z.int().nonnegative() }),
    )
    .max(maxHealthLines),
  /** All of them, also of those kinds that are not told. */
  failureCounts: z.object({ all: z.int().nonnegative(), new: z.int().nonnegative() }),
  /** Statements that took longer than 50 ms, in whichever thread, the longest first. */
  slow: z
    .array(z.object({ statement: z.string(), count: z.int().positive(), longestMs: z.int().nonnegative() }))
    .max(maxHealthLines),
});
export type Health = z.infer<typeof healthSchema>;
