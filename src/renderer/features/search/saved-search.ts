import type { NamedView } from '../../../shared/contract/named-views';
import type { OfferFilter } from '../../../shared/contract/offers';
import { maxDescriptionLength } from '../../../shared/domain/offer';
import { readListAddress, writeListAddress } from '../../components/list-address';
import { searchListRules } from './search-list';

interface Searched {
  readonly text: string;
  readonly filter: Omit<OfferFilter, 'text'>;
  readonly areCopiesGrouped?: true;
}

/** What stands behind the question mark, written in the one way, without page, rows and the offer that is open. */
export function plainSearch(address: string): string {
  const { filter, sort, ...rest } = readListAddress(new URLSearchParams(address), searchListRules);
  const { pageSize } = rest;
  return writeListAddress({ filter, sort, page: 0, pageSize, open: null }, searchListRules).toString();
}

/** Where a saved search is opened. */
export function searchAddress({ address }: Pick<NamedView, 'address'>): string {
  return `/search?${plainSearch(address)}`;
}

/** What is looked for, as the contract takes it and as its page shows it: what was posted several times once. */
export function searchedOf({ text = '', ...filter }: OfferFilter): Searched {
  // Without a text this is the list of offers, whose figures count each; who looks at some is shown all of them.
  const isGrouped = text.trim() !== '' && filter.among === undefined;
  return { text: text.slice(0, maxDescriptionLength), filter, ...(isGrouped ? { areCopiesGrouped: true } : {}) };
}

/** What a saved search looks for. */
export function savedSearched(address: string): Searched {
  return searchedOf(readListAddress(new URLSearchParams(address), searchListRules).filter);
}

/** The same search among what was stored since a moment (ISO 8601, UTC). */
export function arrivalsAddress(address: string, since: string): string {
  const state = readListAddress(new URLSearchParams(address), searchListRules);
  const { createdFrom = since } = state.filter;
  const filter = { ...state.filter, createdFrom: createdFrom > since ? createdFrom : since };
  return `/search?${writeListAddress({ ...state, filter, page: 0, open: null }, searchListRules).toString()}`;
}
