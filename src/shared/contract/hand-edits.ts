import { z } from 'zod';

/** A field that a person wrote, with the mark that it had before (null: none): what takes that writing back. */
export const setMarkSchema = z.strictObject({
  field: z.string().max(100),
  former: z.strictObject({ editedAt: z.iso.datetime(), own: z.string().nullable() }).nullable(),
});
export type SetMark = z.infer<typeof setMarkSchema>;
