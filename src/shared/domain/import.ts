import { z } from 'zod';
import { importIdSchema } from './ids';
import { importKindSchema, type ImportKind } from './import-kind';
import { matchKeySchema } from './match-key';
import { packageOriginSchema } from './package';

export { importKinds, importKindSchema, type ImportKind } from './import-kind';

/** Fields that a column of a file can stand for, by kind of import. */
export const importFields = {
  offers: [
    'externalId',
    'source',
    'title',
    'description',
    'companyName',
    'companySiret',
    'contactName',
    'contactEmail',
    'contactPhone',
    'city',
    'postcode',
    'area',
    'country',
    'contractType',
    'levels',
    'domain',
    'romeCode',
    'seniority',
    'skills',
    'start',
    'startTo',
    'duration',
    'weeklyHours',
    'pay',
    'remote',
    'language',
    'disabilityFriendly',
    'places',
    'postedOn',
    'expiresOn',
    'status',
    'closingReason',
    'closedOn',
  ],
  formations: [
    'externalId',
    'title',
    'diplomaType',
    'level',
    'component',
    'description',
    'prerequisites',
    'keywords',
    'skills',
    'jobs',
    'romeCodes',
    'capacity',
    'managerName',
    'managerEmail',
  ],
  companies: [
    'externalId',
    'name',
    'siret',
    'naf',
    'size',
    'address',
    'postcode',
    'city',
    'country',
    'website',
    'contactName',
    'contactRole',
    'contactEmail',
    'contactPhone',
    'contactAccess',
  ],
} as const satisfies Record<ImportKind, readonly string[]>;

export type OfferField = (typeof importFields.offers)[number];
export type FormationField = (typeof importFields.formations)[number];
export type CompanyField = (typeof importFields.companies)[number];
export type ImportField = OfferField | FormationField | CompanyField;
export const importFieldSchema = z.enum([
  ...new Set<ImportField>([...importFields.offers, ...importFields.formations, ...importFields.companies]),
]);

/** Without these no row of a file can be used. */
export const requiredFields = {
  offers: ['title'],
  formations: ['title'],
  companies: ['name'],
} as const satisfies Record<ImportKind, readonly ImportField[]>;

/**
 * For each column of the file, in order, the field it fills, or null when it is left aside. Several columns may fill
 * a list, a description or the contract type; any other field takes one column.
 */
export const columnMappingSchema = z.array(importFieldSchema.nullable()).max(2_000);
export type ColumnMapping = z.infer<typeof columnMappingSchema>;

export const rowIssueCodes = [
  'missing-required',
  'too-long',
  'bad-date',
  'bad-number',
  'bad-siret',
  'siret-of-other',
  'code-of-other',
  'ambiguous-match',
  'reference-of-other',
  'bad-level',
  'bad-email',
  'unknown-word',
  'open-place',
  'extra-fields',
  'missing-fields',
  'stray-quote',
  'torn-line',
  'duplicate-id',
  'duplicate-key',
  'merged-into',
  'kept-by-hand',
  'kept-known',
  'withdrawn',
  'said-later',
  'record-gone',
  'date-as-title',
] as const;
export const rowIssueCodeSchema = z.enum(rowIssueCodes);
export type RowIssueCode = z.infer<typeof rowIssueCodeSchema>;

/**
 * Something about one row. An `error` keeps the row out; a `warning` leaves the field empty or takes it as it is.
 * `column` is the header as the file writes it, null when the whole row is meant; `value` is what stood there (cut).
 */
export const rowIssueSchema = z.object({
  severity: z.enum(['error', 'warning']),
  code: rowIssueCodeSchema,
  column: z.string().nullable(),
  value: z.string().max(200).nullable(),
});
export type RowIssue = z.infer<typeof rowIssueSchema>;

export const importRowStates = ['created', 'updated', 'unchanged', 'rejected'] as const;
export const importRowStateSchema = z.enum(importRowStates);
export type ImportRowState = z.infer<typeof importRowStateSchema>;

/** Every row read is in exactly one of the four: read = created + updated + unchanged + rejected. */
export const importCountsSchema = z.object({
  read: z.int().nonnegative(),
  created: z.int().nonnegative(),
  updated: z.int().nonnegative(),
  unchanged: z.int().nonnegative(),
  rejected: z.int().nonnegative(),
  warnings: z.int().nonnegative(),
});
export type ImportCounts = z.infer<typeof importCountsSchema>;

/** How a text file is written. */
export const textFormatSchema = z.object({
  encoding: z.string().max(40),
  delimiter: z.enum([',', ';', '\t', '|']),
});
export type TextFormat = z.infer<typeof textFormatSchema>;

/** Which sheet of a workbook is read. */
export const sheetFormatSchema = z.object({ sheet: z.string().max(255) });
export type SheetFormat = z.infer<typeof sheetFormatSchema>;

/** Services whose search results are taken as they answer them, in JSON. */
export const offerServices = ['france-travail', 'adzuna'] as const;
export type OfferService = (typeof offerServices)[number];

/** Of which service the pages are. */
export const pagesFormatSchema = z.object({ service: z.enum(offerServices) });
export type PagesFormat = z.infer<typeof pagesFormatSchema>;

/** How a file is to be read: what was found, or what a person corrected. */
export const fileFormatSchema = z.union([textFormatSchema, sheetFormatSchema, pagesFormatSchema]);
export type FileFormat = z.infer<typeof fileFormatSchema>;

/** What is to be said of a workbook whose sheet is read: all its sheets, and what the chosen one hides. */
export const workbookLookSchema = z.object({
  sheets: z.array(z.string()),
  hiddenRows: z.int().nonnegative(),
  mergedCells: z.int().nonnegative(),
});
export type WorkbookLook = z.infer<typeof workbookLookSchema>;

/** What an empty cell of a mapped column does to a record that is known: leaves its field, or empties it too. */
export const emptyCellRules = ['leave', 'clear'] as const;
export const emptyCellRuleSchema = z.enum(emptyCellRules);
export type EmptyCellRule = z.infer<typeof emptyCellRuleSchema>;

/** Where the rows of a file come from that do not say so themselves, as offers name their source. */
export const fileSourceSchema = z.string().trim().min(1).max(100);

/**
 * What stays where a row says otherwise than what is known of its record: what the row says, or what was known, which is
 * then only completed.
 */
export const conflictRules = ['theirs', 'ours'] as const;
export const conflictRuleSchema = z.enum(conflictRules);
export type ConflictRule = z.infer<typeof conflictRuleSchema>;

/** `checked`: a dry run that read everything and stored no row. */
export const importStates = ['reading', 'checked', 'committed', 'failed', 'cancelled', 'undone'] as const;
export const importStateSchema = z.enum(importStates);
export type ImportState = z.infer<typeof importStateSchema>;

/** What undoing an import did: rows it had created, rows put back as they were, rows changed since and so kept. */
export const undoCountsSchema = z.object({
  removed: z.int().nonnegative(),
  restored: z.int().nonnegative(),
  kept: z.int().nonnegative(),
});
export type UndoCounts = z.infer<typeof undoCountsSchema>;

/** What redoing an undone import did: rows as the import had left them again, rows changed or taken since and so kept. */
export const redoCountsSchema = z.object({
  restored: z.int().nonnegative(),
  kept: z.int().nonnegative(),
});
export type RedoCounts = z.infer<typeof redoCountsSchema>;

/** What the rows of a file made besides the rows that they stand for. */
export const alsoCreatedSchema = z.object({
  companies: z.int().nonnegative(),
  contacts: z.int().nonnegative(),
  components: z.int().nonnegative(),
  managers: z.int().nonnegative(),
});
export type AlsoCreated = z.infer<typeof alsoCreatedSchema>;

/** How many rows were known again by the key that was chosen, and how many had no value for it. */
export const recognitionCountsSchema = z.object({
  matched: z.int().nonnegative(),
  keyless: z.int().nonnegative(),
});
export type RecognitionCounts = z.infer<typeof recognitionCountsSchema>;

export const recognitionSchema = recognitionCountsSchema.extend({ key: matchKeySchema });
export type Recognition = z.infer<typeof recognitionSchema>;

export const importSchema = z.object({
  id: importIdSchema,
  kind: importKindSchema,
  fileName: z.string(),
  state: importStateSchema,
  counts: importCountsSchema,
  alsoCreated: alsoCreatedSchema,
  /** Null unless the import is undone now. */
  undo: undoCountsSchema.nullable(),
  /** Null unless the import was undone and is in place again. */
  redo: redoCountsSchema.nullable(),
  /** Until when an undone import can be redone; after that its lines and rows are erased. Null for any other. */
  redoableUntil: z.iso.datetime().nullable(),
  /** Whether it came by the watched folder. */
  isWatched: z.boolean(),
  /** The import whose lines were read again; null for one of a file. */
  rereadOf: importIdSchema.nullable(),
  /** The file of another university that it was part of; null for any other. */
  packageOrigin: packageOriginSchema.nullable(),
  /** The first import of that file, where this is a further one. */
  takenWith: importIdSchema.nullable(),
  /** By what rows were known again. */
  recognition: recognitionSchema,
  /** What stays where a row says otherwise than what is known. */
  conflicts: conflictRuleSchema,
  /** How many pairs of offers would be proposed as one; null for whatever is no trial of offers. */
  alikePairs: z.int().nonnegative().nullable(),
  /** Whether the rules of reading have changed since. */
  hasOldRules: z.boolean(),
  createdAt: z.iso.datetime(),
});
export type Import = z.infer<typeof importSchema>;
