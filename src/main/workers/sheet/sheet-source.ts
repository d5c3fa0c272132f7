import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';
import { lastHeaderLine } from '../../../shared/domain/file-notation';
import type { ImportKind, WorkbookLook } from '../../../shared/domain/import';
import { findHeaderRow, noHeaderLine } from '../csv/find-format';
import { columnLimit, isBlankRecord, type TextRecord } from '../csv/split-records';
import { readWorkbook, type WorkbookSheet } from './read-workbook';

/** The rows of one sheet, as the rows of a CSV file come. */
export interface SheetSource {
  readonly sheet: string;
  readonly workbook: WorkbookLook;
  /** The row of the header, counted from 1; 0 where there is none. */
  readonly headerLine: number;
  readonly header: readonly string[];
  /** The rows below the header that hold anything, with their numbers. */
  readonly records: readonly TextRecord[];
}

/** What somebody says of a workbook; null is found. */
export interface SheetWish {
  readonly sheet: string | null;
  readonly headerLine: number | null;
}

/**
 * Opens a sheet of a workbook: the named one, else the first whose header is known, else the first that holds rows.
 * Throws as `readWorkbook`, and `invalid-input`: `file-sheet-missing`, `file-empty`, `file-too-many-columns`,
 * `file-no-header-line`.
 */
export async function openSheet(
  path: string,
  kind: ImportKind,
  wish: SheetWish,
  signal: AbortSignal,
): Promise<SheetSource> {
  const sheets = await readWorkbook(path, signal);
  throwIfCancelled(signal);
  const chosen = choose(sheets, kind, wish);
  const { name, hiddenRows, mergedCells, rows } = chosen.sheet;
  const { line: headerLine, header } = chosen;
  if (header.length > columnLimit) {
    const details = { line: headerLine, columns: header.length };
    throw new AppError('invalid-input', 'The sheet has too many columns.', 'file-too-many-columns', details);
  }
  const records = rows.flatMap((cells, index) =>
    index < headerLine || isBlankRecord(cells) ? [] : [{ line: index + 1, cells: filledUp(cells, header.length) }],
  );
  const names = sheets.map((sheet) => sheet.name);
  return { sheet: name, workbook: { sheets: names, hiddenRows, mergedCells }, headerLine, header, records };
}

interface Chosen {
  readonly sheet: WorkbookSheet;
  readonly line: number;
  readonly header: readonly string[];
  readonly known: number;
}

function choose(sheets: readonly WorkbookSheet[], kind: ImportKind, { sheet: wanted, headerLine }: SheetWish): Chosen {
  if (wanted !== null && !sheets.some(({ name }) => name === wanted)) {
    throw new AppError('invalid-input', `There is no sheet "${wanted}".`, 'file-sheet-missing', { sheet: wanted });
  }
  let best: Chosen | null = null;
  for (const sheet of sheets) {
    if (wanted !== null && sheet.name !== wanted) continue;
    const width = Math.max(0, ...sheet.rows.map((cells) => lastFilled(cells) + 1));
    const found = findHeaderRow(
      sheet.rows.slice(0, lastHeaderLine).map((cells, index) => ({ line: index + 1, cells: filledUp(cells, width) })),
      kind,
      headerLine,
    );
    if (found && (!best || found.known > best.known)) best = { sheet, ...found };
  }
  if (!best && headerLine) throw noHeaderLine(headerLine);
  if (!best) throw new AppError('invalid-input', 'The workbook holds no rows.', 'file-empty');
  return best;
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '');
}

/** A sheet has no separators that could be missing: each row is as wide as its header. */
function filledUp(cells: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, index) => cells[index] ?? '');
}
