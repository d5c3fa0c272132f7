import {
  checkRecord,
  countOf,
  fieldLimit,
  isBlankRecord,
  linesOf,
  parseRecords,
  quoteCharacters,
  recordShare,
  unclosedQuote,
  withoutCarriageReturn,
  type Splitter,
  type TextMarks,
  type TextRecord,
} from './split-records';

/** How a file is written whose quotes do not pair. */
export interface DamagedLayout extends TextMarks {
  readonly columns: number;
  /** The line of the header, counted from 1: what stands above it is not judged. */
  readonly headerLine: number;
}

/** What begins at a place of the text: a record with the place behind it, or a line whose quote has no partner. */
type Found =
  | { readonly cells: string[]; readonly end: number }
  | { readonly strayColumn: number }
  /** Its end is not there yet. */
  | null;

/**
 * Cuts the text of a file whose quotes are known not to pair. A quote whose partner could only be found behind lines
 * that are records themselves is an ordinary character: its line is marked as damaged, and the next line begins a
 * record again. So are lines with fewer cells than the header: they are pieces of a record whose quote was lost.
 * Refuses as `RecordSplitter` does, and with `file-unclosed-quote` (`line`, `column` of the first such quote) at the end
 * of a file of which most records are damaged, or in which no other quote follows it.
 */
export class DamagedSplitter implements Splitter {
  private rest = '';
  private line = 1;
  private records = 0;
  private damaged = 0;
  private firstStray: { readonly line: number; readonly column: number } | null = null;
  private hasLaterQuote = false;
  /** Whether the header writes a space behind its separators: a comma and a space then are no sign of prose. */
  private isSpaced = false;

  private readonly quote: string;

  constructor(private readonly layout: DamagedLayout) {
    this.quote = quoteCharacters[layout.quoteMark];
  }

  add(text: string): TextRecord[] {
    this.rest += text;
    return this.take(false);
  }

  end(): TextRecord[] {
    const records = this.take(true);
    const { firstStray, damaged } = this;
    if (firstStray && (damaged * 2 > this.records || !this.hasLaterQuote)) throw unclosedQuote(firstStray);
    return records;
  }

  private take(isLast: boolean): TextRecord[] {
    const { newline, delimiter } = this.layout;
    const records: TextRecord[] = [];
    let at = 0;
    while (at < this.rest.length) {
      const newlineAt = this.rest.indexOf(newline, at);
      if (newlineAt < 0 && !isLast) break;
      const lineEnd = newlineAt < 0 ? this.rest.length : newlineAt;
      const text = this.rest.slice(at, lineEnd);
      const found = this.find(text, at, isLast);
      if (found === null) break;
      const isStray = 'strayColumn' in found;
      const cells = isStray ? text.split(delimiter) : found.cells;
      if (this.firstStray && text.includes(this.quote)) this.hasLaterQuote = true;
      records.push(this.record(cells, isStray ? found.strayColumn : null));
      this.line += isStray ? 1 : linesOf(cells, newline);
      at = isStray ? lineEnd + 1 : found.end;
    }
    this.rest = this.rest.slice(at);
    if (this.rest.length >= fieldLimit) checkRecord([this.rest], this.line, newline);
    return records;
  }

  private record(cells: string[], strayColumn: number | null): TextRecord {
    const { newline, headerLine, columns } = this.layout;
    checkRecord(cells, this.line, newline);
    const record = { line: this.line, cells: withoutCarriageReturn(cells, newline) };
    if (this.line === headerLine) {
      this.isSpaced = cells.slice(1).filter((cell) => cell.startsWith(' ')).length * 2 > cells.length;
    }
    if (this.line <= headerLine || isBlankRecord(cells)) return record;
    this.records += 1;
    const isQuoted = strayColumn !== null;
    if (isQuoted) this.firstStray ??= { line: this.line, column: strayColumn + 1 };
    const isDamaged = isQuoted || cells.length < columns;
    if (!isDamaged) return record;
    this.damaged += 1;
    return { ...record, damage: { column: strayColumn } };
  }

  /** What begins at a place where a line begins. */
  private find(text: string, at: number, isLast: boolean): Found {
    const { delimiter, newline, quoteMark } = this.layout;
    const marks = { delimiter, newline, quoteMark, isLast: true };
    const plain = { cells: text.split(delimiter), end: at + text.length + 1 };
    if (!text.includes(this.quote)) return plain;
    // One line is enough for most; only a quote that stays open in it looks further.
    const alone = parseRecords(text, marks);
    const isOpenAlone = alone.errors.some(({ code }) => code === 'MissingQuotes');
    if (!isOpenAlone) return { cells: alone.data[0] ?? [''], end: plain.end };
    const window = this.rest.slice(at);
    const answer = parseRecords(window, { ...marks, preview: 1 });
    const cells = answer.data[0] ?? [''];
    const strayColumn = cells.findIndex((cell, column) => this.holdsRecord(cell, column));
    if (strayColumn >= 0) return { strayColumn };
    const isOpen = answer.errors.some(({ code }) => code === 'MissingQuotes');
    if (!isOpen) return { cells, end: at + answer.meta.cursor };
    if (!isLast && window.length < fieldLimit) return null;
    return { strayColumn: cells.length - 1 };
  }

  /** Whether a cell has the separators of records: on one of its lines, the rest of its own, or over all of them. */
  private holdsRecord(cell: string, column: number): boolean {
    const { newline, columns } = this.layout;
    if (!cell.includes(newline)) return false;
    const counts = cell.split(newline).map((line) => this.separatorsOf(line));
    const isEnough = (count: number, expected: number): boolean => count >= Math.max(1, expected * recordShare);
    const behind = columns - 1 - column;
    if (behind > 1 && isEnough(counts[0] ?? 0, behind)) return true;
    const sum = counts.reduce((total, count) => total + count, 0);
    return counts.some((count) => isEnough(count, columns - 1)) || isEnough(sum, (counts.length - 1) * (columns - 1));
  }

  /** In prose a space follows a comma or a semicolon; between the cells of a record none does. */
  private separatorsOf(line: string): number {
    const { delimiter } = this.layout;
    return countOf(line, delimiter) - (this.isSpaced ? 0 : countOf(line, `${delimiter} `));
  }
}
