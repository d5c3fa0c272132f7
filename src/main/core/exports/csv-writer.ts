import type { CellValue } from '../../../shared/domain/cells/cell-value';
import { guardFormula, writeAsText } from '../../../shared/domain/cells/formula-guard';

/** What a cell holds; null for nothing. */
export type Cell = CellValue | null;

interface Dialect {
  readonly delimiter: string;
  readonly start: string;
  readonly write: (cell: Cell) => string;
}

export type CsvFormat = 'excel-fr' | 'rfc4180';

const needsQuotes: Record<CsvFormat, RegExp> = { 'excel-fr': /[";\r\n]/, rfc4180: /[",\r\n]/ };

const dialects: Record<CsvFormat, Dialect> = {
  'excel-fr': { delimiter: ';', start: '\uFEFF', write: writeFrench },
  rfc4180: { delimiter: ',', start: '', write: writePlain },
};

/** What a file of this format begins with: the byte order mark by which Excel knows UTF-8, or nothing. */
export function fileStart(format: CsvFormat): string {
  return dialects[format].start;
}

/** One record of a CSV file, its line end (CR LF) included. */
export function writeRecord(format: CsvFormat, cells: readonly Cell[]): string {
  const { delimiter, write } = dialects[format];
  const fields = cells.map((cell) => {
    const text = write(cell);
    return needsQuotes[format].test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${fields.join(delimiter)}\r\n`;
}

/** For French spreadsheets: decimal comma, dd/mm/yyyy, digits kept as text, formulas guarded. */
function writeFrench(cell: Cell): string {
  if (cell === null) return '';
  if ('number' in cell) return plainNumber(cell.number).replace('.', ',');
  if ('day' in cell) return cell.day.split('-').toReversed().join('/');
  if ('digits' in cell) return writeAsText(cell.digits);
  if ('words' in cell) return cell.words[0];
  return guardFormula('list' in cell ? joinList(cell.list) : cell.text);
}

/** For machines: exactly the values, days as ISO 8601 has them. */
function writePlain(cell: Cell): string {
  if (cell === null) return '';
  if ('number' in cell) return plainNumber(cell.number);
  if ('day' in cell) return cell.day;
  if ('digits' in cell) return cell.digits;
  if ('words' in cell) return cell.words[1];
  return 'list' in cell ? joinList(cell.list) : cell.text;
}

/** A number without an exponent, which no import would read: 0.0000001 and not 1e-7. */
export function plainNumber(value: number): string {
  const short = String(value);
  return short.includes('e') ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : short;
}

/** A lone item that holds another separator gets a bar behind it, so that reading does not cut it there. */
export function joinList(items: readonly string[]): string {
  const joined = items.join(' | ');
  return items.length === 1 && /[,;]/.test(joined) ? `${joined} |` : joined;
}
