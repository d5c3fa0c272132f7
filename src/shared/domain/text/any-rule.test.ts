import { describe, expect, it } from 'vitest';
import { createAnyRule } from './any-rule';

const rules = [
  /\b(?:mutuelle|tickets? resto|(?:titres?|cheques?) (?:restaurant|cadeau)s?)\b/,
  /\b(?:stage|alternance)\b.*\b(?:dure|deuxieme annee|\d+ mois)\b/,
  /^(?:remuneration|duree)\b/,
  /\bdonnees personnelles .*\b(?:recrutement|candidatures?)\b|\brgpd .*\bcandidat/,
  /\b\d*(?:salaries|sites)$/,
];
const words =
  'mutuelle ticket tickets resto titre cheques restaurant cadeaux stage stages alternance dure deuxieme annee 6 mois remuneration duree donnees personnelles rgpd recrutement candidature candidats 12 salaries 12salaries sites c++ de'.split(
    ' ',
  );

describe('createAnyRule', () => {
  const isAny = createAnyRule(rules);

  it('finds what any of the expressions finds', () => {
    const drawn = { yes: 0, no: 0 };
    for (let number = 0; number < 4_000; number += 1) {
      // Sentences of one to six words, all different, always the same ones.
      const sentence = Array.from(
        { length: 1 + (number % 6) },
        (_, at) => words[(number * (7 + at * 11)) % words.length],
      );
      const text = sentence.join(' ');
      const expected = rules.some((rule) => rule.test(text));
      expect([text, isAny(text)]).toEqual([text, expected]);
      drawn[expected ? 'yes' : 'no'] += 1;
    }
    expect(Math.min(drawn.yes, drawn.no)).toBeGreaterThan(500);
  });

  it('refuses what it cannot look up by words', () => {
    expect(() => createAnyRule([/\ba\b.*\bb\b.*\bc\b/])).toThrow('two parts');
    expect(() => createAnyRule(Array.from({ length: 32 }, () => /\ba\b/))).toThrow('31');
  });
});
