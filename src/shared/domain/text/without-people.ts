import type { Offer } from '../offer';
import { phoneSource, speltEmailSource } from './addresses';
import { namesOf } from './identity';
import { identityIn, withoutSignature } from './names-in-text';

/** Stands in a text where something was taken out of it. */
const takenOut = '[…]';
const addresses = [new RegExp(speltEmailSource, 'giu'), new RegExp(phoneSource, 'gu')];

/**
 * An offer whose title and text no longer name the people that they announce, nor its contact, without addresses and
 * without what stands under its closing words where that is a signature. A person whom nothing announces is not found.
 */
export function withoutPeople(offer: Offer): Offer {
  const announced = identityIn(offer.rawTitle, offer.description).contact;
  const people = peopleOf([offer.contact?.name, announced]);
  return {
    ...offer,
    contact: null,
    rawTitle: takeOut(offer.rawTitle, people, () => takenOut),
    description: takeOut(withoutSignature(offer.description), people, () => takenOut),
  };
}

/** A text without the e-mail addresses and telephone numbers that it holds. */
export function withoutAddresses(text: string): string {
  return takeOut(text, addresses, () => takenOut);
}

/** A text without the person that it announces and without addresses. */
export function withoutAnnounced(text: string): string {
  return takeOut(text, peopleOf([identityIn('', text).contact]), () => takenOut);
}

/** A part of a text with dots over the addresses in it and the person that it announces; all else stays at its place. */
export function coverPeople(part: string): string {
  return takeOut(part, peopleOf([identityIn('', part).contact]), (found) => '•'.repeat(found.length));
}

/** Addresses first: without the name in it, an address would be none any more, and its rest would stay. */
function peopleOf(names: readonly (string | null | undefined)[]): readonly RegExp[] {
  const contact = names.filter(Boolean).join(', ');
  const expressions = contact === '' ? [] : namesOf({ company: null, contact, city: null });
  return [...addresses, ...expressions.map(({ expression }) => expression)];
}

function takeOut(text: string, patterns: readonly RegExp[], standIn: (found: string) => string): string {
  return patterns.reduce((left, pattern) => left.replaceAll(pattern, standIn), text);
}
