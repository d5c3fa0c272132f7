import { describe, expect, it } from 'vitest';
import { readText } from './read-text';
import { createSkillFinder } from './skill-finder';

const noSkills = createSkillFinder([]);
const read = (title: string, description = '') => readText(noSkills, title, description);

describe('levels aimed at', () => {
  it.each([
    ['Étudiant de niveau Bac+3 à Bac+5', [3, 4, 5]],
    ['Vous êtes en M1 ou M2', [4, 5]],
    ['Vous préparez un master 2 de droit', [5]],
    ['Élève ingénieur en dernière année', [5]],
    ['Vous suivez un BTS, un BUT ou une licence professionnelle', [2, 3]],
    ['BUT informatique deuxième année', [2]],
    ['Niveau 6 (BUT, licence)', [3]],
    ['L3 / M1 en économie', [3, 4]],
    ['Notre but est simple', null],
    ['Local de 4 200 m2, préparation des masters Windows', null],
    ['Le stage peut se poursuivre par un doctorat', null],
    ['Encadré par une ingénieure, diplômée d’un master', null],
    ['Dossier : CV, notes de M1, lettre.', null],
    ['Vous êtes en L3 ou M1.', [3, 4]],
    ['Première année de master', [4]],
    ['En 1re ou 2e année de master', [4, 5]],
    ['Deuxième année de licence', [2]],
  ])('%s', (text, expected) => {
    expect(read('', text).levels?.value ?? null).toEqual(expected);
  });
});

describe('contract', () => {
  it.each([
    ['Stage de fin d’études (H/F)', '', 'internship'],
    ['Chargé de mission', 'Contrat d’apprentissage de deux ans.', 'work-study'],
    ['Comptable', 'Poste en CDI à pourvoir.', 'permanent'],
    ['Comptable', 'Le stage peut déboucher sur un CDI. Embauche en CDI à l’issue.', null],
    ['Comptable', 'Vous encadrez des stagiaires.', null],
    ['Formateur', 'Parcours alternant cours et ateliers, troubles de l’apprentissage.', null],
    ['Assistant', 'Poste en CDD ou CDI.', null],
    ['Job étudiant à l’accueil', '', 'student-job'],
  ])('%s %s', (title, description, expected) => {
    expect(read(title, description).contractType?.value ?? null).toEqual(expected);
  });
});

describe('seniority', () => {
  it.each([
    ['Développeur', 'Débutants acceptés.', 'beginner'],
    ['Développeur', 'Vous avez 5 ans d’expérience.', 'experienced'],
    ['Développeur', 'Une expérience de 2 à 5 ans est demandée.', 'junior'],
    ['Développeur', 'Dix ans d’expérience minimum.', 'senior'],
    ['Développeur senior', '', 'senior'],
    ['Animateur auprès des seniors', 'Activités pour les seniors.', null],
    ['Ingénieur', 'Profil confirmé souhaité.', 'experienced'],
    ['Aide à domicile', 'Vous accompagnez un sénior.', null],
    ['Stage', 'Notre équipe a 12 ans d’expérience.', 'beginner'],
    ['Développeur', 'Forte de 30 ans d’expérience, notre société recrute.', null],
  ])('%s %s', (title, description, expected) => {
    expect(read(title, description).seniority?.value ?? null).toEqual(expected);
  });
});

describe('terms', () => {
  it.each([
    ['Stage communication – 6 mois', '', { unit: 'month', min: 6, max: 6 }],
    ['Stage', 'Stage de 4 à 6 mois à partir de mars.', { unit: 'month', min: 4, max: 6 }],
    ['Stage', 'Durée : 10 semaines.', { unit: 'week', min: 10, max: 10 }],
    ['Alternance', 'Contrat de deux ans.', { unit: 'month', min: 24, max: 24 }],
    ['', 'Stage 6 mois', { unit: 'month', min: 6, max: 6 }],
    ['', 'CDD 3 mois temps partiel', { unit: 'month', min: 3, max: 3 }],
    ['', 'Apprentissage 24 mois', { unit: 'month', min: 24, max: 24 }],
    ['', 'Alternance 1 an ou 2 ans', { unit: 'month', min: 12, max: 24 }],
    ['', 'Stage 4/6 mois', { unit: 'month', min: 4, max: 6 }],
    ['', 'Stage du 1er mars au 31 août 2027', { unit: 'month', min: 6, max: 6 }],
    ['', 'Stage du 01/03/2027 au 15/05/2027', { unit: 'month', min: 2.5, max: 2.5 }],
    ['', 'Du 4 janvier au 30 juin 2027.', { unit: 'month', min: 6, max: 6 }],
    ['', 'Cherche serveur du 4 janvier au 30 juin 2027, à Nice', { unit: 'month', min: 6, max: 6 }],
    ['', 'L’exposition dure du 4 janvier au 30 juin 2027.', null],
    ['', 'Du 4 janvier au 30 juin 2027, l’exposition est ouverte.', null],
    ['', 'Stage de novembre à février', { unit: 'month', min: 4, max: 4 }],
    ['', 'Candidatures au stage du 1er mars au 31 mars 2027', null],
    ['', 'Alternant, 2 ans d’expérience', null],
    ['Stage', 'Formation de six semaines, entreprise créée il y a 30 ans, données conservées deux ans.', null],
  ])('length: %s %s', (title, description, expected) => {
    expect(read(title, description).duration?.value ?? null).toEqual(expected);
  });

  it.each([
    ['37 h 30 hebdomadaires', 37.5],
    ['35h/semaine', 35],
    ['Durée de travail : 39 heures', 39],
    ['une formation de 35 heures', null],
    ['ouvert 24 h sur 24', null],
    ['CDD de 6 mois. 35h. SMIC.', 35],
    ['Vendeur\n37 h 30\nLyon', 37.5],
    ['Réunion le soir. 20h. Venez.', null],
    ['Une formation. 35h de cours.', null],
  ])('hours: %s', (description, expected) => {
    expect(read('Stage', description).weeklyHours?.value ?? null).toEqual(expected);
  });

  it.each([
    'entre 600 et 800 € par mois',
    '1200-1400€ / mois',
    '600 € à 800 € par mois',
    '28 à 32 k€',
    '40kEUR et 50kEUR brut/an',
    'entre 26 et 35 K € brute annuelle',
    'de 4,50 à 5 €/h',
    '€1,000–1,200 per month',
    '20 € par jour',
    '100 € / semaine',
  ])('a range or what is paid for a day keeps its words: %s', (wording) => {
    expect(read('', `Salaire : ${wording}, 6 mois.`).pay?.value).toEqual({ amount: null, per: null, wording });
  });

  it.each([
    ['Gratification : 4,35 €/h.', { amount: 4.35, per: 'hour' }],
    ['Gratification de 1 200 € brut par mois, tickets restaurant 9 €.', { amount: 1200, per: 'month' }],
    ['Rémunération de 36 000 euros la première année.', { amount: 36_000, per: 'year' }],
    ['Salaire : 36 k€ + variable.', { amount: 36_000, per: 'year' }],
    ['39h/semaine, 300€/mois.', { amount: 300, per: 'month' }],
    ['Horaires de bureau, 300 € / mois.', { amount: 300, per: 'month' }],
    ['Hébergement à 20 € par jour, frais de 100 € / semaine, panier repas de 15 € par jour.', null],
    ['Abonnement à 40 € / mois pris en charge.', null],
    ['Tickets restaurant de 10 €, prime de déménagement de 400 €.', null],
    ['La société verse des salaires et réalise 118 millions d’euros.', null],
  ])('pay: %s', (description, expected) => {
    const pay = read('Stage', description).pay?.value;
    expect(pay ? { amount: pay.amount, per: pay.per } : null).toEqual(expected);
  });
});

it('points at the words themselves, whatever stands before them', () => {
  const description = '🎓 Profil : élève ingénieur ; œuvre d’art.\r\nGratification 1 000 € par mois.';
  const { levels, pay } = read('Stage', description);
  const words = [levels, pay].map((fact) => fact && description.slice(fact.passage.start, fact.passage.end));
  expect(words).toEqual(['élève ingénieur', '1 000 € par mois']);
});

it('reads the source of a page as the page, and points at what was written', () => {
  const description =
    '<p>Vous &ecirc;tes en <b>L3</b> ou M1.</p><p>Gratification&nbsp;: 1&nbsp;000&nbsp;&euro; par mois</p>';
  const { levels, pay } = read('Stage', description);
  expect([levels?.value, pay?.value.amount]).toEqual([[3, 4], 1000]);
  expect(pay && description.slice(pay.passage.start, pay.passage.end)).toBe('1&nbsp;000&nbsp;&euro; par mois');
});

it('keeps the words of a ceiling, and takes it for no amount', () => {
  for (const wording of ['jusqu’à 800 € par mois', '800 € par mois maximum']) {
    const { pay } = read('Stage', `Gratification : ${wording}, tickets restaurant.`);
    expect(pay?.value).toEqual({ amount: null, per: null, wording });
  }
});
