import { describe, expect, it } from 'vitest';
import { usualNotation } from './file-notation';
import { findNotation } from './find-notation';
import type { ColumnMapping } from './import';
import { createRowReader } from './read-import-row';

const mapping: ColumnMapping = ['title', 'start', 'weeklyHours', 'pay'];
const header = ['titre', 'début', 'heures', 'gratification'];

function found(...rows: readonly [string, string, string][]) {
  return findNotation(
    rows.map((cells) => ['Stage', ...cells]),
    mapping,
  );
}

describe('how a file writes days', () => {
  it.each([
    ['month-first', ['03/04/2026', '12/31/2026', '08-17-26']],
    ['day-first', ['03/04/2026', '31/12/2026', '17-08-26']],
    // Neither says anything, one may be a slip of the pen, and where they contradict each other nobody knows.
    ['day-first', ['03/04/2026', '05/06/2026']],
    ['day-first', ['03/04/2026', '12/31/2026']],
    ['day-first', ['12/31/2026', '12/30/2026', '13/01/2026']],
    ['day-first', ['2026-12-31', '2026-12-30']],
  ])('is found as %s from %j', (order, days) => {
    expect(found(...days.map((day): [string, string, string] => [day, '', ''])).dayOrder).toBe(order);
  });

  it('decides what a row says, and its issues keep what stands in the file', () => {
    const read = createRowReader('offers', header, mapping, {
      notation: { ...usualNotation, dayOrder: 'month-first' },
    });
    const startOf = (text: string) => {
      const { draft, issues } = read(['Stage', text, '', '']);
      return [draft?.kind === 'offers' ? draft.offer.start : null, issues.map(({ value }) => value)];
    };
    expect(startOf('03/04/2026')).toEqual([{ kind: 'date', on: '2026-03-04' }, []]);
    expect(startOf('09/15/2026 – 10/31/2026')).toEqual([{ kind: 'range', from: '2026-09-15', to: '2026-10-31' }, []]);
    expect(startOf('2026-03-04')).toEqual([{ kind: 'date', on: '2026-03-04' }, []]);
    expect(startOf('31/12/2026')).toEqual([null, ['31/12/2026']]);
  });
});

describe('how a file writes numbers', () => {
  it.each([
    ['comma', ['37,5', '1.250']],
    ['point', ['37.5', '1,250']],
    ['either', ['37.5', '37,5']],
    ['either', ['35', '1,250']],
    ['point', ['1,250.50']],
    ['comma', ['1.250,50']],
  ])('is found as %s from %j', (decimal, numbers) => {
    expect(found(...numbers.map((number): [string, string, string] => ['', '', number])).decimal).toBe(decimal);
  });

  it.each([
    ['either', '1,250', null],
    ['point', '1,250', 1250],
    ['comma', '1.250', 1250],
    ['point', '1250', 1250],
    ['comma', '12,5', null],
  ] as const)('as %s, %s is the whole number %s', (decimal, text, places) => {
    const notation = { ...usualNotation, decimal };
    const read = createRowReader('offers', ['titre', 'places'], ['title', 'places'], { notation });
    const { draft } = read(['Stage', text]);
    expect(draft?.kind === 'offers' ? draft.offer.places : 'no offer').toBe(places);
  });

  it('decides what is paid, also beside words', () => {
    const notation = { ...usualNotation, decimal: 'point' } as const;
    const { draft } = createRowReader('offers', header, mapping, { notation })(['Stage', '', '', '1,250.50 € / mois']);
    expect(draft?.kind === 'offers' && draft.offer.pay).toMatchObject({ amount: 1250.5, per: 'month' });
  });
});
