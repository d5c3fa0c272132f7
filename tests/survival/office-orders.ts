import { z } from 'zod';
import { importIdSchema, offerIdSchema } from '../../src/shared/domain/ids';

/** One thing that the office does; it says when it begins and when it has been acknowledged. */
export const workSchema = z.discriminatedUnion('kind', [
  /** Opens the data folder: migrations and a restore that was asked for happen here. */
  z.object({ kind: z.literal('open') }),
  z.object({ kind: z.literal('close') }),
  z.object({ kind: z.literal('import'), path: z.string(), of: z.enum(['offers', 'formations']) }),
  z.object({ kind: z.literal('edit'), offerId: offerIdSchema, title: z.string() }),
  z.object({ kind: z.literal('match'), threshold: z.number() }),
  z.object({ kind: z.literal('undo'), importId: importIdSchema }),
  /** A question that finds offers, which brings the index of the search up to them. */
  z.object({ kind: z.literal('search') }),
  z.object({ kind: z.literal('backup') }),
  /** Null: the newest that somebody asked for. */
  z.object({ kind: z.literal('restore'), name: z.string().nullable() }),
]);
export type Work = z.infer<typeof workSchema>;

export const ordersSchema = z.object({
  dataDir: z.string(),
  rootDir: z.string(),
  entriesDir: z.string(),
  migrationsDir: z.string(),
  /** Of data that are encrypted, as the session of the PC gives them. */
  keys: z.array(z.object({ id: z.string(), secret: z.string() })),
  works: z.array(workSchema),
  /** Whether each answer comes with a digest of what a person would find again. */
  digests: z.boolean(),
});
export type Orders = z.infer<typeof ordersSchema>;

/** A line that the office prints. */
export const saidSchema = z.object({
  state: z.enum(['begin', 'done', 'failed']),
  index: z.int().nonnegative(),
  /** What was acknowledged: the id of an import, the name of a backup; or the reason of a failure. */
  answer: z.string().nullable(),
  digest: z.string().nullable(),
});
export type Said = z.infer<typeof saidSchema>;
