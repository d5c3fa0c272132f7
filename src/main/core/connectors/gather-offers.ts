import type { Asked } from '../../../shared/contract/connectors';
import { AppError } from '../../../shared/domain/app-error';
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
  /** The day, `yyyy-mm-dd`. */
  readonly today: string;
}

/** All that came of a question or a refresh. */
export interface Gathered {
  readonly offers: readonly unknown[];
  /** Offers of ours that the service has no longer. */
  readonly gone: readonly OwnOffer[];
  /** How many offers the service has for what was asked. */
  readonly found: number;
  /** Offers of ours that a refresh did not ask for. */
  readonly left: number;
  /** What is to be remembered. */
  readonly remembered: Partial<Pick<StoredService, 'questions' | 'checked'>>;
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
  const remembered = isAdzuna ? { questions: withQuestion(gathering, question, [...offers.keys()]) } : {};
  return { offers: [...offers.values()], gone: [], found, left: 0, remembered };
}

const nothingAsked: Gathered = { offers: [], gone: [], found: 0, left: 0, remembered: {} };

/** Asks France Travail for offers of ours by their references: for as many as today allows, the longest unasked first. */
export async function* refreshedFranceTravail({ ask, keys, counter, store, own, today }: Gathering): Steps {
  if (own.length === 0) return nothingAsked;
  const { checked } = store.of('france-travail');
  const dayOf = ({ externalId, takenOn }: OwnOffer): string => checked[externalId] ?? takenOn;
  // One request opens the service.
  counter.expect(2);
  const wanted = [...own].reverse().sort((one, other) => compare(dayOf(one), dayOf(other)));
  const asked = wanted.slice(0, counter.left() - 1);
  const total = asked.length + 1;
  const service = await openFranceTravail(ask, keys, null);
  const offers: unknown[] = [];
  const gone: OwnOffer[] = [];
  const present: string[] = [];
  for (const [index, offer] of asked.entries()) {
    yield { done: index + 1, total };
    const answer = await service.offer(offer.externalId).catch((error: unknown) => failedAfter(index, error));
    if (answer === failed) break;
    if (answer === null) gone.push(offer);
    else {
      offers.push(answer);
      present.push(offer.externalId);
    }
  }
  // One that has gone is asked for again until an import has closed it.
  const days = own.flatMap(({ externalId }) => {
    const day = present.includes(externalId) ? today : checked[externalId];
    return day === undefined ? [] : [[externalId, day] as const];
  });
  const left = own.length - present.length - gone.length;
  return { offers, gone, found: offers.length, left, remembered: { checked: Object.fromEntries(days) } };
}

/**
 * Adzuna answers no question for one offer: those of before are asked again, for offers of any age. What came for a question
 * and is not among all that comes now has gone. Where Adzuna has more than is taken, or a question got no answer, nothing is
 * said of what is missing.
 */
export async function* refreshedAdzuna({ ask, keys, counter, store, own }: Gathering): Steps {
  const { questions } = store.of('adzuna');
  const present = new Map<string, unknown>();
  const missing = new Set<string>();
  const unanswered = new Set<string>();
  let done = 0;
  for (const { key, seen } of questions) {
    const session = openAdzuna(ask, keys, serviceQuestionSchema.parse(JSON.parse(key)));
    const answer = yield* unlessFailing(done, allPages(session, counter, { before: done }));
    if (answer === failed) {
      for (const id of seen) unanswered.add(id);
      continue;
    }
    const { offers, found, requests } = answer;
    done += requests;
    for (const [id, offer] of offers) present.set(id, offer);
    if (found <= offers.size) for (const id of seen) if (!offers.has(id)) missing.add(id);
  }
  const ours = new Map(own.map((offer) => [offer.externalId, offer]));
  const offers = [...present].filter(([id]) => ours.has(id)).map(([, offer]) => offer);
  const isUnknown = ({ externalId: id }: OwnOffer): boolean => !present.has(id) && unanswered.has(id);
  const gone = own.filter(
    (offer) => missing.has(offer.externalId) && !present.has(offer.externalId) && !isUnknown(offer),
  );
  return { offers, gone, found: offers.length, left: own.filter(isUnknown).length, remembered: {} };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

const failed = Symbol('failed');

/**
 * What was answered before is worth as much without the rest. Throws the error where nothing was, and for somebody who
 * stops the asking.
 */
function failedAfter(answers: number, error: unknown): typeof failed {
  if (answers > 0 && error instanceof AppError && error.code !== 'cancelled') return failed;
  throw error;
}

async function* unlessFailing<Step, Result>(
  answers: number,
  steps: AsyncGenerator<Step, Result>,
): AsyncGenerator<Step, Result | typeof failed> {
  try {
    return yield* steps;
  } catch (error) {
    return failedAfter(answers, error);
  }
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

/** Of what came before, only open offers of ours can still be missed. */
function withQuestion(
  { store, own }: Gathering,
  question: ServiceQuestion,
  ids: readonly string[],
): StoredService['questions'] {
  const { questions: known } = store.of('adzuna');
  const key = JSON.stringify({ ...question, days: null });
  const before = new Set(known.find((each) => each.key === key)?.seen);
  const missed = own.flatMap(({ externalId }) => (before.has(externalId) ? [externalId] : []));
  const others = known.filter((each) => each.key !== key);
  return [{ key, seen: [...new Set([...ids, ...missed])] }, ...others].slice(0, keptQuestions);
}
