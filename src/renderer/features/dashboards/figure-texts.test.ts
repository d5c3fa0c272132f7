import { expect, it } from 'vitest';
import { compare } from '../../../shared/domain/dashboard/figures';
import { startI18n } from '../../i18n/start-i18n';
import { createFormat } from '../../i18n/use-format';
import { changeText, comparedNote, offersOfRow, scopeText, type Wording } from './figure-texts';

const days = { from: '2025-09-01', to: '2026-08-31' };
const wordingOf = (language: 'fr' | 'en'): Wording => ({
  t: startI18n(language).t,
  format: createFormat(language),
  scope: {
    ...{ year: 2025, basis: 'deposit', span: 'whole', smallNumber: 5, now: days, before: days, undated: 0 },
    ...{ component: null, formation: null, company: null, gone: [] },
  },
});

it.each([
  [90, 80, '+12,5\u00a0%', '+12.5%'],
  [70, 80, '−12,5\u00a0%', '−12.5%'],
  [80, 80, '=', '='],
  [99, 10, '+890\u00a0%', '+890%'],
  [100, 10, '×\u00a010', '×10'],
  [14_826, 10, '×\u00a01\u00a0483', '×1,483'],
  [0, 10, '−100\u00a0%', '−100%'],
  [40, 4, '+36 (de 4)', '+36 (from 4)'],
  [3, 0, 'nouveau', 'new'],
  [0, 0, '', ''],
])('tells how %i follows %i', (now, before, french, english) => {
  const compared = compare(now, before, 5);
  expect(changeText(wordingOf('fr'), compared)).toBe(french);
  expect(changeText(wordingOf('en'), compared)).toBe(english);
});

it('names what a multiple is of', () => {
  expect(comparedNote(wordingOf('fr'), compare(1_500, 10, 5))).toBe('×\u00a0150 par rapport à 2024–2025 (10)');
});

it('says by which day offers count', () => {
  const french = wordingOf('fr');
  expect(scopeText(french)).toContain('par date de dépôt');
  const byStart = { ...french.scope, basis: 'start' as const, undated: 2 };
  expect(scopeText({ ...french, scope: byStart })).toMatch(/par date de début\. 2 offres sans date de début/);
});

it('opens the offers of the year, or those of the year before where only that one has any', () => {
  const french = wordingOf('fr');
  const before = { from: '2024-09-01', to: '2025-08-31' };
  const wording = { ...french, scope: { ...french.scope, before } };
  const base = { depositedFrom: days.from, depositedTo: days.to };
  expect(offersOfRow(wording, base, compare(3, 10, 5), { city: 'Lyon' })).toEqual({ ...base, city: 'Lyon' });
  expect(offersOfRow(wording, base, compare(0, 10, 5), { city: 'Lyon' })).toEqual({
    depositedFrom: '2024-09-01',
    depositedTo: '2025-08-31',
    city: 'Lyon',
  });
});
