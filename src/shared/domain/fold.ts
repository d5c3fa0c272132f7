const plainAscii = /^[\x20-\x7e]*$/;

/**
 * Writes a text the way it is compared and sorted: no accents, no capitals, ligatures taken apart, curly apostrophes
 * straight, every run of white space one space. Idempotent.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most texts of most files are plain, and decomposing is ten times slower than looking.
  if (plainAscii.test(lower)) return lower.includes('  ') ? lower.replace(/ +/g, ' ').trim() : lower.trim();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** Folded, and with everything that is neither letter nor digit made one space: for names compared as names. */
export function foldToWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
