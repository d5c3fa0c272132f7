import { z } from 'zod';
import { dashboardViewIdSchema } from '../domain/ids';
import { call } from './define';
import { noInput, nothing } from './nothing';

/** A dashboard that somebody named. */
export const dashboardViewSchema = z.object({
  id: dashboardViewIdSchema,
  name: z.string(),
  /** The part of the page's address behind the question mark: tab and criteria. */
  address: z.string(),
});
export type DashboardView = z.infer<typeof dashboardViewSchema>;

const changes = ['dashboard-views'] as const;

export const dashboardViews = {
  /** All of them, by name. */
  list: call({ input: noInput, output: z.array(dashboardViewSchema) }),
  /**
   * Stores a view under a name, new without an id, else in place of the one that has or had it: a removal is taken back
   * so. `conflict` (`view-name-taken`) when another has the name, which is compared without accents and case.
   */
  save: call({
    input: z.strictObject({
      viewId: dashboardViewIdSchema.nullable(),
      name: z.string().trim().min(1).max(100),
      address: z.string().max(4_000),
    }),
    output: dashboardViewSchema,
    changes,
  }),
  /** Forgets a view; one that is gone already is forgotten too. */
  remove: call({ input: z.strictObject({ viewId: dashboardViewIdSchema }), output: nothing, changes }),
} as const;
