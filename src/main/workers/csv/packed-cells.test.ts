import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packCells, unpackCells } from './packed-cells';

const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\u001f', 'a\u001eb', '[', 'J', 'S', '', '\n'));

it('gives back every cell that was packed', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 6 }), (rows) => {
      expect(unpackCells(packCells(rows))).toEqual(rows);
    }),
  );
});

it('packs what repeats itself into a small part of its size', () => {
  const rows = Array.from({ length: 500 }, (_, index) => [
    String(index),
    'Vous rejoindrez une équipe de douze personnes.',
  ]);
  expect(packCells(rows).byteLength).toBeLessThan(JSON.stringify(rows).length / 5);
});
