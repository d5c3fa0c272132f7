import { expect, it } from 'vitest';
import { contractWanted, wishToRank } from './wish';

it.each([
  [
    'J’aime les sciences : je voudrais devenir infirmière ou travailler dans un laboratoire de biologie.',
    'devenir infirmière ou travailler dans un laboratoire de biologie',
  ],
  [
    'Je parle espagnol, je me vois dans le tourisme. Plus tard, aider les gens !',
    'me vois dans le tourisme, aider les gens',
  ],
  ['I like maths and want to work in a bank', 'work in a bank'],
])('what somebody wants to do stands before what they like: %s', (text, title) => {
  expect(wishToRank(text)).toMatchObject({ title, description: expect.stringContaining(title.slice(0, 9)) as unknown });
});

it.each([
  ['Un stage de dix semaines en comptabilité', 'internship'],
  ['I am looking for an internship', 'internship'],
  ['une ALTERNANCE dans le web', 'work-study'],
  ['contrat pro. ou apprentissage', 'work-study'],
  ['stage ou alternance, près de Grenoble', null],
  ['Après mon stage en labo, je voudrais un emploi', null],
  ['J’ai déjà fait un stage, je cherche un CDI', null],
  ['J’ai fait un stage en banque et je cherche une alternance', 'work-study'],
  ['Pendant mon stage, j’ai analysé des eaux', null],
  ['Analyser des eaux pendant un stage', 'internship'],
  ['Après mon BUT, un stage en laboratoire', 'internship'],
  ['I did an internship and look for an apprenticeship', 'work-study'],
  ['Je voudrais monter des stagecraft', null],
  ['', null],
] as const)('the contract that “%s” names is %s', (text, contract) => {
  expect(contractWanted(text)).toBe(contract);
});

it('a text that names nothing wanted is compared by itself', () => {
  expect(wishToRank('Les maths et la physique, en équipe', [3])).toMatchObject({
    ...{ description: 'Les maths et la physique, en équipe', levels: [3] },
  });
});

it.each(['', '   ', 'a'.repeat(200_001)])('nothing is compared with a text that says nothing or too much', (text) => {
  expect(wishToRank(text)).toBeNull();
});

it('comes to an end on a long text', () => {
  // An expression that looks again from each word takes longer than a test is given.
  expect(wishToRank('travailler à la '.repeat(12_000))).not.toBeNull();
});
