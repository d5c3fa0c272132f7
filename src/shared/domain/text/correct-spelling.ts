import { communesNamed } from '../places/communes';
import genderForms from './gender-forms.json';
import { allKnownWords, isKnownWord } from './is-known-word';
import { isSpeltWord } from './is-spelt-word';

/** Shorter words have too many neighbours. */
const shortestCorrected = 6;
/** Prepared words have the masculine; a slip in the feminine hides it. */
const feminines = new Map(Object.entries<string>(genderForms));
/** What happens at a keyboard, the likeliest explanation first: two letters swapped, one added or left out, another one. */
const slips = ['swapped', 'added', 'replaced'] as const;
type Slip = (typeof slips)[number];
/** So many answers are kept. */
const mostAnswers = 10_000;
const answers = new Map<string, string>();

/**
 * Known words by what is left of them when one letter goes, made when first asked for. Two words that differ by one
 * letter added, left out, replaced or by two neighbours swapped share such a remainder (Garbe's symmetric delete).
 */
let byRemainder: ReadonlyMap<string, readonly string[]> | null = null;

/**
 * A prepared word as it was meant: the only word of job titles and diplomas that differs by one slip of the keyboard
 * (one letter too many, too few, another, or two swapped, and never the first); the word itself where it is spelt so
 * elsewhere, is a town or short, or where none or several are as near.
 */
export function correctSpelling(word: string): string {
  if (word.length < shortestCorrected || /[^a-z]/.test(word) || isKnownWord(word)) return word;
  let answer = answers.get(word);
  if (answer === undefined) {
    if (answers.size >= mostAnswers) answers.clear();
    answer = nearestTo(word);
    answers.set(word, answer);
  }
  return answer;
}

function nearestTo(word: string): string {
  if (isSpeltWord(word) || communesNamed(word).length > 0) return word;
  byRemainder ??= remaindersOf(new Set([...allKnownWords(), ...feminines.keys()]));
  const near = new Map<string, Slip>();
  for (const key of [word, ...withoutOneLetter(word)]) {
    for (const known of byRemainder.get(key) ?? []) {
      const slip = known[0] === word[0] ? slipBetween(word, known) : null;
      if (slip !== null) near.set(feminines.get(known) ?? known, slip);
    }
  }
  const kind = slips.find((slip) => [...near.values()].includes(slip));
  const likeliest = [...near.keys()].filter((known) => near.get(known) === kind);
  // "ressources" rather than "ressource" for "ressourcs": of the forms of one word the one that ends alike.
  const alike = isOneWord(likeliest) ? likeliest.filter((known) => known.at(-1) === word.at(-1)) : [];
  const [only, ...others] = alike.length > 0 ? alike : likeliest;
  return only !== undefined && others.length === 0 ? only : word;
}

/** Whether all are forms of one word: beyond what the shortest has, only endings of gender and number. */
function isOneWord(words: readonly string[]): boolean {
  const [shortest = ''] = words.toSorted((one, other) => one.length - other.length);
  return words.every((word) => word.startsWith(shortest) && /^(?:le|ne|te)?e?s?$/.test(word.slice(shortest.length)));
}

function remaindersOf(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < shortestCorrected - 1) continue;
    for (const key of new Set([word, ...withoutOneLetter(word)])) {
      const known = found.get(key);
      if (known) known.push(word);
      else found.set(key, [word]);
    }
  }
  return found;
}

function withoutOneLetter(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** What tells two different words apart where their distance of Damerau and Levenshtein is one; null where it is more. */
function slipBetween(left: string, right: string): Slip | null {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  let end = 0;
  const shorter = Math.min(left.length, right.length) - start;
  while (end < shorter && left[left.length - 1 - end] === right[right.length - 1 - end]) end += 1;
  const [one, other] = [left.slice(start, left.length - end), right.slice(start, right.length - end)];
  if (one.length + other.length === 1) return 'added';
  if (one.length === 1 && other.length === 1) return 'replaced';
  return one.length === 2 && other.length === 2 && one[0] === other[1] && one[1] === other[0] ? 'swapped' : null;
}
