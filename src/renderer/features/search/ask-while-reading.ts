import type { FoundOffers } from '../../../shared/contract/search';

const askAgainMs = 2_000;

/**
 * After how many milliseconds a search is asked again, whose answer may lack offers that have just come in; false when it
 * lacks none. For `refetchWhile` of `useCall`.
 */
export function askWhileReading({ isComplete }: Pick<FoundOffers, 'isComplete'>): number | false {
  return isComplete ? false : askAgainMs;
}
