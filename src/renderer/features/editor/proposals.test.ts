import { describe, expect, it } from 'vitest';
import { emptyOfferForm, type OfferForm } from '../../../shared/domain/offer-form';
import type { WrittenReading } from '../../../shared/domain/reading/reading';
import {
  acceptedForm,
  announcedFor,
  canBePublished,
  clearRomeCode,
  proposalsFor,
  proposedSkills,
  titleOf,
  withProposals,
  type Correspondents,
} from './proposals';

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

describe('who offers, on the way out', () => {
  const sent = (description: string, around = { sender: null, ownDomains: [] } as Correspondents) => {
    const { announced, guessed } = announcedFor({ ...emptyOfferForm, description }, null, around);
    return { ...announced, guessed };
  };

  it.each([
    ['Entreprise : Hydrelis\nUn stage.', { companyName: 'Hydrelis' }],
    ['Hydrelis\n12 rue de la Paix\n38000 Grenoble\n\nHydrelis recrute un stagiaire.', { companyName: 'Hydrelis' }],
    ['SIRET 732 829 320 00074', { companySiret: '73282932000074' }],
    ['Contact : Léa Roux, lea@aubrac.example', { contactName: 'Léa Roux', contactEmail: 'lea@aubrac.example' }],
  ])('is taken over where it is announced: %s', (text, values) => expect(sent(text)).toMatchObject(values));

  it.each([
    ['Nuvélia recrute un stagiaire.', 'companyName'],
    ['Développeur Web\n12 rue de la Paix\n38000 Grenoble', 'companyName'],
    ['Écrire à stages@hydrelis.fr.', 'companyName'],
    ['De : Julie Marchand <j.marchand@atelier-loire.fr>\nObjet : stage\n\nUn stage.', 'contactEmail'],
    ['Un stage.\n\nCordialement,\nPaul Durand', 'contactName'],
  ])('is left out where it is only guessed: %s', (text, field) => {
    expect(proposalsFor({ ...emptyOfferForm, description: text }, null)).toHaveProperty(field);
    expect(sent(text)).not.toHaveProperty(field);
    expect(sent(text).guessed).toContain(field);
  });

  it('is not who sent the e-mail', () => {
    const sender = { name: 'Léa Roux', address: 'lea@aubrac.example' };
    expect(sent('Un stage à 38000 GRENOBLE.', { sender, ownDomains: [] })).toEqual({
      postcode: '38000',
      city: 'Grenoble',
      guessed: ['contactName', 'contactEmail'],
    });
  });

  it('keeps what a person gave or accepted', () => {
    const form = { ...emptyOfferForm, companyName: 'Nuvélia', description: 'Nuvélia recrute un stagiaire.' };
    expect(announcedFor(form, null).guessed).toEqual([]);
    expect(withProposals(form, null, undefined, announcedFor(form, null).announced).companyName).toBe('Nuvélia');
  });
});

it('lets publish what has a text, but none that could not be saved as a whole', () => {
  expect(canBePublished(form)).toBe(true);
  expect(canBePublished({ ...form, description: 'a '.repeat(100_000) })).toBe(true);
  expect(canBePublished({ ...form, description: 'a '.repeat(100_001) })).toBe(false);
  expect(canBePublished({ ...form, description: ' ' })).toBe(false);
});

it('accepts with all the rest the occupation that most of the text is about, and leaves a choice among several', () => {
  const occupation = (code: string, part: number) => ({ code, label: code, part, nearest: { code, label: code } });
  const about = (...occupations: ReturnType<typeof occupation>[]): WrittenReading => ({ ...reading, occupations });
  expect(clearRomeCode(form, about(occupation('M1203', 0.8), occupation('M1204', 0.1)))).toBe('M1203');
  expect(clearRomeCode(form, about(occupation('M1203', 0.4), occupation('M1204', 0.35)))).toBeNull();
  expect(clearRomeCode({ ...form, romeCode: 'K1902' }, about(occupation('M1203', 0.8)))).toBeNull();
  expect(clearRomeCode(form, reading)).toBeNull();
  const ways = [undefined, announcedFor(form, null).announced];
  for (const taken of ways) {
    const accept = (given: OfferForm) =>
      withProposals(given, about(occupation('M1203', 0.8)), undefined, taken).romeCode;
    expect([accept(form), accept({ ...form, romeCode: 'K1902' })]).toEqual(['M1203', 'K1902']);
  }
});
