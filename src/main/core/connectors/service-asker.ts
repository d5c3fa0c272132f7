import { AppError } from '../../../shared/domain/app-error';
import type { ServiceAnswer, ServiceDoor, ServiceRequest } from '../ports';
import type { AskedCounter } from './asked-counter';

/** The two keys that a service gave to this office. */
export interface ServiceKeys {
  readonly id: string;
  readonly secret: string;
}

/** One page of an answer. */
export interface AnswerPage {
  readonly offers: readonly unknown[];
  /** How many offers the service has for the question. */
  readonly total: number;
}

/** What is asked of a service within one search or refresh. */
export interface ServiceSession {
  /** Offers on a page, and pages that are asked for at most. */
  readonly pageSize: number;
  readonly mostPages: number;
  /** `page` counts from 0. */
  page(page: number): Promise<AnswerPage>;
}

/** Sends one request and gives what was answered, or throws with a `service-…` reason. */
export type Ask = (request: ServiceRequest) => Promise<ServiceAnswer>;

/** Counts each request before it is sent, and puts into words what a service refuses. */
export function createAsk(door: ServiceDoor, counter: AskedCounter, signal: AbortSignal): Ask {
  return async (request) => {
    counter.count();
    const answer = await door.ask(request, signal);
    const refused = refusalOf(answer);
    if (refused) throw refused;
    return answer;
  };
}

function refusalOf({ status, header }: ServiceAnswer): AppError | null {
  // Gone, or never there: whoever asks for one offer knows what that means.
  if ((status >= 200 && status < 300) || status === 404 || status === 410) return null;
  if (status === 400 || status === 422) {
    return new AppError('invalid-input', 'The service refused the question.', 'service-question-refused', { status });
  }
  if (status === 401) return new AppError('conflict', 'The service refused the keys.', 'service-keys-refused');
  if (status === 403) return new AppError('conflict', 'The service refused access.', 'service-access-refused');
  if (status === 429) {
    const seconds = Number(header('retry-after') ?? Number.NaN);
    const details = Number.isFinite(seconds) ? { seconds } : {};
    return new AppError('unavailable', 'The service wants to be asked later.', 'service-busy', details);
  }
  return new AppError('unavailable', `The service answered ${status}.`, 'service-failing', { status });
}

/** The JSON object of an answer. Throws `unavailable` (`service-answer-bad`). */
export function objectOf({ text, status }: ServiceAnswer): Readonly<Record<string, unknown>> {
  let content: unknown = null;
  // A page of a portal or of a proxy comes with 404 as well: there is no JSON in it.
  if (status !== 404 && status !== 410) {
    try {
      content = JSON.parse(text);
    } catch {
      content = null;
    }
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) throw badAnswer();
  return { ...content };
}

export function badAnswer(): AppError {
  return new AppError('unavailable', 'The answer cannot be read.', 'service-answer-bad');
}

/** The reference of an offer in an answer; null for what is no offer. */
export function idOf(offer: unknown): string | null {
  const id: unknown = Object.getOwnPropertyDescriptor(Object(offer), 'id')?.value;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
