import { z } from 'zod';
import { notationWishSchema } from '../domain/file-notation';
import { columnMappingSchema, conflictRuleSchema, emptyCellRuleSchema, importKindSchema } from '../domain/import';
import { matchKeySchema } from '../domain/match-key';
import { call } from './define';
import { noInput, nothing } from './nothing';

const profileKey = {
  kind: importKindSchema,
  /** Stands for the header of the files that it is about. */
  fingerprint: z.string().min(1).max(64),
} as const;

/** How files under one header were imported last: proposed for the next one under the same header. */
export const importProfileSchema = z.strictObject({
  ...profileKey,
  /** What people call the source: the name of its first file unless somebody gave another. */
  name: z.string().min(1),
  mapping: columnMappingSchema,
  emptyCells: emptyCellRuleSchema,
  notation: notationWishSchema,
  matchKey: matchKeySchema,
  /** What stays where a row says otherwise than what is known. */
  conflicts: conflictRuleSchema,
  fileSource: z.string().nullable(),
  usedAt: z.iso.datetime(),
});
export type ImportProfile = z.infer<typeof importProfileSchema>;

const changes = ['imports'] as const;

export const importProfiles = {
  /** All of them, the one used last first. */
  list: call({ input: noInput, output: z.array(importProfileSchema) }),
  /** Gives a profile another name. `not-found` when it is gone. */
  rename: call({
    input: z.strictObject({ ...profileKey, name: z.string().trim().min(1).max(100) }),
    output: nothing,
    changes,
  }),
  /** Forgets a profile; one that is gone already is forgotten too. */
  remove: call({ input: z.strictObject(profileKey), output: nothing, changes }),
  /** Takes a removal back. A profile that files have made since then stays as it is. */
  restore: call({ input: importProfileSchema, output: nothing, changes }),
} as const;
