import { expect, it } from 'vitest';
import { arrowStep } from './arrow-step';

it.each([
  ['ArrowRight', 0, 3, 1],
  ['ArrowDown', 2, 3, 0],
  ['ArrowLeft', 0, 3, 2],
  ['ArrowUp', 1, 3, 0],
  ['ArrowLeft', -1, 3, 0],
  ['Home', 2, 3, 0],
  ['End', -1, 3, 2],
  ['Enter', 1, 3, null],
  ['ArrowRight', -1, 0, null],
])('%s at %i of %i leads to %s', (key, at, count, next) => {
  expect(arrowStep(key, at, count)).toBe(next);
});
