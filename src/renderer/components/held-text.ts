import { createContext, useContext, useState } from 'react';
import { useLocation } from 'react-router';
import { textIn } from './handed-text';

/** What somebody writes on the pages of one frame, and nowhere else. */
export interface HeldText {
  readonly text: string;
  readonly hold: (text: string) => void;
}

/**
 * Set by a frame that holds what is written for all its pages, so that none of it stands in an address or in the history
 * of a browser; null where each page has its own, in its address.
 */
export const HeldTextContext = createContext<HeldText | null>(null);

/** The text of a page that has none in its address: what is held, else what another page handed over. */
export function useHandedText(): readonly [string, (text: string) => void] {
  const held = useContext(HeldTextContext);
  const location = useLocation();
  const [own, setOwn] = useState(() => textIn(location.state));
  return held ? [held.text, held.hold] : [own, setOwn];
}

/** What a link hands over so that the next page has a text: nothing where it is held. */
export function useHandedState(text: string): { readonly text: string } | undefined {
  return useContext(HeldTextContext) === null ? { text } : undefined;
}
