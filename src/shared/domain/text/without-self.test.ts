import { expect, it } from 'vitest';
import { withoutSelf } from './without-self';

it.each([
  ['Je m’appelle Camille Dupont, j’ai 19 ans, je voudrais devenir infirmière.', 'je voudrais devenir infirmière.'],
  ["Bonjour, je m'appelle Karim et je veux étudier le droit", 'Bonjour, et je veux étudier le droit'],
  ['Je suis Zoé Hébrard, en licence de chimie', 'en licence de chimie'],
  ['Née le 3 mai 2007, j’aime les langues', 'j’aime les langues'],
  ['Mon nom est Nguyen. J’aime dessiner.', 'J’aime dessiner.'],
  ['J’habite à Saint-Étienne et je veux soigner', 'et je veux soigner'],
  ['12 bis, rue des Lilas, 38000 Grenoble : le génie civil', 'le génie civil'],
  ['camille.dupont@exemple.example 06 12 34 56 78 électronique', 'électronique'],
  ['My name is Ann Lee, I am 20 years old, I like physics', 'I like physics'],
  ['Zoé Hébrard, je veux dessiner', 'je veux dessiner'],
  ['Nom : Petit\nPrénom : Marie\nle marketing', 'le marketing'],
])('of who somebody is nothing is left: %s', (text, left) => {
  expect(withoutSelf(text)).toBe(left);
});

it.each([
  ['Je suis en BUT de chimie et j’aimerais analyser des eaux'],
  ['Je suis passionné par le droit'],
  ['Un diplôme en 2 ans, avec 3 ans d’expérience'],
  ['Je veux travailler avec des enfants de 3 à 6 ans d’une école'],
  ['SQL, Python et R'],
  ['Sciences Politiques, histoire'],
  ['Je suis Infirmière, et je cherche un master'],
])('what somebody wants stays: %s', (text) => {
  // Ages of others are no wish either: what is left says the same work.
  const left = withoutSelf(text);
  for (const word of text.match(/\p{L}{4,}/gu) ?? []) expect(left).toContain(word);
});

// An expression that looks again from each character takes longer than a test is given.
it.each(['a'.repeat(200_000), 'Je suis '.repeat(20_000), '12 rue '.repeat(20_000), '1'.repeat(200_000)])(
  'comes to an end on a long text',
  (text) => {
    expect(withoutSelf(`${text} comptable`)).toMatch(/comptable$/u);
  },
);
