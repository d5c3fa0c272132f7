import { z } from 'zod';
import { formationSchema, maxPrerequisitesLength } from '../domain/formation';
import { componentIdSchema, formationIdSchema } from '../domain/ids';
import { studyLevelSchema } from '../domain/offer';
import { pageOf, pageRequestSchema, sortDirectionSchema } from '../domain/page';
import { call } from './define';
import { setMarkSchema } from './hand-edits';

export const formationRowSchema = z.object({
  id: formationIdSchema,
  title: z.string(),
  diplomaType: z.string().nullable(),
  level: studyLevelSchema.nullable(),
  component: z.string().nullable(),
  capacity: z.int().nullable(),
  managerName: z.string().nullable(),
  /**
   * Offers that it suits – proposed and not rejected, or chosen by a person – and those in which it comes first: a
   * person’s choice before the ranking.
   */
  matchedOffers: z.int().nonnegative(),
  firstPlaces: z.int().nonnegative(),
});
export type FormationRow = z.infer<typeof formationRowSchema>;

export const formationFilterSchema = z.strictObject({
  text: z.string().max(200).optional(),
  componentId: componentIdSchema.optional(),
  level: studyLevelSchema.optional(),
  /** These and no others: those behind a figure of a dashboard. */
  formationIds: z.array(formationIdSchema).max(10_000).optional(),
});
export type FormationFilter = z.infer<typeof formationFilterSchema>;

export const formationSortColumns = [
  'title',
  'diplomaType',
  'level',
  'component',
  'capacity',
  'matchedOffers',
  'firstPlaces',
] as const;

export const formations = {
  list: call({
    input: pageRequestSchema.extend({
      filter: formationFilterSchema,
      sort: z.strictObject({ by: z.enum(formationSortColumns), direction: sortDirectionSchema }),
    }),
    output: pageOf(formationRowSchema),
  }),
  get: call({ input: z.strictObject({ formationId: formationIdSchema }), output: formationSchema }),
  /**
   * Writes what a formation asks for, blank for nothing; files that come later leave it. Answers with what takes that
   * back: the former text, and the marks to hand in as `undoes`, after which files say it again as they did before.
   */
  setPrerequisites: call({
    input: z.strictObject({
      formationId: formationIdSchema,
      prerequisites: z.string().max(maxPrerequisitesLength).nullable(),
      undoes: z.array(setMarkSchema).max(10).optional(),
    }),
    output: z.object({ former: z.string().nullable(), marks: z.array(setMarkSchema) }),
    changes: ['formations'],
  }),
} as const;
