import type { z } from 'zod';
import type { OfferingCompany, search, TypedValues } from '../../../shared/contract/search';
import type { OfferFilter } from '../../../shared/contract/offers';
import { AppError } from '../../../shared/domain/app-error';
import type { OfferId } from '../../../shared/domain/ids';
import type { PageRequest } from '../../../shared/domain/page';
import { localDay } from '../../../shared/util/local-day';
import { packIds } from '../../../shared/util/packed-ids';
import type { CompanyService } from '../companies/company-service';
import { openReadConnection, type ReadConnection } from '../db/open-in-thread';
import type { Database } from '../db/open';
import { embedTexts, type EmbeddingService } from '../embeddings/embedding-service';
import type { OfferService } from '../offers/offer-service';
import type { Clock, Embedder, SearchThread } from '../ports';
import type { SettingService } from '../settings/setting-service';
import { indexInMemory, indexPathOf } from './index-file';
import { createSearchEngine, type SearchEngine } from './search-engine';
import type { FoundMarks, SearchedText, SearchPlace, SearchQuestion } from './search-question';
import { wishText } from './wish-text';

type Found = z.input<typeof search.offers.output>;
type Arrivals = z.input<typeof search.arrivals.output>;

/** What a person looks for, and the criteria beside it. */
export interface Searched {
  readonly text: string;
  readonly filter: Omit<OfferFilter, 'text'>;
  readonly areCopiesGrouped?: true | undefined;
  readonly isNearAmongTakable?: true | undefined;
}

export interface SearchService {
  /** The offers that a text finds; all for an empty one. Without a model that works, by words alone. */
  offers(
    request: Searched & PageRequest & Pick<SearchQuestion, 'sort' | 'isCountedLater'>,
    signal: AbortSignal,
  ): Promise<Found>;
  /** The ids of all offers that a text finds, in the order asked for. */
  ids(request: Searched & Pick<SearchQuestion, 'sort'>, signal: AbortSignal): Promise<readonly OfferId[]>;
  /** How many of them were stored since a moment (ISO 8601, UTC). */
  arrivals(request: Searched & { readonly since: string }, signal: AbortSignal): Promise<Arrivals>;
  companies(searched: Searched, signal: AbortSignal): Promise<OfferingCompany[]>;
  facets(searched: Searched, signal: AbortSignal): Promise<z.input<typeof search.facets.output>>;
  values(searched: Searched & { readonly typed: string }, signal: AbortSignal): Promise<TypedValues>;
  /** To be called when offers may have changed: the index follows once nothing has changed for some seconds. */
  followSoon(): void;
  dispose(): Promise<void>;
}

export interface SearchParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly embedder: Embedder;
  readonly embeddingService: Pick<EmbeddingService, 'model'>;
  readonly offerService: Pick<OfferService, 'list' | 'ids'>;
  readonly companyService: Pick<CompanyService, 'approaches'>;
  readonly settingService: Pick<SettingService, 'get'>;
  readonly thread: SearchThread | undefined;
  /** Gets what kept the index from following. */
  readonly report: (error: unknown) => void;
}

const byRelevance = { by: 'relevance', direction: 'desc' } as const;

/** Longer than an import goes on without storing, and an editor without saving. */
const pauseMs = 4_000;
/** So long the index is read at a time; questions come in between. */
const stretchMs = 100;
/** Counts and files wait no longer than so many for offers that came in. */
const mostStretches = 20;
/** What was erased leaves the index within a day, whether anything changes meanwhile or not. */
const dayMs = 24 * 60 * 60 * 1_000;

export function createSearchService(parts: SearchParts): SearchService {
  const { database, clock, embedder, embeddingService, offerService, companyService, settingService, report } = parts;
  const indexPath = database.isReadOnly ? indexInMemory : indexPathOf(database.path);
  const own = parts.thread ? null : searchHere();
  const thread = parts.thread ?? own?.thread;
  if (!thread) throw new Error('There is a thread, or a connection.');
  const place = { databasePath: database.path, indexPath };
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let following: Promise<void> | null = null;

  const meaningOf = async (text: string, signal: AbortSignal): Promise<SearchedText['meaning']> => {
    const prepared = wishText(text);
    if (prepared === null) return null;
    try {
      const model = await embeddingService.model(signal);
      return { modelId: model.id, vector: await embedTexts(embedder, model, [prepared], signal) };
    } catch (error) {
      // Words are found all the same; what is wrong with the model is told where the model is shown.
      if (error instanceof AppError && error.code === 'unavailable') return null;
      throw error;
    }
  };
  const searchedOf = async (
    { text, filter, areCopiesGrouped, isNearAmongTakable }: Searched,
    signal: AbortSignal,
  ): Promise<SearchedText> => ({
    ...{ text, meaning: await meaningOf(text, signal), areCopiesGrouped, isNearAmongTakable },
    filter: { ...filter, today: localDay(clock.now()) },
  });
  /** Reads what changed, a stretch at a time, so many at most: other questions come in between. */
  const catchUp = async (signal: AbortSignal, most = Infinity): Promise<void> => {
    let isComplete = false;
    for (let stretch = 0; stretch < most && !isComplete && !signal.aborted; stretch += 1)
      ({ isComplete } = await thread.update(place, stretchMs, signal));
  };
  const ids: SearchService['ids'] = async ({ sort, ...searched }, signal) => {
    const question = { ...(await searchedOf(searched, signal)), sort, page: { page: 0, pageSize: 1 } };
    await catchUp(signal, mostStretches);
    return (await thread.ids(place, question, signal)) as readonly OfferId[]; // Ids of offers, as their table has them.
  };
  const follow = async (): Promise<void> => {
    await catchUp(closing.signal);
    let isDone = false;
    while (!isDone && !closing.signal.aborted) ({ isDone } = await thread.tidy(place, stretchMs, closing.signal));
  };
  const followIn = (ms: number): void => {
    if (closing.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      following ??= follow()
        .catch((error: unknown) => {
          if (!closing.signal.aborted) report(error);
        })
        .finally(() => {
          following = null;
          followIn(dayMs);
        });
    }, ms);
    timer.unref();
  };

  return {
    async offers({ sort, page, pageSize, isCountedLater, ...searched }, signal) {
      const question = { ...(await searchedOf(searched, signal)), sort, page: { page, pageSize }, isCountedLater };
      const { found, ...answer } = await thread.search(place, question, signal);
      // The rest is read at once: not each question that somebody types meanwhile is to wait for a part of it.
      if (!answer.isComplete) followIn(0);
      return { ...answer, rows: rowsOf(offerService, found) };
    },
    ids,
    async arrivals({ since, ...searched }, signal) {
      const { createdFrom = since } = searched.filter;
      const filter = { ...searched.filter, createdFrom: createdFrom > since ? createdFrom : since };
      // Hardly ever has anything come in, and without reading a text that can be told.
      if (offerService.ids(filter, 1).length === 0) return { count: 0 };
      return { count: (await ids({ ...searched, filter, sort: byRelevance }, signal)).length };
    },
    async companies(searched, signal) {
      const found = await thread.companies(place, await searchedOf(searched, signal), signal);
      const approaches = companyService.approaches(
        found.map(({ companyId }) => companyId),
        settingService.get().contactAccess,
      );
      return found.map((company) => ({ ...company, approach: approaches.get(company.companyId) ?? null }));
    },
    async facets(searched, signal) {
      const asked = await searchedOf(searched, signal);
      await catchUp(signal, mostStretches);
      return thread.facets(place, asked, signal);
    },
    values: async ({ typed, ...searched }, signal) =>
      thread.values(place, await searchedOf(searched, signal), typed, signal),
    followSoon: () => followIn(pauseMs),
    async dispose() {
      closing.abort();
      clearTimeout(timer);
      await following;
      own?.close();
    },
  };
}

/** The rows of the list of offers for what was found, in its order; an offer that has just gone is left out. */
function rowsOf(offerService: SearchParts['offerService'], found: readonly FoundMarks[]): Found['rows'] {
  if (found.length === 0) return [];
  const { rows } = offerService.list({
    ...{ filter: { among: packIds(found.map(({ id }) => id)).text }, page: 0, pageSize: found.length },
    sort: { by: 'postedOn', direction: 'desc' },
  });
  const byId = new Map<number, (typeof rows)[number]>(rows.map((row) => [row.id, row]));
  return found.flatMap(({ titleWords, group, ...marks }) => {
    const row = byId.get(marks.id);
    if (!row) return [];
    // A title that changed in this moment has other words.
    const copies = group.length > 1 ? { count: group.length, offers: packIds(group).text } : null;
    return [{ ...marks, ...row, copies, titleWords: titleWords.filter(({ end }) => end <= row.title.length) }];
  });
}

/** The same without a thread, on a connection that opens with the first question. */
function searchHere(): { readonly thread: SearchThread; readonly close: () => void } {
  let opened: { readonly connection: ReadConnection; readonly engine: SearchEngine } | null = null;
  const engineOf = ({ databasePath, indexPath }: SearchPlace): SearchEngine => {
    if (opened === null) {
      const connection = openReadConnection(databasePath);
      opened = { connection, engine: createSearchEngine(connection.read, indexPath) };
    }
    return opened.engine;
  };
  return {
    thread: {
      search: async (place, question) => await Promise.resolve(engineOf(place).search(question)),
      ids: async (place, question) => await Promise.resolve(engineOf(place).ids(question)),
      companies: async (place, searched) => await Promise.resolve(engineOf(place).companies(searched)),
      facets: async (place, searched) => await Promise.resolve(engineOf(place).facets(searched)),
      values: async (place, searched, typed) => await Promise.resolve(engineOf(place).values(searched, typed)),
      update: async (place, forMs) => await Promise.resolve(engineOf(place).update(forMs)),
      tidy: async (place, forMs) => await Promise.resolve(engineOf(place).tidy(forMs)),
    },
    close() {
      opened?.engine.close();
      opened?.connection.close();
      opened = null;
    },
  };
}
