import type BetterSqlite from 'better-sqlite3';
import { indexFields } from './offer-texts';
import { wordPart, type QueryPart, type ReadQuery } from './search-query';

/** How much a word counts in each field: the order of `indexFields`. */
const fieldWeights: Readonly<Record<(typeof indexFields)[number], number>> = {
  ...{ title: 10, company: 6, place: 4, skill: 4, kind: 3, body: 1 },
};
const weights = indexFields.map((field) => fieldWeights[field]).join(', ');

/**
 * Ranking every offer that has a word costs more than finding it: more offers than this are put in order without. Fewer of
 * those that have a word for a beginning: it stands for many words, and most of them are not meant.
 */
const mostRanked = 3_000;
const mostRankedBeginnings = 300;
/** Of a description these many words are looked for, the rarest, which have at most so many offers together. */
const mostWordsOfDescription = 12;
const mostOffersOfDescription = 20_000;
const mostFoundOfDescription = 300;

/** Offers found by their words, the best first. */
export interface FoundByWords {
  readonly ids: readonly number[];
  readonly how: 'every-word' | 'some-words' | 'none';
}

export interface WordFinder {
  find(query: ReadQuery): FoundByWords;
  /** The offers that have all of these parts, in no order. */
  having(parts: readonly QueryPart[]): readonly number[];
  /** How many offers have a part; words of deleted offers may count until the index is tidied. */
  countOf(part: QueryPart): number;
}

/** Looks for words in an index. */
export function createWordFinder(file: BetterSqlite.Database): WordFinder {
  const matching = file.prepare<[string], number>('select rowid from text where text match ?').pluck();
  const ranked = file
    .prepare<[string], number>(`select rowid from text where text match ? order by bm25(text, ${weights}), rowid desc`)
    .pluck();
  const holders = file.prepare<[string], number>('select doc from vocabulary where term = ?').pluck();
  const all = (parts: readonly QueryPart[]): string => parts.map(({ match }) => match).join(' AND ');
  const allExact = (parts: readonly QueryPart[]): string => parts.map(({ exact }) => exact).join(' AND ');
  const some = (parts: readonly QueryPart[]): string => parts.map(({ match }) => match).join(' OR ');

  /** Best first; where there are very many, those with the words in their titles first and the newest of each. */
  const inOrder = (match: string, most = mostRanked): readonly number[] => {
    const ids = matching.all(match);
    if (ids.length <= most) return ids.length < 2 ? ids : ranked.all(match);
    const titled = new Set(matching.all(`{title} : (${match})`));
    const newest = ids.sort((one, other) => other - one);
    return [...newest.filter((id) => titled.has(id)), ...newest.filter((id) => !titled.has(id))];
  };
  /** Those that have the last word as it stands come before those that have it for a beginning. */
  const written = (parts: readonly QueryPart[]): readonly number[] => {
    const exact = inOrder(allExact(parts));
    if (parts.every(({ beginning }) => beginning === null)) return exact;
    const isExact = new Set(exact);
    return [...exact, ...inOrder(all(parts), mostRankedBeginnings).filter((id) => !isExact.has(id))];
  };
  const rarest = (parts: readonly QueryPart[]): readonly QueryPart[] => {
    const counted = parts
      .map((part) => ({ part, count: countOf(part) }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => one.count - other.count);
    let offers = 0;
    return counted
      .filter(({ count }, index) => {
        offers += count;
        return index === 0 || (index < mostWordsOfDescription && offers <= mostOffersOfDescription);
      })
      .map(({ part }) => part);
  };
  const countOf = ({ families, match }: QueryPart): number => {
    const [family] = families;
    return families.length === 1 && family !== undefined ? (holders.get(family) ?? 0) : matching.all(match).length;
  };

  return {
    having: (parts) => matching.all(all(parts)),
    countOf,
    find({ parts, isDescription }) {
      if (parts.length === 0) return { ids: [], how: 'none' };
      if (!isDescription) {
        const ids = written(parts);
        if (ids.length > 0) return { ids, how: 'every-word' };
      }
      // Words of a phrase that nobody wrote are looked for one by one.
      const looked = rarest(parts.flatMap((part) => (part.words.length > 1 ? part.words.map(wordPart) : part)));
      if (looked.length === 0) return { ids: [], how: 'none' };
      const ids = inOrder(some(looked));
      return { ids: ids.slice(0, mostFoundOfDescription), how: 'some-words' };
    },
  };
}
