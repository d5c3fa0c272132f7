import { fold } from './cells/fold';
import { parseEmail } from './cells/parse-email';
import { parseList } from './cells/parse-list';
import { parseSiret } from './cells/parse-siret';
import { withDaysFirst, withoutThousands } from './cells/plain-notation';
import { withLineBreaks } from './cells/line-breaks';
import { withoutControls } from './cells/without-controls';
import { usualNotation, type RowNotation } from './file-notation';
import { dayFields, numberFields } from './find-notation';
import type { ColumnMapping, ImportField, RowIssue, RowIssueCode } from './import';

/** Words that stand for "nothing" in exported files. */
const placeholders = new Set([
  'n a',
  'na',
  'null',
  'none',
  'nan',
  'nc',
  'n c',
  'non specifie',
  'non specifiee',
  'non renseigne',
  'non renseignee',
  'neant',
  'anonyme',
  'confidentiel',
]);
/** Folding is what this would cost on every row: most names are told apart by their first letter or their length. */
function isPlaceholder(text: string): boolean {
  return text.length < 20 && /^(?:n|an|conf)/i.test(text) && placeholders.has(fold(text));
}

/** How much of a raw value an issue repeats. */
const shownLength = 200;

export interface FieldColumn {
  readonly index: number;
  /** The header as the file writes it. */
  readonly header: string;
}
export type FieldColumns = ReadonlyMap<ImportField, readonly FieldColumn[]>;

/** The columns that fill each field. */
export function fieldColumns(header: readonly string[], mapping: ColumnMapping): FieldColumns {
  const columns = new Map<ImportField, FieldColumn[]>();
  mapping.forEach((field, index) => {
    if (field === null || index >= header.length) return;
    const known = columns.get(field);
    const column = { index, header: header[index] ?? '' };
    if (known) known.push(column);
    else columns.set(field, [column]);
  });
  return columns;
}

const noColumns: readonly FieldColumn[] = [];

/** Reads the fields of one row and collects what is wrong with it. A bad optional value leaves its field empty. */
export class RowCells {
  readonly issues: RowIssue[] = [];

  constructor(
    private readonly columns: FieldColumns,
    private readonly cells: readonly string[],
    private readonly notation: RowNotation = usualNotation,
  ) {}

  report(severity: RowIssue['severity'], code: RowIssueCode, column: string | null, value: string | null): void {
    this.issues.push({ severity, code, column, value: value === null ? null : value.slice(0, shownLength) });
  }

  /** The columns of a field, with what stands there, trimmed; empty cells are left out. */
  filled(field: ImportField): { readonly header: string; readonly text: string }[] {
    const found: { header: string; text: string }[] = [];
    for (const { index, header } of this.columns.get(field) ?? noColumns) {
      const text = this.cells[index]?.trim() ?? '';
      if (text !== '') found.push({ header, text });
    }
    return found;
  }

  /** The text of a plain field; one that is longer than `maxLength` is left out with a warning. */
  text(field: ImportField, maxLength: number): string | null {
    const column = this.columns.get(field)?.[0];
    const text = column === undefined ? '' : (this.cells[column.index]?.trim() ?? '');
    if (column === undefined || text === '') return null;
    if (text.length <= maxLength) return text;
    this.report('warning', 'too-long', column.header, text);
    return null;
  }

  /** As `text`, but a wording that stands for nothing ("Non spécifiée", "N/A") is nothing. */
  name(field: ImportField, maxLength: number): string | null {
    const raw = this.text(field, maxLength);
    const text = raw === null ? '' : withoutControls(raw).trim();
    return text === '' || isPlaceholder(text) ? null : text;
  }

  /** The text of a required field, cut with a warning when too long; null with an error when there is none. */
  required(field: ImportField, maxLength: number): string | null {
    const column = this.columns.get(field)?.[0];
    const text = column === undefined ? '' : withoutControls(this.cells[column.index] ?? '').trim();
    if (text === '') {
      this.report('error', 'missing-required', column?.header ?? null, null);
      return null;
    }
    if (text.length > maxLength) this.report('warning', 'too-long', column?.header ?? null, text);
    return cut(text, maxLength);
  }

  /** Long texts of one or more columns, one after the other; cut with a warning when too long. */
  longText(field: ImportField, maxLength: number): string {
    const parts = this.filled(field);
    const text = withLineBreaks(parts.map((part) => part.text).join('\n\n'));
    if (text.length <= maxLength) return text;
    this.report('warning', 'too-long', parts[0]?.header ?? null, text);
    return cut(text, maxLength);
  }

  /** A value read by `parse`; what it cannot read is left out with a warning. */
  value<T>(field: ImportField, code: RowIssueCode, parse: (text: string, header: string) => T | undefined): T | null {
    const column = this.columns.get(field)?.[0];
    const text = column === undefined ? '' : (this.cells[column.index]?.trim() ?? '');
    if (column === undefined || text === '') return null;
    const value = parse(this.plain(field, text), column.header);
    if (value !== undefined) return value;
    this.report('warning', code, column.header, text);
    return null;
  }

  /** A text with its days and numbers as the rules of reading know them. */
  plain(field: ImportField, text: string): string {
    if (dayFields.has(field)) return withDaysFirst(text, this.notation.dayOrder);
    return numberFields.has(field) ? withoutThousands(text, this.notation.decimal) : text;
  }

  email(field: ImportField): string | null {
    return this.value(field, 'bad-email', parseEmail);
  }

  /** 14 digits with a right key; what cannot be recovered is a warning that keeps the raw value. */
  siret(field: ImportField): string | null {
    return this.value(field, 'bad-siret', parseSiret);
  }

  /** The items of a list field over all its columns, at most 200; items over 300 characters are left out. */
  list(field: ImportField): string[] {
    const items: string[] = [];
    for (const { header, text } of this.filled(field)) {
      for (const item of parseList(text)) {
        if (item.length > 300 || items.length >= 200) this.report('warning', 'too-long', header, item);
        else if (!items.includes(item)) items.push(item);
      }
    }
    return items;
  }
}

/** The beginning of a text, without half of a character at its end. */
function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text;
  const code = text.charCodeAt(maxLength - 1);
  const splitsPair = code >= 0xd800 && code <= 0xdbff;
  return text.slice(0, splitsPair ? maxLength - 1 : maxLength).trimEnd();
}
