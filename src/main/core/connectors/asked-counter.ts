import { AppError } from '../../../shared/domain/app-error';
import type { OfferService } from '../../../shared/domain/import';
import { localDay } from '../../../shared/util/local-day';
import type { Clock } from '../ports';
import type { ConnectorStore } from './connector-store';

/** The most requests within so many days, today among them. */
interface Ceiling {
  readonly days: number;
  readonly requests: number;
}

/**
 * Adzuna: 250 a day, 1,000 a week, 2,500 a month (developer.adzuna.com, "Terms of Service", read in November 2026). France
 * Travail names no number for a day: 1,000 is ours, a person's day and no more.
 */
export const ceilings: Readonly<Record<OfferService, readonly [Ceiling, ...Ceiling[]]>> = {
  'france-travail': [{ days: 1, requests: 1_000 }],
  adzuna: [
    { days: 1, requests: 250 },
    { days: 7, requests: 1_000 },
    { days: 31, requests: 2_500 },
  ],
};

const longestKeptDays = 31;
const dayMs = 24 * 3_600_000;

/** Counts what a service is asked, over restarts, and keeps it below its ceilings. */
export interface AskedCounter {
  today(): number;
  /** How many more requests there may be now. */
  left(): number;
  /** Throws `conflict` (`service-limit`) where so many more requests are too many. */
  expect(requests: number): void;
  /** Counts one request that is about to be sent. Throws the same. */
  count(): void;
}

export function createAskedCounter(service: OfferService, store: ConnectorStore, clock: Clock): AskedCounter {
  const dayBefore = (days: number): string => localDay(new Date(clock.now().getTime() - days * dayMs));
  const since = (day: string): number =>
    Object.entries(store.of(service).asked).reduce((sum, [on, requests]) => (on >= day ? sum + requests : sum), 0);

  const leftOf = ({ days, requests }: Ceiling): number => requests - since(dayBefore(days - 1));

  const expect = (requests: number): void => {
    const full = ceilings[service].find((ceiling) => leftOf(ceiling) < requests);
    if (full) {
      const details = { limit: full.requests, days: full.days };
      throw new AppError('conflict', 'The service was asked too often.', 'service-limit', details);
    }
  };

  return {
    today: () => since(dayBefore(0)),
    left: () => Math.max(0, Math.min(...ceilings[service].map(leftOf))),
    expect,
    count() {
      expect(1);
      const today = dayBefore(0);
      const kept = Object.entries(store.of(service).asked).filter(([on]) => on > dayBefore(longestKeptDays));
      const asked = Object.fromEntries(kept);
      store.put(service, { asked: { ...asked, [today]: (asked[today] ?? 0) + 1 } });
    },
  };
}
