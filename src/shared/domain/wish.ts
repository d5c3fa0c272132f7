import { maxDescriptionLength } from './offer';
import type { TextToRank } from './match';
import { proposeTitle } from './reading/propose-title';
import { withoutAsking } from './text/without-asking';
import { withoutSelf } from './text/without-self';

const nobody = { skills: [], company: null, contact: null, city: null };

/**
 * What somebody says in their own words that they want, as a text that formations can be compared with: without who they
 * are and without the words of asking. A short first line says what it is about, as the title of an offer does. Null for
 * a text that says nothing, and for one that is too long.
 */
export function wishToRank(text: string, levels: readonly number[] = []): TextToRank | null {
  const description = withoutAsking(withoutSelf(text)).trim();
  if (description === '' || text.length > maxDescriptionLength) return null;
  return { ...nobody, title: proposeTitle(description) ?? '', description, levels: [...levels] };
}
