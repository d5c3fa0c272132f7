import type { Offer } from '../../../shared/domain/offer';
import type { Passage } from '../../../shared/domain/reading/reading';
import type { Translate } from '../../i18n/translate';

/** Letters around a passage that tell what it is about. */
const around = 40;

/** Where something was read: its passage with a few words around it, on one line. */
export function readSource(t: Translate, offer: Pick<Offer, 'rawTitle' | 'description'>, passage: Passage): string {
  const isTitle = passage.field === 'title';
  const text = isTitle ? offer.rawTitle : offer.description;
  const words = passageInContext(text, passage);
  return t(isTitle ? 'reading.passageInTitle' : 'reading.passage', { passage: words });
}

/** « …  vous préparez un [master 2] en droit … », without cutting words. */
export function passageInContext(text: string, { start, end }: Pick<Passage, 'start' | 'end'>): string {
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, end + around);
  const before = from === 0 ? text.slice(0, start) : `…${text.slice(from, start).replace(/^\S*/, '')}`;
  const after = to === text.length ? text.slice(end) : `${text.slice(end, to).replace(/\s*\S*$/, '')}…`;
  return `${before}[${text.slice(start, end)}]${after}`.replace(/\s+/g, ' ').trim();
}

/**
 * How sure a proposal is, in words. Of real offers, four in five were of an occupation that is said to be very likely,
 * three in five of a likely one, one in five or fewer of a possible one (`npm run bench:reading`).
 */
export function confidenceOf(part: number): 'high' | 'fair' | 'low' {
  if (part >= 0.8) return 'high';
  return part >= 0.5 ? 'fair' : 'low';
}
