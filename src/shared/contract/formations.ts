import { z } from 'zod';
import { formationSchema } from '../domain/formation';
import { componentIdSchema, formationIdSchema } from '../domain/ids';
import { studyLevelSchema } from '../domain/offer';
import { pageOf, pageRequestSchema, sortDirectionSchema } from '../domain/page';
import { call } from './define';

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
} as const;
