import { z } from 'zod';
import { call, stream } from '../../../shared/contract/define';
import { notationWishSchema } from '../../../shared/domain/file-notation';
import {
  columnMappingSchema,
  emptyCellRuleSchema,
  fileFormatSchema,
  importKindSchema,
} from '../../../shared/domain/import';
import type { ReadRomePack } from '../../../shared/domain/rome-pack';
import type { FileInspection, ReadRow, RowBatch } from '../../core/ports';

const readOptionsSchema = z.object({
  kind: importKindSchema,
  format: fileFormatSchema.nullable(),
  mapping: columnMappingSchema.nullable(),
  notation: notationWishSchema.optional(),
  emptyCells: emptyCellRuleSchema.optional(),
  keepsCells: z.boolean().optional(),
  quotes: z.literal('damaged').optional(),
});

/**
 * A batch on its way between two threads. Rows travel as JSON, one text each: V8's structured clone writes every key of
 * every row again and takes three times as long to read them, and one long text would be collected late.
 */
export interface PackedBatch {
  readonly rows: readonly string[];
  readonly packedCells: Uint8Array | null;
  readonly bytesRead: number;
}

export function packBatch({ rows, ...rest }: RowBatch): PackedBatch {
  return { rows: rows.map((row) => JSON.stringify(row)), ...rest };
}

export function unpackBatch({ rows, ...rest }: PackedBatch): RowBatch {
  // The thread's own rows, written by packBatch.
  return { rows: rows.map((row) => JSON.parse(row) as ReadRow), ...rest };
}

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
      item: z.custom<PackedBatch>((value) => typeof value === 'object' && value !== null),
    }),
    /** A whole version of ROME, or what is wrong with its files. */
    readRome: call({
      input: z.object({ files: z.array(z.object({ path: z.string(), name: z.string() })) }),
      output: z.custom<ReadRomePack>((value) => typeof value === 'object' && value !== null),
    }),
  },
} as const;
