import { z } from 'zod';
import { call, stream } from '../../../shared/contract/define';
import { importProfileSchema } from '../../../shared/contract/import-profiles';
import { fileNotationSchema } from '../../../shared/domain/file-notation';
import { importIdSchema } from '../../../shared/domain/ids';
import {
  columnMappingSchema,
  conflictRuleSchema,
  emptyCellRuleSchema,
  fileFormatSchema,
  fileSourceSchema,
  importKindSchema,
} from '../../../shared/domain/import';
import { matchKeySchema } from '../../../shared/domain/match-key';
import { databaseContentSchema } from '../../core/db/copy-database';
import { salvageSchema } from '../../core/db/salvage';
import type { StoredFileRows } from '../../core/ports';

const orderSchema = z.object({
  source: z.union([z.object({ path: z.string() }), z.object({ rereadOf: importIdSchema })]),
  importId: importIdSchema,
  kind: importKindSchema,
  format: fileFormatSchema,
  mapping: columnMappingSchema,
  notation: fileNotationSchema,
  emptyCells: emptyCellRuleSchema,
  conflicts: conflictRuleSchema,
  matchKey: matchKeySchema,
  fileSource: fileSourceSchema.nullable(),
  profile: importProfileSchema.nullable(),
  dryRun: z.boolean(),
});

/** How far it is, a few times a second, and at last what became of the rows. */
export type StoreEvent =
  | { readonly step: 'read' | 'commit'; readonly bytesRead: number }
  | { readonly step: 'over'; readonly rows: StoredFileRows };

/** What the thread answers that writes to the database. */
export const writeContract = {
  write: {
    /** Stores the rows of a file. Ends only when its transaction is over: `cancel`, and not the caller, ends it early. */
    store: stream({
      input: z.object({ databasePath: z.string(), order: orderSchema }),
      item: z.custom<StoreEvent>((value) => typeof value === 'object' && value !== null),
    }),
    /** Ends the storing of an import with the error `cancelled`. */
    cancel: call({ input: z.object({ importId: importIdSchema }), output: z.null() }),
    checkpoint: call({ input: z.object({ databasePath: z.string() }), output: z.null() }),
    copy: call({
      input: z.object({ databasePath: z.string(), target: z.string() }),
      output: databaseContentSchema,
    }),
    encryptBackup: call({ input: z.object({ path: z.string(), keyId: z.string() }), output: z.null() }),
    rehearse: call({
      input: z.object({ backupPath: z.string(), place: z.string() }),
      output: databaseContentSchema,
    }),
    /** Where a closed file differs from what it was closed with, as an offset in bytes. */
    findChangedBlock: call({
      input: z.object({ databasePath: z.string() }),
      output: z.object({ at: z.int().nonnegative().nullable() }),
    }),
    salvage: call({
      input: z.object({ path: z.string(), target: z.string(), migrationsDir: z.string(), now: z.date() }),
      output: salvageSchema,
    }),
    integrity: call({ input: z.object({ databasePath: z.string() }), output: z.object({ found: z.string() }) }),
  },
} as const;
