import { stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';
import { isGuarded, unguardFormula } from '../../../shared/domain/cells/formula-guard';
import { asFound, type FileNotation } from '../../../shared/domain/file-notation';
import { findNotation } from '../../../shared/domain/find-notation';
import type { ColumnMapping, FileFormat, ImportKind, RowIssue, WorkbookLook } from '../../../shared/domain/import';
import { completeByValues, hasUntoldColumn } from '../../../shared/domain/propose-by-values';
import { checkMapping, proposeMapping } from '../../../shared/domain/propose-mapping';
import { createRowReader } from '../../../shared/domain/read-import-row';
import { contradicts, refuseContradiction, repeatedColumns } from '../../../shared/domain/repeated-columns';
import type { FileInspection, HeadRow, ReadOptions, ReadRow, RowBatch } from '../../core/ports';
import { isResultPage, openPages } from '../json/read-pages';
import { openSheet } from '../sheet/sheet-source';
import { isZipFile } from '../sheet/workbook-kind';
import { decodeFile } from './decode';
import { checkEncoding, findEncoding } from './find-encoding';
import { findLayout, noHeaderLine, type Layout } from './find-format';
import { packCells } from './packed-cells';
import { DamagedSplitter } from './split-damaged';
import {
  columnLimit,
  isBlankRecord,
  isWrongPair,
  RecordSplitter,
  type Damage,
  type Splitter,
  type TextRecord,
} from './split-records';

/** How much text the format is judged by, in characters. */
const headLength = 512 * 1024;
const batchRows = 500;

interface Reading {
  readonly format: FileFormat;
  readonly workbook: WorkbookLook | null;
  readonly notation: FileNotation;
  readonly header: readonly string[];
  readonly mapping: ColumnMapping;
  readonly readRow: (record: TextRecord) => ReadRow;
  /** The records behind the header, block by block. */
  readonly body: () => AsyncIterable<Block>;
}

interface Block {
  readonly records: readonly TextRecord[];
  readonly bytesRead: number;
}

type Source = Omit<Reading, 'mapping' | 'notation' | 'readRow'> & Pick<FileNotation, 'quoteMark' | 'headerLine'>;

/** Finds out how a file is written. Throws `invalid-input` or `not-found` with a `file-…` reason. */
async function prepare(path: string, options: ReadOptions, signal: AbortSignal): Promise<Reading> {
  const source = await openSource(path, options, signal);
  const { format, header, quoteMark, headerLine } = source;
  const headRows = firstRows(source, signal);
  const mapping = options.mapping ?? (await propose(options.kind, header, headRows));
  const { dayOrder, decimal } = options.notation ?? asFound;
  const found = dayOrder && decimal ? { dayOrder, decimal } : findNotation(await headRows(), mapping);
  const notation = { quoteMark, headerLine, dayOrder: dayOrder ?? found.dayOrder, decimal: decimal ?? found.decimal };
  const read = createRowReader(options.kind, header, mapping, { emptyCells: options.emptyCells, notation });
  const hasGuards = isGuarded(format);
  const readRow = ({ line, cells, damage }: TextRecord): ReadRow => {
    if (damage) return { line, draft: null, issues: damageIssues(damage, cells.length, header) };
    return { line, ...read(hasGuards ? cells.map(unguardFormula) : cells) };
  };
  return { format, workbook: source.workbook, notation, header, mapping, readRow, body: source.body };
}

async function openSource(path: string, options: ReadOptions, signal: AbortSignal): Promise<Source> {
  if (await isZipFile(path)) return await openWorkbook(path, options, signal);
  if (await isResultPage(path)) return await openResultPages(path, options, signal);
  return await openText(path, options, signal);
}

/** Rows by whose values columns are told that no header names, and how days and numbers are written. */
const judgedRows = 200;

/** Gives the whole ones of the first rows, which are read when they are asked for. */
function firstRows(source: Source, signal: AbortSignal): () => Promise<readonly (readonly string[])[]> {
  let known: Promise<readonly (readonly string[])[]> | null = null;
  const read = async (): Promise<readonly (readonly string[])[]> => {
    const rows: (readonly string[])[] = [];
    try {
      for await (const { records } of source.body()) {
        for (const { cells, damage } of records) if (!damage) rows.push(cells);
        if (rows.length >= judgedRows) break;
      }
    } catch (error) {
      // Whoever reads the rows is told what is wrong with them.
      throwIfCancelled(signal);
      if (!(error instanceof AppError)) throw error;
    }
    return rows.slice(0, judgedRows);
  };
  return () => (known ??= read());
}

/** The mapping that headers propose, and the values of the first rows where headers say nothing or the same twice. */
async function propose(
  kind: ImportKind,
  header: readonly string[],
  headRows: () => Promise<readonly (readonly string[])[]>,
): Promise<ColumnMapping> {
  const mapping = proposeMapping(kind, header);
  const repeats = repeatedColumns(kind, header, mapping);
  if (repeats.length === 0 && !hasUntoldColumn(kind, header, mapping)) return mapping;
  const judged = await headRows();
  const completed = [...completeByValues(kind, header, mapping, judged)];
  // Two columns of one name that say different things: which one is meant, only a person knows.
  for (const repeat of repeats) {
    if (judged.some((cells) => contradicts(repeat, cells))) completed[repeat.column] = repeat.field;
  }
  return completed;
}

/** Says of a damaged line where its quote stands and how many cells it has of how many. */
function damageIssues({ column }: Damage, cells: number, header: readonly string[]): RowIssue[] {
  const severity = 'error';
  const name = column === null ? null : (header[column] ?? `#${column + 1}`);
  const quote: RowIssue[] = column === null ? [] : [{ severity, code: 'stray-quote', column: name, value: null }];
  if (cells === header.length) return quote;
  return [...quote, { severity, code: 'torn-line', column: null, value: `${cells}/${header.length}` }];
}

/** Rows that are handed on at once where all of them are in memory. */
const blockRows = 1_000;

/** Records that are in memory, block by block. */
async function* inBlocks(path: string, records: readonly TextRecord[], signal: AbortSignal): AsyncGenerator<Block> {
  const { size } = await stat(path);
  for (let first = 0; first < records.length; first += blockRows) {
    throwIfCancelled(signal);
    const block = records.slice(first, first + blockRows);
    yield { records: block, bytesRead: Math.round((size * (first + block.length)) / records.length) };
    await nextTurn();
  }
}

async function openWorkbook(path: string, options: ReadOptions, signal: AbortSignal): Promise<Source> {
  const { kind, format, notation = asFound } = options;
  const wish = { sheet: format && 'sheet' in format ? format.sheet : null, headerLine: notation.headerLine };
  const { sheet, workbook, headerLine, header, records } = await openSheet(path, kind, wish, signal);
  const body = () => inBlocks(path, records, signal);
  return { format: { sheet }, workbook, quoteMark: null, headerLine, header, body };
}

async function openResultPages(path: string, { kind }: ReadOptions, signal: AbortSignal): Promise<Source> {
  const { service, header, records } = await openPages(path, kind, signal);
  const body = () => inBlocks(path, records, signal);
  return { format: { service }, workbook: null, quoteMark: null, headerLine: 1, header, body };
}

async function openText(path: string, options: ReadOptions, signal: AbortSignal): Promise<Source> {
  const { kind, format, quotes, notation = asFound } = options;
  const known = format && 'encoding' in format ? format : null;
  const encoding = known ? checkEncoding(known.encoding) : await findEncoding(path, signal);
  const head = await readHead(path, encoding, signal);
  const layout = findLayout(head, kind, { ...notation, delimiter: known?.delimiter ?? null });
  if (!layout && notation.headerLine) throw noHeaderLine(notation.headerLine);
  if (!layout) throw new AppError('invalid-input', 'The file is empty.', 'file-empty');
  const { delimiter, headerLine, header, quoteMark } = layout;
  if (header.length > columnLimit) {
    const details = { line: headerLine, columns: header.length };
    throw new AppError('invalid-input', 'The header has too many columns.', 'file-too-many-columns', details);
  }
  const isDamaged = quotes === 'damaged' || hasWrongPairs(head, layout);
  const body = () => bodyRecords(path, { layout, encoding, isDamaged }, signal);
  return { format: { encoding, delimiter }, workbook: null, quoteMark, headerLine, header, body };
}

/** Whether quotes in the head of a file close others in the wrong place. */
function hasWrongPairs(head: { readonly text: string; readonly isWhole: boolean }, layout: Layout): boolean {
  const splitter = new RecordSplitter(layout, layout.header.length);
  try {
    splitter.add(head.text);
    if (head.isWhole) splitter.end();
    return false;
  } catch (error) {
    return isWrongPair(error);
  }
}

async function readHead(path: string, encoding: string, signal: AbortSignal) {
  let text = '';
  for await (const block of decodeFile(path, encoding, signal)) {
    text += block.text;
    if (text.length >= headLength) return { text, isWhole: false };
  }
  return { text, isWhole: true };
}

/** The records behind the header of a text, block by block. */
async function* bodyRecords(
  path: string,
  { layout, encoding, isDamaged }: { readonly layout: Layout; readonly encoding: string; readonly isDamaged: boolean },
  signal: AbortSignal,
): AsyncGenerator<Block> {
  const { header, lastLineAbove } = layout;
  const splitter: Splitter = isDamaged
    ? new DamagedSplitter({ ...layout, columns: header.length, headerLine: lastLineAbove })
    : new RecordSplitter(layout, header.length);
  const isBody = ({ line, cells }: TextRecord): boolean => line > lastLineAbove && !isBlankRecord(cells);
  let bytesRead = 0;
  for await (const block of decodeFile(path, encoding, signal)) {
    bytesRead = block.bytesRead;
    yield { records: nameColumn(layout, () => splitter.add(block.text)).filter(isBody), bytesRead };
  }
  yield { records: nameColumn(layout, () => splitter.end()).filter(isBody), bytesRead };
}

/** Says the header instead of the number of the column that an error is about. */
function nameColumn<T>(layout: Layout, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AppError) || typeof error.details['column'] !== 'number') throw error;
    const column = layout.header[error.details['column'] - 1] ?? `#${error.details['column']}`;
    throw new AppError(error.code, error.message, error.reason, { ...error.details, column });
  }
}

/** The head of a file and its first rows, as the port `CsvReader` has it. A missing title column is no error here. */
export async function inspectFile(
  path: string,
  options: ReadOptions,
  rowLimit: number,
  signal: AbortSignal,
): Promise<FileInspection> {
  const reading = await prepare(path, options, signal);
  const rows: HeadRow[] = [];
  for await (const { records } of reading.body()) {
    for (const record of records)
      if (rows.length < rowLimit) rows.push({ ...reading.readRow(record), cells: record.cells });
    if (rows.length >= rowLimit) break;
  }
  if (rows.length === 0 && rowLimit > 0) throw headerOnly(reading.notation.headerLine);
  const { format, workbook, notation, header, mapping } = reading;
  return { format, workbook, notation, header, mapping, rows };
}

/** All rows of a file in batches, as the port `CsvReader` has it. */
export async function* readFileRows(path: string, options: ReadOptions, signal: AbortSignal): AsyncGenerator<RowBatch> {
  const reading = await prepare(path, options, signal);
  const { header, mapping } = reading;
  checkMapping(options.kind, header, mapping);
  // Whoever gives a mapping has seen the columns.
  const repeats = options.mapping ? [] : repeatedColumns(options.kind, header, mapping);
  let isEmpty = true;
  for await (const { records, bytesRead } of reading.body()) {
    for (let first = 0; first < records.length; first += batchRows) {
      isEmpty = false;
      const batch = records.slice(first, first + batchRows);
      if (repeats.length > 0) for (const record of batch) refuseContradiction(repeats, header, record);
      const packedCells = options.keepsCells ? packCells(batch.map(({ cells }) => cells)) : null;
      yield { rows: batch.map(reading.readRow), packedCells, bytesRead };
    }
  }
  if (isEmpty) throw headerOnly(reading.notation.headerLine);
}

function headerOnly(line: number): AppError {
  return new AppError('invalid-input', 'No row stands below the header.', 'file-header-only', { line });
}
