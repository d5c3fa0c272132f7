import type BetterSqlite from 'better-sqlite3';
import type { WordFinder } from './find-words';
import { wordPart, type ReadQuery } from './search-query';

/** Shorter words have too many neighbours. */
const shortestMended = 4;
/** A longer word may be wrong in two places. */
const longWord = 7;
const mostCompared = 8;

/**
 * The text with the words that no offer has put right by the nearest that some have; null when there is nothing to put
 * right.
 */
export function suggest(
  file: BetterSqlite.Database,
  finder: WordFinder,
  query: ReadQuery,
  text: string,
): string | null {
  let known: readonly string[] | null = null;
  let suggestion = text;
  for (const part of query.parts) {
    const [word] = part.words;
    if (word === undefined || part.words.length > 1 || word.length < shortestMended || finder.countOf(part) > 0)
      continue;
    known ??= file.prepare<[], string>('select word from word').pluck().all();
    const nearest = nearestWord(word, known, finder);
    const written = writtenAs(word, suggestion);
    if (nearest === null || written === null) continue;
    const spelling = file.prepare<[string], string>('select spelling from word where word = ?').pluck().get(nearest);
    suggestion = suggestion.replace(written, () => spelling ?? nearest);
  }
  return suggestion === text ? null : suggestion;
}

/** As it stands in the text: the prepared word has lost its accents. */
function writtenAs(word: string, text: string): string | null {
  const spellings = text.match(/[\p{L}\p{N}+#]+/gu) ?? [];
  return spellings.find((spelling) => plain(spelling) === word) ?? null;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}

function nearestWord(word: string, known: readonly string[], finder: WordFinder): string | null {
  const most = word.length >= longWord ? 2 : 1;
  const near = known
    .filter((other) => Math.abs(other.length - word.length) <= most && !/\d/.test(other))
    .map((other) => ({ other, distance: editDistance(word, other, most) }))
    .filter(({ distance }) => distance <= most)
    // Few people mistake the first letter.
    .sort((one, two) => one.distance - two.distance || startsLike(two.other, word) - startsLike(one.other, word))
    .slice(0, mostCompared)
    .map(({ other, distance }) => ({ other, distance, count: finder.countOf(wordPart(other)) }))
    .filter(({ count }) => count > 0)
    .sort((one, two) => one.distance - two.distance || two.count - one.count);
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
