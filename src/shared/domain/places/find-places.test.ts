import { describe, expect, it } from 'vitest';
import { communesNamed } from './communes';
import { placesIn } from './find-places';

const namesIn = (text: string, kind: 'title' | 'body' = 'body') => placesIn(text, kind).map(({ name }) => name);

describe('communes by name', () => {
  it.each(['Saint-Martin-d’Hères', 'ST MARTIN D HERES', "saint martin d'hères"])('has one for %s', (name) => {
    expect(communesNamed(name)).toEqual([
      { name: "Saint-Martin-d'Hères", inseeCode: '38421', department: '38', postcodes: ['38400'] },
    ]);
  });

  it('has each of several, towns with all their postcodes, and none for what is none', () => {
    expect(communesNamed('Saint-Denis').map(({ department }) => department)).toEqual(
      expect.arrayContaining(['93', '974']),
    );
    expect(communesNamed('Lyon')).toMatchObject([{ inseeCode: '69123', postcodes: { length: 9 } }]);
    expect(communesNamed('Ajaccio')).toMatchObject([{ inseeCode: '2A004', department: '2A' }]);
    expect(communesNamed('Valmont-les-Nuages')).toEqual([]);
  });
});

describe('the places of a title', () => {
  it.each([
    ['Développeur web à Lyon', ['Lyon']],
    ['Chargé de communication à Poitiers', ['Poitiers']],
    ['Comptable - Nantes (44)', ['Nantes']],
    ['Comptable (Brest)', ['Brest']],
    ['Serveuse Villeneuve d’Ascq', ["Villeneuve-d'Ascq"]],
    ['BOULANGER A TOURS', ['Tours']],
    ['AIDE-SOIGNANT ST ETIENNE', ['Saint-Étienne']],
    ['Vendeur au Havre', ['Le Havre']],
    ['Vendeur à la Rochelle', ['La Rochelle']],
    ['Infirmier | Île-de-France', ['Île-de-France']],
    ['Technicien de maintenance en Ille-et-Vilaine', ['Ille-et-Vilaine']],
    ['Assistant RH – Sens (89)', ['Sens']],
    ['Agent de laboratoire F/H - Actual Villefranche-sur-Saône (H/F)', ['Villefranche-sur-Saône']],
    ['Tourneur - Tours', ['Tours']],
    ['Stage – Paris / Lyon', ['Paris', 'Lyon']],
  ])('are found in "%s"', (title, expected) => {
    expect(namesIn(title, 'title')).toEqual(expected);
  });

  it.each([
    'Opérateur sur tours à commande numérique',
    'Assistant Marketing - Marques',
    'Chargé de Vente en Ligne',
    'Développeur Java',
    'Opérateur sur Tours',
    'Consultant Secteur Luxe',
    'Assistant Tech',
    'Hôte d’accueil Hommes',
    'Aide à Domicile',
    'Agent de Port',
    'VENDEUR EN BOULANGERIE',
    'Chef de Salle',
  ])('are none in "%s"', (title) => {
    expect(namesIn(title, 'title')).toEqual([]);
  });
});

describe('the places of a description', () => {
  it('are those that it announces or says belong to something', () => {
    expect(
      namesIn(
        'Notre agence de Rennes recrute. Poste basé à Saint-Malo, déplacements dans le Morbihan et en Bretagne. Lieu : Vitré. Siège : 75002 Paris. Nice est notre chef. Lens 62300.',
      ),
    ).toEqual(['Rennes', 'Saint-Malo', 'Morbihan', 'Bretagne', 'Vitré', 'Lens']);
  });

  it('says where each stands', () => {
    const text = 'Au CHU de Rennes.';
    const [place] = placesIn(text, 'body');
    expect(text.slice(place?.start, place?.end)).toBe('Rennes');
  });
});
