import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, prepareText, removedExpressions } from './prepare-text';

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

  it.each([
    ['Dispatcher·use', 'dispatcher'],
    ['Dispatcher.use.s', 'dispatcher'],
    ['Vendeur(use)', 'vendeur'],
    ['Maître·sse de maison', 'maitre de maison'],
    ['Hôte·sse·s', 'hote'],
  ])('knows the endings of both sexes: %s', (text, expected) => {
    expect(prepareText(text)).toBe(prepareText(expected));
  });

  it.each(['land-use planning', 'dual-use', 'qualité/SSE', 'responsable SSE', 'Ingénieur (SSE)'])(
    'takes no word for an ending: %s',
    (text) => expect(prepareText(text)).toMatch(/ (?:use|sse)(?: |$)|utilis/),
  );

  it('removes by the very expression that the training removed by', () => {
    const python = readFileSync(
      fileURLToPath(new URL('../../../../models/training/prepare.py', import.meta.url)),
      'utf8',
    );
    const [, written] = /^INCLUSIVE = re\.compile\(r"(.*)"\)\r?$/m.exec(python) ?? [];
    expect(removedExpressions.map(({ source }) => source)).toContain(written);
  });
});
