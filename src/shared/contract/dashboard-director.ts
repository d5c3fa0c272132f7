import { z } from 'zod';
import { comparedSchema } from '../domain/dashboard/figures';
import { componentIdSchema, formationIdSchema } from '../domain/ids';
import { dashboardRowSchema, dashboardScopeSchema, totalSchema } from './dashboard-figures';

const count = z.int().nonnegative();

/** A component by the offers in which one of its formations comes first, so that each offer counts for one component. */
const demandedComponentSchema = dashboardRowSchema.extend({
  componentId: componentIdSchema,
  name: z.string(),
  /** Offers that one of its formations suits at all. */
  suited: comparedSchema,
  /** Places of its formations, as far as they are known, and of how many of them they are not. */
  places: count,
  withoutPlaces: count,
});
export type DemandedComponent = z.infer<typeof demandedComponentSchema>;

/** A formation of the level with the offers in which it comes first, beside its places. */
const gapFormationSchema = z.object({
  formationId: formationIdSchema,
  title: z.string(),
  diplomaType: z.string().nullable(),
  component: z.string().nullable(),
  first: comparedSchema,
  suited: comparedSchema,
  /** Null where nobody said how many, or said none: then there is nothing to divide by. */
  places: z.int().positive().nullable(),
  /** Offers in which it comes first, of the year, for one place. */
  perPlace: z.number().nonnegative().nullable(),
});
export type GapFormation = z.infer<typeof gapFormationSchema>;

export const directorTabSchema = z.object({
  scope: dashboardScopeSchema,
  total: totalSchema,
  /** Offers for which no formation reaches the threshold: all of the criteria, whatever the level. */
  unmatched: comparedSchema,
  /** Those of most offers first. */
  components: z.array(demandedComponentSchema),
  /** Offers in which a formation without a component comes first: they count for no component. */
  withoutComponent: comparedSchema,
  /** Every formation of the level, those of most offers first, those without any included. */
  formations: z.array(gapFormationSchema),
  /** Where the map is parted in four: null where no formation has places. */
  middle: z
    .object({
      /** The median of the places. */
      places: z.number().positive(),
      /** All first places of these formations for all of their places. */
      perPlace: z.number().nonnegative(),
    })
    .nullable(),
});
export type DirectorTab = z.infer<typeof directorTabSchema>;
