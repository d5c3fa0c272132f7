import { z } from 'zod';
import { cellValueSchema } from './cells/cell-value';
import { offerIdSchema } from './ids';
import { importFieldSchema } from './import';

/** What a field holds and would hold, null for nothing; long texts are cut for display. */
export const fieldChangeSchema = z.object({
  field: importFieldSchema,
  before: cellValueSchema.nullable(),
  after: cellValueSchema.nullable(),
});
export type FieldChange = z.infer<typeof fieldChangeSchema>;

/** An offer that would be proposed as one with that of a row: a stored one by its id, or one of another line. */
export const alikeOfferSchema = z.object({
  offerId: offerIdSchema.nullable(),
  line: z.int().positive().nullable(),
  title: z.string(),
  /** Of their titles, from 0 to 1. */
  similarity: z.number(),
});
export type AlikeOffer = z.infer<typeof alikeOfferSchema>;

/** What a trial found of a row that would be taken. */
export const rowTrialSchema = z.object({ changes: z.array(fieldChangeSchema), alike: z.array(alikeOfferSchema) });
export type RowTrial = z.infer<typeof rowTrialSchema>;
