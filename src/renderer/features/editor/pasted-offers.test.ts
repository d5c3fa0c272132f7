import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { companyWordings } from '../../../../tests/fixtures/company-wordings';
import { pastedOffers } from '../../../../tests/fixtures/pasted-offers';
import { openSkillFinder } from '../../../main/core/reading/skill-finder-service';
import { emptyOfferForm } from '../../../shared/domain/offer-form';
import { readText } from '../../../shared/domain/reading/read-text';
import { readWorkPlace } from '../../../shared/domain/reading/read-work-place';
import { proposalsFor, proposedSkills, titleOf } from './proposals';

const finder = openSkillFinder(join(resolve(import.meta.dirname, '../../../..'), 'data/reference'));

beforeAll(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T10:00:00Z'), toFake: ['Date'] });
});
afterAll(() => {
  vi.useRealTimers();
});

it.each([...pastedOffers, ...companyWordings])(
  'what is proposed of $name',
  ({ text, proposed, skills = [], noSkills = [] }) => {
    const form = { ...emptyOfferForm, description: text };
    const reading = {
      ...readText(finder, titleOf(form), text),
      place: readWorkPlace(text),
      occupations: [],
      domain: null,
    };
    const around = { sender: null, ownDomains: ['univ-valmont.example'] };
    expect(proposalsFor(form, reading, around)).toEqual(proposed);
    const found = proposedSkills(form, reading).map(({ label }) => label);
    expect(found).toEqual(expect.arrayContaining([...skills]));
    expect(found.filter((label) => noSkills.includes(label))).toEqual([]);
  },
);
