import { maxSearchedLength } from '../../../shared/contract/search';
import { isInsufficient } from '../../../shared/domain/text/is-insufficient';
import { offerMatchText, type MatchText } from '../../../shared/domain/text/match-text';
import { wishToRank } from '../../../shared/domain/wish';

/** Titles are hardly ever longer. */
const longestTitle = 120;

/** What the encoder is given of a text that somebody looks for; null for one that says too little. */
export function wishText(text: string): MatchText | null {
  const wish = wishToRank(text.slice(0, maxSearchedLength));
  if (wish === null) return null;
  // A few words are what a title says.
  const isShort = wish.title === '' && wish.description.length <= longestTitle && !wish.description.includes('\n');
  const matter = isShort ? { title: wish.description, description: '', skills: [] } : wish;
  const prepared = offerMatchText(matter, wish);
  return isInsufficient(prepared) ? null : prepared;
}
