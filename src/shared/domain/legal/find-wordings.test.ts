import { describe, expect, it } from 'vitest';
import type { ContractType } from '../offer';
import { findOneGender } from './find-one-gender';
import { findWordings } from './find-wordings';
import type { LegalRuleCode } from './legal-finding';

const codesIn = (text: string, contract: ContractType | null = null): readonly LegalRuleCode[] =>
  findWordings('description', text, contract).map(({ code }) => code);

describe('short wordings of small advertisements', () => {
  it.each<[string, LegalRuleCode]>([
    ['25 ans maxi', 'wording-age'],
    ['Maxi 25 ans', 'wording-age'],
    ['Pas plus de 30 ans', 'wording-age'],
    ['Vendeur, - 26 ans', 'wording-age'],
    ['Âge : 18 à 25', 'wording-age'],
    ['Âge souhaité : 30 ans', 'wording-age'],
    ['Nous recherchons un(e) jeune motivé(e)', 'wording-age'],
    ['Recherchons jeune dynamique', 'wording-age'],
    ['Idéal pour une femme', 'wording-sex'],
    ['Job idéal pour une maman', 'wording-sex'],
    ['Poste pour femme', 'wording-sex'],
    ['Nous cherchons un homme fort', 'wording-sex'],
    ['Secrétaire (F)', 'wording-sex'],
    ['Profil féminin souhaité', 'wording-sex'],
    ['Merci de préciser votre orientation sexuelle', 'wording-sex'],
    ['Envoyer CV + photo', 'wording-appearance'],
    ['CV, lettre de motivation et photo', 'wording-appearance'],
    ['Joindre une photo', 'wording-appearance'],
    ['Taille minimum 1m75', 'wording-appearance'],
    ['Sans contraintes familiales', 'wording-family'],
    ['Marié de préférence', 'wording-family'],
    ['Indiquez votre situation familiale', 'wording-family'],
    ['Pas de syndicaliste', 'wording-belief'],
    ['Pas de femmes voilées', 'wording-belief'],
    ['Originaire de la région', 'wording-origin'],
    ['Ressortissant UE uniquement', 'wording-origin'],
    ['Profil : type européen', 'wording-origin'],
    ['Candidat habitant le secteur', 'wording-residence'],
    ['Vous habitez Lyon ou sa banlieue', 'wording-residence'],
    ['En parfaite santé', 'wording-health'],
  ])('%s', (text, code) => expect(codesIn(text)).toContain(code));

  it('calls a veil a belief and no sex', () => {
    expect(codesIn('Pas de femmes voilées')).toEqual(['wording-belief']);
  });

  it.each([
    'Moyenne d’âge : 30 ans. Une équipe soudée.',
    'CDI - 35 ans au service des clients',
    'Un four neuf : température (F) affichée.',
    'Nous recherchons un jeune diplômé. Nous cherchons de jeunes entreprises à accompagner.',
    'Pas plus de 30 ans d’expérience.',
    'Poste pour homme ou femme. Idéal pour une femme ou un homme de terrain. Poste pour femme de chambre ou valet.',
    'Les candidatures féminines sont vivement encouragées. Profil féminin ou masculin.',
    'Vendeur (H/F), secrétaire (F/H), profil masculin et féminin.',
    'Joindre une photo de vos réalisations. CV et photos de chantiers. Envoyer une photo du produit.',
    'Vous conciliez travail et contraintes familiales.',
    'Des produits originaires de la région, une société originaire du village et ses plantes.',
    'Accueil des ressortissants européens en mobilité.',
    'Si vous habitez loin, un logement est proposé. Accompagnement de personnes habitant le quartier.',
    'Pas de signature sans relecture, pas de militantisme des chiffres.',
    'Une entreprise en bonne santé depuis trente ans.',
  ])('leaves alone: %s', (text) => expect(codesIn(text)).toEqual([]));
});

describe('the age limits of work-study', () => {
  it.each(['Moins de 30 ans', '29 ans révolus maximum', 'Âge : 16 à 25 ans', 'Pas plus de 26 ans', '- 26 ans'])(
    'are those of the law: %s',
    (text) => {
      expect(codesIn(text)).toEqual(['wording-age']);
      expect(codesIn(text, 'work-study')).toEqual([]);
      expect(codesIn(`Contrat d’apprentissage, ${text}`)).toEqual([]);
    },
  );

  it.each(['Moins de 22 ans', 'Entre 20 et 24 ans', 'Né après 2005', 'Maxi 35 ans'])('and no others: %s', (text) => {
    expect(codesIn(text, 'work-study')).toEqual(['wording-age']);
    expect(codesIn(`Contrat d’apprentissage, ${text}`)).toEqual(['wording-age']);
  });
});

describe('a work named for women only', () => {
  it.each([
    ['', 'Brasserie recherche serveuse pour l’été.', 'serveuse'],
    ['', 'Recherche vendeuse en boulangerie, CDI', 'vendeuse'],
    ['Stage', 'Le cabinet recrute une assistante dentaire.', 'assistante'],
    ['', 'Nous cherchons une jeune infirmière.', 'infirmière'],
    ['Hôtesse d’accueil', 'Vous accueillez les visiteurs.', 'Hôtesse'],
    ['STAGE 6 MOIS - ANIMATRICE', '', 'ANIMATRICE'],
  ])('%s %s', (title, description, words) => {
    const found = findOneGender(title, description);
    expect(found).toMatchObject({ code: 'wording-sex', words });
    const text = found?.place.field === 'title' ? title : description;
    expect(text.slice(found?.place.start, found?.place.end)).toBe(words);
  });

  it.each([
    ['Serveuse (H/F)', 'Service du midi.'],
    ['Vendeuse', 'Nous recherchons un vendeur ou une vendeuse.'],
    ['Vendeuse/eur', 'En boulangerie.'],
    ['Caissière', 'Une caissière ou un caissier.'],
    ['', 'Nous recherchons un(e) assistant(e).'],
    ['', 'Nous recherchons une assistante motivé·e.'],
    ['', 'Une équipe de recherche infirmière et la recherche novatrice.'],
    ['Assistant de la directrice', 'Vous épaulez la directrice.'],
    ['Secrétaire', 'Nous recherchons une personne sérieuse, une stagiaire, une comptable.'],
    ['Vendeur', 'Nous cherchons un cuisinier.'],
    ['Femme de chambre', 'Vous travaillez avec l’assistante de direction.'],
  ])('leaves alone: %s %s', (title, description) => expect(findOneGender(title, description)).toBeNull());
});
