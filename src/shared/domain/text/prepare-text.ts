import genderFormsTable from './gender-forms.json';

// The same steps, in the same order, as models/training/prepare.py, which prepared what the encoder was trained on. Any
// difference makes the encoder worse without an error, so a test compares both on many texts.

/** Feminine form → masculine form, folded; from the job titles of ROME 4.0 (Licence Ouverte), where both stand side by side. */
const genderForms = new Map(Object.entries<string>(genderFormsTable));

/** Whitespace as Python has it, which JavaScript's `\s` is not quite. */
const space = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/** Combining marks that Unicode gives a class of their own and that can stand on a Latin letter. */
const combiningMark = /[\u0300-\u034e\u0350-\u036f\u1ab0-\u1abd\u1dc0-\u1dff\u20d0-\u20dc\u20e1\ufe20-\ufe2f]+/g;
const markup = /<[^<>]{1,200}>|&[a-z]{2,6};|&#\d{1,6};|\/r\/n|\\n|\[(?:cls|sep|mask|pad|unk)\]/g;
// The look-behind keeps the search linear in a long text without blanks.
const address = new RegExp(`(?:https?://|www\\.)[^${space}]+|(?<![^${space}@])[^${space}@]+@[^${space}@]+`, 'g');
const genderMark = /(?<![a-z0-9])(?:[hfm] ?[/\-|.,&] ?[hfmx](?: ?[/\-|.,&] ?[hfmxnd])?|hf|fh)(?![a-z0-9])/g;
/** chargé (e)s, domaine(s). */
const bracketedEnding =
  /(?<=[a-z]) ?\((?:s|x|es|e|ne|le|te|se|ve|fe|ere|iere|ienne|euse|rice|trice|ice|esse)(?:[.·\-]?s)?\)s?(?![a-z0-9])/g;
/** chargé(e), développeur·se, technicien.ne, conseiller-ère, administrateur/trice. */
const inclusiveEnding =
  /(?<=[a-z]{2})[(·•.\-/](?:e|ne|le|te|se|ve|fe|ere|iere|ienne|euse|rice|trice|ice|esse)(?:[.·\-]?s)?\)?s?(?![a-z0-9])/g;
const elision = /(?<![a-z0-9])(?:d|l|n|s|j|m|t|c|qu|jusqu|lorsqu|puisqu)' ?/g;
/** What becomes one space each, one expression after the other. */
export const removedExpressions: readonly RegExp[] = [
  markup,
  address,
  genderMark,
  bracketedEnding,
  inclusiveEnding,
  elision,
];
/** A word of `+` and `#` can hold a number of its own ("c++2024"). */
export const longNumber = /(?<![a-z0-9])\d{3,}(?![a-z0-9])/g;
/** What is left of elisions, gender marks and inclusive plurals; "c" and "r" stay, they are languages. */
const leftOvers = new Set(['d', 'e', 'f', 'h', 'l', 'm', 'n', 's', 't', 'qu']);
const maxRepeatedWords = 5;

/** Lower-cases, takes accents and ligatures apart and leaves one kind of apostrophe. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[’‘`]/g, "'")
    .normalize('NFD')
    .replace(combiningMark, '');
}

/**
 * Brings a text to the words that the ranking sees: lower-case, without accents, mark-up, addresses, reference numbers
 * and gender forms, joined by one space; empty when nothing is left.
 */
export function prepareText(text: string): string {
  return dropRepetitions(splitWords(foldText(text)).map(masculineForm)).join(' ');
}

/** Drops one to five words that say at once what has just been said ("chef de projet chef de projet"). */
export function dropRepetitions(words: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (const word of words) {
    kept.push(word);
    dropRepetition(kept);
  }
  return kept;
}

function splitWords(folded: string): readonly string[] {
  let text = folded;
  // Most texts have no mark-up and no address; looking for their signs is cheaper than looking for themselves.
  if (/[<&[\\]|\/r\/n/.test(text)) text = text.replace(markup, ' ');
  if (text.includes('@') || text.includes('://') || text.includes('www.')) text = text.replace(address, ' ');
  text = text.replace(genderMark, ' ');
  if (text.includes('(')) text = text.replace(bracketedEnding, ' ');
  text = text.replace(inclusiveEnding, ' ');
  if (text.includes("'")) text = text.replace(elision, ' ');
  return scanWords(text);
}

/** Runs of letters, digits, `+` and `#`, without numbers of three digits and more. */
function scanWords(text: string): readonly string[] {
  const words: string[] = [];
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    if (isWordCode(text.charCodeAt(at))) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      addWord(words, text.slice(start, at));
      start = -1;
    }
  }
  return words;
}

/** Whether a code unit (NaN behind the end) is one of a–z, 0–9, + and #. */
export function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 43 || code === 35;
}

function addWord(words: string[], word: string): void {
  const isPlain = word.charCodeAt(0) >= 97 && !word.includes('+') && !word.includes('#');
  for (const part of isPlain ? [word] : word.replace(longNumber, ' ').split(' ')) {
    if (part !== '' && !isLeftOver(part)) words.push(part);
  }
}

/** Whether a folded word is nothing but the rest of an elision, a gender mark or an inclusive plural. */
export function isLeftOver(word: string): boolean {
  return word.length <= 2 && leftOvers.has(word);
}

/** The form that stands for both genders of a folded word; the word itself where none is known. */
export function masculineForm(word: string): string {
  const form = genderForms.get(word);
  if (form !== undefined || !word.endsWith('s')) return form ?? word;
  const singular = genderForms.get(word.slice(0, -1));
  return singular === undefined ? word : `${singular}s`;
}

function dropRepetition(words: string[]): void {
  const end = words.length;
  for (let size = 1; size <= maxRepeatedWords && 2 * size <= end; size += 1) {
    if (repeatsBefore(words, end, size)) {
      words.length = end - size;
      return;
    }
  }
}

function repeatsBefore(words: readonly string[], end: number, size: number): boolean {
  for (let offset = 1; offset <= size; offset += 1) {
    if (words[end - offset] !== words[end - offset - size]) return false;
  }
  return true;
}
