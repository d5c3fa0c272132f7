import { describe, expect, it } from 'vitest';
import { withoutAnnounced } from './without-people';

describe('a text that names people', () => {
  it.each([
    ['voir avec Gilles', 'voir avec […]'],
    ['Stage, voir avec Gilles Moulin pour la suite', 'Stage, voir avec […] pour la suite'],
    [
      "Encadrement par Dominique, responsable d'agence, et par Aïcha, technicienne certifiée.",
      "Encadrement par […], responsable d'agence, et par […], technicienne certifiée.",
    ],
    ['Vous travaillerez avec Sofiane et Hélène.', 'Vous travaillerez avec […] et […].'],
    ['Écrire à Nadia ou Thierry avant mars.', 'Écrire à […] ou […] avant mars.'],
    ['Suivi par Rodrigue (chef de groupe) et par Inès.', 'Suivi par […] (chef de groupe) et par […].'],
  ])('shows none of them: %s', (text, shown) => expect(withoutAnnounced(text)).toBe(shown));

  it.each([
    'Développer avec Python et Java, ou Ruby et Rails, des outils pour les ateliers.',
    'Chantiers à Saint-Malo et Saint-Denis, avec Renault et Michelin pour clients.',
    'Projet cofinancé par l’Ademe et par la Région, voir avec Chantiers Malvezin.',
    'Encadrement par le gérant et par notre conseil externe, avocate.',
    'Cosmétiques chez Michel et Augustin, ou avec Léa Nature et Robert Half.',
    'Poste à Nice ou Menton, avec SAP et Sage, voir avec Sabine Industries.',
  ])('keeps what is nobody: %s', (text) => expect(withoutAnnounced(text)).toBe(text));
});
