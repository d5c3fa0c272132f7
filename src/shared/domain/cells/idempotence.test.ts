import fc from 'fast-check';
import { expect, it } from 'vitest';
import { guardFormula, unguardFormula } from './formula-guard';
import { parseList } from './parse-list';
import { parsePay } from './parse-pay';
import { parsePlace, parsePostcode } from './parse-place';

// What was understood once is written out and read again unchanged: nothing may drift from export to import.

const letters = [...'ABéÉß -12İŉẞﬁΣ\'CEDX07FRer\u00a0\t\n|;,•="–'];
const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...letters), maxLength: 14 }),
  fc.constantFrom('ẞ 𐀀', '=7 "', '•;A', '• • x', '12 - 34 - LYON CEDEX 01 02', '- | -'),
);
const runs = { numRuns: 5_000 };

it('a town stays the town that it is', () => {
  const check = (text: string): void => {
    const { city } = parsePlace(text);
    if (city !== null) expect(parsePlace(city).city).toBe(city);
  };
  fc.assert(fc.property(texts, check), runs);
  expect(parsePlace('ẞ 𐀀').city).toBe('ß 𐀀');
});

it('a postcode stays, also as Excel keeps it', () => {
  const check = (text: string, country: string | null): void => {
    const code = parsePostcode(text, country);
    if (code === undefined) return;
    expect(parsePostcode(code, country)).toBe(code);
    expect(parsePostcode(`="${code}"`, country)).toBe(code);
  };
  fc.assert(fc.property(texts, fc.constantFrom(null, 'Belgique'), check), runs);
  expect(parsePostcode('=7 "', null)).toBe(parsePostcode('7', null));
});

it('the items of a list stay', () => {
  const check = (text: string): void => {
    const items = parseList(text);
    expect(parseList(`${items.join(' | ')} |`)).toEqual(items);
  };
  fc.assert(fc.property(texts, check), runs);
  expect(parseList('•;A')).toEqual(['•', 'A']);
});

it('pay stays what its words say', () => {
  const check = (text: string): void => {
    expect(parsePay(parsePay(text).wording)).toEqual(parsePay(text));
  };
  fc.assert(fc.property(texts, check), runs);
});

it('a guarded text comes back', () => {
  const check = (text: string): void => {
    expect(unguardFormula(guardFormula(text))).toBe(text);
  };
  fc.assert(fc.property(texts, check), runs);
});
