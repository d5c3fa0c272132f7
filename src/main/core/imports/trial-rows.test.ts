import { expect, it } from 'vitest';
import type { ImportRowState } from '../../../shared/domain/import';
import type { StoredRow } from '../ports';
import { createTrialRows } from './trial-rows';

const row = (line: number, state: ImportRowState, isDoubtful = false): StoredRow => ({
  ...{ line, state },
  issues: isDoubtful ? [{ severity: 'warning', code: 'bad-date', column: 'Date', value: 'demain' }] : [],
});

it('keeps the first rows of each outcome, however many of another came before', () => {
  const trial = createTrialRows();
  for (let line = 2; line < 40_002; line += 1) trial.put(row(line, 'created', true), () => ['x']);
  for (let line = 40_002; line < 60_002; line += 1) trial.put(row(line, 'rejected', true), () => ['x']);
  trial.put(row(60_002, 'updated'), () => ['last']);
  const kept = trial.rows();
  const count = (state: ImportRowState): number => kept.filter((one) => one.state === state).length;
  expect([count('created'), count('rejected'), count('updated'), count('unchanged')]).toEqual([2_000, 10_000, 1, 0]);
  expect(kept.map(({ line }) => line)).toEqual([...kept.map(({ line }) => line)].sort((one, other) => one - other));
  expect(kept.at(-1)?.cells).toEqual(['last']);
});

it('keeps a row that is taken with a remark beside those of which there is nothing to say', () => {
  const trial = createTrialRows();
  for (let line = 2; line < 5_002; line += 1) trial.put(row(line, 'unchanged'), () => []);
  trial.put(row(5_002, 'unchanged', true), () => []);
  expect(trial.rows().at(-1)?.line).toBe(5_002);
});

it('stops at so many characters of one outcome, and asks for no cells that it does not keep', () => {
  const trial = createTrialRows();
  let asked = 0;
  const long = (): readonly string[] => {
    asked += 1;
    return ['x'.repeat(4_000_000)];
  };
  for (let line = 2; line < 12; line += 1) trial.put(row(line, 'rejected'), long);
  trial.put(row(12, 'created'), long);
  expect(trial.rows().map(({ state }) => state)).toEqual(['rejected', 'rejected', 'rejected', 'created']);
  expect(asked).toBe(4);
});
