import { maxSearchedLength, type OfferingCompany, type SearchFacets } from '../../../shared/contract/search';
import { isKnownWord } from '../../../shared/domain/text/is-known-word';
import type { ReadDb } from '../db/open';
import { excerptOf } from './excerpt';
import { createFilterKeeper } from './filter-keeper';
import { createWordFinder, type FoundByWords } from './find-words';
import { fuse } from './fuse';
import { countFacets } from './search-facets';
import { offeringCompanies } from './offering-companies';
import { createOfferVectors } from './offer-vectors';
import { openSearchIndex } from './search-index';
import { readQuery, wantedBy, type ReadQuery } from './search-query';
import type { SearchAnswer, SearchedText, SearchQuestion } from './search-question';
import { isTerm, placesOf } from './search-words';
import { suggest } from './suggest';

/** Looks for offers by words and by meaning. */
export interface SearchEngine {
  search(question: SearchQuestion): SearchAnswer;
  companies(searched: SearchedText): OfferingCompany[];
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
/** What words of a description find has to be at least so near; so many offers are compared by that. */
const leastAbout = 0.2;
const mostAbout = 1_000;
/** So many offers found by words are put in one order with those found by meaning; the others follow. */
const mostFused = 1_000;

interface Found {
  readonly query: ReadQuery;
  readonly byWords: FoundByWords;
  /** All that were found, the best first; null when nothing was looked for. */
  readonly ids: readonly number[] | null;
  readonly nearIds: ReadonlySet<number>;
}

/** An engine on a connection of its own to the database, and on an index at `indexPath`, which nobody else may write. */
export function createSearchEngine(db: ReadDb, indexPath: string): SearchEngine {
  const index = openSearchIndex(indexPath);
  const finder = createWordFinder(index.file);
  const vectors = createOfferVectors();
  const filters = createFilterKeeper(db);
  const vectorBlocks = new Map<number, number>();
  let vectorModel: string | null = null;
  let seen: number | null = null;
  let vectorsSeen: number | null = null;
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
  const atOneMoment = <T>(work: () => T): T => {
    db.prepare('begin').run();
    try {
      return work();
    } finally {
      db.prepare('commit').run();
    }
  };

  const find = ({ text, meaning }: SearchedText, isAllowed: (id: number) => boolean): Found => {
    const query = readQuery(index.file, text.slice(0, maxSearchedLength));
    const byWords = finder.find(query);
    if (text.trim() === '') return { query, byWords, ids: null, nearIds: new Set() };
    // Words that no offer has together are a description, too.
    const isLoose = query.isDescription || byWords.how !== 'every-word';
    const { most, least, leastPart } = isLoose ? nearDescription : nearKeywords;
    const isNamed = isLoose ? isAllowed : allowedByNames(query, isAllowed);
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
    return { query, byWords, ids: [...fused, ...rest], nearIds: new Set(nearIds) };
  };
  /**
   * Of names, such as of a town or a company, meaning knows nothing: an offer near in meaning has to have them.
   */
  const allowedByNames = (query: ReadQuery, isAllowed: (id: number) => boolean): ((id: number) => boolean) => {
    const names = query.parts.filter((part) => part.words.length > 1 || !part.words.every(isOfTheWork));
    if (names.length === 0) return isAllowed;
    const having = new Set(finder.having(names));
    return (id) => having.has(id) && isAllowed(id);
  };

  return {
    search: (question) =>
      atOneMoment(() => {
        const { text, filter, page, meaning } = question;
        update(waitMs, meaning?.modelId ?? null);
        const isAllowed = filters.allowing(filter);
        const { query, byWords, ids, nearIds } = find(question, isAllowed);
        const ordered = inWantedOrder(ids, question);
        const shown = ordered.slice(page.page * page.pageSize, (page.page + 1) * page.pageSize);
        const worded = new Set(byWords.ids);
        const isWanted = wantedBy(query);
        const isUnknown = query.parts.length > 0 && byWords.how !== 'every-word' && !query.isDescription;
        const texts = textsOf(db, shown);
        return {
          total: ordered.length,
          byMeaning: (ids ?? []).reduce((count, id) => count + (worded.has(id) ? 0 : 1), 0),
          words: query.parts.length === 0 ? 'no-words' : byWords.how,
          suggestion: isUnknown ? suggest(index.file, finder, query, text) : null,
          isComplete,
          found: shown.flatMap((id) => {
            const known = texts.get(id);
            if (!known) return [];
            return {
              id,
              foundBy: ids === null ? null : foundBy(worded.has(id), nearIds.has(id)),
              titleWords: ids === null ? [] : placesOf(known.title, isWanted),
              excerpt: ids === null ? { text: '', words: [] } : excerptOf(known.description, isWanted),
            };
          }),
        };
      }),
    companies: (searched) =>
      atOneMoment(() => {
        update(waitMs, searched.meaning?.modelId ?? null);
        const { ids } = find(searched, filters.allowing(searched.filter));
        return offeringCompanies(db, ids ?? [], searched.filter.today);
      }),
    facets: (searched) =>
      atOneMoment(() => {
        update(waitMs, searched.meaning?.modelId ?? null);
        // Found without a filter: each count leaves another criterion aside.
        const { ids } = find(searched, () => true);
        return countFacets(filters, searched.filter, ids);
      }),
    update: (forMs) =>
      atOneMoment(() => {
        // Most likely the model that will be asked for; another one is read when it is.
        const newest = "select model_id from embedding where owner_kind = 'offer' order by id desc limit 1";
        update(forMs, db.prepare<string>(newest).pluck().get() ?? null);
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

/** Words of trades, and those on which terms: meaning knows the first and cannot be asked for the others. */
function isOfTheWork(word: string): boolean {
  return isKnownWord(word) && !isTerm(word);
}

function foundBy(byWords: boolean, byMeaning: boolean): 'words' | 'meaning' | 'both' {
  if (byWords && byMeaning) return 'both';
  return byWords ? 'words' : 'meaning';
}

interface ShownTexts {
  readonly id: number;
  readonly title: string;
  readonly description: string;
}

function textsOf(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, ShownTexts> {
  const rows = db
    .prepare<ShownTexts, [string]>(
      'select o.id, o.title, o.description from json_each(?) w cross join offer o on o.id = w.value',
    )
    .all(JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, row]));
}
