import { isFirstName, mayBeFirstName, mayBeSurname } from './first-names';
import { isKnownWord } from './is-known-word';
import { isSpeltWord } from './is-spelt-word';
import { foldText, prepareText } from './prepare-text';

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const word = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
/** A name goes on behind a blank. */
const joint = /^[ \t\u00a0\u202f]{1,3}$/u;
const mostSurnames = 3;
/** Stand within a surname: « de la Tour », « El Amrani ». */
const particles = new Set('de da di do dos du des del la le el al ben bin van von der den mc mac'.split(' '));
/** Go on with a sentence, whoever speaks. */
const goingOn = new Set(
  `je j et ou en un une au aux a je suis cherche veut veux voudrais souhaite aime avec dans pour sur qui que est ai ans
  i am and in at from looking`.split(/\s+/),
);
/** Stand before who says who they are. */
const opening = new Set(
  `bonjour bonsoir salut hello hi moi c est je suis suis m appelle appelle nom prenom cv mon ma de candidature profil i am my name is
  madame monsieur mme mlle`.split(/\s+/),
);

/** What follows is a name, whatever it is like. */
const introduction =
  /(?<!\p{L})(?:je m['’]appelle|mon (?:pré)?nom(?: de famille)? est|moi c['’]est|my (?:first |last )?name is|I am called)[ \t\u00a0]{1,3}$/iu;
const longestIntroduction = 40;
const notBeforeNames = /^(?:une?|l[ae]s?|du|des|ce|cet|cette|mon|ma|mes|an?|the)$/i;

/**
 * A text without the names of people: a first name wherever it stands with the surname behind it, two words that are no
 * words of the language where a text says who writes it, and first names that are words too there only.
 */
export function withoutNames(text: string): string {
  const words = [...text.matchAll(word)].map(({ 0: found, index }) => ({
    ...{ text: found, start: index, end: index + found.length },
  }));
  const left: string[] = [];
  let from = 0;
  let isOpening = true;
  for (let at = 0; at < words.length; at += 1) {
    const first = words[at];
    if (!first) break;
    const last = isNamed(text, words, at, isOpening) ? lastOfName(text, words, at) : -1;
    if (last >= 0) {
      left.push(text.slice(from, first.start));
      from = words[last]?.end ?? first.end;
      at = last;
    } else if (!opening.has(foldText(first.text))) isOpening = false;
  }
  return from === 0 && left.length === 0 ? text : `${left.join(' ')} ${text.slice(from)}`;
}

function isNamed(text: string, words: readonly Word[], at: number, isOpening: boolean): boolean {
  const first = words[at];
  if (!first) return false;
  const before = words[at - 1];
  if (introduction.test(text.slice(Math.max(0, first.start - longestIntroduction), first.start))) return true;
  // Saint Malo is a town, and « un jean » is worn.
  if (before && isJoined(text, before, first) && notBeforeNames.test(before.text) && !isCapitalised(first))
    return false;
  if (before && /^(?:saint|st)e?$/i.test(before.text)) return false;
  if (first.text.split(/['’-]/).some(isFirstName)) return !/^(?:saint|st)e?-/i.test(first.text);
  const next = words[at + 1];
  if (!isOpening || !next || !isJoined(text, first, next)) return false;
  // LEA is a licence.
  const isShortForm = first.text === first.text.toUpperCase();
  if (mayBeFirstName(first.text) && !isShortForm) return isSurname(next, first);
  return isCapitalised(first) && isCapitalised(next) && isStrangeWord(first.text) && isStrangeWord(next.text);
}

/** The last word of the name that begins with a word. */
function lastOfName(text: string, words: readonly Word[], at: number): number {
  let last = at;
  for (let next = at + 1; next <= at + 2 * mostSurnames; next += 1) {
    const [before, word, first] = [words[next - 1], words[next], words[at]];
    if (!before || !word || !first || !isJoined(text, before, word)) break;
    if (particles.has(foldText(word.text))) continue;
    if (!isSurname(word, first) && !isFirstName(word.text)) break;
    last = next;
    if (last - at >= mostSurnames + 1) break;
  }
  return last;
}

/** Beside a first name with a capital any word with one is a surname; else one that no text has, or that is known as one. */
function isSurname(word: Word, first: Word): boolean {
  if (goingOn.has(foldText(word.text))) return false;
  if (isStrangeWord(word.text) || mayBeSurname(word.text)) return true;
  return isCapitalised(first) && /^\p{Lu}\p{Ll}/u.test(word.text);
}

/** Whether a word is none of a job, of a diploma or of the open texts. */
export function isStrangeWord(word: string): boolean {
  const prepared = prepareText(word);
  return prepared.length > 1 && prepared.split(' ').every((part) => !isKnownWord(part) && !isSpeltWord(part));
}

function isCapitalised({ text }: Word): boolean {
  return /^\p{Lu}/u.test(text);
}

function isJoined(text: string, one: Word, other: Word): boolean {
  return joint.test(text.slice(one.end, other.start));
}
