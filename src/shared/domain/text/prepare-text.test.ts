import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, prepareText } from './prepare-text';

describe('folding', () => {
  it('makes the same of a Latin text whether or not another script stands behind it', () => {
    const codes = fc.oneof(fc.integer({ min: 0, max: 0x2ff }), fc.integer({ min: 0x2000, max: 0x206f }));
    const texts = fc.oneof(
      fc.array(fc.constantFrom('É', 'œ', 'æ', 'ǽ', 'İ', 'ß', '’', '`', '…', '½', 'C++ ', 'e'), { maxLength: 20 }),
      fc.array(codes.map((code) => String.fromCharCode(code))),
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join('');
        expect(foldText(text)).toBe(foldText(`${text}ж`).slice(0, -1));
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes accents away that stand as signs of their own', () => {
    expect(foldText('E\u0301tude a\u0300 c\u0327a')).toBe('etude a ca');
  });
});

describe('the preparation of a text', () => {
  it.each([
    ['Software Engineers', 'logiciel ingenieurs'],
    ['Nurse (M/F)', 'infirmier'],
    ['Compta et maths', 'comptabilite et mathematiques'],
    ['Web developers', 'web developpeurs'],
    ['Business developer', 'business developer'],
    ['Food truck', 'food truck'],
    ['Truck driver', 'camion conducteur'],
  ])('says English words and short forms in French: %s', (text, expected) => {
    expect(prepareText(text)).toBe(expected);
  });
});
