import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanTitle } from './clean-title';

describe('clean title', () => {
  it.each([
    ['Développeur web (H/F)', 'Développeur web'],
    ['Développeur web (H/F) (H/F)', 'Développeur web'],
    ['Comptable F/H', 'Comptable'],
    ['Comptable H/F - Lyon', 'Comptable - Lyon'],
    ['Chef de projet [h/f/x]', 'Chef de projet'],
    ['Data Scientist (m/w/d)', 'Data Scientist'],
    ['Infirmier (homme / femme)', 'Infirmier'],
    ['Vendeur - H/F', 'Vendeur'],
    ['STAGE - 6 MOIS', 'Stage - 6 mois'],
    ['Stage - mars 2027', 'Stage - mars 2027'],
    ['Job étudiant / Baby-sitter', 'Baby-sitter'],
    ['Job étudiant', 'Job étudiant'],
    ['Technicien H-F', 'Technicien'],
  ])('takes the mark for everyone away: %s', (raw, clean) => {
    expect(cleanTitle(raw)).toBe(clean);
  });

  it.each([
    ...['Comptable-H/F', 'Comptable -H/F', 'Comptable –F/H', 'Comptable/H/F', 'Comptable,H/F', 'H/F Comptable'],
    ...['Comptable H / F', 'Comptable h/f', 'Comptable F/H/X', 'Comptable M/F', 'Comptable m/w/d', 'Comptable F-H'],
    ...['Comptable (H/F', 'Comptable ( H / F )', 'Comptable (F/H/X)', 'Comptable (h/f/nb)', 'Comptable (H ou F)'],
    ...['Comptable (H\\F)', 'Comptable (H.F)', 'Comptable (H,F)', 'Comptable [H|F]', 'COMPTABLE(H/F)'],
    ...['Comptable (femme ou homme)', 'Comptable - Homme/Femme', 'CDI - COMPTABLE - H/F', 'STAGE : COMPTABLE (H-F)'],
  ])('knows the mark in every form: %s', (raw) => {
    expect(cleanTitle(raw)).toBe('Comptable');
  });

  it.each([
    ['Comptable - F/H - Lyon', 'Comptable - Lyon'],
    ['Technicien H/F basse tension', 'Technicien basse tension'],
    ['Vendeur.se (H/F)', 'Vendeur.se'],
    ['Chargé·e·s de mission F/H', 'Chargé·e·s de mission'],
    ['Opérateur CN / régleur (H/F)', 'Opérateur CN / régleur'],
    ['Développeur·se .NET', 'Développeur·se .NET'],
    ['.NET developer', '.NET developer'],
    ['Coiffeur homme/femme', 'Coiffeur homme/femme'],
    ['Vendeur prêt-à-porter homme / femme', 'Vendeur prêt-à-porter homme / femme'],
    ['Ingénieur HF/hyperfréquences', 'Ingénieur HF/hyperfréquences'],
  ])('takes it alone away: %s', (raw, clean) => {
    expect(cleanTitle(raw)).toBe(clean);
  });

  it.each([
    ['"Développeur web"', 'Développeur web'],
    ['«\u00a0Comptable\u00a0»', 'Comptable'],
    ['“Comptable (H/F)”', 'Comptable'],
    ['"Comptable', 'Comptable'],
    ['Stage - "Comptable"', 'Comptable'],
    ['Comptable/r/n(H/F)', 'Comptable'],
    ['Projet "Alpha"', 'Projet "Alpha"'],
    ['"Alpha" et "Bêta"', '"Alpha" et "Bêta"'],
    ['Écran de 24"', 'Écran de 24"'],
  ])('takes what a file put around it away: %s', (raw, clean) => {
    expect(cleanTitle(raw)).toBe(clean);
  });

  it.each([
    ['CDI - Comptable', 'Comptable'],
    ['CDI– Comptable', 'Comptable'],
    ['CDD : Assistante de gestion', 'Assistante de gestion'],
    ['[STAGE] Assistant marketing', 'Assistant marketing'],
    ['Stage 6 mois – Ingénieur calcul', 'Ingénieur calcul'],
    ['Offre de stage : chargé de communication', 'Chargé de communication'],
    ['Stage - iOS developer', 'iOS developer'],
    ['Alternance | Technicien réseaux (12 mois)', 'Technicien réseaux'],
    ['Stage PFE – Ingénieur structure', 'Ingénieur structure'],
    ['Contrat d’apprentissage - Cuisinier', 'Cuisinier'],
    ['Ingénieur qualité - CDI', 'Ingénieur qualité'],
    ['URGENT - Stage - Webdesigner (H/F)', 'Webdesigner'],
    ['Stage de fin d’études : Data analyst', 'Data analyst'],
  ])('takes labels of the contract away: %s', (raw, clean) => {
    expect(cleanTitle(raw)).toBe(clean);
  });

  it.each([
    'Chargé de mission - Développement durable',
    'Stage assistant études de prix',
    'Responsable des stages',
    'Sous-chef de cuisine',
    'Développeur Java/JEE',
    'Développeur / Développeuse web',
    'Assistant(e) de direction',
    'Acheteur (secteur public)',
    'Ingénieur R&D – électronique',
    'Responsable alternance : relations écoles',
    'Technicien CVC',
    'Moniteur-éducateur',
    'Gestionnaire de paie - Lille',
  ])('leaves the words of the job alone: %s', (title) => {
    expect(cleanTitle(title)).toBe(title);
  });

  it.each([
    ['DÉVELOPPEUR PHP CONFIRMÉ', 'Développeur PHP confirmé'],
    ['TECHNICIEN DE MAINTENANCE H/F', 'Technicien de maintenance'],
    ['STAGE - ASSISTANT RH', 'Assistant RH'],
    ['MODELEUR 3D', 'Modeleur 3D'],
    ['DBA MySQL H/F', 'DBA MySQL'],
    ['ADMINISTRATEUR RÉSEAUX - H/F - Dijon', 'Administrateur réseaux - Dijon'],
    ['INFIRMIER DE (H/F)', 'Infirmier DE'],
    ['INFIRMIER DE - BLOC OPÉRATOIRE', 'Infirmier DE - bloc opératoire'],
    ['AUXILIAIRE DE VIE', 'Auxiliaire de vie'],
    ['DÉVELOPPEUR .NET (H/F)', 'Développeur .NET'],
    ['ADMINISTRATEUR BDD SQL', 'Administrateur BDD SQL'],
    ['TECHNICIEN CVC BTP', 'Technicien CVC BTP'],
    ['PROFESSEUR DE SVT', 'Professeur de SVT'],
    ['FORMATEUR CAP PETITE ENFANCE', 'Formateur CAP petite enfance'],
    ['ASSISTANT(E) QSE', 'Assistant(e) QSE'],
    ['CHARGÉ·E·S DE MISSION RSE', 'Chargé·e·s de mission RSE'],
    ["DIRECTEUR D'IME", "Directeur d'IME"],
    ['CHEF DE PROJET IT', 'Chef de projet IT'],
    ['ALTERNANCE – BTS MCO', 'BTS MCO'],
    ["CHEF D'ÉQUIPE LOGISTIQUE", "Chef d'équipe logistique"],
  ])('writes capitals as a sentence: %s', (raw, clean) => {
    expect(cleanTitle(raw)).toBe(clean);
  });

  it.each([
    ['  Comptable \t unique \n', 'Comptable unique'],
    ['- Vendeur -', 'Vendeur'],
    ['Vendeur ()', 'Vendeur'],
    ['Conseiller de vente.', 'Conseiller de vente'],
  ])('tidies spaces and stray punctuation: %j', (raw, clean) => {
    expect(cleanTitle(raw)).toBe(clean);
  });

  it.each(['Stage', 'CDI', '(H/F)', 'Stage 6 mois', '---'])('keeps a title that says nothing else: %s', (title) => {
    expect(cleanTitle(title)).toBe(title);
  });

  it('changes nothing the second time', () => {
    const piece = fc.constantFrom(
      'CDI',
      'Stage',
      ' - ',
      ' : ',
      '(H/F)',
      'H/F',
      'Développeur',
      'WEB',
      '[',
      ')',
      ' 6 mois',
      '–',
      '.',
      'PFE',
      '/',
      'ASSISTANT',
      'DE',
      '.NET',
      '-H/F',
      ' homme / femme',
      '"',
      '« ',
      ' »',
      '/r/n',
    );
    const title = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(piece, { maxLength: 8 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(title, (text) => void expect(cleanTitle(cleanTitle(text))).toBe(cleanTitle(text))),
      { numRuns: 2_000 },
    );
  });
});
