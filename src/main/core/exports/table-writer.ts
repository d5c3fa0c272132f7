import type { ExportFormat } from '../../../shared/contract/exports';
import { fileStart, writeRecord, type Cell } from './csv-writer';
import { createXlsxWriter } from './xlsx-writer';

/** What a column is called in French and in English. */
export type ColumnName = readonly [french: string, english: string];

/** What a file is made of. */
export interface WrittenTable {
  readonly header: readonly ColumnName[];
  /** The cells of each row, and how many things of `total` are done with it. */
  readonly records: Iterable<{ readonly cells: Cell[]; readonly done: number }>;
  readonly total: number;
}

/** Writes a table as the bytes of a file, in pieces that follow each other. */
export interface TableWriter {
  start(columns: readonly ColumnName[]): string | Uint8Array;
  rows(rows: readonly (readonly Cell[])[]): string | Uint8Array;
  end(): string | Uint8Array;
  /** How many cells the format had no room for and cut off. */
  cutCells(): number;
}

/** How files of each format end in their names, and the language of their columns: 0 French, 1 English. */
export const fileKinds: Record<ExportFormat, { readonly ending: string; readonly language: 0 | 1 }> = {
  'excel-fr': { ending: 'csv', language: 0 },
  xlsx: { ending: 'xlsx', language: 0 },
  rfc4180: { ending: 'csv', language: 1 },
  jsonl: { ending: 'jsonl', language: 1 },
};

export function createTableWriter(format: ExportFormat): TableWriter {
  if (format === 'xlsx') return createXlsxWriter();
  return format === 'jsonl' ? createJsonLinesWriter() : createCsvWriter(format);
}

function createCsvWriter(format: 'excel-fr' | 'rfc4180'): TableWriter {
  const { language } = fileKinds[format];
  return {
    start: (columns) =>
      fileStart(format) +
      writeRecord(
        format,
        columns.map((words) => ({ text: words[language] })),
      ),
    rows: (rows) => rows.map((cells) => writeRecord(format, cells)).join(''),
    end: () => '',
    cutCells: () => 0,
  };
}

/** One object a line (jsonlines.org): every column is there, null where nothing is said. */
function createJsonLinesWriter(): TableWriter {
  let names: readonly string[] = [];
  const line = (cells: readonly Cell[]): string =>
    `${JSON.stringify(Object.fromEntries(names.map((name, index) => [name, jsonValue(cells[index] ?? null)])))}\n`;
  return {
    start(columns) {
      names = columns.map((words) => words[fileKinds.jsonl.language]);
      return '';
    },
    rows: (rows) => rows.map(line).join(''),
    end: () => '',
    cutCells: () => 0,
  };
}

function jsonValue(cell: Cell): string | number | readonly string[] | null {
  if (cell === null) return null;
  if ('number' in cell) return cell.number;
  if ('list' in cell) return cell.list;
  if ('words' in cell) return cell.words[fileKinds.jsonl.language];
  if ('day' in cell) return cell.day;
  return 'digits' in cell ? cell.digits : cell.text;
}
