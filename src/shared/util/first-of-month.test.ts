import { expect, it } from 'vitest';
import { withFirstOfMonth } from './first-of-month';

it.each([
  ['fr-FR', '1 avril 2027', '1er avril 2027'],
  ['fr', 'jeudi 1 avril 2027', 'jeudi 1er avril 2027'],
  ['fr-FR', '11 avril 2027', '11 avril 2027'],
  ['fr-FR', '21 janvier 2021', '21 janvier 2021'],
  ['en-GB', '1 April 2027', '1 April 2027'],
])('%s: %s is “%s”', (locale, date, expected) => {
  expect(withFirstOfMonth(locale, date)).toBe(expected);
});
