import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ImportId } from '../../../shared/domain/ids';
import { emptyCellRules, importKinds, importStates, type ConflictRule } from '../../../shared/domain/import';
import type { MatchKey } from '../../../shared/domain/match-key';
import { createdAt, id, isJson, oneOf } from '../db/columns';

/** One file taken in. */
export const importTable = sqliteTable(
  'import',
  {
    id: id<ImportId>(),
    kind: text('kind', { enum: importKinds }).notNull(),
    fileName: text('file_name').notNull(),
    state: text('state', { enum: importStates }).notNull(),
    dryRun: integer('dry_run', { mode: 'boolean' }).notNull().default(false),
    /** JSON: the file's format, its header and the field of each column, once they are known. */
    format: text('format'),
    header: text('header'),
    mapping: text('mapping'),
    readCount: integer('read_count').notNull().default(0),
    createdCount: integer('created_count').notNull().default(0),
    updatedCount: integer('updated_count').notNull().default(0),
    unchangedCount: integer('unchanged_count').notNull().default(0),
    rejectedCount: integer('rejected_count').notNull().default(0),
    warningCount: integer('warning_count').notNull().default(0),
    /** What undoing did; null until it was undone. */
    removedCount: integer('removed_count'),
    restoredCount: integer('restored_count'),
    keptCount: integer('kept_count'),
    createdAt: createdAt(),
    committedAt: text('committed_at'),
    undoneAt: text('undone_at'),
    /** What redoing did; null unless the import was undone and redone. */
    redoneRestoredCount: integer('redone_restored_count'),
    redoneKeptCount: integer('redone_kept_count'),
    /** JSON: how many companies, contacts, components and managers the rows made on the way. */
    alsoCreated: text('also_created'),
    /** Until when an undone import can be redone. */
    redoableUntil: text('redoable_until'),
    // Without a CHECK: SQLite would have to write the table anew for it.
    emptyCells: text('empty_cells', { enum: emptyCellRules }).notNull().default('leave'),
    /** Of a file of the watched folder: JSON, by what it is told from others there. */
    watchedFile: text('watched_file'),
    /** The import whose kept lines were read again; null for one of a file. */
    rereadOf: integer('reread_of').$type<ImportId>(),
    /** By which version of the rules of reading its lines were read. */
    rulesVersion: integer('rules_version').notNull().default(1),
    /** JSON: how the file is written, as found or as said; null for those from before that was kept. */
    notation: text('notation'),
    /** What people called its profile then; null for one that was read as it was found. */
    profileName: text('profile_name'),
    /** JSON: the file of another university that it was part of. */
    packageOrigin: text('package_origin'),
    /** By what rows were known again, how many were so, and how many had no value for it. */
    matchKey: text('match_key').$type<MatchKey>().notNull().default('automatic'),
    matchedCount: integer('matched_count').notNull().default(0),
    keylessCount: integer('keyless_count').notNull().default(0),
    /** The source of offers whose row named none. */
    fileSource: text('file_source'),
    /** How many pairs of offers a trial would have proposed as one; null for whatever is no trial of offers. */
    alikeCount: integer('alike_count'),
    /** What stayed where a row said otherwise than what was known. */
    conflicts: text('conflicts').$type<ConflictRule>().notNull().default('theirs'),
    /** Of a table of a package: the import of the table that was taken first with it; null for that one and any other. */
    takenWith: integer('taken_with').$type<ImportId>(),
  },
  (table) => [
    check('import_kind', oneOf(table.kind, importKinds)),
    check('import_state', oneOf(table.state, importStates)),
    check('import_dry_run', sql`${table.dryRun} in (0, 1)`),
    check('import_format', isJson(table.format)),
    check('import_header', isJson(table.header)),
    check('import_mapping', isJson(table.mapping)),
    check('import_also_created', isJson(table.alsoCreated)),
    index('import_by_state').on(table.state),
    index('import_by_taken_with').on(table.takenWith),
  ],
);
