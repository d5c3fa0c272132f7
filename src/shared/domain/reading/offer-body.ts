import { withoutMarkup } from '../text/without-markup';
import { matterOf, withoutQuotedHistory } from './mail';

/** Headers and greetings of a mail stand before what the offer says; more of them than this nobody pastes. In characters. */
export const readForOpening = 4_000;
/** Enough for two lines of a table, in characters. */
const openingLength = 80;

/** What a text begins with behind what a mail put before it; empty for one that says nothing. */
export function openingOf(description: string): string {
  return offerBody(description.slice(0, readForOpening)).trim().slice(0, openingLength);
}

/**
 * What a text says of the offer itself, to be shown and sent on: plain text without headers of a mail, greetings, closing
 * words, signatures, requests to pass it on and what an answer quotes. The whole text where nothing else would be left.
 */
export function offerBody(description: string): string {
  const plain = withoutMarkup(description).text.replace(/\r\n?/g, '\n');
  return matterOf(withoutQuotedHistory(plain)) || matterOf(plain) || plain.trim();
}
