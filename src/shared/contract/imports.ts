import { z } from 'zod';
import { fileNotationSchema, notationWishSchema } from '../domain/file-notation';
import { fileIdSchema, importIdSchema, jobIdSchema } from '../domain/ids';
import {
  alsoCreatedSchema,
  columnMappingSchema,
  conflictRuleSchema,
  emptyCellRuleSchema,
  fileFormatSchema,
  fileSourceSchema,
  importFieldSchema,
  importKindSchema,
  importRowStateSchema,
  importSchema,
  rowIssueSchema,
  undoCountsSchema,
  workbookLookSchema,
} from '../domain/import';
import { matchKeySchema } from '../domain/match-key';
import { packageOriginSchema } from '../domain/package';
import { pageOf, pageRequestSchema } from '../domain/page';
import { alikeOfferSchema, fieldChangeSchema } from '../domain/row-trial';
import { call, stream } from './define';
import { nothing, noInput } from './nothing';

/** What was understood of a file before anything is stored. */
export const importPreviewSchema = z.object({
  fileName: z.string(),
  sizeBytes: z.int().nonnegative(),
  format: fileFormatSchema,
  /** Null for a text file. */
  workbook: workbookLookSchema.nullable(),
  notation: fileNotationSchema,
  /** What somebody said of the notation, now or for an earlier file under the same header; the rest was found. */
  wish: notationWishSchema,
  header: z.array(z.string()),
  mapping: columnMappingSchema,
  /** The choices of an earlier file under the same header, from which the mapping comes; null where there are none. */
  profile: z
    .object({
      name: z.string(),
      usedAt: z.iso.datetime(),
      emptyCells: emptyCellRuleSchema,
      matchKey: matchKeySchema,
      conflicts: conflictRuleSchema,
      fileSource: z.string().nullable(),
    })
    .nullable(),
  /** The first rows as they stand in the file, with what would be said about each. */
  rows: z.array(
    z.object({
      line: z.int().positive(),
      cells: z.array(z.string()),
      issues: z.array(rowIssueSchema),
    }),
  ),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importRowSchema = z.object({
  line: z.int().positive(),
  state: importRowStateSchema,
  /** The cells as read, with the column of each; long ones are cut for display. A list, because a column may have any name. */
  cells: z.array(z.object({ column: z.string(), value: z.string() })),
  issues: z.array(rowIssueSchema),
  /** What the row stands for now; null when it was rejected, or when that is gone. */
  record: z.object({ kind: importKindSchema, id: z.int().positive(), title: z.string() }).nullable(),
  /** Columns whose value was taken afterwards in place of what a person had written. */
  taken: z.array(z.string()),
  /** Of a trial: what the row would change of its record, and which offers it may be one with. */
  changes: z.array(fieldChangeSchema),
  alike: z.array(alikeOfferSchema),
});
export type ImportRow = z.infer<typeof importRowSchema>;

const importSource = {
  fileId: fileIdSchema,
  kind: importKindSchema,
  /** Overrides what would be found; null lets the application find it. */
  format: fileFormatSchema.nullable(),
  mapping: columnMappingSchema.nullable(),
  /** What is not to be found but taken as said; null takes what was said of an earlier file under the same header. */
  notation: notationWishSchema.nullable().optional(),
  /** False leaves out what was chosen for an earlier file under the same header. */
  usesProfile: z.boolean().optional(),
} as const;

const rereadSource = {
  importId: importIdSchema,
  /** Null takes what was chosen last for the same header, else what today's wordings tell. */
  mapping: columnMappingSchema.nullable(),
  /** Null empties or leaves as the import did. */
  emptyCells: emptyCellRuleSchema.nullable().optional(),
  /**
   * Null decides as the import did. What a line had made itself it may change in any case.
   */
  conflicts: conflictRuleSchema.nullable().optional(),
  /** How days and numbers are written; null takes what was said last for the same header, else as the import did. */
  notation: notationWishSchema.nullable().optional(),
  /** Reads by the mapping of the import itself, with the rules of today. */
  usesFormer: z.boolean().optional(),
} as const;

/** A row of a file that a record comes from. */
export const rowOriginSchema = z.object({
  importId: importIdSchema,
  fileName: z.string(),
  importedAt: z.iso.datetime(),
  line: z.int().positive(),
  state: importRowStateSchema,
  /** What people called the profile by which the line was read; null for one that was read as it was found. */
  profileName: z.string().nullable(),
  /** By which version of the rules of reading; 1 for whatever was before versions were counted. */
  rulesVersion: z.int().positive(),
  /** The file of another university that its file was part of; null for any other. */
  packageOrigin: packageOriginSchema.nullable(),
  /** The cells that hold anything, with the field that each fills; null for a column that is no field. */
  cells: z.array(z.object({ column: z.string(), field: importFieldSchema.nullable(), value: z.string() })),
});
export type RowOrigin = z.infer<typeof rowOriginSchema>;

/** What taking an import back does to its rows, and which records go with them that they had made on the way. */
const undoLookSchema = undoCountsSchema.extend({ onTheWay: alsoCreatedSchema });
export type UndoLook = z.infer<typeof undoLookSchema>;

/** What going back to an instant does: the imports it takes back, the newest first, and what becomes of their rows. */
const goBackSchema = undoCountsSchema.extend({
  imports: z.array(undoCountsSchema.extend({ id: importIdSchema, fileName: z.string(), createdAt: z.iso.datetime() })),
});
export type GoBackCounts = z.infer<typeof goBackSchema>;

/** One table of a package, and how many values of its rows were left because what was known goes first. */
const packagePartReportSchema = importSchema.extend({ keptKnown: z.int().nonnegative() });
export type PackagePartReport = z.infer<typeof packagePartReportSchema>;

const lastGoBackSchema = z.object({ undoneAt: z.iso.datetime(), imports: z.int().positive() });
export type LastGoBack = z.infer<typeof lastGoBackSchema>;

/** A cell of an imported file: its line and the name of its column. */
const oneCell = z.strictObject({ importId: importIdSchema, line: z.int().positive(), column: z.string() });
const recordChanges = ['imports', 'offers', 'formations', 'companies', 'matches'] as const;

export const imports = {
  preview: call({ input: z.strictObject(importSource), output: importPreviewSchema }),
  /** A file as the kind that it is best understood as, or as the one that somebody says. */
  recognise: call({
    input: z.strictObject({
      fileId: fileIdSchema,
      kind: importKindSchema.nullable(),
      /** As for `preview`. */
      notation: notationWishSchema.nullable().optional(),
    }),
    output: importPreviewSchema.extend({ kind: importKindSchema }),
  }),
  /** Starts the job that reads and commits the file; with `dryRun` it reads everything and stores nothing. */
  start: call({
    input: z.strictObject({
      ...importSource,
      dryRun: z.boolean(),
      /** Null takes what was chosen for an earlier file under the same header, else leaves what is known. */
      emptyCells: emptyCellRuleSchema.nullable().optional(),
      /**
       * By what rows are known again; null takes what was chosen for an earlier file under the same header, else leaves it
       * to the application. `invalid-input` (`match-key-unsuitable`) for a key of other records.
       */
      matchKey: matchKeySchema.nullable().optional(),
      /**
       * The source of offers whose row names none; null takes what was chosen for an earlier file under the same header,
       * else none. An empty text takes none. Rows of other kinds have no source.
       */
      fileSource: z
        .union([fileSourceSchema, z.literal('')])
        .nullable()
        .optional(),
      /** Null takes what was chosen for an earlier file under the same header, else what the rows say. */
      conflicts: conflictRuleSchema.nullable().optional(),
      /** Of a further table of a package: the import of the first one; `invalid-input` for one of another file. */
      takenWith: importIdSchema.nullable().optional(),
    }),
    output: z.object({ importId: importIdSchema, jobId: jobIdSchema }),
    changes: ['imports', 'jobs'],
  }),
  /** The kept lines of an import as they would be read now; `conflict` (`import-not-rereadable`) where there are none. */
  previewReread: call({ input: z.strictObject(rereadSource), output: importPreviewSchema }),
  /** Starts the job that reads the kept lines of an import again, as an import of its own; refused alike. */
  reread: call({
    input: z.strictObject({ ...rereadSource, dryRun: z.boolean() }),
    output: z.object({ importId: importIdSchema, jobId: jobIdSchema }),
    changes: ['imports', 'jobs'],
  }),
  list: call({ input: pageRequestSchema, output: pageOf(importSchema) }),
  get: call({ input: z.strictObject({ importId: importIdSchema }), output: importSchema }),
  rows: call({
    input: pageRequestSchema.extend({
      importId: importIdSchema,
      state: importRowStateSchema.nullable(),
      /** Leaves out the rows of which there is nothing to say. */
      onlyWithIssues: z.boolean().optional(),
      /** Of an import that was undone: the rows, in any state, whose record stayed because somebody changed it since. */
      onlyKept: z.boolean().optional(),
      /** Of a trial of offers: the rows whose offer would be proposed as one with another, in any state. */
      onlyAlike: z.boolean().optional(),
    }),
    output: pageOf(importRowSchema),
  }),
  /** Where what is known of a record comes from: the rows of files, the latest first. */
  origin: call({
    input: z.strictObject({ kind: importKindSchema, id: z.int().positive() }),
    output: z.array(rowOriginSchema),
  }),
  /**
   * Takes the value of a column in place of what a person wrote, which is kept. Throws `not-found`, and `conflict`
   * (`action-impossible`) when the row has no record any more or the field was not written by a person.
   */
  takeFileValue: call({ input: oneCell, output: nothing, changes: recordChanges }),
  /** Puts back what a person had written; throws alike. */
  keepOwnValue: call({ input: oneCell, output: nothing, changes: recordChanges }),
  /** What `undo` would do, once it is known; changes nothing. Refused alike. */
  previewUndo: stream({ input: z.strictObject({ importId: importIdSchema }), item: undoLookSchema }),
  /** Starts the job that takes a committed import back as a whole; rows that somebody changed since are kept. */
  undo: call({
    input: z.strictObject({ importId: importIdSchema }),
    output: z.object({ jobId: jobIdSchema }),
    changes: ['jobs'],
  }),
  /** Starts the job that puts an undone import in place again; rows that somebody changed or made since are kept. */
  redo: call({
    input: z.strictObject({ importId: importIdSchema }),
    output: z.object({ jobId: jobIdSchema }),
    changes: ['jobs'],
  }),
  /** The imports of all tables of a package that were taken together, by any of them. */
  ofPackage: call({ input: z.strictObject({ importId: importIdSchema }), output: z.array(packagePartReportSchema) }),
  /** What `undoPackage` would do, once it is known; changes nothing. Refused alike while a table is to be stored. */
  previewUndoPackage: stream({ input: z.strictObject({ importId: importIdSchema }), item: goBackSchema }),
  /**
   * Starts the job that takes back all tables of a package, by any of them, together or none. `conflict`:
   * `import-not-undoable` where none is in place, `job-running` while one is still to be stored.
   */
  undoPackage: call({
    input: z.strictObject({ importId: importIdSchema }),
    output: z.object({ jobId: jobIdSchema }),
    changes: ['jobs'],
  }),
  /** Starts the job that puts all undone tables of a package in place again, together or none; refused alike. */
  redoPackage: call({
    input: z.strictObject({ importId: importIdSchema }),
    output: z.object({ jobId: jobIdSchema }),
    changes: ['jobs'],
  }),
  /** What taking back all imports after an instant would do, once it is known; changes nothing. */
  previewGoBack: stream({ input: z.strictObject({ at: z.iso.datetime() }), item: goBackSchema }),
  /**
   * Starts the job that takes back all imports after an instant, the newest first and all together or none; what somebody
   * changed since is kept. `conflict` (`import-not-undoable`) where there are none.
   */
  goBack: call({
    input: z.strictObject({ at: z.iso.datetime() }),
    output: z.object({ jobId: jobIdSchema }),
    changes: ['jobs'],
  }),
  /** Starts the job that puts in place again what was taken back together at an instant. */
  goForward: call({
    input: z.strictObject({ undoneAt: z.iso.datetime() }),
    output: z.object({ jobId: jobIdSchema }),
    changes: ['jobs'],
  }),
  /** The last time that several imports were taken back together and still can come again; null for none. */
  lastGoBack: call({ input: noInput, output: lastGoBackSchema.nullable() }),
  /** Fields and their synonyms, as the import understands them (for help texts). */
  synonyms: call({
    input: noInput,
    output: z.record(importKindSchema, z.array(z.object({ field: z.string(), synonyms: z.array(z.string()) }))),
  }),
} as const;
