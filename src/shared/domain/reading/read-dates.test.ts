import { expect, it } from 'vitest';
import type { OfferStart } from '../offer';
import { readStart } from './read-dates';

const soon = { kind: 'as-soon-as-possible' } as const;

it.each<[string, OfferStart | null]>([
  ['Poste à pourvoir de suite', soon],
  ['Vendeuse, à pourvoir tout de suite.', soon],
  ['Début : 03/2027', { kind: 'range', from: '2027-03-01', to: '2027-03-31' }],
  ['Apprentissage, rentrée 2027, à Lyon', { kind: 'range', from: '2027-09-01', to: '2027-09-30' }],
  ['Stage entre le 1er et le 15 avril 2027', { kind: 'range', from: '2027-04-01', to: '2027-04-15' }],
  ['Stage de 6 mois, poste basé à Lyon à partir du 4 janvier 2027', { kind: 'date', on: '2027-01-04' }],
  ['Poste basé à Saint-Étienne à partir de mars', { kind: 'range', from: '2027-03-01', to: '2027-03-31' }],
  ['Inscription entre le 1er et le 15 avril 2027', null],
  ['Nous vous rappelons de suite. La suite : 03/2027', null],
  ['Candidature avant la rentrée 2027', null],
])('reads the start of a small advertisement: %s', (text, start) => {
  expect(readStart(text, '2026-11-22')?.value ?? null).toEqual(start);
});
