import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold, foldToWords } from './fold';

it('takes accents, capitals, ligatures and curly apostrophes away', () => {
  expect(fold('Chargé·e  d’ŒUVRE\u00a0à Nîmes ')).toBe("charge·e d'oeuvre a nimes");
});

it('keeps plain text but for capitals and spaces', () => {
  expect(fold('  Data   Engineer (Python)')).toBe('data engineer (python)');
});

it('reduces a name to its words', () => {
  expect(foldToWords('L’Atelier - Bois & Cie (S.A.R.L.)')).toBe('l atelier bois cie s a r l');
});

it('changes nothing the second time', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void expect(fold(fold(text))).toBe(fold(text))));
});

it('finds the same form on its fast ways as by taking letters apart', () => {
  const beyondWestern = 'ʼ';
  for (let code = 0x20; code < 0x180; code += 1) {
    const letter = String.fromCharCode(code);
    if (/\s/.test(letter)) continue;
    // A letter of another script sends the whole text the slow way.
    expect(`x${fold(`x${letter}x`)}`).toBe(`x${fold(`x${letter}x${beyondWestern}`).replace(/'$/, '')}`);
  }
});
