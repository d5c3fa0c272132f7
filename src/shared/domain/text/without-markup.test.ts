import { describe, expect, it } from 'vitest';
import { withoutMarkup } from './without-markup';

describe('a text that was pasted as the source of a page', () => {
  it.each([
    ['<p>Nous recherchons un <b>d&eacute;veloppeur</b>.</p>', '\nNous recherchons un développeur.\n'],
    ['<ul class="a">\n<li>Saisie</li><li>Paie</li></ul>', '\n\n\n- Saisie\n\n- Paie\n\n'],
    ['Stage<br/>600&nbsp;&euro; &#233; &#xE9;', 'Stage\n600\u00a0€ é é'],
    ['a<script>alert("<p>x</p>")</script>b<!-- <b> -->c<STYLE>p { }</STYLE>d', 'a bc d'],
    ['<table><tr><td>Lieu</td><td>Lyon</td></tr></table>', '\n\n Lieu  Lyon \n\n'],
  ])('%s', (written, plain) => expect(withoutMarkup(written).text).toBe(plain));

  it.each([
    'x < 3 et y > 5',
    'De : Léa <lea@exemple.fr>',
    'R&D; AT&T',
    'List<String>',
    '<<< urgent >>>',
    '<p sans fin',
    '&zzzz;',
  ])('is not every text with such signs: %s', (written) => expect(withoutMarkup(written).text).toBe(written));

  it('is cited where it was written', () => {
    const written = '<p>Stage</p><p>Ma&icirc;trise de <i>Ex</i>cel exig&eacute;e</p>';
    const { text, written: place } = withoutMarkup(written);
    const cited = (words: string): string => {
      const start = text.indexOf(words);
      const at = place(start, start + words.length);
      return written.slice(at.start, at.end);
    };
    expect([cited('Stage'), cited('Maîtrise'), cited('exigée'), cited('Excel')]).toEqual([
      'Stage',
      'Ma&icirc;trise',
      'exig&eacute;e',
      'Ex</i>cel',
    ]);
  });

  it.each(['<!--', '<script>', '<p ', '<', '&', '</'])('is read in one go, whatever was never closed: %s', (bad) => {
    expect(withoutMarkup(`${bad.repeat(50_000)} Stage`).text).toContain('Stage');
  });
});
