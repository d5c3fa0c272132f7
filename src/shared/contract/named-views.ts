import { z } from 'zod';
import { namedViewIdSchema } from '../domain/ids';
import { viewPages } from '../domain/named-view';
import { call } from './define';
import { nothing } from './nothing';

const pageSchema = z.enum(viewPages);

/** What a page showed when somebody named it. */
export const namedViewSchema = z.object({
  id: namedViewIdSchema,
  page: pageSchema,
  name: z.string(),
  /** The part of the page's address behind the question mark. */
  address: z.string(),
  /** When somebody last looked at it. */
  seenAt: z.iso.datetime(),
});
export type NamedView = z.infer<typeof namedViewSchema>;

const changes = ['named-views'] as const;
const oneView = z.strictObject({ viewId: namedViewIdSchema });

export const namedViews = {
  /** All of a page, by name. */
  list: call({ input: z.strictObject({ page: pageSchema }), output: z.array(namedViewSchema) }),
  /**
   * Stores a view under a name, new without an id, else in place of the one that has or had it: a removal is taken back
   * so, with the moment at which it was last seen. `conflict` (`view-name-taken`) when another view of the page has the
   * name, which is compared without accents and case.
   */
  save: call({
    input: z.strictObject({
      viewId: namedViewIdSchema.nullable(),
      page: pageSchema,
      name: z.string().trim().min(1).max(100),
      address: z.string().max(12_000),
      seenAt: z.iso.datetime().optional(),
    }),
    output: namedViewSchema,
    changes,
  }),
  /** Notes that somebody looks at it now; one that is gone is not missed. */
  see: call({ input: oneView, output: nothing, changes }),
  /** Forgets a view; one that is gone already is forgotten too. */
  remove: call({ input: oneView, output: nothing, changes }),
} as const;
