import type { Translate } from '../../i18n/translate';

/** In characters. */
const longestOpening = 60;

/** What an offer without a title is called: that it has none, and what its text begins with; null for one without a text. */
export function untitled(t: Translate, text: string | null): string {
  const plain = (text ?? '').replace(/\s+/gu, ' ').trim();
  if (plain === '') return t('offers.untitled');
  const opening = plain.length <= longestOpening ? plain : `${plain.slice(0, longestOpening).trimEnd()}…`;
  return t('offers.untitledBeginning', { opening });
}
