import { expect, it } from 'vitest';
import { findOfferDuplicates, mayTitleTheSame, type ComparedOffer } from './offer-duplicates';

const plain: Omit<ComparedOffer, 'id'> = {
  ...{ companyId: 1, academicYear: 2025, title: 'Stage développeur web (H/F)', contractType: 'internship' },
  ...{ postcode: '69003', cityKey: 'lyon', referenceOf: null },
};

/** Whether an offer and one that differs from it in this are proposed as one. */
function areOne(different: Partial<ComparedOffer>, first: Partial<ComparedOffer> = {}): boolean {
  const offers = [
    { id: 1, ...plain, ...first },
    { id: 2, ...plain, ...different },
  ];
  return [...findOfferDuplicates(offers)].flat().length === 1;
}

it.each([
  ['the same', {}],
  ['a title in another gender', { title: 'Stage développeuse web' }],
  ['a title with the contract elsewhere', { title: 'Développeur web en stage' }],
  ['a letter less', { title: 'Stage dévelopeur web' }],
  ['no place', { postcode: null, cityKey: null }],
  ['its town without a postcode', { postcode: null }],
  ['no contract', { contractType: null }],
  ['a reference of one source', { referenceOf: 'France Travail' }],
])('%s may be one', (_what, different) => {
  expect(areOne(different)).toBe(true);
});

it.each([
  ['another company', { companyId: 2 }],
  ['another year', { academicYear: 2024 }],
  ['another postcode', { postcode: '75001' }],
  ['another town', { postcode: null, cityKey: 'paris' }],
  ['another contract', { contractType: 'permanent' }],
  ['another number in its title', { title: 'Stage développeur web 2' }],
  ['another title', { title: 'Stage comptable' }],
])('%s is another offer', (_what, different) => {
  expect(areOne(different)).toBe(false);
});

it('takes two references of one source at its word', () => {
  expect(areOne({ referenceOf: 'FT' }, { referenceOf: 'FT' })).toBe(false);
  expect(areOne({ referenceOf: 'FT' }, { referenceOf: 'JobTeaser' })).toBe(true);
});

it('names the smaller id first, whatever the order, and tells how alike the titles are', () => {
  const offers = [
    { id: 9, ...plain },
    { id: 4, ...plain },
  ];
  expect([...findOfferDuplicates(offers)].flat()).toEqual([{ oneId: 4, otherId: 9, similarity: 1 }]);
});

it.each([
  ['Stage comptable', 'Stage en comptabilité (H/F)', true],
  ['Développeur web', 'Développeuse web et mobile', true],
  ['Un', 'Un bis', true],
  ['Stage comptable', 'Stage chaudronnerie', false],
  ['Stage comptable', 'Alternance marketing', false],
  ['Aide-soignant de nuit', 'Stage comptable', false],
])('takes “%s” and “%s” for titles that one offer may have: %j', (one, other, may) => {
  expect(mayTitleTheSame(one, other)).toBe(may);
});
