import type { OfferFilter } from '../../../shared/contract/offers';
import { publicCriteria, publicSortColumns, searchSortColumns } from '../../../shared/contract/search';
import type { ListRules } from '../../components/list-address';
import { offerListRules } from '../offers/offer-list';

export type SearchColumn = (typeof searchSortColumns)[number];

/** A longer text is looked for and stays out of the address, which servers cut. */
export const longestInAddress = 2_000;

/** How the address of the search of offers is read and written: as that of the list of offers, with what is looked for. */
export const searchListRules: ListRules<OfferFilter, SearchColumn> = {
  readers: { ...offerListRules.readers, text: (text) => text.slice(0, longestInAddress) },
  columns: searchSortColumns,
  defaultSort: { by: 'relevance', direction: 'desc' },
};

const readAtDesk: readonly string[] = ['text', ...publicCriteria];

/** The same where students sit: an address asks for nothing that is the office's business. */
export const publicSearchRules: ListRules<OfferFilter, SearchColumn> = {
  ...searchListRules,
  // The same criteria, each with a reader.
  readers: Object.fromEntries(
    Object.entries(searchListRules.readers).map(([name, read]) => [
      name,
      readAtDesk.includes(name) ? read : () => undefined,
    ]),
  ) as unknown as typeof searchListRules.readers, // `Object.entries` forgets which name has which reader
  columns: publicSortColumns,
};
