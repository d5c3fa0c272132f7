import { check, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { emptyCellRules, importKinds, type ConflictRule } from '../../../shared/domain/import';
import type { MatchKey } from '../../../shared/domain/match-key';
import { isJson, oneOf } from '../db/columns';

/** How files under one header were imported last: proposed for the next file that has the same header. */
export const importProfileTable = sqliteTable(
  'import_profile',
  {
    kind: text('kind', { enum: importKinds }).notNull(),
    /** A hash of the names of the file's own columns in their order, without their case and accents. */
    fingerprint: text('fingerprint').notNull(),
    /** What people call the source; the name of its last file unless somebody gave another. */
    name: text('name').notNull(),
    /** JSON: the field of each column. */
    mapping: text('mapping').notNull(),
    emptyCells: text('empty_cells', { enum: emptyCellRules }).notNull(),
    /** When a file was last imported with it: ISO 8601, UTC. */
    usedAt: text('used_at').notNull(),
    /** JSON: what was said of how the files are written; null where all of it is found. */
    notation: text('notation'),
    /** By what rows are known again. */
    matchKey: text('match_key').$type<MatchKey>().notNull().default('automatic'),
    /** The source of offers whose row names none. */
    fileSource: text('file_source'),
    /** What stays where a row says otherwise than what is known. */
    conflicts: text('conflicts').$type<ConflictRule>().notNull().default('theirs'),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.fingerprint] }),
    check('import_profile_kind', oneOf(table.kind, importKinds)),
    check('import_profile_mapping', isJson(table.mapping)),
    check('import_profile_empty_cells', oneOf(table.emptyCells, emptyCellRules)),
  ],
);
