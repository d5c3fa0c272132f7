import { z } from 'zod';
import { AppError } from '../../../shared/domain/app-error';
import { fileNotationSchema, type FileNotation } from '../../../shared/domain/file-notation';
import type { ImportId } from '../../../shared/domain/ids';
import {
  columnMappingSchema,
  fileFormatSchema,
  importRowStateSchema,
  rowIssueSchema,
  type ColumnMapping,
  type FileFormat,
  type ImportKind,
  type ImportRowState,
  type RowIssue,
} from '../../../shared/domain/import';
import { rowTrialSchema, type RowTrial } from '../../../shared/domain/row-trial';
import type { HandEditedKind } from '../db/hand-edits';
import type { ReadDb, WriteDb } from '../db/open';
import type { CellPacker, KeptRow, StoredRow } from '../ports';
import * as importOwnerRepository from './import-owner-repository';

const headerSchema = z.array(z.string());
const linesSchema = z.array(z.int().positive());
const statesSchema = z.array(importRowStateSchema);
const issuesSchema = z.array(z.array(rowIssueSchema).nullable());
const trialsSchema = z.array(rowTrialSchema.nullable());

/** The records that a kind of import is about. */
export const handEditedKinds: Record<ImportKind, HandEditedKind> = {
  offers: 'offer',
  formations: 'formation',
  companies: 'company',
};

/** Stores rows of one import as they stand in its file, a batch at a time. */
export interface RowIntake {
  /** `owners`: the id of each row's record, null for a row without one; left out for rows that stored nothing. */
  put(rows: readonly StoredRow[], packedCells: Uint8Array, owners?: importOwnerRepository.RowOwners): void;
  /** The cells stored for a line. */
  cellsAt(line: number): readonly string[] | undefined;
}

interface BatchRecord {
  readonly firstLine: number;
  readonly lines: string;
  readonly states: string;
  readonly issues: string | null;
  readonly cells: Uint8Array;
  readonly trials: string | null;
}

export function openRowIntake(db: WriteDb, id: ImportId, packer: CellPacker): RowIntake {
  const insert = db.prepare<unknown, (number | string | Uint8Array | null)[]>(
    `insert into import_batch (import_id, first_line, created, updated, unchanged, rejected, with_issues, lines, states,
       issues, cells, trials) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const cellsAt = openCells(db, id, packer);
  return {
    put(rows, packedCells, owners) {
      const [first] = rows;
      if (!first) return;
      if (owners) importOwnerRepository.insert(db, id, first.line, owners);
      const count = (state: ImportRowState): number => rows.reduce((sum, row) => sum + Number(row.state === state), 0);
      const withIssues = rows.reduce((sum, { issues }) => sum + Number(issues.length > 0), 0);
      insert.run(
        ...[id, first.line, count('created'), count('updated'), count('unchanged'), count('rejected'), withIssues],
        JSON.stringify(rows.map(({ line }) => line)),
        JSON.stringify(rows.map(({ state }) => state)),
        issuesText(rows),
        packedCells,
        rows.some(({ trial }) => trial) ? JSON.stringify(rows.map(({ trial = null }) => trial)) : null,
      );
    },
    cellsAt,
  };
}

/** Gives the cells stored for a line of an import; undefined where there is none. */
export function openCells(
  db: ReadDb,
  id: ImportId,
  packer: CellPacker,
): (line: number) => readonly string[] | undefined {
  const find = db.prepare<Pick<BatchRecord, 'lines' | 'cells'>, [number, number]>(
    `select lines, cells from import_batch where import_id = ? and first_line <= ? order by first_line desc limit 1`,
  );
  // A file that repeats itself asks for one row after the other.
  let opened: ReadonlyMap<number, readonly string[]> | null = null;
  return (line) => {
    const known = opened?.get(line);
    if (known) return known;
    const record = find.get(id, line);
    if (!record) return undefined;
    const cells = packer.unpackCells(record.cells);
    opened = new Map(linesSchema.parse(JSON.parse(record.lines)).map((at, index) => [at, cells[index] ?? []]));
    return opened.get(line);
  };
}

/** What is said of a line of an import. */
export function issuesAt(db: ReadDb, id: ImportId, line: number): readonly RowIssue[] {
  const record = db
    .prepare<Pick<BatchRecord, 'lines' | 'issues'>, [number, number]>(
      'select lines, issues from import_batch where import_id = ? and first_line <= ? order by first_line desc limit 1',
    )
    .get(id, line);
  if (!record || record.issues === null) return [];
  const place = linesSchema.parse(JSON.parse(record.lines)).indexOf(line);
  return issuesSchema.parse(JSON.parse(record.issues))[place] ?? [];
}

/** Where the batches of an import begin, in the order of its file. */
export function firstLines(db: ReadDb, id: ImportId): readonly number[] {
  return db
    .prepare<number, [number]>('select first_line from import_batch where import_id = ? order by first_line')
    .pluck()
    .all(id);
}

/** A stored row with its cells and its record. */
export interface UnpackedRow extends KeptRow {
  readonly ownerId: number | null;
  readonly trial: RowTrial | null;
}

/** The rows of the batch that begins at a line, or those of some records. */
export function unpack(
  ...[db, packer, id, firstLine, wanted]: readonly [
    ...[ReadDb, CellPacker, ImportId, number],
    wanted?: { has(ownerId: number): boolean },
  ]
): readonly UnpackedRow[] {
  const owners = importOwnerRepository.ownersOf(db, id, firstLine);
  const isWanted = (ownerId: number | null): boolean => !wanted || (ownerId !== null && wanted.has(ownerId));
  if (wanted && !owners.some(isWanted)) return [];
  const record = db
    .prepare<BatchRecord, [number, number]>(
      `select first_line firstLine, lines, states, issues, cells, trials from import_batch
       where import_id = ? and first_line = ?`,
    )
    .get(id, firstLine);
  if (!record) return [];
  const states = statesSchema.parse(JSON.parse(record.states));
  const issues = record.issues === null ? [] : issuesSchema.parse(JSON.parse(record.issues));
  const cells = packer.unpackCells(record.cells);
  const trials = record.trials === null ? [] : trialsSchema.parse(JSON.parse(record.trials));
  const rows = linesSchema.parse(JSON.parse(record.lines)).map((line, index) => {
    const state = states[index];
    if (!state) throw new Error(`Import ${id} has no state for line ${line}.`);
    const said = { issues: issues[index] ?? [], cells: cells[index] ?? [], trial: trials[index] ?? null };
    return { line, state, ...said, ownerId: owners[index] ?? null };
  });
  return wanted ? rows.filter(({ ownerId }) => isWanted(ownerId)) : rows;
}

/** The records that the lines of an import have made, by line: in it, or in those that read the same lines before. */
export function recordsMade(db: ReadDb, id: ImportId): ReadonlyMap<number, number> {
  const batches = db
    .prepare<Pick<BatchRecord, 'lines' | 'states'> & { importId: ImportId; firstLine: number }, [number, number]>(
      `select b.import_id importId, b.first_line firstLine, b.lines, b.states
       from import i join import_batch b on b.import_id = i.id
       where coalesce(i.reread_of, i.id) = (select coalesce(reread_of, id) from import where id = ?)
         and i.state = 'committed' and i.id <= ? and b.created > 0`,
    )
    .all(id, id);
  const made = new Map<number, number>();
  for (const { importId, firstLine, lines, states } of batches) {
    const owners = importOwnerRepository.ownersOf(db, importId, firstLine);
    const stateOf = statesSchema.parse(JSON.parse(states));
    for (const [place, line] of linesSchema.parse(JSON.parse(lines)).entries()) {
      const owner = owners[place] ?? null;
      if (owner !== null && stateOf[place] === 'created') made.set(line, owner);
    }
  }
  return made;
}

/** The issues of rows as they are stored. */
export function issuesText(rows: readonly Pick<StoredRow, 'issues'>[]): string | null {
  if (rows.every(({ issues }) => issues.length === 0)) return null;
  return JSON.stringify(rows.map(({ issues }) => (issues.length === 0 ? null : issues)));
}

/** How the rows of an import were read. */
export interface ImportReading {
  readonly kind: ImportKind;
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  /** Null for one that failed before its format was known. */
  readonly format: FileFormat | null;
  /** Null for one from before it was kept, too. */
  readonly notation: FileNotation | null;
  /** What people called the profile by which it was read; null where there was none. */
  readonly profileName: string | null;
  /** The source of offers whose row named none; null where it was not said. */
  readonly fileSource: string | null;
  /** The version of the rules of reading. */
  readonly rulesVersion: number;
}

type KeptReading = Pick<ImportReading, 'kind' | 'profileName' | 'fileSource' | 'rulesVersion'> & {
  readonly [Part in 'header' | 'mapping' | 'format' | 'notation']: string | null;
};

/** How the rows of an import were read; nothing but its kind when it never came to that. */
export function readingOf(db: ReadDb, id: ImportId): ImportReading {
  const record = db
    .prepare<KeptReading, [number]>(
      `select kind, header, mapping, format, notation, profile_name profileName, file_source fileSource,
         rules_version rulesVersion from import where id = ?`,
    )
    .get(id);
  if (!record) throw new AppError('not-found', `There is no import ${id}.`, null, { importId: id });
  const { header, mapping, format, notation, ...kept } = record;
  return {
    ...kept,
    header: header === null ? [] : headerSchema.parse(JSON.parse(header)),
    mapping: mapping === null ? [] : columnMappingSchema.parse(JSON.parse(mapping)),
    format: format === null ? null : fileFormatSchema.parse(JSON.parse(format)),
    notation: notation === null ? null : fileNotationSchema.parse(JSON.parse(notation)),
  };
}
