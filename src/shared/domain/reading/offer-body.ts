import { withoutMarkup } from '../text/without-markup';
import { matterOf, withoutQuotedHistory } from './mail';

/**
 * What a text says of the offer itself, to be shown and sent on: plain text without headers of a mail, greetings, closing
 * words, signatures, requests to pass it on and what an answer quotes. The whole text where nothing else would be left.
 */
export function offerBody(description: string): string {
  const plain = withoutMarkup(description).text.replace(/\r\n?/g, '\n');
  return matterOf(withoutQuotedHistory(plain)) || matterOf(plain) || plain.trim();
}
