import { z } from 'zod';
import type { ImportRow } from '../../../shared/contract/imports';
import type { ImportId } from '../../../shared/domain/ids';
import { importRowStateSchema, rowIssueSchema, type ImportRowState } from '../../../shared/domain/import';
import type { PageRequest } from '../../../shared/domain/page';
import type { ReadDb, WriteDb } from '../db/open';
import type { CellPacker, StoredRow } from '../ports';

const headerSchema = z.array(z.string());
const linesSchema = z.array(z.int().positive());
const statesSchema = z.array(importRowStateSchema);
const issuesSchema = z.array(z.array(rowIssueSchema).nullable());
/** Longer cells are cut for display; the database keeps them whole. */
const shownCell = 500;

/** Stores rows of one import as they stand in its file, a batch at a time. */
export interface RowIntake {
  put(rows: readonly StoredRow[], packedCells: Uint8Array): void;
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
  const find = db.prepare<BatchRecord, [number, number]>(
    `select first_line firstLine, lines, states, issues, cells from import_batch
     where import_id = ? and first_line <= ? order by first_line desc limit 1`,
  );
  // A file that repeats itself asks for one row after the other.
  let opened: { readonly firstLine: number; readonly cells: ReadonlyMap<number, readonly string[]> } | null = null;
  return {
    put(rows, packedCells) {
      const [first] = rows;
      if (!first) return;
      const count = (state: ImportRowState): number => rows.reduce((sum, row) => sum + Number(row.state === state), 0);
      const withIssues = rows.reduce((sum, { issues }) => sum + Number(issues.length > 0), 0);
      insert.run(
        ...[id, first.line, count('created'), count('updated'), count('unchanged'), count('rejected'), withIssues],
        JSON.stringify(rows.map(({ line }) => line)),
        JSON.stringify(rows.map(({ state }) => state)),
        withIssues === 0 ? null : JSON.stringify(rows.map(({ issues }) => (issues.length === 0 ? null : issues))),
        packedCells,
      );
    },
    cellsAt(line) {
      const known = opened?.cells.get(line);
      if (known) return known;
      const record = find.get(id, line);
      if (!record) return undefined;
      const lines = linesSchema.parse(JSON.parse(record.lines));
      const cells = packer.unpackCells(record.cells);
      opened = { firstLine: record.firstLine, cells: new Map(lines.map((at, index) => [at, cells[index] ?? []])) };
      return opened.cells.get(line);
    },
  };
}

/** Which rows of an import are wanted. */
export interface RowFilter {
  readonly state: ImportRowState | null;
  readonly onlyWithIssues?: boolean | undefined;
}

/** Rows of an import in the order of its file, all of them, those in one state or those of which something is said. */
export function rows(
  db: ReadDb,
  packer: CellPacker,
  id: ImportId,
  request: PageRequest & RowFilter,
): { rows: ImportRow[]; total: number } {
  const { page, pageSize } = request;
  const header = headerOf(db, id);
  const found: ImportRow[] = [];
  let behind = 0;
  for (const { firstLine, wanted } of batchesOf(db, id, request)) {
    const first = page * pageSize + found.length - behind;
    // Counting goes on to the end; only what is shown is unpacked.
    if (first < wanted && found.length < pageSize) {
      const rows = unpack(db, packer, id, firstLine).filter((row) => isWanted(row, request));
      const shown = rows.slice(first, first + pageSize - found.length);
      for (const { cells, ...row } of shown) found.push({ ...row, cells: byHeader(header, cells) });
    }
    behind += wanted;
  }
  return { rows: found, total: behind };
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

function unpack(db: ReadDb, packer: CellPacker, id: ImportId, firstLine: number) {
  const record = db
    .prepare<BatchRecord, [number, number]>(
      'select first_line firstLine, lines, states, issues, cells from import_batch where import_id = ? and first_line = ?',
    )
    .get(id, firstLine);
  if (!record) return [];
  const states = statesSchema.parse(JSON.parse(record.states));
  const issues = record.issues === null ? [] : issuesSchema.parse(JSON.parse(record.issues));
  const cells = packer.unpackCells(record.cells);
  return linesSchema.parse(JSON.parse(record.lines)).map((line, index) => {
    const state = states[index];
    if (!state) throw new Error(`Import ${id} has no state for line ${line}.`);
    return { line, state, issues: issues[index] ?? [], cells: cells[index] ?? [] };
  });
}

function headerOf(db: ReadDb, id: ImportId): readonly string[] {
  const header = db.prepare<string | null, [number]>('select header from import where id = ?').pluck().get(id);
  return header ? headerSchema.parse(JSON.parse(header)) : [];
}

/** Cells behind the last header keep their number as a name: they are why the row was rejected. */
function byHeader(header: readonly string[], cells: readonly string[]): Record<string, string> {
  const names = cells.length > header.length ? cells.map((_, index) => header[index] ?? `#${index + 1}`) : header;
  return Object.fromEntries(names.map((name, index) => [name, shorten(cells[index] ?? '')]));
}

function shorten(cell: string): string {
  return cell.length > shownCell ? `${cell.slice(0, shownCell)}…` : cell;
}
