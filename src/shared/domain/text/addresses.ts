// Sources of expressions (flags `u` and `i`) for what one writes and calls to. Every part of them is bounded: what is not
// takes time that grows with the square of the length of a text.

const local = "[\\p{L}\\p{N}_+](?:[\\p{L}\\p{N}._%+'&-]{0,63})";
const host = '[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}';

/** An e-mail address. */
export const emailSource = `${local}@${host}`;

/** The same where its sign may be spelt out against robots: « rh [at] abaque.example ». */
export const speltEmailSource = `${local}\\s?(?:@|\\s?[([]\\s?(?:at|arobase)\\s?[)\\]]\\s?)\\s?${host}`;

const parting = '[\\s.\\-/]?';
/** A telephone number as they are written in France, else with the code of any country. */
export const phoneSource = [
  '(?=[+0])(?<![\\p{L}\\p{N}+])(?:',
  `(?:(?:\\+|00)33${parting}(?:\\(?0\\)?${parting})?|0)[1-9](?:${parting}\\d{2}){4}`,
  `|(?:\\+|00)(?:[17]|[2-9]\\d{1,2})${parting}(?:\\(0\\)${parting})?\\d(?:${parting}\\d){7,11}`,
  ')(?![\\p{L}\\p{N}])',
].join('');
