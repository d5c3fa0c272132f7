import type { Translate } from '../i18n/translate';

/** In characters. */
const longestOpening = 60;

/** What an offer is called: its title, else that it has none and what its text begins with, where it has one. */
export function offerName(t: Translate, title: string, opening: string | null): string {
  if (title.trim() !== '') return title;
  const plain = (opening ?? '').replace(/\s+/gu, ' ').trim();
  if (plain === '') return t('offers.untitled');
  const short = plain.length <= longestOpening ? plain : `${plain.slice(0, longestOpening).trimEnd()}…`;
  return t('offers.untitledBeginning', { opening: short });
}
