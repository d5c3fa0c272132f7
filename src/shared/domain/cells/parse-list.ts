/**
 * The items of a list in one cell: cut at `|`, line breaks or `;`, and at commas only where none of them stands, so
 * that "Programmer en Java, Python et C | Tester" has two items. Trimmed, without empty ones or repeats.
 */
export function parseList(text: string): string[] {
  if (text.trim() === '') return [];
  const separator = /\||\n/.test(text) ? /[|\n]/ : text.includes(';') ? /;/ : /,/;
  const items = text
    .split(separator)
    .map((item) => item.trim().replace(/^(?:[•·–-]\s+)+/, ''))
    .filter((item) => item !== '');
  return [...new Set(items)];
}

/** Whether a text is one ROME code as it is stored, and nothing else; whether there is such an occupation is not checked. */
export function isRomeCode(text: string): boolean {
  return /^[A-N]\d{4}$/.test(text);
}

/** ROME codes of a cell in any separation ("M1805 | M1855", "M1805,M1855", "M1805 Études…"), in capitals. */
export function parseRomeCodes(text: string): string[] | undefined {
  const codes = text.toUpperCase().match(/\b[A-N]\d{4}\b/g);
  return codes ? [...new Set(codes)] : undefined;
}
