import { expect, it } from 'vitest';
import { emptyOfferForm, type OfferForm } from '../../../shared/domain/offer-form';
import { countAccepted, withoutAccepted } from './accepted-fields';

const before: OfferForm = { ...emptyOfferForm, description: 'Stage', skills: ['Git'] };
const after: OfferForm = { ...before, title: 'Stage', city: 'Rodez', skills: ['Git', 'SQL'] };

it('counts what was accepted, and takes it back where nobody has written since', () => {
  expect(countAccepted(before, after)).toBe(3);
  expect(countAccepted(after, after)).toBe(0);
  expect(withoutAccepted(after, before, after)).toEqual(before);
  const later = { ...after, city: 'Millau', postcode: '12100' };
  expect(withoutAccepted(later, before, after)).toEqual({ ...later, title: '', skills: ['Git'] });
});
