import { z } from 'zod';
import { formationIdSchema } from '../domain/ids';
import { romeCodeSchema } from '../domain/rome';
import { romeContentSchema } from '../domain/rome-pack';
import { call } from './define';

/** An occupation of ROME: its code and its official label. */
const occupationNameSchema = z.object({ code: romeCodeSchema, label: z.string() });
export type OccupationName = z.infer<typeof occupationNameSchema>;

const count = z.int().nonnegative();

/** A skill of an occupation. */
const occupationSkillSchema = z.object({
  /** Of the skills that the application knows; null for another one. */
  code: z.string().nullable(),
  label: z.string(),
  /** Whether ROME names it; else offers alone do. */
  isOfRome: z.boolean(),
  /** How many of the occupation's offers ask for it. */
  offerCount: count,
});
export type OccupationSkill = z.infer<typeof occupationSkillSchema>;

export const occupationSheetSchema = occupationNameSchema.extend({
  /** From the widest domain to the narrowest. */
  domains: z.array(z.object({ code: z.string(), label: z.string() })),
  /** The wider, old-style code that many formations still name; null for a code that is its own. */
  parent: occupationNameSchema.nullable(),
  /** Those that ROME calls near, in its order. */
  near: z.array(occupationNameSchema),
  /** What one is like: those of ROME first, the most asked for first. */
  soft: z.array(occupationSkillSchema),
  /** What one knows and does, in the same order. */
  hard: z.array(occupationSkillSchema),
  offerCount: count,
  /** The most frequent titles of the offers. */
  titles: z.array(z.object({ title: z.string(), count: z.int().positive() })),
  /** What the version of ROME that somebody imported says beside all that; null without one. */
  rome: romeContentSchema
    .omit({ soft: true, near: true })
    .extend({ title: z.string(), publishedOn: z.iso.date().nullable() })
    .nullable(),
  /** Formations that name this code or one of its family. */
  formations: z.array(z.object({ id: formationIdSchema, title: z.string(), diplomaType: z.string().nullable() })),
});
export type OccupationSheet = z.infer<typeof occupationSheetSchema>;

export const occupations = {
  /** Occupations by the beginning of their code, or by words of their label; the first of all for an empty text. */
  list: call({ input: z.strictObject({ text: z.string().max(200) }), output: z.array(occupationNameSchema) }),
  /** Everything that is known of one; `not-found` for a code that ROME does not have. */
  sheet: call({ input: z.strictObject({ code: romeCodeSchema }), output: occupationSheetSchema }),
} as const;
