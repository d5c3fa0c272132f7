import { describe, expect, it } from 'vitest';
import { readSiret } from './company-siret';

describe('a SIRET as it is typed', () => {
  it.each([
    ['73282932000074', { kind: 'right', siret: '73282932000074' }],
    ['732 829 320 00074', { kind: 'right', siret: '73282932000074' }],
    ['="73282932000074"', { kind: 'recovered', siret: '73282932000074' }],
    ['91614800034', { kind: 'recovered', siret: '00091614800034' }],
    ['73282932000074.0', { kind: 'recovered', siret: '73282932000074' }],
    // An establishment of La Poste, by the sum of its digits.
    ['35600000049837', { kind: 'right', siret: '35600000049837' }],
    ['', { kind: 'empty' }],
    ['   ', { kind: 'empty' }],
  ])('%j is %j', (text, expected) => {
    expect(readSiret(text)).toEqual(expected);
  });

  it.each([
    ['1,23457E+13', 'scientific'],
    ['7.3282932E13', 'scientific'],
    ['73282932000075', 'wrong-key'],
    ['732829320000741', 'too-long'],
    ['732829320', 'siren'],
    ['7328293', 'incomplete'],
    ['FR 732829320', 'not-digits'],
    ['00000000000000', 'wrong-key'],
  ])('%j cannot be one: %s', (text, fault) => {
    expect(readSiret(text)).toMatchObject({ kind: 'wrong', fault });
  });
});
