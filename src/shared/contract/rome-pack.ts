import { z } from 'zod';
import { fileIdSchema } from '../domain/ids';
import { romeCodeSchema } from '../domain/rome';
import { mostRomeFiles, romeFaultSchema } from '../domain/rome-pack';
import { call, stream } from './define';
import { noInput } from './nothing';

const count = z.int().nonnegative();
const packId = z.int().positive();

/** A version of ROME that somebody imported. */
const romePackSchema = z.object({
  packId,
  version: z.int().nonnegative(),
  /** As ROME calls it. */
  title: z.string(),
  publishedOn: z.iso.date().nullable(),
  importedAt: z.iso.datetime(),
  occupations: count,
});
export type StoredRomePack = z.infer<typeof romePackSchema>;

/** Which version is in use, and which one there is a way back to. */
const romeStateSchema = z.object({
  /** Null where what comes with the application is in use. */
  inUse: romePackSchema.nullable(),
  /** The one that was in use before, or that was taken out of use; null for none. */
  former: romePackSchema.nullable(),
});
export type RomeState = z.infer<typeof romeStateSchema>;

/** A code that is in use and that a version of ROME does not have. */
const goneCodeSchema = z.object({
  code: romeCodeSchema,
  /** Null for a code that was never one of ROME's. */
  label: z.string().nullable(),
  /** The one that ROME has instead; null where it does not say. */
  movedTo: romeCodeSchema.nullable(),
  /** Those of which nobody knows which one it is; empty where there are no several. */
  mayBe: z.array(romeCodeSchema),
  offers: count,
  formations: count,
});
export type GoneCode = z.infer<typeof goneCodeSchema>;

/** What a folder holds, looked at before anything is changed. */
const romeCheckSchema = z.object({
  step: z.literal('checked'),
  /** By which it is taken in; null where something is wrong with it. */
  checkId: z.string().nullable(),
  version: z.int().nonnegative().nullable(),
  title: z.string().nullable(),
  publishedOn: z.iso.date().nullable(),
  occupations: count,
  /** How many occupations are not known yet, and how many that are known it does not have. */
  added: count,
  removed: count,
  gone: z.array(goneCodeSchema),
  faults: z.array(romeFaultSchema),
});
export type RomeCheck = z.infer<typeof romeCheckSchema>;

/** How many records have another code now. */
const romeChangeSchema = z.object({ offers: count, formations: count });
export type RomeChange = z.infer<typeof romeChangeSchema>;

export const romePack = {
  state: call({ input: noInput, output: romeStateSchema }),
  /** Reads a folder and says what it holds, or what is wrong with each of its files; stores nothing. */
  check: stream({
    input: z.strictObject({ fileIds: z.array(fileIdSchema).max(mostRomeFiles) }),
    item: z.union([z.object({ step: z.literal('reading'), files: count }), romeCheckSchema]),
  }),
  /** Puts what was looked at last into use; throws `not-found` when that was another folder or is long ago. */
  put: call({
    input: z.strictObject({ checkId: z.string().max(100) }),
    output: romeChangeSchema,
    changes: ['rome', 'offers', 'formations'],
  }),
  /** Puts a version that is kept into use, or what comes with the application (null). Throws `not-found`. */
  use: call({
    input: z.strictObject({ packId: packId.nullable() }),
    output: romeChangeSchema,
    changes: ['rome', 'offers', 'formations'],
  }),
} as const;
