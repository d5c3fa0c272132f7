import type BetterSqlite from 'better-sqlite3';
import { commonIds, joinedIds, newestCommon } from './id-lists';
import { idSet } from './id-set';
import { headFields, indexFields } from './offer-texts';
import { wordPart, type QueryPart, type ReadQuery } from './search-query';

/** How much a word counts in each field: the order of `indexFields`. */
const fieldWeights: Readonly<Record<(typeof indexFields)[number], number>> = {
  ...{ title: 10, company: 6, place: 4, skill: 4, kind: 3, body: 1 },
};
const weightsOf = (fields: readonly (typeof indexFields)[number][]): string =>
  fields.map((field) => fieldWeights[field]).join(', ');

/**
 * Ranking every offer that has a word costs more than finding it: more offers than this are put in order without. Fewer of
 * those that have a word for a beginning: it stands for many words, and most of them are not meant.
 */
const mostRanked = 3_000;
const mostRankedBeginnings = 300;
/** Fewer than this are looked at one by one rather than beside all that have other words. */
const fewBeginnings = 1_000;
/** Of a description these many words are looked for, the rarest, which have at most so many offers together. */
const mostWordsOfDescription = 12;
const mostOffersOfDescription = 20_000;
/** A word of a description counts so often in a title, where very many have some of the words. */
const timesInTitle = 3;

/** Offers found by their words, the best first. */
export interface FoundByWords {
  readonly ids: readonly number[];
  readonly how: 'every-word' | 'some-words' | 'none';
}

/** Says something of an offer. */
export type IdTest = (id: number) => boolean;

export interface WordFinder {
  find(query: ReadQuery): FoundByWords;
  /**
   * The first of those that `find` gives and that are allowed, up to the one with which `isEnough` says so of each in its
   * turn, without reading the others; null where there are so few that `find` is as quick.
   */
  first(query: ReadQuery, isAllowed: IdTest, isEnough: IdTest): readonly number[] | null;
  /** The offers that have all of these parts, in the order of their ids. */
  having(parts: readonly QueryPart[]): readonly number[];
  /** Whether an offer has all of these parts. */
  has(parts: readonly QueryPart[], id: number): boolean;
  /** How many offers have a part; words of deleted offers may count until the index is tidied. */
  countOf(part: QueryPart): number;
}

const all = (parts: readonly QueryPart[]): string => parts.map(({ match }) => match).join(' AND ');
const allExact = (parts: readonly QueryPart[]): string => parts.map(({ exact }) => exact).join(' AND ');
const allInHead = (parts: readonly QueryPart[]): string =>
  parts.map(({ beside, match }) => beside ?? match).join(' AND ');
const inTitle = (match: string): string => `{title} : (${match})`;

/** Looks for words in an index. */
export function createWordFinder(file: BetterSqlite.Database): WordFinder {
  const asking = (rest: string, table: 'text' | 'head' = 'text') =>
    file.prepare<[string], number>(`select rowid from ${table} where ${table} match ? ${rest}`).pluck();
  const matching = asking('order by rowid');
  const newest = asking('order by rowid desc');
  const ranked = asking(`order by bm25(text, ${weightsOf(indexFields)}), rowid desc`);
  const matchingHead = asking('order by rowid', 'head');
  const newestHead = asking('order by rowid desc', 'head');
  const rankedHead = asking(`order by bm25(head, ${weightsOf(headFields)}), rowid desc`, 'head');
  const holds = (table: 'text' | 'head') => {
    const holding = file.prepare<[string, number], 1>(`select 1 from ${table} where ${table} match ? and rowid = ?`);
    return (match: string, id: number): boolean => holding.get(match, id) !== undefined;
  };
  const counts = (table: 'text' | 'head') => {
    const sql = `select count(*) from (select 1 from ${table} where ${table} match ? limit ?)`;
    const counting = file.prepare<[string, number], number>(sql).pluck();
    return (match: string, most: number): boolean => (counting.get(match, most + 1) ?? 0) > most;
  };
  const hasMoreText = counts('text');
  const hasMoreHead = counts('head');
  const isInText = holds('text');
  const isInHead = holds('head');
  const holders = file.prepare<[string], number>('select doc from vocabulary where term = ?').pluck();

  const has = (parts: readonly QueryPart[], id: number): boolean =>
    parts.every(({ match, beside }) => isInText(match, id) || (beside !== null && isInHead(beside, id)));
  /** Those that have a short beginning beside their bodies, and the other parts anywhere. */
  const begunBeside = (beside: string, others: readonly QueryPart[]): readonly number[] => {
    const begun = matchingHead.all(beside);
    if (others.length === 0) return begun;
    if (begun.length < fewBeginnings) return begun.filter((id) => has(others, id));
    return commonIds(begun, matching.all(all(others)));
  };
  const having = (parts: readonly QueryPart[]): readonly number[] => {
    const { beside, others } = shortBeginning(parts);
    const whole = matching.all(all(parts));
    return beside === null ? whole : joinedIds(begunBeside(beside, others), whole);
  };
  /** The same from the newest on, read as far as somebody goes. */
  const newestHaving = (parts: readonly QueryPart[]): Iterable<number> => {
    const { beside, others } = shortBeginning(parts);
    if (beside === null) return newest.iterate(all(parts));
    if (others.length === 0) return newestHead.iterate(beside);
    return newestCommon(newestHead.iterate(beside), newest.iterate(all(others)));
  };
  /** Whether more than so many have all of these parts. */
  const hasMore = (parts: readonly QueryPart[], most: number): boolean => {
    const { beside, others } = shortBeginning(parts);
    if (beside === null) return hasMoreText(all(parts), most);
    return others.length === 0 ? hasMoreHead(beside, most) : hasMoreOf(newestHaving(parts), most);
  };

  /** Best first; where there are very many, those with the words in their titles first and the newest of each. */
  const inOrder = (match: string): readonly number[] => {
    const ids = matching.all(match);
    if (ids.length > mostRanked) return titledFirst(ids, match);
    return ids.length < 2 ? ids : ranked.all(match);
  };
  const titledFirst = (ids: readonly number[], match: string): readonly number[] => {
    const isTitled = idSet(matchingHead.all(inTitle(match)));
    const newestFirst = ids.toReversed();
    return newestFirst.filter((id) => isTitled.has(id)).concat(newestFirst.filter((id) => !isTitled.has(id)));
  };
  /** Those that have the last word for a beginning and not as it stands. */
  const begunInOrder = (ids: readonly number[], parts: readonly QueryPart[]): readonly number[] => {
    if (ids.length > mostRankedBeginnings) return titledFirst(ids, allInHead(parts));
    const isMeant = idSet(ids);
    const isShort = shortBeginning(parts).beside !== null;
    const best = isShort ? rankedHead.all(allInHead(parts)) : ranked.all(all(parts));
    const first = new Set(best.filter((id) => isMeant.has(id)));
    return [...first, ...ids.toReversed().filter((id) => !first.has(id))];
  };
  /** Those that have the last word as it stands come before those that have it for a beginning. */
  const written = (parts: readonly QueryPart[]): readonly number[] => {
    const exact = inOrder(allExact(parts));
    if (!isBegun(parts)) return exact;
    const isExact = idSet(exact);
    const begun = having(parts).filter((id) => !isExact.has(id));
    return begun.length === 0 ? exact : exact.concat(begunInOrder(begun, parts));
  };
  /** Those that have some of the parts, the rarest counting most, a word of the title more than once; then the newest first. */
  const weighed = (parts: readonly QueryPart[]): readonly number[] => {
    const weights = new Map<number, number>();
    const add = (ids: readonly number[], weight: number): void => {
      for (const id of ids) weights.set(id, (weights.get(id) ?? 0) + weight);
    };
    for (const { match } of parts) {
      const ids = matching.all(match);
      const weight = 1 / Math.log2(2 + ids.length);
      add(ids, weight);
      add(matchingHead.all(inTitle(match)), weight * (timesInTitle - 1));
    }
    return [...weights].sort(([a, one], [b, other]) => other - one || b - a).map(([id]) => id);
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
  const countOf = (part: QueryPart): number => {
    const [family] = part.families;
    const isOne = part.families.length === 1 && family !== undefined && part.beginning === null;
    return isOne ? (holders.get(family) ?? 0) : having([part]).length;
  };

  return {
    having,
    has,
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
      const match = looked.map((part) => part.match).join(' OR ');
      const ids = hasMoreText(match, mostRanked) ? weighed(looked) : inOrder(match);
      const begun = looked.flatMap(({ beside }) => (beside === null ? [] : matchingHead.all(beside).toReversed()));
      return { ids: begun.length === 0 ? ids : [...new Set([...ids, ...begun])], how: 'some-words' };
    },
    first({ parts, isDescription }, isAllowed, isEnough) {
      if (parts.length === 0 || isDescription) return null;
      const exact = allExact(parts);
      if (hasMoreText(exact, mostRanked)) {
        const sequences = [() => newestHead.iterate(inTitle(exact)), () => newest.iterate(exact)];
        const { ids, isOver } = firstAllowed(sequences, isAllowed, isEnough);
        return isBegun(parts) && isOver ? null : ids;
      }
      if (!isBegun(parts)) return null;
      const best = inOrder(exact);
      if (!hasMore(parts, mostRanked + best.length)) return null;
      const begunInTitle = (): Iterable<number> => newestHead.iterate(inTitle(allInHead(parts)));
      return firstAllowed([() => best, begunInTitle, () => newestHaving(parts)], isAllowed, isEnough).ids;
    },
  };
}

const isBegun = (parts: readonly QueryPart[]): boolean => parts.some(({ beginning }) => beginning !== null);

/** The short beginning among some parts, of which there is one at most, and the others. */
function shortBeginning(parts: readonly QueryPart[]): {
  readonly beside: string | null;
  readonly others: readonly QueryPart[];
} {
  const short = parts.find(({ beside }) => beside !== null);
  return { beside: short?.beside ?? null, others: parts.filter((part) => part !== short) };
}

/** Whether there are more than so many; reads no further. */
function hasMoreOf(ids: Iterable<number>, most: number): boolean {
  const iterator = ids[Symbol.iterator]();
  let count = 0;
  while (count <= most && !iterator.next().done) count += 1;
  iterator.return?.();
  return count > most;
}

/**
 * The first of several sequences that are allowed, each once, until they are enough or over. Each sequence begins when it is
 * its turn: a statement cannot be read twice at a time.
 */
function firstAllowed(
  sequences: readonly (() => Iterable<number>)[],
  isAllowed: IdTest,
  isEnough: IdTest,
): { readonly ids: readonly number[]; readonly isOver: boolean } {
  const found = new Set<number>();
  for (const ids of sequences) {
    for (const id of ids()) {
      if (found.has(id) || !isAllowed(id)) continue;
      found.add(id);
      if (isEnough(id)) return { ids: [...found], isOver: false };
    }
  }
  return { ids: [...found], isOver: true };
}
