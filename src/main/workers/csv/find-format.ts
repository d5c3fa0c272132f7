import { findField } from '../../../shared/domain/column-synonyms';
import type { ImportKind, TextFormat } from '../../../shared/domain/import';
import { isBlankRecord, parseRecords, type Newline } from './split-records';

type Delimiter = TextFormat['delimiter'];
/** In the order in which French offices use them: it decides between equals. */
const delimiters: readonly Delimiter[] = [';', ',', '\t', '|'];
/** Records over which the separator is judged, and among the first of which the header is looked for. */
const judgedRecords = 200;
const headerRecords = 30;

export interface Layout {
  readonly delimiter: Delimiter;
  readonly newline: Newline;
  /** The line of the header, counted from 1. */
  readonly headerLine: number;
  readonly header: readonly string[];
}

/**
 * Finds the separator, the line ends and the header from the head of a file's text. Excel's `sep=` line decides the
 * separator; lines above the header are told from it by the words that columns are known by, else by having fewer
 * cells than the rows. Null when the head holds no record.
 */
export function findLayout(
  head: { readonly text: string; readonly isWhole: boolean },
  kind: ImportKind,
  forced: Delimiter | null,
): Layout | null {
  const newline: Newline = head.text.includes('\n') || !head.text.includes('\r') ? '\n' : '\r';
  const declared = declaredDelimiter(head.text);
  const only = forced ?? declared?.delimiter;
  const body = declared ? { ...head, text: head.text.slice(declared.length) } : head;
  let best: Candidate | null = null;
  for (const delimiter of only ? [only] : delimiters) {
    const candidate = judge(body, kind, delimiter, newline);
    if (candidate && (!best || candidate.score > best.score)) best = candidate;
  }
  if (!best) return null;
  return {
    delimiter: best.delimiter,
    newline,
    headerLine: best.headerLine + (declared ? 1 : 0),
    header: nameColumns(best.header),
  };
}

/** `sep=;` alone on the first line, quoted or not. */
function declaredDelimiter(text: string): { readonly delimiter: Delimiter; readonly length: number } | null {
  const found = /^"?sep=([;,|\t])"?[;,|\t]*(?:\r\n|\n|\r|$)/i.exec(text);
  const delimiter = delimiters.find((known) => known === found?.[1]);
  return found && delimiter ? { delimiter, length: found[0].length } : null;
}

interface Candidate {
  readonly delimiter: Delimiter;
  readonly score: number;
  readonly headerLine: number;
  readonly header: readonly string[];
}

interface HeadRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

function judge(
  head: { readonly text: string; readonly isWhole: boolean },
  kind: ImportKind,
  delimiter: Delimiter,
  newline: Newline,
): Candidate | null {
  const { records, faults } = headRecords(head, delimiter, newline);
  if (records.length === 0) return null;
  const width = usualWidth(records);
  const header = findHeader(records, kind, width);
  const rows = records.filter(({ line }) => line >= header.line);
  const regular = rows.filter(({ cells }) => cells.length === header.cells.length).length / records.length;
  const known = countKnown(kind, header.cells);
  // Known words say most; then rows of equal width, more columns rather than fewer, and quotes that make sense.
  const score = known * 10 + (width > 1 ? regular * 8 + Math.min(width, 20) / 10 : 0) - (faults / records.length) * 8;
  return { delimiter, score, headerLine: header.line, header: header.cells };
}

function headRecords(
  head: { readonly text: string; readonly isWhole: boolean },
  delimiter: Delimiter,
  newline: Newline,
): { readonly records: readonly HeadRecord[]; readonly faults: number } {
  const options = { delimiter, newline, preview: judgedRecords };
  const whole = parseRecords(head.text, { ...options, isLast: head.isWhole });
  // A record longer than the head (an unclosed quote, say) leaves nothing else to judge.
  const { data, errors } = whole.data.length > 0 ? whole : parseRecords(head.text, { ...options, isLast: true });
  const records: HeadRecord[] = [];
  let line = 1;
  for (const cells of data) {
    const trimmed = cells.map((cell) => cell.trim());
    if (!isBlankRecord(cells)) records.push({ line, cells: trimmed });
    line += cells.reduce((lines, cell) => lines + cell.split(newline).length - 1, 1);
  }
  return { records, faults: errors.filter(({ code }) => code === 'InvalidQuotes').length };
}

/** The header of a table whose cells are known, with its names; null when it holds nothing. */
export function findHeaderRow(
  rows: readonly HeadRecord[],
  kind: ImportKind,
): { readonly line: number; readonly header: readonly string[]; readonly known: number } | null {
  const records = rows
    .filter(({ cells }) => !isBlankRecord(cells))
    .map(({ line, cells }) => ({ line, cells: cells.map((cell) => cell.trim()) }));
  if (records.length === 0) return null;
  // Lines above the header fill few of the cells that the others do.
  const filled = records.map(({ line, cells }) => ({ line, cells: cells.slice(0, lastFilled(cells) + 1) }));
  const { line } = findHeader(filled, kind, usualWidth(filled));
  const cells = records.find((record) => record.line === line)?.cells ?? [];
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
