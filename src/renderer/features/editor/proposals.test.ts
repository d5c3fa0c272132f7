import { describe, expect, it } from 'vitest';
import { emptyOfferForm, type OfferForm } from '../../../shared/domain/offer-form';
import type { WrittenReading } from '../../../shared/domain/reading/reading';
import { acceptedForm, canBePublished, proposalsFor, proposedSkills, titleOf, withProposals } from './proposals';

const passage = { field: 'description', start: 0, end: 1 } as const;
const reading: WrittenReading = {
  contractType: { value: 'internship', passage, confidence: 0.9 },
  levels: { value: [5], passage, confidence: 0.9 },
  seniority: null,
  duration: { value: { unit: 'month', min: 4, max: 6 }, passage, confidence: 0.9 },
  weeklyHours: null,
  pay: null,
  skills: [
    { code: 'a', label: 'SQL', kind: 'knowledge', passage },
    { code: 'b', label: 'Python', kind: 'knowledge', passage },
  ] as WrittenReading['skills'],
  occupations: [],
  domain: null,
  place: null,
};
const form: OfferForm = { ...emptyOfferForm, description: 'STAGE - Développeur web (H/F)\nVous développez.' };

it('says nothing of experience that only follows from the contract', () => {
  const seniority = { value: 'beginner', passage, confidence: 0.9 } as const;
  expect(proposalsFor(form, { ...reading, seniority })).not.toHaveProperty('seniority');
  const said = { ...seniority, passage: { ...passage, end: 9 } };
  expect(proposalsFor(form, { ...reading, seniority: said })).toMatchObject({ seniority: 'beginner' });
});

describe('proposals', () => {
  it('fill what is empty', () => {
    expect(proposalsFor(form, reading)).toEqual({
      title: 'Développeur web',
      contractType: 'internship',
      levels: [5],
      duration: { unit: 'month', min: 4, max: 6 },
    });
  });

  it('leave what was given or turned down', () => {
    const given: OfferForm = {
      ...form,
      title: 'Dév',
      levels: [3],
      dismissed: ['duration', 'skill:b'],
      skills: ['sql'],
    };
    expect(proposalsFor(given, reading)).toEqual({ contractType: 'internship' });
    expect(proposedSkills(given, reading)).toEqual([]);
  });

  it('take no sentence for a title', () => {
    expect(proposalsFor({ ...form, description: `${'Nous sommes une entreprise '.repeat(9)}.\nStage` }, null)).toEqual(
      {},
    );
  });

  it('name who offers and where, unless they were turned down', () => {
    const description = 'Stage à 38000 GRENOBLE.\nCandidatures : rh@exemple.fr, 04 76 00 00 00';
    const proposed = proposalsFor({ ...form, description }, null);
    expect(proposed).toMatchObject({ postcode: '38000', city: 'Grenoble', contactEmail: 'rh@exemple.fr' });
    const turnedDown = { ...form, dismissed: ['contractType', 'title'] };
    expect(proposalsFor(turnedDown, reading)).not.toHaveProperty('contractType');
    expect(titleOf(turnedDown)).toBe('');
  });

  it('are all taken over at once', () => {
    expect(withProposals({ ...form, skills: ['Git'] }, reading)).toMatchObject({
      title: 'Développeur web',
      contractType: 'internship',
      skills: ['Git', 'SQL', 'Python'],
    });
  });

  it('are not kept before they are accepted, but for the title', () => {
    const given: OfferForm = { ...form, skills: ['Git'] };
    expect(Object.keys(proposalsFor(given, reading)).length + proposedSkills(given, reading).length).toBeGreaterThan(4);
    expect(acceptedForm(given)).toEqual({ ...given, title: 'Développeur web' });
  });
});

it('lets publish what has a text, but none that could not be saved as a whole', () => {
  expect(canBePublished(form)).toBe(true);
  expect(canBePublished({ ...form, description: 'a '.repeat(100_000) })).toBe(true);
  expect(canBePublished({ ...form, description: 'a '.repeat(100_001) })).toBe(false);
  expect(canBePublished({ ...form, description: ' ' })).toBe(false);
});
