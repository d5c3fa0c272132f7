import knownWords from './known-words.json';

/** Prepared words that name a work or a subject, from ROME's job titles and from diplomas (models/training/known_words.py). */
const telling = new Set(knownWords.telling.split(' '));
/** Those that titles of every kind have: "assistant", "projet". */
const general = new Set(knownWords.general.split(' '));

/** Whether a prepared word names a work or a subject. */
export function isTelling(word: string): boolean {
  return telling.has(word);
}

/** Whether titles of every kind have a prepared word. */
export function isGeneral(word: string): boolean {
  return general.has(word);
}

/** Whether a prepared word is one of those of job titles and diplomas. */
export function isKnownWord(word: string): boolean {
  return isTelling(word) || isGeneral(word);
}

/** All of them. */
export function allKnownWords(): Iterable<string> {
  return new Set([...telling, ...general]);
}
