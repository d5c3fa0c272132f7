import type { DayOrder, DecimalSign, RowNotation } from './file-notation';
import type { ColumnMapping, ImportField } from './import';

/** Fields whose values are days, and fields whose values are numbers. */
export const dayFields: ReadonlySet<ImportField> = new Set(['start', 'startTo', 'postedOn', 'expiresOn']);
export const numberFields: ReadonlySet<ImportField> = new Set([
  ...(['duration', 'weeklyHours', 'pay', 'places', 'capacity'] as const),
]);

const day = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/g;
const decimals = /\d([.,])\d{1,2}(?!\d)(?![.,]\d)/g;
/** So many days that only the American order has are no slip of the pen. */
const fewestDays = 2;

/**
 * How the first rows of a file write days and numbers. The month stands first where some days (there is no month 31)
 * say so and none says otherwise; a sign stands before decimals where numbers show it and none shows the other.
 */
export function findNotation(rows: readonly (readonly string[])[], mapping: ColumnMapping): RowNotation {
  return {
    dayOrder: findDayOrder(valuesOf(rows, mapping, dayFields)),
    decimal: findDecimal(valuesOf(rows, mapping, numberFields)),
  };
}

function valuesOf(
  rows: readonly (readonly string[])[],
  mapping: ColumnMapping,
  fields: ReadonlySet<ImportField>,
): string[] {
  const columns = mapping.flatMap((field, index) => (field !== null && fields.has(field) ? [index] : []));
  return rows.flatMap((cells) => columns.flatMap((column) => cells[column] ?? []));
}

function findDayOrder(values: readonly string[]): DayOrder {
  let [daysFirst, monthsFirst] = [0, 0];
  for (const value of values) {
    for (const [, first, , second] of value.matchAll(day)) {
      if (Number(first) > 12) daysFirst += 1;
      else if (Number(second) > 12) monthsFirst += 1;
    }
  }
  return daysFirst === 0 && monthsFirst >= fewestDays ? 'month-first' : 'day-first';
}

function findDecimal(values: readonly string[]): DecimalSign {
  const signs = new Set<string>();
  for (const value of values) for (const [, sign = ''] of value.matchAll(decimals)) signs.add(sign);
  if (signs.size !== 1) return 'either';
  return signs.has(',') ? 'comma' : 'point';
}
