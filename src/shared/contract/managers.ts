import { z } from 'zod';
import {
  componentIdSchema,
  formationIdSchema,
  formationManagerIdSchema,
  importIdSchema,
  transmissionIdSchema,
} from '../domain/ids';
import { pageOf, pageRequestSchema, sortDirectionSchema } from '../domain/page';
import { call } from './define';
import { setMarkSchema } from './hand-edits';
import { noInput, nothing } from './nothing';

export const managerRowSchema = z.object({
  id: formationManagerIdSchema,
  name: z.string(),
  email: z.string().nullable(),
  formationCount: z.int().nonnegative(),
  /** The components of these formations. */
  components: z.array(z.string()),
  /** Offers that were sent and not answered, and all that were sent. */
  awaiting: z.int().nonnegative(),
  sent: z.int().nonnegative(),
});
export type ManagerRow = z.infer<typeof managerRowSchema>;

export const managerFilterSchema = z.strictObject({
  /** Looked for in name and address. */
  text: z.string().max(200).optional(),
});
export type ManagerFilter = z.infer<typeof managerFilterSchema>;

export const managerSortColumns = ['name', 'email', 'formationCount', 'awaiting', 'sent'] as const;

const namedFormationSchema = z.object({
  id: formationIdSchema,
  title: z.string(),
  component: z.string().nullable(),
});

export const managerSchema = z.object({
  id: formationManagerIdSchema,
  name: z.string(),
  email: z.string().nullable(),
  formations: z.array(namedFormationSchema),
});
export type Manager = z.infer<typeof managerSchema>;

/** Who ran a formation before: what takes an assignment back. */
export const formerManagerSchema = z.strictObject({
  formationId: formationIdSchema,
  managerId: formationManagerIdSchema.nullable(),
  /** What keeps files from saying otherwise, and is taken back with the rest. */
  marks: z.array(setMarkSchema).max(10),
});
export type FormerManager = z.infer<typeof formerManagerSchema>;

/** All that is known of a manager who was removed: what takes the removal back. */
export const removedManagerSchema = z.strictObject({
  id: formationManagerIdSchema,
  name: z.string().min(1).max(200),
  email: z.string().max(320).nullable(),
  /** The import that made them, and when they were made: ISO 8601, UTC. */
  importId: importIdSchema.nullable(),
  createdAt: z.iso.datetime(),
  /** The lines of the register that are theirs. */
  transmissionIds: z.array(transmissionIdSchema).max(100_000),
});
export type RemovedManager = z.infer<typeof removedManagerSchema>;

const changes = ['managers', 'formations', 'transmissions'] as const;

/** Formation managers: who runs a formation and passes offers on to its students. */
export const managers = {
  list: call({
    input: pageRequestSchema.extend({
      filter: managerFilterSchema,
      sort: z.strictObject({ by: z.enum(managerSortColumns), direction: sortDirectionSchema }),
    }),
    output: pageOf(managerRowSchema),
  }),
  get: call({ input: z.strictObject({ managerId: formationManagerIdSchema }), output: managerSchema }),
  /** Formations without a manager, or whose manager has no address; the first hundred, by title, and how many in all. */
  unreachable: call({
    input: noInput,
    output: z.object({
      formations: z.array(namedFormationSchema.extend({ managerName: z.string().nullable() })),
      total: z.int().nonnegative(),
    }),
  }),
  /**
   * Adds a manager, or changes one. `invalid-input` (`email-invalid`), `conflict` (`manager-known`) when another one
   * has this address.
   */
  save: call({
    input: z.strictObject({
      managerId: formationManagerIdSchema.nullable(),
      name: z.string().min(1).max(200),
      email: z.string().max(320).nullable(),
    }),
    output: z.object({ managerId: formationManagerIdSchema }),
    changes,
  }),
  /**
   * Removes one who runs no formation; `conflict` (`action-impossible`) otherwise. The register keeps the name. Answers
   * with what takes it back.
   */
  remove: call({
    input: z.strictObject({ managerId: formationManagerIdSchema }),
    output: removedManagerSchema,
    changes,
  }),
  /** Takes a removal back. `conflict` (`manager-known`) when another has the address by now. */
  restore: call({ input: z.strictObject({ removed: removedManagerSchema }), output: nothing, changes }),
  /** Gives formations to a manager, or a whole component's; answers with who ran them before. */
  assign: call({
    input: z.strictObject({
      managerId: formationManagerIdSchema.nullable(),
      formationIds: z.array(formationIdSchema).max(1_000),
      componentId: componentIdSchema.nullable(),
      /** Leaves formations that have a manager with theirs. */
      onlyFree: z.boolean(),
    }),
    output: z.object({ former: z.array(formerManagerSchema) }),
    changes,
  }),
  /** Gives formations back to who ran them. */
  giveBack: call({
    input: z.strictObject({ former: z.array(formerManagerSchema).max(10_000) }),
    output: nothing,
    changes,
  }),
} as const;
