import { expect, it } from 'vitest';
import type { WrittenReading } from '../../../shared/domain/reading/reading';
import { criteriaIn, isParagraph } from './read-criteria';

const passage = { field: 'description', start: 0, end: 1 } as const;
const other = { field: 'description', start: 5, end: 9 } as const;
const nothing: WrittenReading = {
  ...{ contractType: null, levels: null, seniority: null, duration: null, weeklyHours: null, pay: null, place: null },
  ...{ skills: [], occupations: [], domain: null },
};
const skill = (label: string) => ({ code: label, label, kind: 'knowledge', passage }) as const;
const read: WrittenReading = {
  ...nothing,
  contractType: { value: 'work-study', passage, confidence: 0.9 },
  levels: { value: [3, 5], passage, confidence: 0.9 },
  seniority: { value: 'junior', passage: other, confidence: 0.9 },
  place: { value: { city: 'Lyon', postcode: null }, passage, confidence: 0.9 },
  skills: ['SQL', 'Java', 'Git', 'Scrum', 'Bash'].map(skill),
};
const on = '2026-11-23';

it('names each criterion of a text once, and none that is set', () => {
  const text = 'Je cherche une alternance à Lyon à partir du 4 janvier 2027.';
  expect(criteriaIn(text, read, {}, on)).toEqual([
    ...[{ contractType: 'work-study' }, { city: 'Lyon' }, { level: 3 }, { level: 5 }, { seniority: 'junior' }],
    ...[{ startsFrom: '2027-01-04' }, { skill: 'SQL' }, { skill: 'Java' }, { skill: 'Git' }, { skill: 'Scrum' }],
  ]);
  const set = { contractType: 'internship', department: '69', level: 5, skill: 'Excel', city: undefined } as const;
  expect(criteriaIn(text, read, set, on)).toEqual([{ seniority: 'junior' }, { startsFrom: '2027-01-04' }]);
});

it('takes the contract that a wish names, and no experience that only follows from a contract', () => {
  const inferred = {
    ...nothing,
    contractType: read.contractType,
    seniority: { value: 'junior', passage, confidence: 0.9 },
  } as const;
  expect(criteriaIn('', inferred, {}, on)).toEqual([{ contractType: 'work-study' }]);
  expect(criteriaIn('Je voudrais un stage entre le 1er et le 15 avril 2027.', nothing, {}, on)).toEqual([
    { contractType: 'internship' },
    { startsFrom: '2027-04-01', startsTo: '2027-04-15' },
  ]);
});

it('reads paragraphs, and no few words', () => {
  expect(['stage marketing lyon', ' Je cherche un stage de marketing à Lyon '].map(isParagraph)).toEqual([false, true]);
});
