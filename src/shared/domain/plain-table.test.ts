import { expect, it } from 'vitest';
import { readPlainTable } from './plain-table';

it('reads rows by column, whatever the line ends, with or without a byte order mark', () => {
  expect(readPlainTable('\ufeffcode;label\r\nA;Agriculture, pêche\r\nB;\r\n', ['code', 'label'])).toEqual([
    { code: 'A', label: 'Agriculture, pêche' },
    { code: 'B', label: '' },
  ]);
});

it.each(['label;code\nA;B', 'code;label\nA', 'code;label\nA;B;C', 'code;label\n"A";B', ''])('refuses %j', (text) => {
  expect(() => readPlainTable(text, ['code', 'label'])).toThrow();
});
