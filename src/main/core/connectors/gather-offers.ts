import type { Asked } from '../../../shared/contract/connectors';
import type { OfferService } from '../../../shared/domain/import';
import { serviceQuestionSchema, type ServiceQuestion } from '../../../shared/domain/service-question';
import { openAdzuna } from './adzuna';
import type { AskedCounter } from './asked-counter';
import type { ConnectorStore, StoredService } from './connector-store';
import { openFranceTravail } from './france-travail';
import type { OwnOffer } from './own-offers';
import { idOf, type Ask, type ServiceKeys, type ServiceSession } from './service-asker';

/** With what a service is asked, and the open offers of ours that came from it. */
export interface Gathering {
  readonly ask: Ask;
  readonly keys: ServiceKeys;
  readonly counter: AskedCounter;
  readonly store: ConnectorStore;
  readonly own: readonly OwnOffer[];
}

/** All that came of a question or a refresh. */
export interface Gathered {
  readonly offers: readonly unknown[];
  /** Offers of ours that the service has no longer. */
  readonly gone: readonly OwnOffer[];
  /** How many offers the service has for what was asked. */
  readonly found: number;
  /** What is to be remembered of questions; null where nothing is. */
  readonly seen: StoredService['questions'] | null;
}

type Steps = AsyncGenerator<Pick<Asked, 'done' | 'total'>, Gathered>;

/** So many questions are remembered, for asking again what became of their offers. */
const keptQuestions = 10;

/** Everything that a service answers to a question, page by page; refused before the second one where it is too much for today. */
export async function* searched(gathering: Gathering, service: OfferService, question: ServiceQuestion): Steps {
  const { ask, keys } = gathering;
  const isAdzuna = service === 'adzuna';
  const session = isAdzuna ? openAdzuna(ask, keys, question) : await openFranceTravail(ask, keys, question);
  const { offers, found } = yield* allPages(session, gathering.counter, { before: isAdzuna ? 0 : 1 });
  const seen = isAdzuna ? withQuestion(gathering.store.of(service).questions, question, [...offers.keys()]) : null;
  return { offers: [...offers.values()], gone: [], found, seen };
}

/** Asks France Travail for each offer of ours by its reference. */
export async function* refreshedFranceTravail({ ask, keys, counter, own }: Gathering): Steps {
  if (own.length === 0) return { offers: [], gone: [], found: 0, seen: null };
  counter.expect(own.length + 1);
  const total = own.length + 1;
  const service = await openFranceTravail(ask, keys, null);
  const offers: unknown[] = [];
  const gone: OwnOffer[] = [];
  for (const [index, offer] of own.entries()) {
    yield { done: index + 1, total };
    const now = await service.offer(offer.externalId);
    if (now === null) gone.push(offer);
    else offers.push(now);
  }
  return { offers, gone, found: offers.length, seen: null };
}

/**
 * Adzuna answers no question for one offer: those of before are asked again, for offers of any age. What came for a question
 * and is not among all that comes now has gone. Where Adzuna has more than is taken, nothing is said of what is missing.
 */
export async function* refreshedAdzuna({ ask, keys, counter, store, own }: Gathering): Steps {
  const { questions } = store.of('adzuna');
  const present = new Map<string, unknown>();
  const missing = new Set<string>();
  let done = 0;
  for (const { key, seen } of questions) {
    const session = openAdzuna(ask, keys, serviceQuestionSchema.parse(JSON.parse(key)));
    const { offers, found, requests } = yield* allPages(session, counter, { before: done });
    done += requests;
    for (const [id, offer] of offers) present.set(id, offer);
    if (found <= offers.size) for (const id of seen) if (!offers.has(id)) missing.add(id);
  }
  const ours = new Map(own.map((offer) => [offer.externalId, offer]));
  const offers = [...present].filter(([id]) => ours.has(id)).map(([, offer]) => offer);
  const gone = own.filter(({ externalId }) => missing.has(externalId) && !present.has(externalId));
  return { offers, gone, found: offers.length, seen: null };
}

interface AllPages {
  /** By reference: while pages are asked for, an offer may move from one to the next. */
  readonly offers: ReadonlyMap<string, unknown>;
  readonly found: number;
  readonly requests: number;
}

/** `before`: requests that were answered already. */
async function* allPages(
  session: ServiceSession,
  counter: AskedCounter,
  { before }: { readonly before: number },
): AsyncGenerator<Pick<Asked, 'done' | 'total'>, AllPages> {
  const offers = new Map<string, unknown>();
  let pages = 1;
  let found = 0;
  for (let number = 0; number < pages; number += 1) {
    yield { done: before + number, total: number === 0 ? null : before + pages };
    const answer = await session.page(number);
    if (number === 0) {
      found = answer.total;
      pages = Math.min(Math.max(1, Math.ceil(answer.total / session.pageSize)), session.mostPages);
      counter.expect(pages - 1);
    }
    for (const offer of answer.offers) {
      const id = idOf(offer);
      if (id !== null) offers.set(id, offer);
    }
    if (answer.offers.length === 0) break;
  }
  return { offers, found, requests: pages };
}

function withQuestion(
  known: StoredService['questions'],
  question: ServiceQuestion,
  ids: readonly string[],
): StoredService['questions'] {
  const key = JSON.stringify({ ...question, days: null });
  const before = known.find((each) => each.key === key)?.seen ?? [];
  const others = known.filter((each) => each.key !== key);
  return [{ key, seen: [...new Set([...ids, ...before])] }, ...others].slice(0, keptQuestions);
}
