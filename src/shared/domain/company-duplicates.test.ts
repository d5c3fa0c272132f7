import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDuplicates, similarFrom, type ComparedCompany } from './company-duplicates';
import { companyNameKey } from './company-name';
import { letterPairs, similarityOf } from './company-similarity';

let nextId = 0;
const company = (name: string, said: Partial<ComparedCompany> = {}): ComparedCompany => {
  nextId += 1;
  return { id: nextId, nameKey: companyNameKey(name), siret: null, postcode: null, cityKey: null, ...said };
};
const reasons = (...companies: ComparedCompany[]) => findDuplicates(companies).map(({ reason }) => reason);

describe('two companies are proposed as one', () => {
  it.each([
    [
      'same-siren',
      company('Nuvélia', { siret: '73282932000074', postcode: '38000' }),
      company('Groupe N', { siret: '73282932000082', postcode: '38000' }),
    ],
    ['same-name', company('SAS Abaque', { postcode: '69001' }), company('ABAQUE', { postcode: '69001' })],
    ['same-name', company('Abaque', { cityKey: 'lyon' }), company('Abaque', { postcode: '69001', cityKey: 'lyon' })],
    ['same-name', company('Abaque'), company('Abaque SARL', { postcode: '69001' })],
    [
      'similar-name',
      company('Menuiserie Dupont', { postcode: '69001' }),
      company('Menuiserie Dupond', { postcode: '69001' }),
    ],
    ['similar-name', company('Jean Martin', { postcode: '69001' }), company('Martin Jean', { postcode: '69001' })],
  ] as const)('%s', (reason, one, other) => {
    expect(reasons(one, other)).toEqual([reason]);
  });
});

describe('two companies are not proposed as one', () => {
  it.each([
    ['their postcodes differ', company('Abaque', { postcode: '69001' }), company('Abaque', { postcode: '75002' })],
    ['their towns differ', company('Abaque', { cityKey: 'lyon' }), company('Abaque', { cityKey: 'paris' })],
    [
      'they are two legal persons',
      company('Abaque', { siret: '73282932000074', postcode: '38000' }),
      company('Abaque', { siret: '00013466800011', postcode: '38000' }),
    ],
    [
      'they are two establishments in two towns',
      company('Abaque', { siret: '73282932000074', postcode: '38000' }),
      company('Abaque', { siret: '73282932000082', postcode: '69001' }),
    ],
    [
      'their names are alike in two towns',
      company('Garage Dupont', { postcode: '1' }),
      company('Garage Dupond', { postcode: '2' }),
    ],
    [
      'their names are alike too little',
      company('Garage Dupont', { postcode: '1' }),
      company('Garage Durand', { postcode: '1' }),
    ],
  ])('when %s', (_, one, other) => {
    expect(reasons(one, other)).toEqual([]);
  });
});

const at = { postcode: '69001' };

describe('two ways to write one name', () => {
  it.each([
    ['Aérolanne', 'Aerolanne SA'],
    ['Aérolanne', 'AEROLANNE S.A.S.'],
    ['Aerolanne SA', 'AEROLANNE S.A.S.'],
    ['Société Aérolanne', 'AEROLANNE'],
    ['Sté Aérolanne (SARL)', 'Aérolanne'],
    ['Aéro-Lanne', 'Aerolanne'],
    ['Ets Dupont & Fils', 'DUPONT ET FILS SARL'],
    ['Établissements Bernard', 'Bernard, E.U.R.L.'],
    ['L’Atelier du Bois', 'Atelier du bois SAS'],
    ['Société par actions simplifiée Abaque', 'ABAQUE'],
    ['Cie Générale des Eaux', 'Compagnie générale des eaux'],
    ['Martin Frères', 'MARTIN FRERES S.C.O.P.'],
    ['Verrerie St-Just', 'Verrerie Saint Just'],
    ['A.B.C. Conseil', 'ABC CONSEIL SASU'],
    ['Kessler GmbH', 'KESSLER'],
    ['Groupe Nuvélia', 'Nuvelia SE'],
    ['Œuvres Vives', 'OEUVRES VIVES S. A. R. L.'],
    ['SA Le Gall', 'Le Gall & Cie SA'],
  ])('%s = %s', (one, other) => {
    expect(reasons(company(one, at), company(other, at))).toHaveLength(1);
  });
});

describe('two names of one town', () => {
  it.each([
    ['Crédit Agricole', 'Crédit Mutuel'],
    ['Boulangerie Martin', 'Boucherie Martin'],
    ['Orange', 'Orangina'],
    ['Mairie de Lyon', 'Mairie de Lyon 3'],
    ['Résidence Les Tilleuls 1', 'Résidence Les Tilleuls 2'],
    ['École 42', 'École 24'],
    ['Transports Nord', 'Transports Sud'],
    ['SA Martin', 'Martinez SA'],
    ['AXA', 'AXS'],
    ['Groupe Nuvélia', 'Groupe Novalia'],
    ['Ets Bernard', 'Ets Renard'],
    ['SAS', 'SARL'],
    ['Dupont Immobilier', 'Dupont Automobiles'],
    ['Hôpital Sainte-Anne', 'Hôpital Saint-Jean'],
    ['Lycée Jean Moulin', 'Collège Jean Moulin'],
    ['Société Générale', 'Société Nouvelle'],
    ['Cabinet Durand', 'Cabinet Duval'],
  ])('%s ≠ %s', (one, other) => {
    expect(reasons(company(one, at), company(other, at))).toEqual([]);
  });
});

it('finds every pair of alike names that comparing all with all finds', () => {
  const word = fc.constantFrom(
    'garage',
    'dupont',
    'dupond',
    'martin',
    'freres',
    'frere',
    'lyon',
    'conseil',
    'conseils',
    'sud',
  );
  const names = fc.array(fc.array(word, { minLength: 1, maxLength: 4 }), { maxLength: 9 });
  fc.assert(
    fc.property(names, (lists) => {
      const companies = lists.map((words, index) => ({
        ...{ id: index + 1, nameKey: words.join(' '), siret: null, postcode: '69001', cityKey: null },
      }));
      const expected = companies.flatMap((one, index) =>
        companies
          .slice(index + 1)
          .filter((other) => similarityOf(letterPairs(one.nameKey), letterPairs(other.nameKey)) >= similarFrom)
          .map((other) => `${one.id} ${other.id}`),
      );
      const found = findDuplicates(companies).map(({ oneId, otherId }) => `${oneId} ${otherId}`);
      expect(found.sort()).toEqual(expected.sort());
    }),
  );
});

it('proposes a number of pairs that grows with the companies when all bear one name', () => {
  const pairs = (count: number) =>
    findDuplicates(Array.from({ length: count }, (_, index) => company(`Agence ${index % 3}`, { postcode: '75008' })))
      .length;
  const some = pairs(300);
  expect(some).toBeGreaterThan(0);
  expect(pairs(1_200)).toBeLessThan(some * 6);
});
