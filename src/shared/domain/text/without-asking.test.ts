import { expect, it } from 'vitest';
import { withoutAsking } from './without-asking';

it.each([
  ['Je cherche une formation pour devenir sage-femme ou infirmière', 'sage-femme ou infirmière'],
  ['Bonjour, je voudrais travailler dans l’apiculture', 'apiculture'],
  ['je souhaite devenir ingénieur du son', 'ingénieur du son'],
  ['J’aimerais bien faire des études de droit', 'droit'],
  ['Je suis à la recherche d’une formation en soudure', 'soudure'],
  ['Ma fille veut être vétérinaire.', 'vétérinaire.'],
  ['Quelle formation pour travailler dans le domaine de la banque ?', 'banque ?'],
  ['Comment devenir avocat ?', 'avocat ?'],
  ['I want to become a nurse', 'nurse'],
  ["I'd like to work in finance", 'finance'],
  ['I am looking for a degree to become an accountant', 'accountant'],
  ['How to become a midwife', 'midwife'],
])('of a question what is looked for is left: %s', (text, left) => {
  expect(withoutAsking(text)).toBe(left);
});

it.each([
  ['sage-femme ou infirmière'],
  ['Formation pour adultes : animer des ateliers'],
  ['Le stage consiste à faire des mesures de bruit.'],
  ['Je cherche une formation'],
  ['Bonjour'],
  ['La banque recherche un comptable'],
  ['Internship in organic chemistry'],
  [''],
])('a text that does not ask stays as it is: %s', (text) => {
  expect(withoutAsking(text)).toBe(text);
});
