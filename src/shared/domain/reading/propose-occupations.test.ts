import { expect, it } from 'vitest';
import { proposeOccupations } from './propose-occupations';

const likely = (...parts: readonly number[]) =>
  parts.map((part, at) => ({ code: `A110${at}`, label: `Métier ${at}`, part, nearest: { code: 'A1101', label: '' } }));

it.each([
  [[0.5, 0.2, 0.15, 0.12], 3],
  [[0.6, 0.2, 0.05], 2],
  [[0.25, 0.05], 1],
  // A vague text is near a little of everything.
  [[0.24, 0.2, 0.18], 0],
  [[0.13], 0],
  [[], 0],
])('of occupations with the parts %j the first %i are worth proposing', (parts, count) => {
  expect(proposeOccupations(likely(...parts))).toEqual(likely(...parts).slice(0, count));
});
