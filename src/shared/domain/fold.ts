const plainAscii = /^[\x20-\x7e]*$/;
/** What Western European texts are written with; everything else takes the slow way. */
const western = /^[\x20-\x7e\u00a0-\u00ff’‘œŒ–—…€\n\t]*$/;
const westernSpecial = /[\u00a0-\u00ff’‘œ…]/g;

/**
 * Writes a text the way it is compared and sorted: no accents, no capitals, ligatures taken apart, curly apostrophes
 * straight, every run of white space one space. Idempotent.
 */
export function fold(text: string): string {
  // Decomposing is several times slower than looking a letter up, and an import folds some texts for every row.
  if (plainAscii.test(text)) return tidy(text.toLowerCase());
  if (!western.test(text)) return tidy(decomposed(text));
  return tidy(text.toLowerCase().replace(westernSpecial, (letter) => westernLetters.get(letter) ?? letter));
}

/** Folded, and with everything that is neither letter nor digit made one space: for names compared as names. */
export function foldToWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function decomposed(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[’‘ʼ]/g, "'");
}

const westernLetters = new Map(
  [...Array.from({ length: 0x60 }, (_, index) => String.fromCharCode(0xa0 + index)), ...'’‘œ…'].map((letter) => [
    letter,
    decomposed(letter),
  ]),
);

function tidy(text: string): string {
  return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
}
