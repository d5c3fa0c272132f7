import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropRepetitions, prepareText } from '../text/prepare-text';
import { placedWords } from './placed-words';

const written = (text: string): readonly string[] => placedWords(text).map(({ start, end }) => text.slice(start, end));
const prepared = (text: string): string => dropRepetitions(placedWords(text).map(({ word }) => word)).join(' ');

describe('placedWords', () => {
  it.each([
    ['L’Œuvre d’été', ['Œuvre', 'été']],
    ['Chargée de <b>clientèle</b> (H/F)', ['Chargée', 'de', 'clientèle']],
    ['Développeur·se C++2024, C#', ['Développeur', 'C++', 'C#']],
    ['🎉 Caf\u0065\u0301s &amp; thés : contact@exemple.fr', ['Cafe\u0301s', 'thés']],
    ['H\u00c6\u0301tti \u01fd', ['H\u00c6\u0301tti', '\u01fd']],
    ['مهندس ingénieur 𝐝𝐚𝐭𝐚', ['ingénieur', '𝐝𝐚𝐭𝐚']],
  ])('finds the words of %j where they stand', (text, words) => {
    expect(written(text)).toEqual(words);
  });

  it('gives the words of the preparation, on every line of the samples', () => {
    const lines = ['offers', 'formations'].flatMap((name) =>
      readFileSync(resolve(import.meta.dirname, `../../../../data/samples/${name}.csv`), 'utf8').split('\n'),
    );
    expect(lines.length).toBeGreaterThan(1_000);
    expect(lines.filter((line) => prepared(line) !== prepareText(line))).toEqual([]);
  });

  it('gives the words of the preparation, whatever the text', () => {
    const pieces = fc.constantFrom(
      'é',
      'œ',
      '(e)s',
      'h/f',
      ' ',
      '·se',
      'l’',
      '<i>',
      '&nbsp;',
      '2024',
      'c++',
      'ﬁ',
      'İ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 6 }))), (parts) => {
        const text = parts.join('');
        expect(prepared(text)).toBe(prepareText(text));
      }),
    );
  });
});
