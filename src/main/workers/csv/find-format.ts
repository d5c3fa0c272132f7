import { AppError } from '../../../shared/domain/app-error';
import { findField } from '../../../shared/domain/column-synonyms';
import { lastHeaderLine, type QuoteMark } from '../../../shared/domain/file-notation';
import type { ImportKind, TextFormat } from '../../../shared/domain/import';
import { countOf, isBlankRecord, parseRecords, type Newline, type TextMarks } from './split-records';

type Delimiter = TextFormat['delimiter'];
/** In the order in which French offices use them: it decides between equals. */
const delimiters: readonly Delimiter[] = [';', ',', '\t', '|'];
/** Records over which the separator is judged, and among the first of which the header is looked for. */
const judgedRecords = lastHeaderLine;
const headerRecords = 30;

export interface Layout {
  readonly delimiter: Delimiter;
  readonly newline: Newline;
  readonly quoteMark: QuoteMark;
  /** The line of the header, counted from 1; 0 where there is none. */
  readonly headerLine: number;
  /** The last line that stands above the rows: the header, else what declares the separator, else 0. */
  readonly lastLineAbove: number;
  readonly header: readonly string[];
}

/** What somebody says of a text; null is found. */
export interface LayoutWish {
  readonly delimiter: Delimiter | null;
  readonly quoteMark: QuoteMark | null;
  readonly headerLine: number | null;
}

interface Head {
  readonly text: string;
  readonly isWhole: boolean;
}

/**
 * Finds the separator, the quotes, the line ends and the header from the head of a file's text. Excel's `sep=` line
 * decides the separator; lines above the header are told from it by the words that columns are known by, else by having
 * fewer cells than the rows. Null when the head holds no record, or none at the line where the header is wanted.
 */
export function findLayout(head: Head, kind: ImportKind, wish: LayoutWish): Layout | null {
  const newline: Newline = head.text.includes('\n') || !head.text.includes('\r') ? '\n' : '\r';
  const declared = declaredDelimiter(head.text);
  const only = wish.delimiter ?? declared?.delimiter;
  const body = declared ? { ...head, text: head.text.slice(declared.length) } : head;
  const linesAbove = declared ? 1 : 0;
  const headerLine = wish.headerLine ? wish.headerLine - linesAbove : wish.headerLine;
  if (wish.headerLine && headerLine === 0) return null;
  let best: Candidate | null = null;
  for (const delimiter of only ? [only] : delimiters) {
    const candidate = judgeQuotes(body, { kind, delimiter, newline, headerLine }, wish.quoteMark);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  if (!best) return null;
  const { delimiter, quoteMark, header } = best;
  return {
    ...{ delimiter, newline, quoteMark },
    headerLine: header.line === 0 ? 0 : header.line + linesAbove,
    lastLineAbove: header.line + linesAbove,
    header: nameColumns(header.cells),
  };
}

/** `sep=;` alone on the first line, quoted or not. */
function declaredDelimiter(text: string): { readonly delimiter: Delimiter; readonly length: number } | null {
  const found = /^"?sep=([;,|\t])"?[;,|\t]*(?:\r\n|\n|\r|$)/i.exec(text);
  const delimiter = delimiters.find((known) => known === found?.[1]);
  return found && delimiter ? { delimiter, length: found[0].length } : null;
}

interface HeadRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A way to read the head of a file. */
interface Candidate {
  readonly delimiter: Delimiter;
  readonly quoteMark: QuoteMark;
  readonly score: number;
  readonly header: HeadRecord;
  readonly records: readonly HeadRecord[];
  /** Whether all rows are as wide as the header. */
  readonly isRegular: boolean;
  /** Quotes that close where no cell ends. */
  readonly faults: number;
}

interface Question {
  readonly kind: ImportKind;
  readonly delimiter: Delimiter;
  readonly newline: Newline;
  readonly headerLine: number | null;
}

/**
 * The head read with a separator and the quotes that go with it: the usual ones; apostrophes where most cells stand
 * between two; none where usual ones make no sense and, taken as characters, make every row as wide as the header.
 */
function judgeQuotes(head: Head, question: Question, wanted: QuoteMark | null): Candidate | null {
  const usual = judge(head, question, wanted ?? 'double');
  if (wanted || !usual) return usual;
  if (isMostlyBetween(usual.records, "'")) return judge(head, question, 'single');
  if (usual.faults === 0) return usual;
  const plain = judge(head, question, 'none');
  return plain?.isRegular && plain.records.every(({ cells }) => cells.every(hasQuotesWithin)) ? plain : usual;
}

/** Whether most cells that hold anything begin, and most end, with a mark: a separator between two marks cuts a cell. */
function isMostlyBetween(records: readonly HeadRecord[], mark: string): boolean {
  const filled = records.flatMap(({ cells }) => cells.filter((cell) => cell !== ''));
  const isMost = (cells: readonly string[]): boolean => cells.length * 2 > filled.length;
  return isMost(filled.filter((cell) => cell.startsWith(mark))) && isMost(filled.filter((cell) => cell.endsWith(mark)));
}

/** Whether the quotes of a cell come in pairs that do not enclose the whole of it: « "Chef" de projet ». */
function hasQuotesWithin(cell: string): boolean {
  const isEnclosed = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
  return !isEnclosed && countOf(cell, '"') % 2 === 0;
}

function judge(head: Head, question: Question, quoteMark: QuoteMark): Candidate | null {
  const { kind, delimiter, newline, headerLine } = question;
  const { records, faults } = headRecords(head, { delimiter, newline, quoteMark });
  if (records.length === 0) return null;
  const width = usualWidth(records);
  const header = headerLine === null ? findHeader(records, kind, width) : headerAt(records, headerLine, width);
  if (!header) return null;
  const rows = records.filter(({ line }) => line >= header.line);
  const regular = rows.filter(({ cells }) => cells.length === header.cells.length).length;
  const known = countKnown(kind, header.cells);
  // Known words say most; then rows of equal width, more columns rather than fewer, and quotes that make sense.
  const evenness = width > 1 ? (regular / records.length) * 8 + Math.min(width, 20) / 10 : 0;
  const score = known * 10 + evenness - (faults / records.length) * 8;
  return { delimiter, quoteMark, score, header, records, isRegular: regular === rows.length, faults };
}

/** What stands at the line where somebody wants the header; names that say nothing for line 0. */
function headerAt(records: readonly HeadRecord[], line: number, width: number): HeadRecord | null {
  if (line === 0) return { line, cells: Array.from({ length: width }, () => '') };
  return records.find((record) => record.line === line) ?? null;
}

function headRecords(
  head: Head,
  marks: TextMarks,
): { readonly records: readonly HeadRecord[]; readonly faults: number } {
  const options = { ...marks, preview: judgedRecords };
  const whole = parseRecords(head.text, { ...options, isLast: head.isWhole });
  // A record longer than the head (an unclosed quote, say) leaves nothing else to judge.
  const { data, errors } = whole.data.length > 0 ? whole : parseRecords(head.text, { ...options, isLast: true });
  const records: HeadRecord[] = [];
  let line = 1;
  for (const cells of data) {
    const trimmed = cells.map((cell) => cell.trim());
    if (!isBlankRecord(cells)) records.push({ line, cells: trimmed });
    line += cells.reduce((lines, cell) => lines + cell.split(marks.newline).length - 1, 1);
  }
  return { records, faults: errors.filter(({ code }) => code === 'InvalidQuotes').length };
}

/**
 * The header of a table whose cells are known, with its names: the one at a wanted line (0 for none), else as it is
 * found. Null when the table holds nothing, or nothing at that line.
 */
export function findHeaderRow(
  rows: readonly HeadRecord[],
  kind: ImportKind,
  wanted: number | null,
): { readonly line: number; readonly header: readonly string[]; readonly known: number } | null {
  const records = rows
    .filter(({ cells }) => !isBlankRecord(cells))
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }));
  if (records.length === 0) return null;
  // Lines above the header fill few of the cells that the others do.
  const filled = records.map(({ line, cells }) => ({ line, cells: cells.slice(0, lastFilled(cells) + 1) }));
  const width = usualWidth(filled);
  const found = wanted === null ? findHeader(filled, kind, width) : headerAt(filled, wanted, width);
  if (!found) return null;
  const { line } = found;
  const cells = records.find((record) => record.line === line)?.cells ?? found.cells;
  return { line, header: nameColumns(cells), known: countKnown(kind, cells) };
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '');
}

/** The width that most records have, the wider one when two are as frequent. */
function usualWidth(records: readonly HeadRecord[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let [width, most] = [1, 0];
  for (const [candidate, count] of counts) {
    if (count > most || (count === most && candidate > width)) [width, most] = [candidate, count];
  }
  return width;
}

/** The first of the records whose cells are best known as headers, else the first that is as wide as the rows. */
function findHeader(records: readonly HeadRecord[], kind: ImportKind, width: number): HeadRecord {
  let [header, most] = [records[0], 0];
  for (const record of records.slice(0, headerRecords)) {
    const known = record.cells.length * 2 >= width ? countKnown(kind, record.cells) : 0;
    if (known > most) [header, most] = [record, known];
  }
  if (most === 0) header = records.find(({ cells }) => cells.length === width) ?? header;
  return header ?? { line: 1, cells: [] };
}

function countKnown(kind: ImportKind, cells: readonly string[]): number {
  const fields = new Set<string>();
  for (const cell of cells) {
    const hit = cell.length > 0 && cell.length <= 120 ? findField(kind, cell) : null;
    if (hit) fields.add(hit.field);
  }
  return fields.size;
}

/** The refusal of a line as header on which no record begins. */
export function noHeaderLine(line: number): AppError {
  return new AppError('invalid-input', `No record begins at line ${line}.`, 'file-no-header-line', { line });
}

/** Names that tell columns apart: an empty header becomes "#3", the second of two equal ones "Titre (2)". */
function nameColumns(cells: readonly string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell === '' ? `#${index + 1}` : cell.slice(0, 300);
    let unique = name;
    for (let count = 2; seen.has(unique); count += 1) unique = `${name} (${count})`;
    seen.add(unique);
    return unique;
  });
}
