import type { FoundOffer } from '../../../shared/contract/search';
import { AppError } from '../../../shared/domain/app-error';
import type { Offer } from '../../../shared/domain/offer';
import { offerBody, openingOf } from '../../../shared/domain/reading/offer-body';
import { withoutPeople } from '../../../shared/domain/text/without-people';
import { excerptOf } from '../search/excerpt';
import { familyOfWritten, placesOf } from '../search/search-words';

/**
 * What students see of an offer: without people, and without what a mail has around what is offered. Nobody at a desk for
 * everyone has to see what was received. Throws `not-found` for a draft, which is nobody else's business.
 */
export function publicOffer(offer: Offer): Offer {
  if (offer.status === 'draft') throw new AppError('not-found', 'There is no such offer.');
  const shown = withoutPeople(offer);
  // How it came in, and whether the office found formations for it, is told on the office's own pages.
  const ofOffice = { outcome: 'pending', externalId: null, packageOrigin: null } as const;
  return { ...shown, ...ofOffice, description: offerBody(shown.description) };
}

/**
 * A row of what was found, with a title and a passage of what students see of its offer: a name that is told by the words
 * around it in the whole text would stand alone in a passage. The words that were found are marked where they stand.
 */
export function publicRow(row: FoundOffer, offer: Offer): FoundOffer {
  const { title, description, outcome } = publicOffer(offer);
  const families = new Set([...wordsAt(row.title, row.titleWords), ...wordsAt(row.excerpt.text, row.excerpt.words)]);
  const isWanted = (family: string): boolean => families.has(family);
  return {
    ...row,
    // What the office thinks of it, and which formation it chose, is told on its own pages.
    ...{ best: null, outcome, title },
    opening: row.opening === null ? null : openingOf(description),
    titleWords: placesOf(title, isWanted),
    excerpt: row.excerpt.text === '' ? row.excerpt : excerptOf(description, isWanted),
  };
}

function wordsAt(text: string, places: FoundOffer['titleWords']): readonly string[] {
  return places.map(({ start, end }) => familyOfWritten(text.slice(start, end)));
}
