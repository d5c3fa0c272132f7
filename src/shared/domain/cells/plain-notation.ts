import type { DayOrder, DecimalSign } from '../file-notation';

const monthFirst = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/g;
const groups = {
  point: /(?<=\d),(?=\d{3}(?!\d))/g,
  comma: /(?<=\d)\.(?=\d{3}(?!\d))/g,
} as const;

/** Days as French writes them: "08/31/2026" of a file that puts the month first becomes "31/08/2026". */
export function withDaysFirst(text: string, order: DayOrder): string {
  return order === 'day-first' ? text : text.replace(monthFirst, '$3$2$1$2$4');
}

/** Numbers without what stands between their thousands: "1,250" becomes "1250" where a point stands before decimals. */
export function withoutThousands(text: string, decimal: DecimalSign): string {
  return decimal === 'either' ? text : text.replace(groups[decimal], '');
}
