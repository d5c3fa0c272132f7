import { z } from 'zod';
import { formationIdSchema } from '../domain/ids';
import { call } from './define';

/** The most formations that are asked about at once. */
const mostFormations = 30;

/** What somebody who chooses a formation wants to know besides its description. */
export const formationOutlookSchema = z.object({
  formationId: formationIdSchema,
  /** Where its component is; null where nobody said. */
  city: z.string().nullable(),
  /** How many students it takes; null where nobody said. */
  capacity: z.int().nullable(),
  /** What it asks for; null where nobody said. Without the people that it may name. */
  prerequisites: z.string().nullable(),
  /** What the formation says that it leads to. */
  jobs: z.array(z.string()),
  /** The offers in which it comes first, drafts aside, and their most frequent titles, each with how many have it. */
  offerCount: z.int().nonnegative(),
  titles: z.array(z.object({ title: z.string(), count: z.int().positive() })),
});
export type FormationOutlook = z.infer<typeof formationOutlookSchema>;

export const students = {
  /** In the order of the ids; a formation that does not exist is left out. */
  outlooks: call({
    input: z.strictObject({ formationIds: z.array(formationIdSchema).max(mostFormations) }),
    output: z.array(formationOutlookSchema),
  }),
} as const;
