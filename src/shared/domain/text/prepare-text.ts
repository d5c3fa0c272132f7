import genderFormsTable from './gender-forms.json';
import otherNames from './other-names.json';
import { createWordReader } from './word-reader';

// The same steps, in the same order, as models/training/prepare.py, which prepared what the encoder was trained on. Any
// difference makes the encoder worse without an error, so a test compares both on many texts.

/** English words that are known as they are behind this one: "business developer", "food truck". */
const keptAfter = new Map(Object.entries<string>(otherNames.keptAfter));
/**
 * The one form that stands for a folded word: the masculine for the feminine, from the job titles of ROME 4.0 (Licence
 * Ouverte), where both stand side by side; the French word in full for an English one and for a short form.
 */
const commonForms = new Map([...Object.entries<string>(otherNames.forms), ...Object.entries<string>(genderFormsTable)]);

/** Whitespace as Python has it, which JavaScript's `\s` is not quite. */
const space = '\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';

/** Combining marks that Unicode gives a class of their own and that can stand on a Latin letter. */
const combiningMark = /[\u0300-\u034e\u0350-\u036f\u1ab0-\u1abd\u1dc0-\u1dff\u20d0-\u20dc\u20e1\ufe20-\ufe2f]+/g;
const markup = /<[^<>]{1,200}>|&[a-z]{2,6};|&#\d{1,6};|\/r\/n|\\n|\[(?:cls|sep|mask|pad|unk)\]/g;
// The look-behind keeps the search linear in a long text without blanks.
const address = new RegExp(`(?:https?://|www\\.)[^${space}]+|(?<![^${space}@])[^${space}@]+@[^${space}@]+`, 'g');
// What begins with looking behind looks ahead first: that is a fraction of the time.
const genderMark =
  /(?=[fhm])(?<![a-z0-9])(?:[hfm] ?[/\-|.,&] ?[hfmx](?: ?[/\-|.,&] ?[hfmxnd])?|hf|fh|homme ?[/|] ?femme|femme ?[/|] ?homme)(?![a-z0-9])/g;
/** chargé (e)s, domaine(s). */
const bracketedEnding =
  /(?=[ (])(?<=[a-z]) ?\((?:s|x|es|e|ne|le|te|se|ve|fe|ere|iere|ienne|euse|rice|trice|ice|esse)(?:[.·\-]?s)?\)s?(?![a-z0-9])/g;
/**
 * chargé(e), développeur·se, technicien.ne, conseiller-ère, administrateur/trice, animateur/-trice; dots of any kind.
 * Dispatcher·use and maître·sse by the letter before them: "land-use" and "qualité/SSE" are something else.
 */
const inclusiveEnding =
  /(?<=[a-z]{2})(?:[(·•\u2027\u2219\u22c5\u30fb\ua78f.\-]|\/-?|\(-)(?:e|ne|le|te|se|ve|fe|ere|iere|ienne|euse|rice|trice|ice|esse|(?<=r[^a-z0-9])use|(?<=e[^a-z0-9\/])sse)(?:[.·\u2027\u2219\u22c5\u30fb\ua78f\-]?s)?\)?s?(?![a-z0-9])/g;
const elision = /(?=[cdjlmnpqst])(?<![a-z0-9])(?:d|l|n|s|j|m|t|c|qu|jusqu|lorsqu|puisqu)' ?/g;
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
/** So many words are kept as they are prepared. */
const maxCachedWords = 50_000;
const readWords = createWordReader(keptParts, maxCachedWords);

/** Lower-cases, takes accents and ligatures apart and leaves one kind of apostrophe. */
export function foldText(text: string): string {
  // Beyond Latin letters and punctuation, above all where accents stand alone, neighbours can change what becomes of one.
  if (/[\u0300-\u1fff\u2070-\uffff]/.test(text)) return foldAll(text);
  return text.toLowerCase().replace(/[`\x80-\u206f]/g, foldOne);
}

const foldedCharacters = new Map<string, string>();

/** Like `foldAll`, of one character of some hundreds that come again and again. */
function foldOne(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const folded = foldAll(character);
  foldedCharacters.set(character, folded);
  return folded;
}

function foldAll(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(combiningMark, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replace(/[’‘`]/g, "'");
}

/**
 * Brings a text to the words that the ranking sees: lower-case, without accents, mark-up, addresses, reference numbers
 * and gender forms, joined by one space; empty when nothing is left.
 */
export function prepareText(text: string): string {
  return prepareFolded(foldText(text));
}

/** What `prepareText` makes of a text that `foldText` has folded. */
export function prepareFolded(folded: string): string {
  return dropRepetitions(splitWords(folded)).join(' ');
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
  if (/\([a-z.·\-]{1,7}\)/.test(text)) text = text.replace(bracketedEnding, ' ');
  if (/[a-z][(·•\u2027\u2219\u22c5\u30fb\ua78f./\-][a-z\-]/.test(text)) text = text.replace(inclusiveEnding, ' ');
  if (text.includes("'")) text = text.replace(elision, ' ');
  return keptWords(text);
}

/** Runs of letters, digits, `+` and `#`, as they are kept. */
function keptWords(text: string): readonly string[] {
  const kept: string[] = [];
  const { numbers, count, values } = readWords(text);
  for (let at = 0; at < count; at += 1) {
    const parts = values[numbers[at] ?? 0] ?? [];
    for (let part = 0; part < parts.length; part += 1) kept.push(formBehind(parts[part] ?? '', kept.at(-1)));
  }
  return kept;
}

/** What is kept of a folded word: nothing of what is left over and of numbers of three digits and more. */
function keptParts(word: string): readonly string[] {
  return word
    .replace(longNumber, ' ')
    .split(' ')
    .filter((part) => part !== '' && !isLeftOver(part))
    .map(commonForm);
}

/** Whether a folded word is nothing but the rest of an elision, a gender mark or an inclusive plural. */
export function isLeftOver(word: string): boolean {
  return word.length <= 2 && leftOvers.has(word);
}

/**
 * The form that stands for both genders and both languages of a folded word; the word itself where none is known, and
 * where `formBehind` decides.
 */
export function commonForm(word: string): string {
  if (keptAfter.has(word)) return word;
  const form = commonForms.get(word);
  if (form !== undefined || !word.endsWith('s')) return form ?? word;
  const singular = commonForms.get(word.slice(0, -1));
  return singular === undefined ? word : `${singular}s`;
}

/** What `commonForm` gave of a word, said in French unless the word before makes it a name that is known as it is. */
export function formBehind(word: string, before: string | undefined): string {
  const name = keptAfter.get(word);
  return name === undefined || name === before ? word : (commonForms.get(word) ?? word);
}

function dropRepetition(words: string[]): void {
  const end = words.length;
  const last = words[end - 1];
  for (let size = 1; size <= maxRepeatedWords && 2 * size <= end; size += 1) {
    // Hardly ever true, and the cheapest thing to ask.
    if (words[end - 1 - size] === last && repeatsBefore(words, end, size)) {
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
