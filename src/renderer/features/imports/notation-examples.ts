import type { ImportPreview } from '../../../shared/contract/imports';
import { parseDate } from '../../../shared/domain/cells/parse-date';
import { parseNumber } from '../../../shared/domain/cells/parse-number';
import { withDaysFirst, withoutThousands } from '../../../shared/domain/cells/plain-notation';
import { dayFields, numberFields } from '../../../shared/domain/find-notation';
import type { ColumnMapping, ImportField } from '../../../shared/domain/import';

type Shown = Pick<ImportPreview, 'notation' | 'rows'>;

/** The first day that can be read in the rows of a preview, with the text that it stands for; null for none. */
export function firstDay({ notation, rows }: Shown, mapping: ColumnMapping): { text: string; day: string } | null {
  for (const text of valuesOf(rows, mapping, dayFields)) {
    const day = parseDate(withDaysFirst(text, notation.dayOrder));
    if (day) return { text, day };
  }
  return null;
}

/** The first number with a comma or a point in it, with the text that it stands for; null for none. */
export function firstNumber({ notation, rows }: Shown, mapping: ColumnMapping): { text: string; value: number } | null {
  for (const value of valuesOf(rows, mapping, numberFields)) {
    const text = /\d[\d\u00A0\u202F ]*(?:[.,]\d+)+/.exec(value)?.[0];
    const number = text === undefined ? undefined : parseNumber(withoutThousands(text, notation.decimal));
    if (text !== undefined && number !== undefined) return { text, value: number };
  }
  return null;
}

function valuesOf(rows: Shown['rows'], mapping: ColumnMapping, fields: ReadonlySet<ImportField>): readonly string[] {
  const columns = mapping.flatMap((field, index) => (field !== null && fields.has(field) ? [index] : []));
  return rows.flatMap(({ cells }) => columns.map((column) => cells[column]?.trim() ?? ''));
}
