import { expect, it } from 'vitest';
import { offerMatchText } from './text/match-text';
import { wishToRank } from './wish';

interface Somebody {
  readonly first: string;
  readonly last: string;
  readonly town: string;
  readonly age: string;
  readonly street: string;
  readonly isWoman: boolean;
}

const people: readonly Somebody[] = [
  { first: 'Karim', last: 'Benali', town: 'Grenoble', age: '21', street: '3 grand rue', isWoman: false },
  { first: 'Léa', last: 'Martin', town: 'Saint-Étienne', age: '19', street: '12 bis, rue des Lilas', isWoman: true },
  { first: 'Jean', last: 'Petit', town: 'Lyon', age: '24', street: '5 avenue Foch', isWoman: false },
  { first: 'Fatoumata', last: 'Diallo', town: 'Évry', age: '18', street: '8 allée du Parc', isWoman: true },
  { first: 'Thi Linh', last: 'Nguyen', town: 'Nantes', age: '22', street: '1 place Bellecour', isWoman: true },
  { first: 'Marine', last: 'Lefebvre', town: 'Paris', age: '20', street: '27 boulevard Voltaire', isWoman: true },
];

/** How people say who they are; `e` is the ending of the feminine. */
const phrasings: readonly ((who: Somebody & { readonly e: string }) => string)[] = [
  ({ first, last }) => `Bonjour, moi ${first} ${last} je cherche un stage de chimie en laboratoire.`,
  ({ first, last, age }) => `Bonjour, ${first} ${last}, ${age} ans. Je cherche un stage de chimie.`,
  ({ first, last, e }) => `Je suis ${first} ${last} étudiant${e} en chimie`,
  ({ first, last, e }) => `je suis ${first.toLowerCase()} ${last.toLowerCase()} etudiant${e} en chimie`,
  ({ first, last, e }) => `Mon CV : ${first} ${last} — étudiant${e} en licence de droit`,
  ({ first, last }) => `${first.toLowerCase()} ${last.toLowerCase()}, je cherche un stage en comptabilité`,
  ({ first, last }) => `Bonjour je m’appelle ${first} ${last} et je veux étudier le droit`,
  ({ first, last }) => `bonjour je m'appelle ${first.toLowerCase()} ${last.toLowerCase()} et je veux étudier le droit`,
  ({ first, last }) => `Mon nom est ${first} ${last}. J’aime dessiner des bâtiments.`,
  ({ first, last }) => `${first} ${last}\nJe voudrais travailler dans une banque.`,
  ({ first, last }) => `Je voudrais travailler dans une banque.\nCordialement,\n${first} ${last}`,
  ({ first, last }) => `Nom : ${last}\nPrénom : ${first}\nJe veux faire du marketing`,
  ({ first, last }) => `${first} ${last.toUpperCase()}, à la recherche d’une alternance en logistique`,
  ({ first, age }) => `moi c'est ${first.toLowerCase()}, ${age} ans, je veux soigner des animaux`,
  ({ first, last }) => `My name is ${first} ${last} and I want to become a nurse`,
  ({ first, last, age }) => `I am ${first} ${last}, ${age} years old, I want to work in a bank`,
  ({ town }) => `Je suis en BUT, j’habite à ${town} et je cherche un stage en chimie`,
  ({ town }) => `j'habite ${town.toLowerCase()} et je veux soigner des animaux`,
  ({ town, e }) => `Étudiant${e} en chimie qui habite ${town}, je cherche un stage`,
  ({ town, e }) => `Domicilié${e} à ${town}, je cherche une alternance dans le web`,
  ({ town }) => `Originaire de ${town}, je cherche une alternance dans le web`,
  ({ street, town }) => `${street}, 38000 ${town}. Je veux soigner des animaux.`,
  ({ street }) => `J’habite au ${street}, je veux devenir boulanger.`,
  ({ isWoman, age }) => `${isWoman ? 'Femme' : 'Homme'}, ${age} ans, je veux soigner des animaux`,
  ({ isWoman }) => `Je suis ${isWoman ? 'une femme' : 'un homme'} et je veux soigner des animaux`,
  ({ isWoman, e }) => `Jeune ${isWoman ? 'fille' : 'homme'} motivé${e}, je veux soigner des animaux`,
  ({ isWoman }) => `I am a young ${isWoman ? 'woman' : 'man'} and I want to become a nurse`,
  ({ isWoman }) => `Sexe : ${isWoman ? 'F' : 'M'}. Je veux faire du marketing`,
  ({ e }) => `Je suis passionné${e} par le droit, intéressé${e} par l’environnement`,
  ({ isWoman }) =>
    `Je suis ${isWoman ? 'curieuse, sérieuse et sportive' : 'curieux, sérieux et sportif'}, j’aime la physique`,
  ({ e, isWoman }) => `${isWoman ? 'Lycéenne' : 'Lycéen'} né${e} le 3 mai 2007, j’aime les langues`,
  ({ age }) => `J’ai ${age} ans et j’aime les langues`,
  ({ e, age }) => `Étudiant${e} de ${age} ans, inscrit${e} en BUT de chimie`,
  ({ first, last }) => `${first}.${last}@exemple.example 06 12 34 56 78 je cherche un stage en électronique`,
  ({ first, last }) => `Profil de ${first} ${last} : compétences en Python et en SQL`,
];

it.each(phrasings.map((phrasing) => [phrasing({ ...nobodyElse(), e: '' }), phrasing] as const))(
  'the same is compared whoever says it: %s',
  (_example, phrasing) => {
    const compared = people.map((one) => {
      const wish = wishToRank(phrasing({ ...one, e: one.isWoman ? 'e' : '' }));
      if (!wish) throw new Error('Something is wished for.');
      return offerMatchText(wish, wish);
    });
    expect(compared[0]?.body ?? '').not.toBe('');
    expect(new Set(compared.map(({ title, body }) => `${title} | ${body}`)).size, JSON.stringify(compared)).toBe(1);
    expect(JSON.stringify(compared)).not.toMatch(/karim|benali|grenoble|lila|foch|exemple|38000/i);
  },
);

function nobodyElse(): Somebody {
  const [first] = people;
  if (!first) throw new Error('There is somebody.');
  return first;
}

it.each([
  'biologie marine, faune et flore',
  'droit romain et architecture romane',
  'travail manuel, en ligne, dans un laboratoire',
  'LEA anglais espagnol',
  'sage-femme, femme de chambre, mode homme',
  'Adobe Photoshop, Microsoft Office, Spring Boot',
  'étudier le vivant en laboratoire',
  'un jean, un pull : la vente de vêtements',
  'accompagner des personnes âgées',
])('what is wished for stays: %s', (text) => {
  expect(wishToRank(text)?.description).toBe(text);
});
