import { expect, it } from 'vitest';
import { tracePerson } from './person-trace';

const trace = tracePerson({
  name: 'Ghislaine Le Morvantec',
  email: 'G.Morvantec@brumelis.example',
  phone: '02 99 88 77 66',
});

it.each([
  ['Mme Ghislaine Le Morvantec, RH', 'Mme ×, RH'],
  ['LE MORVANTEC Ghislaine', '×'],
  ['Écrire à g.morvantec@brumelis.example.', 'Écrire à ×.'],
  ['Tél. +33 (0)2.99.88.77.66 le matin', 'Tél. × le matin'],
  ['299887766', '×'],
  ['0033299887766 ou g.morvantec@brumelis.example', '× ou ×'],
])('erases a person from "%s"', (text, erased) => {
  expect(trace.erase(text, '×')).toBe(erased);
});

it.each([
  'Ghislaine Le Morvantecq',
  'Le Morvantec & fils',
  'ag.morvantec@brumelis.example',
  'g.morvantec@brumelis.example.org',
  '02 99 88 77 665',
  'e\u0301quipe',
])('leaves "%s" as it is', (text) => {
  expect(trace.erase(text, '×')).toBe(text);
});

it('takes a name of one word only for a whole text', () => {
  const accueil = tracePerson({ name: 'Accueil', email: null, phone: null });
  expect(['Accueil', 'ACCUEIL', 'Accueil du public'].map((text) => accueil.erase(text, '×'))).toEqual([
    '×',
    '×',
    'Accueil du public',
  ]);
});

it('finds accents however they are written', () => {
  const zoe = tracePerson({ name: 'Zoé Bœuf', email: null, phone: null });
  expect(['Zoe Bœuf', 'ZOE\u0301 BŒUF', 'Bœuf, Zoé'].map((text) => zoe.erase(text, '×'))).toEqual(['×', '×', '×']);
});
