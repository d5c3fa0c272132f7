const spaces = /[\s\u00A0\u202F']/g;
const plain = /^[+-]?\d+(?:\.\d+)?$/;
const frenchGroups = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/;
const englishGroups = /^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/;

/**
 * A number as French or English writes it: "1 234,5", "1234.5", "1.234,50". Undefined for anything else. A single
 * comma is a decimal comma: "1,250" is 1.25, because files come from French offices.
 */
export function parseNumber(text: string): number | undefined {
  let digits = text.replace(spaces, '');
  if (frenchGroups.test(digits)) digits = digits.replaceAll('.', '').replace(',', '.');
  else if (englishGroups.test(digits)) digits = digits.replaceAll(',', '');
  else digits = digits.replace(',', '.');
  return plain.test(digits) ? Number(digits) : undefined;
}

/** A whole number of 0 or more ("12", "12,0"); undefined for anything else. */
export function parseCount(text: string): number | undefined {
  const value = parseNumber(text);
  return value !== undefined && value >= 0 && Number.isSafeInteger(value) ? value : undefined;
}

/** Hours a week: "35", "37,5", "35h", "39 h / semaine"; undefined for anything else or out of 0–80. */
export function parseWeeklyHours(text: string): number | undefined {
  const hours = /^([\d\s.,]+?)\s*(?:h(?:eures?|ours?|rs?)?\b.*)?$/iu.exec(text.trim())?.[1];
  const value = hours === undefined ? undefined : parseNumber(hours);
  return value !== undefined && value > 0 && value <= 80 ? value : undefined;
}
