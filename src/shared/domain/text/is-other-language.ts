import { isKnownWord } from './is-known-word';
import { isSpeltWord } from './is-spelt-word';
import { hasMatter } from './match-text';
import { prepareText } from './prepare-text';

/** Of fewer words none has to be known: a name or two, and a word that is. */
const leastWords = 6;
const shortestWord = 3;
/**
 * Of these (is-other-language.test.ts has them), wishes in French know half of their words and more, recipes and poems two
 * fifths, and Latin, German, Spanish and what was typed at random less than a quarter.
 */
const leastKnown = 0.25;

/**
 * Whether hardly any word of a text is one that the encoder was taught from: another language, or none. What it would be near
 * to is chance.
 */
export function isOtherLanguage(text: string): boolean {
  const words = new Set(prepareText(text).split(' '));
  const telling = [...words].filter((word) => word.length >= shortestWord && hasMatter(word));
  const known = telling.filter((word) => isKnownWord(word) || isSpeltWord(word));
  return telling.length >= leastWords && known.length < leastKnown * telling.length;
}
