import { describe, expect, it } from 'vitest';
import { cutCell, isCutOff, maxCellLength } from './cut-cell';

const long = 'Vous tiendrez les comptes. '.repeat(2_000).trim();

describe('a text that is longer than a cell', () => {
  it('is cut to what a cell holds, without half of a character', () => {
    expect([cutCell('court'), cutCell(long).length]).toEqual(['court', maxCellLength]);
    const pairs = cutCell('x' + '😀'.repeat(20_000));
    expect([pairs.length <= maxCellLength, /\p{Surrogate}/u.test(pairs)]).toEqual([true, false]);
  });

  it('is known again by its beginning, unless anything was written in it', () => {
    const cut = cutCell(long);
    expect(isCutOff(cut, long)).toBe(true);
    expect(isCutOff(`X${cut.slice(1)}`, long)).toBe(false);
    expect(isCutOff(cut.replace('…', '.'), long)).toBe(false);
    expect(isCutOff('Vous tiendrez…', long)).toBe(false);
    expect(isCutOff(cut, `${long.slice(0, 1_000)} ${long}`)).toBe(false);
    expect(isCutOff(null, long)).toBe(false);
  });

  it('is known again as a list', () => {
    const list = Array.from({ length: 200 }, (_, index) => `${index} ${'mot '.repeat(60).trim()}`);
    const cut = cutCell(list.join(' | '))
      .split('|')
      .map((item) => item.trim());
    expect(isCutOff(cut, list)).toBe(true);
    expect(isCutOff(list.slice(0, 2), list)).toBe(false);
  });
});
