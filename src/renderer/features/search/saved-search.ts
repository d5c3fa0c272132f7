import type { NamedView } from '../../../shared/contract/named-views';
import type { OfferFilter } from '../../../shared/contract/offers';
import { readListAddress, writeListAddress } from '../../components/list-address';
import { searchListRules } from './search-list';

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

/** What a saved search looks for, as the contract takes it. */
export function searchedOf(address: string): { readonly text: string; readonly filter: Omit<OfferFilter, 'text'> } {
  const { text = '', ...filter } = readListAddress(new URLSearchParams(address), searchListRules).filter;
  return { text, filter };
}

/** The same search among some offers only, packed. */
export function arrivalsAddress(address: string, offers: string): string {
  const state = readListAddress(new URLSearchParams(address), searchListRules);
  const among = { ...state, filter: { ...state.filter, among: offers }, page: 0, open: null };
  return `/search?${writeListAddress(among, searchListRules).toString()}`;
}
