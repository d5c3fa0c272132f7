import { AppError } from '../../../shared/domain/app-error';
import { unguardFormula } from '../../../shared/domain/cells/formula-guard';
import type { ColumnMapping } from '../../../shared/domain/import';
import { checkMapping, proposeMapping } from '../../../shared/domain/propose-mapping';
import { createRowReader } from '../../../shared/domain/read-import-row';
import type { FileInspection, HeadRow, ReadOptions, ReadRow, RowBatch } from '../../core/ports';
import { decodeFile } from './decode';
import { checkEncoding, findEncoding } from './find-encoding';
import { findLayout, type Layout } from './find-format';
import { packCells } from './packed-cells';
import { columnLimit, isBlankRecord, RecordSplitter, type TextRecord } from './split-records';

/** How much text the format is judged by, in characters. */
const headLength = 512 * 1024;
const batchRows = 500;

interface Reading {
  readonly layout: Layout;
  readonly encoding: string;
  readonly mapping: ColumnMapping;
  readonly readRow: (record: TextRecord) => ReadRow;
}

/** Finds out how a file is written. Throws `invalid-input` or `not-found` with a `file-…` reason. */
async function prepare(path: string, options: ReadOptions, signal: AbortSignal): Promise<Reading> {
  const encoding = options.format ? checkEncoding(options.format.encoding) : await findEncoding(path, signal);
  const head = await readHead(path, encoding, signal);
  const layout = findLayout(head, options.kind, options.format?.delimiter ?? null);
  if (!layout) throw new AppError('invalid-input', 'The file is empty.', 'file-empty');
  if (layout.header.length > columnLimit) {
    const details = { line: layout.headerLine, columns: layout.header.length };
    throw new AppError('invalid-input', 'The header has too many columns.', 'file-too-many-columns', details);
  }
  const mapping = options.mapping ?? proposeMapping(options.kind, layout.header);
  const read = createRowReader(options.kind, layout.header, mapping);
  // In comma-separated files a leading apostrophe is the author's own: only spreadsheet files are guarded.
  const isGuarded = layout.delimiter !== ',';
  const readRow = ({ line, cells }: TextRecord): ReadRow => {
    const plain = isGuarded ? cells.map(unguardFormula) : cells;
    return { line, ...read(plain) };
  };
  return { layout, encoding, mapping, readRow };
}

async function readHead(path: string, encoding: string, signal: AbortSignal) {
  let text = '';
  for await (const block of decodeFile(path, encoding, signal)) {
    text += block.text;
    if (text.length >= headLength) return { text, isWhole: false };
  }
  return { text, isWhole: true };
}

/** The records behind the header, block by block. */
async function* bodyRecords(path: string, { layout, encoding }: Reading, signal: AbortSignal) {
  const splitter = new RecordSplitter(layout.delimiter, layout.newline, layout.header.length);
  const isBody = ({ line, cells }: TextRecord): boolean => line > layout.headerLine && !isBlankRecord(cells);
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
  for await (const { records } of bodyRecords(path, reading, signal)) {
    for (const record of records)
      if (rows.length < rowLimit) rows.push({ ...reading.readRow(record), cells: record.cells });
    if (rows.length >= rowLimit) break;
  }
  if (rows.length === 0 && rowLimit > 0) throw headerOnly(reading.layout);
  const { layout, encoding, mapping } = reading;
  const format = { encoding, delimiter: layout.delimiter };
  return { format, headerLine: layout.headerLine, header: layout.header, mapping, rows };
}

/** All rows of a file in batches, as the port `CsvReader` has it. */
export async function* readFileRows(path: string, options: ReadOptions, signal: AbortSignal): AsyncGenerator<RowBatch> {
  const reading = await prepare(path, options, signal);
  checkMapping(options.kind, reading.layout.header, reading.mapping);
  let isEmpty = true;
  for await (const { records, bytesRead } of bodyRecords(path, reading, signal)) {
    for (let first = 0; first < records.length; first += batchRows) {
      isEmpty = false;
      const batch = records.slice(first, first + batchRows);
      const packedCells = options.keepsCells ? packCells(batch.map(({ cells }) => cells)) : null;
      yield { rows: batch.map(reading.readRow), packedCells, bytesRead };
    }
  }
  if (isEmpty) throw headerOnly(reading.layout);
}

function headerOnly(layout: Layout): AppError {
  const details = { line: layout.headerLine };
  return new AppError('invalid-input', 'No row stands below the header.', 'file-header-only', details);
}
