import { expect, it } from 'vitest';
import { jobStepWeights, progressOf } from './progress';

it('gives the steps of every kind weights that add up to the whole job', () => {
  for (const steps of Object.values(jobStepWeights)) {
    expect(steps.reduce((sum, [, weight]) => sum + weight, 0)).toBeCloseTo(1, 10);
  }
});

it('counts the steps before and the part done of the present one', () => {
  expect(progressOf('rank', 'embed', 50, 100)).toEqual({ step: 'embed', done: 50, total: 100, ratio: 0.3 });
  expect(progressOf('rank', 'match', 0, 10).ratio).toBeCloseTo(0.6, 10);
  expect(progressOf('rank', 'understand', 10, 10).ratio).toBeCloseTo(1, 10);
});

it('takes an unknown total for half of the step and an empty one for all of it', () => {
  expect(progressOf('export', 'write', 7, null).ratio).toBe(0.5);
  expect(progressOf('export', 'write', 0, 0).ratio).toBe(1);
});

it('never leaves the range from 0 to 1', () => {
  expect(progressOf('export', 'write', 12, 10).ratio).toBe(1);
});
