import { describe, expect, it } from 'vitest';
import { departmentOf } from './department';

describe('the department of a postcode', () => {
  it.each([
    ['38000', null, '38'],
    ['01000', 'France', '01'],
    ['20000', 'FRANCE', '2A'],
    ['20137', null, '2A'],
    ['20200', null, '2B'],
    ['20620', null, '2B'],
    ['97400', null, '974'],
    ['98800', 'fr', '988'],
    ['28013', 'Espagne', null],
    ['1000', null, null],
    ['', null, null],
    ['99999', null, null],
    ['20300', null, null],
    [null, 'France', null],
  ])('%s in %s is %s', (postcode, country, code) => {
    expect(departmentOf(postcode, country)).toBe(code);
  });
});
