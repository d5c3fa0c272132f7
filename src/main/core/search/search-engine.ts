import { z } from 'zod';
import { maxSearchedLength, type SearchFacets, type TypedValues } from '../../../shared/contract/search';
import { createBoundedMap } from '../../../shared/util/bounded-map';
import { isKnownWord } from '../../../shared/domain/text/is-known-word';
import { singular } from '../../../shared/domain/text/singular';
import { cancelled } from '../../../shared/domain/app-error';
import type { ReadDb } from '../db/open';
import type { DatedFilter } from '../offers/offer-conditions';
import { excerptOf } from './excerpt';
import { findMeaning, type FoundByMeaning } from './find-meaning';
import type { FoundByWords, IdTest } from './find-words';
import { createFollowedOffers } from './followed-offers';
import { inOneOrder, mostFused } from './one-order';
import { enoughFor, firstOf, groupCopies, wholeGroups, type OfferGroup } from './group-copies';
import { idSet } from './id-set';
import { countFacets, countNamed, type CountedSearch } from './search-facets';
import { offeringCompanies } from './offering-companies';
import { readQuery, wantedBy, withoutTerms, type ReadQuery } from './search-query';
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
  /** Of skills and companies those whose names have some words. */
  values(searched: SearchedText, typed: string): TypedValues;
  /** Brings the index up to the database for about so many milliseconds; says whether anything is left to do. */
  update(forMs: number): { readonly isComplete: boolean };
  /** Takes what remains of deleted offers out of a complete index, for about so many milliseconds. */
  tidy(forMs: number): { readonly isDone: boolean };
  close(): void;
}

/** A question waits this long for what has changed; the rest is read while nobody waits. */
const waitMs = 150;

/** Where no more offers have the words than this, one of them may be a slip. */
const fewFound = 3;

/** Throws `cancelled` where nobody waits for the answer any more. */
function heed({ isGivenUp }: SearchedText): void {
  if (isGivenUp?.()) throw cancelled();
}

/** What students can still take. */
const takable = { isTakable: true, isForStudents: true } as const;

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
  readonly isNear: IdTest;
  /** Those nearest of all; all that were found where nothing says how near. */
  readonly isClose: IdTest;
  /** See `FoundOffers`. */
  readonly isOnlyNear: boolean;
}

/** An engine on a connection of its own to the database, and on an index at `indexPath`, which nobody else may write. */
export function createSearchEngine(db: ReadDb, indexPath: string): SearchEngine {
  const offers = createFollowedOffers(db, indexPath);
  const { vectors, columns, filters } = offers;
  const remembered = createBoundedMap<string, Worded>(mostRemembered);
  const rememberedMeanings = createBoundedMap<string, FoundByMeaning>(mostRemembered);

  const update = (forMs: number, { meaning, areCopiesGrouped }: Pick<SearchedText, 'meaning' | 'areCopiesGrouped'>) =>
    offers.update(forMs, { modelId: meaning?.modelId ?? null, hasColumns: areCopiesGrouped === true });
  const wordedBy = (text: string): Worded => {
    const key = `${offers.version} ${text}`;
    const known = remembered.get(key);
    if (known) return known;
    const query = readQuery(offers.index.file, text);
    const worded = { query, byWords: offers.finder.find(query), isCounted: true };
    remembered.set(key, worded);
    return worded;
  };
  /** The first that have the words of a text where there are very many, otherwise all of them. */
  const firstWordedBy = (text: string, isAllowed: IdTest, isEnough: IdTest): Worded => {
    const known = remembered.get(`${offers.version} ${text}`);
    if (known) return known;
    const query = readQuery(offers.index.file, text);
    const ids = offers.finder.first(query, isAllowed, isEnough);
    return ids === null ? wordedBy(text) : { query, byWords: { ids, how: 'every-word' }, isCounted: false };
  };
  const grouped = (ids: readonly number[], { areCopiesGrouped }: SearchedText): readonly OfferGroup[] =>
    areCopiesGrouped ? groupCopies(columns, ids) : ids;
  const atOneMoment = <T>(work: () => T): T => {
    db.prepare('begin').run();
    try {
      return work();
    } catch (error) {
      if (offers.replaceIndex(error)) return work();
      throw error;
    } finally {
      db.prepare('commit').run();
    }
  };

  /** What a text finds by its meaning, whatever the criteria; beside the nearest of a filter, or else of all. */
  const nearTo = (
    text: string,
    vector: Float32Array,
    worded: Worded,
    isLoose: boolean,
    among: DatedFilter | null,
  ): FoundByMeaning => {
    // What a filter keeps changes without a text that does.
    const key = `${among ? `${offers.moment} ${JSON.stringify(among)}` : offers.version} ${text}`;
    const known = rememberedMeanings.get(key);
    if (known) return known;
    const isAmong = among && filters.allowing(among);
    const isNamed = isLoose ? () => true : hasNames(worded);
    const beside = { isLoose, isNamed, hasWorkWords: hasWorkWords(worded.query) };
    const found = findMeaning(vectors, vector, beside, isAmong);
    rememberedMeanings.set(key, found);
    return found;
  };
  /** Whether an offer is found depends on the text alone; of what is found the criteria keep a part. */
  const find = (searched: SearchedText, isAllowed: IdTest, isEnough?: IdTest): Found => {
    const { text, meaning, filter, isNearAmongTakable } = searched;
    const asked = text.slice(0, maxSearchedLength);
    heed(searched);
    const worded = isEnough ? firstWordedBy(asked, isAllowed, isEnough) : wordedBy(asked);
    heed(searched);
    const { query, byWords } = worded;
    if (text.trim() === '')
      return { ...worded, ids: null, isNear: () => false, isClose: () => true, isOnlyNear: false };
    // Words that no offer has together are a description, too.
    const isLoose = query.isDescription || byWords.how !== 'every-word';
    const nearBeside = (among: DatedFilter | null): FoundByMeaning | null =>
      meaning && nearTo(asked, meaning.vector, worded, isLoose, among);
    const byMeaning = nearBeside(isNearAmongTakable ? { ...takable, today: filter.today } : null);
    const nearIds = byMeaning?.ids.filter(isAllowed) ?? [];
    // Of a description single words say little: what has some of them has to be about the same, too.
    const isAbout = byMeaning?.isAbout ?? (() => true);
    const wordIds = byWords.ids.filter((id) => isAllowed(id) && isAbout(id));
    const near = idSet(nearIds);
    const ids = inOneOrder(wordIds, nearIds);
    return {
      ...{ ...worded, ids, isOnlyNear: isNearAmongTakable === true && !areSomeFound(ids, byWords, nearBeside(null)) },
      isNear: (id) => near.has(id),
      isClose: byMeaning?.isClose ?? (() => true),
    };
  };
  /** Of names, such as of a town or a company, meaning knows nothing: an offer near in meaning has to have them. */
  const hasNames = ({ query, byWords, isCounted }: Worded): IdTest => {
    const names = query.parts.filter((part) => part.words.length > 1 || !part.words.every(isOfTheWork));
    if (names.length === 0) return () => true;
    const isAll = isCounted && names.length === query.parts.length && byWords.how === 'every-word';
    const having = idSet(isAll ? byWords.ids : offers.finder.having(names));
    return (id) => having.has(id);
  };

  /** Whether an offer has a word beside those that say on which terms; every offer where there are only these. */
  const hasWorkWords = (query: ReadQuery): IdTest => {
    const asked = withoutTerms(query);
    let having: ReadonlySet<number> | null = null;
    return (id) => asked.parts.length === 0 || (having ??= new Set(offers.finder.find(asked).ids)).has(id);
  };

  /** What a question finds, one group for what was posted several times. */
  const findGroups = (question: SearchQuestion, isAllowed: IdTest) => {
    const { sort, page, isCountedLater = false } = question;
    const isFirst = isCountedLater && sort.by === 'relevance' && sort.direction === 'desc';
    if (isFirst) {
      const end = (page.page + 1) * page.pageSize;
      const rowOf = (id: number): number => (question.areCopiesGrouped ? columns.copy.codeOf(id) : id);
      const first = find(question, isAllowed, enoughFor(end, mostFused, rowOf));
      const groups = grouped(inWantedOrder(first.ids, question), question);
      if (first.isCounted || groups.length >= end) return { ...first, groups };
    }
    const found = find(question, isAllowed);
    return { ...found, groups: grouped(inWantedOrder(found.ids, question), question) };
  };

  const countedBy = (searched: SearchedText): CountedSearch => {
    offers.update(waitMs, { modelId: searched.meaning?.modelId ?? null, hasColumns: true });
    // Found without a filter: each count leaves another criterion aside.
    const { ids } = find(searched, () => true);
    const { filter, areCopiesGrouped = false } = searched;
    return { columns, filters, filter, found: ids, areCopiesGrouped, heed: () => heed(searched) };
  };

  return {
    search: (question) =>
      atOneMoment(() => {
        const { text, filter, page } = question;
        const isComplete = update(waitMs, question);
        const { finder, index } = offers;
        const isAllowed = filters.allowing(filter);
        const { query, byWords, ids, isNear, isOnlyNear, isCounted, groups } = findGroups(question, isAllowed);
        const onPage = groups.slice(page.page * page.pageSize, (page.page + 1) * page.pageSize);
        const isWhole = isCounted || !question.areCopiesGrouped;
        const shownGroups = isWhole ? onPage : wholeGroups(columns, onPage, isAllowed);
        const shown = shownGroups.map(firstOf);
        const worded = idSet(byWords.ids);
        const hasWords = (id: number): boolean => worded.has(id) || (!isCounted && finder.has(query.parts, id));
        const isWanted = wantedBy(query);
        // A slip that an offer shares finds just that offer.
        const isDoubtful = byWords.how !== 'every-word' || (isCounted && byWords.ids.length <= fewFound);
        const texts = textsOf(db, shown);
        return {
          ...{ total: groups.length, isCounted, isOnlyNear },
          byMeaning: ids === null || !isCounted ? 0 : countOf(groups, (id) => isNear(id) && !worded.has(id)),
          words: query.parts.length === 0 ? 'no-words' : byWords.how,
          suggestion: isDoubtful && !query.isDescription ? suggest(index.file, finder, query, text) : null,
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
              foundBy: ids === null ? null : foundBy(hasWords(id), isNear(id)),
              titleWords: ids === null ? [] : placesOf(known.title, isWanted),
              excerpt: ids === null ? { text: '', words: [] } : excerptOf(known.description, isWanted),
            };
          }),
        };
      }),
    ids: (question) =>
      atOneMoment(() => {
        update(waitMs, question);
        const { ids } = find(question, filters.allowing(question.filter));
        return grouped(inWantedOrder(ids, question), question).map(firstOf);
      }),
    companies: (searched) =>
      atOneMoment(() => {
        update(waitMs, searched);
        const { ids, isClose } = find(searched, filters.allowing(searched.filter));
        return offeringCompanies(db, (ids ?? []).filter(isClose), searched.filter.today);
      }),
    facets: (searched) => atOneMoment(() => countFacets(countedBy(searched))),
    values: (searched, typed) => atOneMoment(() => countNamed(countedBy(searched), typed)),
    update: (forMs) =>
      atOneMoment(() => {
        // Most likely the model that will be asked for; another one is read when it is.
        const newest = "select model_id from embedding where owner_kind = 'offer' order by id desc limit 1";
        const modelId = db.prepare<string>(newest).pluck().get() ?? null;
        return { isComplete: offers.update(forMs, { modelId, hasColumns: true }) };
      }),
    tidy: (forMs) => atOneMoment(() => offers.index.tidy(performance.now() + forMs)),
    close: () => offers.close(),
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

/** Whether some of these are found beside the nearest of all offers, too; true of none. */
function areSomeFound(ids: readonly number[], byWords: FoundByWords, beside: FoundByMeaning | null): boolean {
  if (beside === null || ids.length === 0) return true;
  const near = idSet(beside.ids);
  const worded = idSet(byWords.ids);
  return ids.some((id) => near.has(id) || (worded.has(id) && beside.isAbout(id)));
}

function countOf(groups: readonly OfferGroup[], isCounted: (id: number) => boolean): number {
  let count = 0;
  for (const group of groups) if (isCounted(firstOf(group))) count += 1;
  return count;
}

/** Words of trades, and those on which terms: meaning knows the first and cannot be asked for the others. */
function isOfTheWork(word: string): boolean {
  return (isKnownWord(word) || isKnownWord(singular(word))) && !isTerm(word);
}

function foundBy(byWords: boolean, byMeaning: boolean): 'words' | 'meaning' | 'both' {
  if (byWords && byMeaning) return 'both';
  return byWords ? 'words' : 'meaning';
}
