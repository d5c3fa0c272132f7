import { useContext, useState } from 'react';
import { useLocation } from 'react-router';
import type { OfferFilter } from '../../../shared/contract/offers';
import { maxDescriptionLength } from '../../../shared/domain/offer';
import { HeldTextContext } from '../../components/held-text';
import { textIn } from '../../components/handed-text';
import type { ListAddress } from '../../components/use-list-address';
import { longestInAddress, type SearchColumn } from './search-list';

/** A text that is looked for, and the criteria beside it. */
export interface SearchText {
  readonly text: string;
  readonly filter: Omit<OfferFilter, 'text'>;
  readonly setText: (text: string) => void;
}

/**
 * What is looked for: as the address has it, whole where that holds its beginning only, or as a frame holds it for its
 * pages, none of it in the address then.
 */
export function useSearchText(address: ListAddress<OfferFilter, SearchColumn>): SearchText {
  const { setText } = address;
  const { text: inAddress = '', ...filter } = address.filter;
  const held = useContext(HeldTextContext);
  const location = useLocation();
  const [long, setLong] = useState<string | null>(() => textIn(location.state) || null);
  if (held) {
    return {
      ...{ text: held.text, filter },
      setText(next) {
        held.hold(next.slice(0, maxDescriptionLength));
        // Another text begins at the first page.
        setText('');
      },
    };
  }
  // A text that an address cannot hold is known by its beginning: another address is another search.
  const text = long?.startsWith(inAddress) && inAddress !== '' ? long : inAddress;
  return {
    ...{ text: text.slice(0, maxDescriptionLength), filter },
    setText(next) {
      setLong(next.length > longestInAddress ? next : null);
      setText(next.slice(0, longestInAddress));
    },
  };
}

/** A link to the search of offers with a text, and what it hands over of it. */
export interface SearchLink {
  readonly to: string;
  readonly state?: { readonly text: string };
}

/** Gives links to the search of offers with a text, however long, and with what else is asked there. */
export function useSearchLink(text: string): (more?: Readonly<Record<string, string>>) => SearchLink {
  const isHeld = useContext(HeldTextContext) !== null;
  return (more = {}) => {
    const asked = isHeld ? more : { text: text.slice(0, longestInAddress), ...more };
    const to = `/search?${new URLSearchParams(asked).toString()}`;
    return isHeld || text.length <= longestInAddress ? { to } : { to, state: { text } };
  };
}
