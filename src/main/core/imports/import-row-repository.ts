import { z } from 'zod';
import type { ImportRow } from '../../../shared/contract/imports';
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
import type { PageRequest } from '../../../shared/domain/page';
import { handEditsOf, type HandEditedKind } from '../db/hand-edits';
import type { ReadDb, WriteDb } from '../db/open';
import type { CellPacker, KeptRow, StoredRow } from '../ports';
import * as importOwnerRepository from './import-owner-repository';

const headerSchema = z.array(z.string());
const linesSchema = z.array(z.int().positive());
const statesSchema = z.array(importRowStateSchema);
const issuesSchema = z.array(z.array(rowIssueSchema).nullable());
/** Longer cells are cut for display; the database keeps them whole. */
const shownCell = 500;

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
}

export function openRowIntake(db: WriteDb, id: ImportId, packer: CellPacker): RowIntake {
  const insert = db.prepare<unknown, (number | string | Uint8Array | null)[]>(
    `insert into import_batch (import_id, first_line, created, updated, unchanged, rejected, with_issues, lines, states,
       issues, cells) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
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

/** Which rows of an import are wanted. */
export interface RowFilter {
  readonly state: ImportRowState | null;
  readonly onlyWithIssues?: boolean | undefined;
  /** Those whose record an undo kept, in any state. */
  readonly onlyKept?: boolean | undefined;
}

/** Rows of an import in the order of its file, all of them, those in one state or those of which something is said. */
export function rows(
  db: ReadDb,
  packer: CellPacker,
  id: ImportId,
  request: PageRequest & RowFilter,
): { rows: ImportRow[]; total: number } {
  const { page, pageSize } = request;
  const reading = readingOf(db, id);
  const kept = request.onlyKept ? importOwnerRepository.keptByUndo(db, id) : null;
  const found: ImportRow[] = [];
  let behind = 0;
  for (const { firstLine, wanted } of kept ? batchesOfOwners(db, id, kept) : batchesOf(db, id, request)) {
    const first = page * pageSize + found.length - behind;
    // Counting goes on to the end; only what is shown is unpacked.
    if (first < wanted && found.length < pageSize) {
      const rows = unpack(db, packer, id, firstLine).filter((row) =>
        kept ? kept.has(row.ownerId ?? 0) : isWanted(row, request),
      );
      for (const row of rows.slice(first, first + pageSize - found.length)) found.push(toRow(db, reading, row));
    }
    behind += wanted;
  }
  return { rows: found, total: behind };
}

function toRow(db: ReadDb, { kind, header, mapping }: ImportReading, row: UnpackedRow): ImportRow {
  const { line, state, issues, cells, ownerId } = row;
  const shown = { line, state, issues: [...issues], cells: byHeader(header, cells) };
  const title = ownerId === null ? null : importOwnerRepository.titleOf(db, kind, ownerId);
  if (ownerId === null || title === null) return { ...shown, record: null, taken: [] };
  const isKept = issues.some(isOfKept);
  const edits = isKept ? handEditsOf(db, { kind: handEditedKinds[kind], id: ownerId }) : null;
  const isTaken = (column: string | null): boolean => {
    const field = column === null ? null : mapping[header.indexOf(column)];
    return typeof edits?.get(field ?? '') === 'string';
  };
  const taken = issues.flatMap((issue) =>
    isOfKept(issue) && issue.column !== null && isTaken(issue.column) ? [issue.column] : [],
  );
  return { ...shown, record: { kind, id: ownerId, title }, taken };
}

/** Whether it is said of a value that was left, which a person may still take. */
function isOfKept({ code }: RowIssue): boolean {
  return code === 'kept-by-hand' || code === 'kept-known';
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

/** The rejected rows of an import in the order of its file, a batch at a time, and how many there are. */
export function rejectedRows(db: ReadDb, packer: CellPacker, id: ImportId) {
  const filter = { state: 'rejected' } as const;
  const batches = batchesOf(db, id, filter).filter(({ wanted }) => wanted > 0);
  function* rows(): Iterable<UnpackedRow> {
    for (const { firstLine } of batches) {
      yield* unpack(db, packer, id, firstLine).filter((row) => isWanted(row, filter));
    }
  }
  return { rows, total: batches.reduce((sum, { wanted }) => sum + wanted, 0) };
}

function isWanted({ state, issues }: StoredRow, filter: RowFilter): boolean {
  return (filter.state === null || state === filter.state) && (!filter.onlyWithIssues || issues.length > 0);
}

/** Each batch of an import in order, and how many of its rows are wanted. */
function batchesOf(db: ReadDb, id: ImportId, { state, onlyWithIssues }: RowFilter) {
  const inState = state === null ? 'created + updated + unchanged + rejected' : state;
  if (!onlyWithIssues || state === null) {
    return db
      .prepare<{ firstLine: number; wanted: number }, [number]>(
        `select first_line firstLine, ${onlyWithIssues ? 'with_issues' : inState} wanted from import_batch
         where import_id = ? order by first_line`,
      )
      .all(id);
  }
  // Both at once is no count that is kept.
  return db
    .prepare<{ firstLine: number; wanted: number }, [string, number]>(
      `select first_line firstLine, (select count(*) from json_each(states) s join json_each(issues) i on i.key = s.key
          where s.value = ? and i.type <> 'null') wanted from import_batch where import_id = ? order by first_line`,
    )
    .all(state, id);
}

/** Each batch of an import in order, and how many of its rows are of some records. */
function batchesOfOwners(db: ReadDb, id: ImportId, owners: ReadonlySet<number>) {
  return firstLines(db, id).map((firstLine) => {
    const ids = importOwnerRepository.ownersOf(db, id, firstLine);
    return { firstLine, wanted: ids.filter((owner) => owners.has(owner ?? 0)).length };
  });
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
}

/** The rows of the batch that begins at a line. */
export function unpack(db: ReadDb, packer: CellPacker, id: ImportId, firstLine: number): readonly UnpackedRow[] {
  const record = db
    .prepare<BatchRecord, [number, number]>(
      'select first_line firstLine, lines, states, issues, cells from import_batch where import_id = ? and first_line = ?',
    )
    .get(id, firstLine);
  if (!record) return [];
  const states = statesSchema.parse(JSON.parse(record.states));
  const issues = record.issues === null ? [] : issuesSchema.parse(JSON.parse(record.issues));
  const cells = packer.unpackCells(record.cells);
  const owners = importOwnerRepository.ownersOf(db, id, firstLine);
  return linesSchema.parse(JSON.parse(record.lines)).map((line, index) => {
    const state = states[index];
    if (!state) throw new Error(`Import ${id} has no state for line ${line}.`);
    return { line, state, issues: issues[index] ?? [], cells: cells[index] ?? [], ownerId: owners[index] ?? null };
  });
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

/** Cells behind the last header keep their number as a name: they are why the row was rejected. */
function byHeader(header: readonly string[], cells: readonly string[]): ImportRow['cells'] {
  const names = cells.length > header.length ? cells.map((_, index) => header[index] ?? `#${index + 1}`) : header;
  return names.map((column, index) => ({ column, value: shorten(cells[index] ?? '') }));
}

function shorten(cell: string): string {
  return cell.length > shownCell ? `${cell.slice(0, shownCell)}…` : cell;
}
