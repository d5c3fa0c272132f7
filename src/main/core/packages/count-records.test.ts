import { expect, it } from 'vitest';
import { countRecords } from './count-records';

/** The bytes of a text, in pieces of one, two and all at once. */
const countsOf = (text: string): number[] => {
  const bytes = Buffer.from(text);
  return [1, 2, bytes.length + 1].map((size) => {
    const counter = countRecords();
    for (let at = 0; at < bytes.length; at += size) counter.add(bytes.subarray(at, at + size));
    return counter.records();
  });
};

it.each([
  ['nothing', '', 0],
  ['a record without an end', 'a,b', 1],
  ['either line end', 'a\r\nb\nc\r\n', 3],
  ['blank lines', 'a\r\n\r\nb\r\n\r\n', 2],
  ['line breaks and quotes between quotes', '"a\r\n""b""\nc",d\r\n"é",""\r\n', 2],
  ['an empty text', 'a\r\n""\r\n', 2],
])('counts the records of %s', (_what, text, count) => {
  expect(countsOf(text)).toEqual([count, count, count]);
});
