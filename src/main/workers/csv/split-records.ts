import Papa from 'papaparse';
import { AppError } from '../../../shared/domain/app-error';
import type { QuoteMark } from '../../../shared/domain/file-notation';

/** The first length of a field that is refused. Real descriptions have some thousand characters. */
export const fieldLimit = 1_000_000;
/** The first length of a whole record that is refused, in characters. */
const recordLimit = 16_000_000;
export const columnLimit = 2_000;

export interface TextRecord {
  /** Where the record begins, counted from 1. */
  readonly line: number;
  readonly cells: string[];
  /** Set for a line that is whole no more; its cells are what stands between its separators. */
  readonly damage?: Damage;
}

export interface Damage {
  /** The column in which a quote has no partner, counted from 0; null for a line that only is too short. */
  readonly column: number | null;
}

/** Cuts text that arrives in blocks into records. */
export interface Splitter {
  /** The records that the text completes. */
  add(text: string): TextRecord[];
  /** The last records, once there is no more text. */
  end(): TextRecord[];
}

export type Newline = '\n' | '\r';

/** What a text is cut at. */
export interface TextMarks {
  readonly delimiter: string;
  readonly newline: Newline;
  readonly quoteMark: QuoteMark;
}

/** The characters of the marks; `none` is a noncharacter of Unicode, which no text holds. */
export const quoteCharacters: Record<QuoteMark, string> = { double: '"', single: "'", none: '\uFFFF' };

interface ParserAnswer {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** papaparse's synchronous parser, of which it is told whether more text follows. */
export function parseRecords(
  text: string,
  options: TextMarks & { readonly isLast: boolean; readonly preview?: number },
): ParserAnswer {
  const { delimiter, newline, quoteMark, isLast, preview } = options;
  const quoteChar = quoteCharacters[quoteMark];
  const parser = new Papa.Parser({ delimiter, newline, quoteChar, preview: preview ?? 0 });
  return parser.parse(text, 0, !isLast) as ParserAnswer; // Its types say `any`.
}

/**
 * Cuts text that arrives in blocks into records with their lines, as RFC 4180 has it. Refuses what would swallow the
 * rest of the file or the memory: throws `invalid-input` with `file-unclosed-quote` (`line` where the quote stands,
 * `closedLine` when another quote further down closes it in the wrong place), `file-field-too-long` (`line`, `column`)
 * or `file-too-many-columns` (`line`, `columns`).
 */
export class RecordSplitter implements Splitter {
  private rest = '';
  private line = 1;

  constructor(
    private readonly marks: TextMarks,
    private readonly columns: number,
  ) {}

  add(text: string): TextRecord[] {
    this.rest += text;
    const answer = parseRecords(this.rest, { ...this.marks, isLast: false });
    this.rest = this.rest.slice(answer.meta.cursor);
    const records = this.take(answer);
    if (this.rest.length >= fieldLimit) this.checkRest();
    return records;
  }

  end(): TextRecord[] {
    const answer = parseRecords(this.rest, { ...this.marks, isLast: true });
    const isOpen = answer.errors.some((error) => error.code === 'MissingQuotes');
    this.rest = '';
    const open = isOpen ? answer.data.pop() : undefined;
    const records = this.take(answer);
    if (open) throw this.unclosed(open, open.length - 1);
    return records;
  }

  private take({ data, errors }: ParserAnswer): TextRecord[] {
    // A quote that closes where no field ends is sloppy writing, unless records were swallowed on the way to it.
    for (const error of errors) {
      if (error.code === 'InvalidQuotes' && error.row !== undefined && error.row < data.length)
        this.checkQuotes(data, error.row);
    }
    const records: TextRecord[] = [];
    for (const cells of data) {
      checkRecord(cells, this.line, this.marks.newline);
      const line = this.line;
      this.line += linesOf(cells, this.marks.newline);
      records.push({ line, cells: withoutCarriageReturn(cells, this.marks.newline) });
    }
    return records;
  }

  /** What stands behind the last whole record is one field or record that grows too long. */
  private checkRest(): void {
    const answer = parseRecords(this.rest, { ...this.marks, isLast: true });
    const cells = answer.data[0] ?? [];
    const last = cells.length - 1;
    if (cells.length > columnLimit || this.rest.length >= recordLimit)
      checkRecord(cells, this.line, this.marks.newline);
    if ((cells[last]?.length ?? 0) < fieldLimit) {
      if (this.rest.length >= recordLimit) throw tooLong(cells, last, this.line, this.marks.newline);
      return;
    }
    const isOpen = answer.errors.some((error) => error.code === 'MissingQuotes');
    throw isOpen && this.holdsRecords(cells[last] ?? '')
      ? this.unclosed(cells, last)
      : tooLong(cells, last, this.line, this.marks.newline);
  }

  private checkQuotes(data: readonly string[][], row: number): void {
    const cells = data[row] ?? [];
    const column = cells.findIndex((cell) => this.holdsRecords(cell));
    if (column < 0) return;
    for (const earlier of data.slice(0, row)) this.line += linesOf(earlier, this.marks.newline);
    throw this.unclosed(cells, column, true);
  }

  /**
   * Whether a cell has swallowed records: whoever swallows a line break between two of them swallows the separators of
   * one. Texts that only have line breaks and some separators of their own have fewer.
   */
  private holdsRecords(cell: string): boolean {
    const part = cell.slice(0, 200_000);
    const expected = countOf(part, this.marks.newline) * (this.columns - 1);
    return expected > 0 && countOf(part, this.marks.delimiter) >= expected * recordShare;
  }

  private unclosed(cells: readonly string[], column: number, isClosed = false): AppError {
    const line = lineOf(cells, column, this.line, this.marks.newline);
    const closedLine = line + countOf(cells[column] ?? '', this.marks.newline);
    return unclosedQuote({ line, column: column + 1, ...(isClosed ? { closedLine } : {}) });
  }
}

/** The part of a record's separators by which a text is taken for one. */
export const recordShare = 0.7;

/** How often a text holds a part. */
export function countOf(text: string, part: string): number {
  let count = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) count += 1;
  return count;
}

/** How many lines of a file a record takes. */
export function linesOf(cells: readonly string[], newline: Newline): number {
  let lines = 1;
  for (const cell of cells) lines += countOf(cell, newline);
  return lines;
}

/** The cells of a record; records are cut at line feeds, and what Windows writes before one belongs to neither. */
export function withoutCarriageReturn(cells: string[], newline: Newline): string[] {
  const last = cells.length - 1;
  const end = cells[last] ?? '';
  if (newline === '\n' && end.endsWith('\r')) cells[last] = end.slice(0, -1);
  return cells;
}

/**
 * Refuses the record that begins at a line when it has too many columns or a field is too long. Throws `invalid-input`
 * with `file-too-many-columns` or `file-field-too-long`.
 */
export function checkRecord(cells: readonly string[], line: number, newline: Newline): void {
  if (cells.length > columnLimit) {
    const details = { line, columns: cells.length };
    throw new AppError('invalid-input', 'A line has too many columns.', 'file-too-many-columns', details);
  }
  for (let column = 0; column < cells.length; column += 1) {
    if ((cells[column]?.length ?? 0) >= fieldLimit) throw tooLong(cells, column, line, newline);
  }
}

function lineOf(cells: readonly string[], column: number, line: number, newline: Newline): number {
  return line - 1 + linesOf(cells.slice(0, column), newline);
}

function tooLong(cells: readonly string[], column: number, line: number, newline: Newline): AppError {
  const details = { line: lineOf(cells, column, line, newline), column: column + 1, limit: fieldLimit };
  return new AppError('invalid-input', 'A field is too long.', 'file-field-too-long', details);
}

/** The refusal of a file by a quote; `column` counts from 1. */
export function unclosedQuote(details: { line: number; column: number; closedLine?: number }): AppError {
  return new AppError('invalid-input', 'A quote is opened and never closed.', 'file-unclosed-quote', details);
}

/** Whether an error tells that a quote swallowed records until another one closed it in the wrong place. */
export function isWrongPair(error: unknown): boolean {
  return (
    error instanceof AppError && error.reason === 'file-unclosed-quote' && error.details['closedLine'] !== undefined
  );
}

/** Whether a record holds nothing: a blank line, or the separators that spreadsheets leave below a table. */
export function isBlankRecord(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
