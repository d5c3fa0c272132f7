import { expect, it } from 'vitest';
import { passageInContext } from './read-source';

const place = (text: string, words: string) => {
  const start = text.indexOf(words);
  return passageInContext(text, { start, end: start + words.length });
};

it('shows a passage between the words around it, without cutting one', () => {
  const text = `${'Nous sommes une maison ancienne. '.repeat(3)}Vous préparez un master 2 en droit des affaires, et ${'encore '.repeat(20)}`;
  expect(place(text, 'master 2')).toBe(
    '… une maison ancienne. Vous préparez un [master 2] en droit des affaires, et encore…',
  );
});

it('shows a passage at an end of the text, on one line', () => {
  expect(place('Stage\r\nde 6 mois', 'Stage')).toBe('[Stage] de 6 mois');
  expect(place('Stage\r\nde 6 mois', '6 mois')).toBe('Stage de [6 mois]');
});
