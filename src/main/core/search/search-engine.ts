import { z } from 'zod';
import { maxSearchedLength, type SearchFacets } from '../../../shared/contract/search';
import { createBoundedMap } from '../../../shared/util/bounded-map';
import { isKnownWord } from '../../../shared/domain/text/is-known-word';
import type { ReadDb } from '../db/open';
import { createCountedColumns } from './counted-columns';
import { excerptOf } from './excerpt';
import { createFilterKeeper } from './filter-keeper';
import { createWordFinder, type FoundByWords, type IdTest } from './find-words';
import { enoughFor, firstOf, groupCopies, wholeGroups, type OfferGroup } from './group-copies';
import { idSet } from './id-set';
import { fuse } from './fuse';
import { countFacets } from './search-facets';
import { offeringCompanies } from './offering-companies';
import { createOfferVectors } from './offer-vectors';
import { openSearchIndex } from './search-index';
import { readQuery, wantedBy, type ReadQuery } from './search-query';
import type { FoundCompany, SearchAnswer, SearchedText, SearchQuestion } from './search-question';
import { isTerm, placesOf } from './search-words';
import { textsOf } from './shown-texts';
import { suggest } from './suggest';

/** Looks for offers by words and by meaning. */
export interface SearchEngine {
  search(question: SearchQuestion): SearchAnswer;
  /** All that a question finds, in its order, whatever its page. */
  ids(question: SearchQuestion): readonly number[];
  companies(searched: SearchedText): FoundCompany[];
  facets(searched: SearchedText): SearchFacets;
  /** Brings the index up to the database for about so many milliseconds; says whether anything is left to do. */
  update(forMs: number): { readonly isComplete: boolean };
  close(): void;
}

/** A question waits this long for what has changed; the rest is read while nobody waits. */
const waitMs = 400;

/**
 * How near a meaning has to be: by itself, and as a part of the nearest. Set by what the sample university's searches find
 * (tests/integration/search.test.ts): further down offers of other trades come in.
 */
const nearKeywords = { most: 60, least: 0.42, leastPart: 0.75 } as const;
const nearDescription = { most: 200, least: 0.3, leastPart: 0.65 } as const;
/** Companies are named for offers of the same work: what merely shares words with a wish names somebody of another trade. */
const leastPartOfCompanies = 0.72;
/** What words of a description find has to be at least so near; so many offers are compared by that. */
const leastAbout = 0.2;
const mostAbout = 1_000;
/** So many offers found by words are put in one order with those found by meaning; the others follow. */
const mostFused = 1_000;

/** While somebody filters and turns pages the same words are looked for again and again. */
const mostRemembered = 16;
/** What a text asks for, and what has its words. */
interface Worded {
  readonly query: ReadQuery;
  readonly byWords: FoundByWords;
  /** False when only the first of those that have the words are known, as many as are put in order with others. */
  readonly isCounted: boolean;
}

interface Found extends Worded {
  /** All that were found, the best first; null when nothing was looked for. */
  readonly ids: readonly number[] | null;
  readonly nearIds: ReadonlySet<number>;
  /** Those nearest of all; all that were found where nothing says how near. */
  readonly closeIds: ReadonlySet<number> | null;
}

/** An engine on a connection of its own to the database, and on an index at `indexPath`, which nobody else may write. */
export function createSearchEngine(db: ReadDb, indexPath: string): SearchEngine {
  const index = openSearchIndex(indexPath);
  const finder = createWordFinder(index.file);
  const vectors = createOfferVectors();
  const filters = createFilterKeeper(db);
  const columns = createCountedColumns();
  const remembered = createBoundedMap<string, Worded>(mostRemembered);
  const vectorBlocks = new Map<number, number>();
  let vectorModel: string | null = null;
  let seen: number | null = null;
  let vectorsSeen: number | null = null;
  let columnsSeen: number | null = null;
  let isComplete = false;

  const readVectors = (modelId: string): void => {
    if (vectorModel !== modelId) {
      vectors.clear();
      vectorBlocks.clear();
      vectorModel = modelId;
    }
    const rows = db
      .prepare<{ block: number; changes: number }>('select block, changes from offer_block where block >= 0')
      .all();
    for (const { block, changes } of rows) {
      if (vectorBlocks.get(block) === changes) continue;
      vectors.read(db, modelId, block << 8, (block << 8) + 255);
      vectorBlocks.set(block, changes);
    }
  };
  /** Reads what changed; vectors only of the model that is asked for. */
  const update = (forMs: number, modelId: string | null): void => {
    const version = db.prepare<number>('select data_version from pragma_data_version').pluck().get() ?? 0;
    if (version !== seen) filters.forget();
    if (version !== seen || !isComplete) isComplete = index.update(db, performance.now() + forMs).isComplete;
    seen = version;
    if (modelId === null || (version === vectorsSeen && modelId === vectorModel)) return;
    readVectors(modelId);
    vectorsSeen = version;
  };
  const upToDateColumns = (): typeof columns => {
    if (columnsSeen !== seen) columns.update(db);
    columnsSeen = seen;
    return columns;
  };
  const wordedBy = (text: string): Worded => {
    const key = `${index.version} ${text}`;
    const known = remembered.get(key);
    if (known) return known;
    const query = readQuery(index.file, text);
    const worded = { query, byWords: finder.find(query), isCounted: true };
    remembered.set(key, worded);
    return worded;
  };
  /** The first that have the words of a text where there are very many, otherwise all of them. */
  const firstWordedBy = (text: string, isAllowed: IdTest, isEnough: IdTest): Worded => {
    const known = remembered.get(`${index.version} ${text}`);
    if (known) return known;
    const query = readQuery(index.file, text);
    const ids = finder.first(query, isAllowed, isEnough);
    return ids === null ? wordedBy(text) : { query, byWords: { ids, how: 'every-word' }, isCounted: false };
  };
  const grouped = (ids: readonly number[], { areCopiesGrouped }: SearchedText): readonly OfferGroup[] =>
    areCopiesGrouped ? groupCopies(upToDateColumns(), ids) : ids;
  const atOneMoment = <T>(work: () => T): T => {
    db.prepare('begin').run();
    try {
      return work();
    } finally {
      db.prepare('commit').run();
    }
  };

  const find = ({ text, meaning }: SearchedText, isAllowed: IdTest, isEnough?: IdTest): Found => {
    const asked = text.slice(0, maxSearchedLength);
    const worded = isEnough ? firstWordedBy(asked, isAllowed, isEnough) : wordedBy(asked);
    const { query, byWords } = worded;
    if (text.trim() === '') return { ...worded, ids: null, nearIds: new Set(), closeIds: null };
    // Words that no offer has together are a description, too.
    const isLoose = query.isDescription || byWords.how !== 'every-word';
    const { most, least, leastPart } = isLoose ? nearDescription : nearKeywords;
    const isNamed = isLoose || !meaning ? isAllowed : allowedByNames(worded, isAllowed);
    const about = meaning && isLoose ? vectors.nearest(meaning.vector, mostAbout, leastAbout, isNamed) : null;
    const near = about ?? (meaning ? vectors.nearest(meaning.vector, most, least, isNamed) : []);
    const farthest = Math.max(least, (near[0]?.cosine ?? 0) * leastPart);
    const nearIds = near.flatMap(({ id, cosine }) => (cosine >= farthest ? [id] : [])).slice(0, most);
    // Of a description single words say little: what has some of them has to be about the same, too.
    const isAbout = about && new Set(about.map(({ id }) => id));
    const wordIds = byWords.ids.filter((id) => isAllowed(id) && (isAbout === null || isAbout.has(id)));
    const fused = fuse([wordIds.slice(0, mostFused), nearIds]);
    const isFused = new Set(fused);
    const rest = wordIds.slice(mostFused).filter((id) => !isFused.has(id));
    const closest = Math.max(least, (near[0]?.cosine ?? 0) * leastPartOfCompanies);
    const closeIds = meaning ? new Set(near.flatMap(({ id, cosine }) => (cosine >= closest ? [id] : []))) : null;
    return { ...worded, ids: fused.concat(rest), nearIds: new Set(nearIds), closeIds };
  };
  /**
   * Of names, such as of a town or a company, meaning knows nothing: an offer near in meaning has to have them.
   */
  const allowedByNames = ({ query, byWords, isCounted }: Worded, isAllowed: IdTest): IdTest => {
    const names = query.parts.filter((part) => part.words.length > 1 || !part.words.every(isOfTheWork));
    if (names.length === 0) return isAllowed;
    const isAll = isCounted && names.length === query.parts.length && byWords.how === 'every-word';
    const having = idSet(isAll ? byWords.ids : finder.having(names));
    return (id) => having.has(id) && isAllowed(id);
  };

  /** What a question finds, one group for what was posted several times. */
  const findGroups = (question: SearchQuestion, isAllowed: IdTest) => {
    const { sort, page, isCountedLater = false } = question;
    const isFirst = isCountedLater && sort.by === 'relevance' && sort.direction === 'desc';
    if (isFirst) {
      const end = (page.page + 1) * page.pageSize;
      const rowOf = (id: number): number => (question.areCopiesGrouped ? upToDateColumns().copy.codeOf(id) : id);
      const first = find(question, isAllowed, enoughFor(end, mostFused, rowOf));
      const groups = grouped(inWantedOrder(first.ids, question), question);
      if (first.isCounted || groups.length >= end) return { ...first, groups };
    }
    const found = find(question, isAllowed);
    return { ...found, groups: grouped(inWantedOrder(found.ids, question), question) };
  };

  return {
    search: (question) =>
      atOneMoment(() => {
        const { text, filter, page, meaning } = question;
        update(waitMs, meaning?.modelId ?? null);
        const isAllowed = filters.allowing(filter);
        const { query, byWords, ids, nearIds, isCounted, groups } = findGroups(question, isAllowed);
        const onPage = groups.slice(page.page * page.pageSize, (page.page + 1) * page.pageSize);
        const isWhole = isCounted || !question.areCopiesGrouped;
        const shownGroups = isWhole ? onPage : wholeGroups(columns, onPage, isAllowed);
        const shown = shownGroups.map(firstOf);
        const worded = those(byWords.ids, new Set([...shown, ...nearIds]));
        const hasWords = (id: number): boolean => worded.has(id) || (!isCounted && finder.has(query.parts, id));
        const isWanted = wantedBy(query);
        const isUnknown = query.parts.length > 0 && byWords.how !== 'every-word' && !query.isDescription;
        const texts = textsOf(db, shown);
        return {
          ...{ total: groups.length, isCounted },
          byMeaning: ids === null || !isCounted ? 0 : countOf(groups, (id) => nearIds.has(id) && !worded.has(id)),
          words: query.parts.length === 0 ? 'no-words' : byWords.how,
          suggestion: isUnknown ? suggest(index.file, finder, query, text) : null,
          isComplete,
          found: shownGroups.flatMap((group) => {
            const id = firstOf(group);
            const known = texts.get(id);
            if (!known) return [];
            return {
              ...{
                id,
                group: typeof group === 'number' ? [group] : group,
                skills: z.array(z.string()).parse(JSON.parse(known.skills)),
              },
              ...{ seniority: known.seniority, isSeniorityRead: known.isSeniorityRead === 1 },
              foundBy: ids === null ? null : foundBy(hasWords(id), nearIds.has(id)),
              titleWords: ids === null ? [] : placesOf(known.title, isWanted),
              excerpt: ids === null ? { text: '', words: [] } : excerptOf(known.description, isWanted),
            };
          }),
        };
      }),
    ids: (question) =>
      atOneMoment(() => {
        update(waitMs, question.meaning?.modelId ?? null);
        const { ids } = find(question, filters.allowing(question.filter));
        return grouped(inWantedOrder(ids, question), question).map(firstOf);
      }),
    companies: (searched) =>
      atOneMoment(() => {
        update(waitMs, searched.meaning?.modelId ?? null);
        const { ids, closeIds } = find(searched, filters.allowing(searched.filter));
        const close = (ids ?? []).filter((id) => closeIds === null || closeIds.has(id));
        return offeringCompanies(db, close, searched.filter.today);
      }),
    facets: (searched) =>
      atOneMoment(() => {
        update(waitMs, searched.meaning?.modelId ?? null);
        // Found without a filter: each count leaves another criterion aside.
        const { ids } = find(searched, () => true);
        const { filter, areCopiesGrouped = false } = searched;
        return countFacets({ columns: upToDateColumns(), filters, filter, found: ids, areCopiesGrouped });
      }),
    update: (forMs) =>
      atOneMoment(() => {
        // Most likely the model that will be asked for; another one is read when it is.
        const newest = "select model_id from embedding where owner_kind = 'offer' order by id desc limit 1";
        update(forMs, db.prepare<string>(newest).pluck().get() ?? null);
        if (isComplete) upToDateColumns();
        return { isComplete };
      }),
    close: () => index.close(),
  };

  function inWantedOrder(ids: readonly number[] | null, { filter, sort }: SearchQuestion): readonly number[] {
    if (sort.by === 'relevance') {
      const best = ids ?? filters.ordered(filter, { by: 'postedOn', direction: 'desc' });
      return sort.direction === 'desc' ? best : best.toReversed();
    }
    const ordered = filters.ordered(filter, { by: sort.by, direction: sort.direction });
    if (ids === null) return ordered;
    const isFound = new Set(ids);
    return ordered.filter((id) => isFound.has(id));
  }
}

/** Those of some ids that are among others. */
function those(ids: readonly number[], others: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  for (const id of ids) if (others.has(id)) found.add(id);
  return found;
}

function countOf(groups: readonly OfferGroup[], isCounted: (id: number) => boolean): number {
  let count = 0;
  for (const group of groups) if (isCounted(firstOf(group))) count += 1;
  return count;
}

/** Words of trades, and those on which terms: meaning knows the first and cannot be asked for the others. */
function isOfTheWork(word: string): boolean {
  return isKnownWord(word) && !isTerm(word);
}

function foundBy(byWords: boolean, byMeaning: boolean): 'words' | 'meaning' | 'both' {
  if (byWords && byMeaning) return 'both';
  return byWords ? 'words' : 'meaning';
}
