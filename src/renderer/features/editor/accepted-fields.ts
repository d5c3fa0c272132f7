import type { OfferForm } from '../../../shared/domain/offer-form';

/** How many values `after` has that `before` had not: fields, and skills one by one. */
export function countAccepted(before: OfferForm, after: OfferForm): number {
  const fields = changedFields(before, after).filter((field) => field !== 'skills');
  return fields.length + after.skills.length - before.skills.length;
}

/** What stands in an offer by now without what was accepted between `before` and `after` and not changed since. */
export function withoutAccepted(now: OfferForm, before: OfferForm, after: OfferForm): OfferForm {
  const fields = changedFields(before, after).filter((field) => isSame(now[field], after[field]));
  return { ...now, ...Object.fromEntries(fields.map((field) => [field, before[field]])) };
}

function changedFields(before: OfferForm, after: OfferForm): readonly (keyof OfferForm)[] {
  const fields = Object.keys(after) as (keyof OfferForm)[]; // A form has no other keys.
  return fields.filter((field) => !isSame(before[field], after[field]));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
