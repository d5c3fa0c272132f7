import { describe, expect, it } from 'vitest';
import { fileNameOf, withoutContact } from './transmission-letter';

describe('the name of a file', () => {
  it.each([
    ['CON', '_CON.pdf'],
    ['nul', '_nul.pdf'],
    ['COM1. Vente', '_COM1. Vente.pdf'],
    ['Aux', '_Aux.pdf'],
    ['Conseil', 'Conseil.pdf'],
    ['COM10', 'COM10.pdf'],
    ['a/b: c?', 'a b c.pdf'],
    [' . ', 'offre.pdf'],
  ])('made of %s is one that Windows takes', (text, name) => {
    expect(fileNameOf(text, 'pdf')).toBe(name);
  });
});

describe('a text without contact', () => {
  it.each([
    ['CV à rh@abaque.example.', null, 'CV à ….'],
    ['CV à rh [at] abaque.example', null, 'CV à …'],
    ['Tél. : 04 65 71 32 89, +33465713289', null, 'Tél. : …, …'],
    ['Contact : Léa Roux ou ROUX Léa, Madame ROUX', 'Mme Léa Roux', 'Contact : … ou …, …'],
    ['Le petit Roux du 01/02/2026 au 30/06/2026, 1 250 €, SIRET 732 829 320 00074', 'Léa Roux', null],
    ['Appeler M. De La Tour', 'Jean De La Tour', 'Appeler …'],
  ])('%s', (text, name, expected) => {
    expect(withoutContact(text, name, '…')).toBe(expected ?? text);
  });
});
