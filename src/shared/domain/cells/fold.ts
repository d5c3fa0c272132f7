const marks = /\p{M}+/gu;
const notWord = /[^\p{L}\p{N}+%€£]+/gu;

/**
 * A text as words are compared: lower case, without accents, ligatures opened, everything but letters, digits and
 * `+ % € £` as single spaces. "Intitulé du poste (H/F)" becomes "intitule du poste h f".
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(notWord, ' ')
    .trim();
}
