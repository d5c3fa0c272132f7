import { z } from 'zod';
import { fileIdSchema, importIdSchema, jobIdSchema } from '../domain/ids';
import { call } from './define';
import { companyFilterSchema } from './companies';
import { formationFilterSchema } from './formations';
import { offerFilterSchema } from './offers';
import { transmissionFilterSchema } from './transmissions';

/**
 * `excel-fr`: UTF-8 BOM, `;`, decimal comma, guarded formulas. `xlsx`: a workbook with typed cells. `rfc4180`: UTF-8,
 * `,`, exactly the values. `jsonl`: an object a line, lists and numbers as such.
 */
export const exportFormats = ['excel-fr', 'xlsx', 'rfc4180', 'jsonl'] as const;
export const exportFormatSchema = z.enum(exportFormats);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** What to write; the filter is the one of the table on screen, so that the file holds exactly its rows. */
export const exportRequestSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('offers'), filter: offerFilterSchema }),
  z.strictObject({ what: z.literal('formations'), filter: formationFilterSchema }),
  z.strictObject({ what: z.literal('companies'), filter: companyFilterSchema }),
  z.strictObject({ what: z.literal('transmissions'), filter: transmissionFilterSchema }),
  /** The rejected rows of an import under the header of its file, each with the reason, to be mended and imported. */
  z.strictObject({ what: z.literal('rejected-rows'), importId: importIdSchema, language: z.enum(['fr', 'en']) }),
  /** One row a pair, for the offers that the filter keeps. */
  z.strictObject({ what: z.literal('matches'), filter: offerFilterSchema }),
]);
export type ExportRequest = z.infer<typeof exportRequestSchema>;

export const exports = {
  /** Starts the job that writes the file; the file can be fetched under `fileId` once the job has succeeded. */
  start: call({
    input: z.strictObject({ request: exportRequestSchema, format: exportFormatSchema }),
    output: z.object({ jobId: jobIdSchema, fileId: fileIdSchema }),
    changes: ['jobs', 'exports'],
  }),
  /**
   * Makes one file of a report that was handed over as one (`reportSchema` as JSON): a document, a workbook with the same
   * figures and the pictures. The handle of the report is good once.
   */
  report: call({
    input: z.strictObject({ fileId: fileIdSchema }),
    output: z.object({ fileId: fileIdSchema, fileName: z.string() }),
  }),
} as const;
