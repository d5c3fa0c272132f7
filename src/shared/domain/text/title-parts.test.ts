import { describe, expect, it } from 'vitest';
import { offerMatchText } from './match-text';
import { titleParts } from './title-parts';

const nobody = { company: null, contact: null, city: null };
const compared = (title: string): string => offerMatchText({ title, description: '', skills: [] }, nobody).title;

describe('what is compared of a title', () => {
  it.each([
    'URGENT !!! Conducteur de travaux - Poste à pourvoir immédiatement',
    'Alternance Conducteur de travaux F/H - Rentrée septembre 2026',
    'CDI Conducteur de travaux 35h temps plein',
    'Conducteur de travaux Bac+3 minimum',
    'Conducteur de travaux niveau Bac +2 / +3',
    'Conducteur de travaux niveau Bac +5 / Master',
    'Conductrice de travaux débutant(e) accepté(e)',
    'Conducteur de travaux confirmé - 5 ans d’expérience',
    'Conducteur de travaux junior',
    'Conducteur de travaux - 2 100 € brut / mois',
    'Conducteur de travaux (35)',
    'Conducteur de travaux - Réf. 2026-0457',
    'Conducteur de travaux – Télétravail partiel',
    "Contrat d'apprentissage : Conducteur de travaux",
    'Recherche Conducteur de travaux motivé(e) et dynamique',
    'Nous recrutons : conducteur(trice) de travaux',
    'Offre de stage de fin d’études – Conducteur de travaux',
    'Stage 6 mois - Conducteur de travaux (femme / homme)',
    'Conducteur de travaux permis B exigé',
    'Conducteur de travaux en remplacement congé maternité',
    'Conducteur de travaux - Work from home',
    'Conducteur de travaux à Poitiers, dès le 5 janvier 2027',
    'Conducteur de travaux chez Telmaris',
    'Telmaris – Conducteur de travaux',
    'Conducteur de travaux au sein d’une équipe jeune',
  ])('leaves its terms out: %s', (title) => {
    expect(compared(title)).toBe('conducteur de travaux');
  });

  it.each([
    ['Attaché de recherche clinique', 'attache de recherche clinique'],
    ['Recherche et développement en chimie', 'recherche et developpement en chimie'],
    ['Employé polyvalent de restauration', 'employe polyvalent de restauration'],
    ['Inspecteur du permis de conduire', 'inspecteur du permis de conduire'],
    ['Chargé de mission mobilité', 'charge de mission mobilite'],
    ['Infirmier(ère) diplômé(e) d’État', 'infirmier diplome etat'],
    ['Ingénieur R&D', 'ingenieur recherche et developpement'],
    ['Remote sensing engineer', 'remote sensing ingenieur'],
    ['Assistant dans une étude notariale', 'assistant dans une etude notarial'],
    ['Responsable d’unité autonome de production', 'responsable unite autonome de production'],
  ])('keeps words of the work that look like terms: %s', (title, expected) => {
    expect(compared(title)).toBe(expected);
  });

  it('tells what stands around, and keeps a title of nothing known whole', () => {
    expect(titleParts('Telmaris – Comptable au sein d’un laboratoire')).toEqual({
      work: 'Comptable ',
      around: 'au sein d’un laboratoire Telmaris',
    });
    expect(titleParts('Telmaris – Xyzzy')).toEqual({ work: 'Telmaris Xyzzy', around: '' });
    expect(titleParts('Stage 6 mois')).toEqual({ work: 'Stage', around: '' });
    expect(titleParts('6 mois')).toEqual({ work: '6 mois', around: '' });
  });
});
