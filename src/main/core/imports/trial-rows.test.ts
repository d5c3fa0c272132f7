import { expect, it } from 'vitest';
import type { ImportRowState } from '../../../shared/domain/import';
import type { StoredRow } from '../ports';
import { createTrialRows } from './trial-rows';

const row = (line: number, state: ImportRowState, isDoubtful = false): StoredRow => ({
  ...{ line, state },
  issues: isDoubtful ? [{ severity: 'warning', code: 'bad-date', column: 'Date', value: 'demain' }] : [],
});

const none = (): [] => [];

it('keeps the first rows of each outcome, however many of another came before', () => {
  const trial = createTrialRows();
  for (let line = 2; line < 40_002; line += 1) trial.put(row(line, 'created', true), () => ['x'], none);
  for (let line = 40_002; line < 60_002; line += 1) trial.put(row(line, 'rejected', true), () => ['x'], none);
  trial.put(row(60_002, 'updated'), () => ['last'], none);
  const kept = trial.rows();
  const count = (state: ImportRowState): number => kept.filter((one) => one.state === state).length;
  expect([count('created'), count('rejected'), count('updated'), count('unchanged')]).toEqual([2_000, 10_000, 1, 0]);
  expect(kept.map(({ line }) => line)).toEqual([...kept.map(({ line }) => line)].sort((one, other) => one - other));
  expect(kept.at(-1)?.cells).toEqual(['last']);
});

it('keeps a row that is taken with a remark beside those of which there is nothing to say', () => {
  const trial = createTrialRows();
  for (let line = 2; line < 5_002; line += 1) trial.put(row(line, 'unchanged'), () => [], none);
  trial.put(row(5_002, 'unchanged', true), () => [], none);
  expect(trial.rows().at(-1)?.line).toBe(5_002);
});

it('stops at so many characters of one outcome, and asks for no cells that it does not keep', () => {
  const trial = createTrialRows();
  let asked = 0;
  const long = (): readonly string[] => {
    asked += 1;
    return ['x'.repeat(4_000_000)];
  };
  for (let line = 2; line < 12; line += 1) trial.put(row(line, 'rejected'), long, none);
  trial.put(row(12, 'created'), long, none);
  expect(trial.rows().map(({ state }) => state)).toEqual(['rejected', 'rejected', 'rejected', 'created']);
  expect(asked).toBe(4);
});

it('tells of an updated row what would change, and asks of no other', () => {
  const trial = createTrialRows();
  const change = { field: 'city', before: { text: 'Lyon' }, after: null } as const;
  trial.put(
    row(2, 'created'),
    () => [],
    () => [change],
  );
  trial.put(
    row(3, 'updated'),
    () => [],
    () => [change],
  );
  expect(trial.rows().map(({ trial: found }) => found)).toEqual([null, { changes: [change], alike: [] }]);
});

it('keeps rows that may come twice beside the first ones, in the order of the file', () => {
  const trial = createTrialRows();
  for (let line = 2; line < 2_002; line += 1) trial.put(row(line, 'created'), () => [], none);
  const alike = [{ offerId: null, line: 5, title: 'Comptable', similarity: 1 }];
  trial.mark([1_900, 3].map((line) => ({ row: { ...row(line, 'created'), cells: ['x'] }, alike })));
  const marked = trial.rows().filter(({ trial: found }) => found);
  expect(marked.map(({ line }) => line)).toEqual([3, 1_900]);
  expect(trial.rows()).toHaveLength(1_001);
});
