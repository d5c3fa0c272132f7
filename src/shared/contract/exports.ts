import { z } from 'zod';
import { fileIdSchema, importIdSchema, jobIdSchema } from '../domain/ids';
import { call } from './define';
import { companyFilterSchema } from './companies';
import { formationFilterSchema } from './formations';
import { offerFilterSchema } from './offers';
import { searchedSchema, searchSortSchema } from './search';
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
  /** What a search finds, in its order. */
  searchedSchema.extend({ what: z.literal('found-offers'), sort: searchSortSchema }),
  z.strictObject({ what: z.literal('formations'), filter: formationFilterSchema }),
  z.strictObject({ what: z.literal('companies'), filter: companyFilterSchema }),
  z.strictObject({ what: z.literal('transmissions'), filter: transmissionFilterSchema }),
  /** The rejected rows of an import under the header of its file, each with the reason, to be mended and imported. */
  z.strictObject({ what: z.literal('rejected-rows'), importId: importIdSchema, language: z.enum(['fr', 'en']) }),
  /** One row a pair, for the offers that the filter keeps. */
  z.strictObject({ what: z.literal('matches'), filter: offerFilterSchema }),
]);
export type ExportRequest = z.infer<typeof exportRequestSchema>;

/** The formats that something can be written in: rejected rows come back as a file to import, which no JSON is. */
export function formatsOf(what: ExportRequest['what']): readonly ExportFormat[] {
  return what === 'rejected-rows' ? exportFormats.filter((format) => format !== 'jsonl') : exportFormats;
}

/** What can be written column by column as somebody chooses. */
export const exportTables = ['offers', 'found-offers', 'formations', 'companies', 'transmissions', 'matches'] as const;
export type ExportTable = (typeof exportTables)[number];

export const exports = {
  /**
   * Starts the job that writes the file; the file can be fetched under `fileId` once the job has succeeded.
   * `invalid-input` names a column that there is not; `invalid-input` (`export-format-unsuitable`) for a format that is
   * not among `formatsOf`.
   */
  start: call({
    input: z.strictObject({
      request: exportRequestSchema,
      format: exportFormatSchema,
      /** French or English names, in the order of the file; null and nothing write all. Rejected rows have all of theirs. */
      columns: z.array(z.string().min(1).max(100)).min(1).max(200).nullable().optional(),
    }),
    output: z.object({ jobId: jobIdSchema, fileId: fileIdSchema }),
    changes: ['jobs', 'exports'],
  }),
  /** The columns that a table is written with, by their names in each language; the English ones never change. */
  columns: call({
    input: z.strictObject({ what: z.enum(exportTables) }),
    output: z.array(z.object({ fr: z.string(), en: z.string() })),
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
