import type BetterSqlite from 'better-sqlite3';
import { foldText } from '../../../shared/domain/text/prepare-text';
import type { WordFinder } from './find-words';
import { wordPart, type ReadQuery } from './search-query';

/** Shorter words have too many neighbours. */
const shortestMended = 4;
/** A longer word may be wrong in two places. */
const longWord = 7;
const mostCompared = 8;

/** A word that so few offers have is a slip where a neighbour, one letter away, is so many times as frequent. */
const fewOffers = 3;
const muchMoreFrequent = 20;

/**
 * The text with its likely slips put right: words that no offer has by the nearest that some have, and words that hardly any
 * has by a neighbour that very many have. Null when there is nothing to put right.
 */
export function suggest(
  file: BetterSqlite.Database,
  finder: WordFinder,
  query: ReadQuery,
  text: string,
): string | null {
  const mended = new Map<string, string>();
  for (const part of query.parts) {
    const [word] = part.words;
    if (word === undefined || part.words.length > 1 || word.length < shortestMended) continue;
    const count = finder.countOf(part);
    const nearest = count > fewOffers ? null : nearestWord(word, count, candidates(file, word), finder);
    if (nearest === null) continue;
    const spelling = file.prepare<[string], string>('select spelling from word where word = ?').pluck().get(nearest);
    mended.set(word, spelling ?? nearest);
  }
  const suggestion = text.replace(/[\p{L}\p{M}\p{N}+#]+/gu, (written) => mended.get(foldText(written)) ?? written);
  return suggestion === text ? null : suggestion;
}

/** Few people mistake the first letter: words that begin with it, or with the second where the first is missing or swapped. */
function candidates(file: BetterSqlite.Database, word: string): readonly string[] {
  const near = file.prepare<[string, string, number, number], string>(
    'select word from word where word >= ? and word < ? and length(word) between ? and ?',
  );
  const slips = mostSlips(word);
  return [...new Set(word.slice(0, 2))].flatMap((letter) =>
    near.pluck().all(letter, `${letter}\uffff`, word.length - slips, word.length + slips),
  );
}

function mostSlips(word: string): number {
  return word.length >= longWord ? 2 : 1;
}

/** The best of some words in the place of one that `count` offers have. */
function nearestWord(word: string, count: number, known: readonly string[], finder: WordFinder): string | null {
  const most = count === 0 ? mostSlips(word) : 1;
  const near = known
    .filter((other) => other !== word && !/\d/.test(other))
    .map((other) => ({ other, distance: editDistance(word, other, most) }))
    .filter(({ distance }) => distance <= most)
    .sort((one, two) => one.distance - two.distance || startsLike(two.other, word) - startsLike(one.other, word))
    .slice(0, mostCompared)
    .map(({ other, distance }) => ({ other, distance, offers: finder.countOf(wordPart(other)) }))
    .filter(({ offers }) => offers > count * muchMoreFrequent)
    .sort((one, two) => one.distance - two.distance || two.offers - one.offers);
  return near[0]?.other ?? null;
}

function startsLike(one: string, other: string): number {
  return one[0] === other[0] ? 1 : 0;
}

/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour to make one word of another: the
 * optimal string alignment distance (L. Boytsov, "Indexing methods for approximate dictionary searching", 2011, section
 * 2.2). Anything above `most` may be given for more. Swapped letters are the commonest slip, and the libraries at hand
 * count them for two.
 */
export function editDistance(one: string, other: string, most: number): number {
  let before: number[] = [];
  let former = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (former[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (former[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    // A swap looks back two rows, so that one row alone above the limit is not enough; it cannot come back below by more.
    if (least > most + 1) return most + 1;
    before = former;
    former = current;
  }
  return former[other.length] ?? 0;
}
