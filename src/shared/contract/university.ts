import { z } from 'zod';
import { componentIdSchema, jobIdSchema } from '../domain/ids';
import { call } from './define';
import { noInput } from './nothing';

export const componentSchema = z.object({
  id: componentIdSchema,
  name: z.string(),
  shortName: z.string().nullable(),
  formationCount: z.int().nonnegative(),
});

/** What the database holds, for the first page and for empty states. */
export const overviewSchema = z.object({
  offers: z.int().nonnegative(),
  formations: z.int().nonnegative(),
  companies: z.int().nonnegative(),
  components: z.int().nonnegative(),
  /** Offers by what matching said of them. */
  outcomes: z.object({
    pending: z.int().nonnegative(),
    ranked: z.int().nonnegative(),
    'no-suitable-formation': z.int().nonnegative(),
    'insufficient-text': z.int().nonnegative(),
  }),
});
export type Overview = z.infer<typeof overviewSchema>;

export const university = {
  overview: call({ input: noInput, output: overviewSchema }),
  components: call({ input: noInput, output: z.array(componentSchema) }),
  /** Domains of the addresses that components and formation managers have, in lower case; none of a public provider. */
  mailDomains: call({ input: noInput, output: z.array(z.string()) }),
  /** Fills an empty database with the invented sample university; `conflict` when there are offers or formations. */
  loadSample: call({
    input: noInput,
    output: z.object({ jobId: jobIdSchema }),
    changes: ['jobs'],
  }),
} as const;
