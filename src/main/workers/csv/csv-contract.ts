import { z } from 'zod';
import { call, stream } from '../../../shared/contract/define';
import { columnMappingSchema, fileFormatSchema, importKindSchema } from '../../../shared/domain/import';
import type { FileInspection, RowBatch } from './read-rows';

const readOptionsSchema = z.object({
  kind: importKindSchema,
  format: fileFormatSchema.nullable(),
  mapping: columnMappingSchema.nullable(),
});

/** What the CSV thread answers. Its rows are this project's own values: they are not checked one by one. */
export const csvContract = {
  csv: {
    /** The head of a file; errors as in the port `CsvReader`. */
    inspect: call({
      input: z.object({ path: z.string(), options: readOptionsSchema, rowLimit: z.int().nonnegative() }),
      output: z.custom<FileInspection>((value) => typeof value === 'object' && value !== null),
    }),
    /** All rows, a batch at a time. */
    read: stream({
      input: z.object({ path: z.string(), options: readOptionsSchema }),
      item: z.custom<RowBatch>((value) => typeof value === 'object' && value !== null),
    }),
  },
} as const;
