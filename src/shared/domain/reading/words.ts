import { foldText } from '../text/prepare-text';
import { singular } from '../text/singular';

/** One word of a text and where it stands there, in code units. */
export interface Word {
  readonly start: number;
  readonly end: number;
  /** As it is written. */
  readonly raw: string;
  /** Folded and without the ending of a plural: what words are compared by. */
  readonly key: string;
}

/** Letters and digits; `+` and `#` may close a word, for C++ and C#. */
const wordPattern = /[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu;

/** Words between the words of a name that may be there or not: « gestion de projet », « gestion du projet ». */
const linkWords = new Set(['d', 'de', 'des', 'du', 'l', 'la', 'le', 'les']);

/** Cuts a text into words; apostrophes, hyphens and full stops part them. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const [raw] = match;
    words.push({ start: match.index, end: match.index + raw.length, raw, key: wordKey(raw) });
  }
  return words;
}

export function isLinkWord(word: Word): boolean {
  return linkWords.has(word.key);
}

const keys = new Map<string, string>();
/** Offers use a few ten thousand different words; more would be names and numbers. */
const rememberedKeys = 50_000;

/** Folded, singular: « Réseaux » → reseau, « locaux » → local, « sociales » → sociale. */
function wordKey(raw: string): string {
  let key = keys.get(raw);
  if (key === undefined) {
    if (keys.size >= rememberedKeys) keys.clear();
    key = singular(foldText(raw));
    keys.set(raw, key);
  }
  return key;
}
