/** A date in words as its language says it: French counts the first day of a month, and no other. */
export function withFirstOfMonth(locale: string, date: string): string {
  return locale.startsWith('fr') ? date.replace(/(?<!\d)1(?= \p{L})/u, '1er') : date;
}
