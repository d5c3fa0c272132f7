import { expect, it } from 'vitest';
import { proposeTitle } from './propose-title';

it.each([
  ['Nous souhaitons prendre un alternant développeur web à la rentrée.', 'Développeur web'],
  ['Notre cabinet recherche un(e) stagiaire en communication pour six mois.', 'Stagiaire en communication'],
  ['Notre entreprise souhaite accueillir une stagiaire en comptabilité à partir de mars.', 'Stagiaire en comptabilité'],
  ['Nous aimerions embaucher un apprenti boulanger en septembre.', 'Apprenti boulanger'],
  ['La mairie de Montluc envisage de prendre une apprentie secrétaire.', 'Apprentie secrétaire'],
  ["Je suis à la recherche d'un alternant chargé de marketing digital.", 'Chargé de marketing digital'],
  ['Notre laboratoire accueillerait volontiers un stagiaire en chimie analytique.', 'Stagiaire en chimie analytique'],
  ['Nous voudrions former un technicien de maintenance en alternance.', 'Technicien de maintenance'],
  ['L’association Les Tilleuls recrute une animatrice jeunesse pour l’été.', 'Animatrice jeunesse'],
  ['Nous avons besoin d’un data analyst pour notre service clients.', 'Data analyst'],
  ['Pouvez-vous diffuser ? Nous cherchons un ou une assistante de direction.', 'Assistante de direction'],
  ['Notre agence intègre chaque année un alternant en communication visuelle.', 'Alternant en communication visuelle'],
  ['Nous sommes en quête d’un·e graphiste en stage.', 'Graphiste'],
  ['Le service aurait besoin d’un administrateur réseaux en alternance.', 'Administrateur réseaux'],
  ['We would like to hire a marketing assistant for our Lyon office.', 'Marketing assistant'],
  ['Our team wants to take on a software developer apprentice.', 'Software developer apprentice'],
  ['Nous proposons un stage d’ingénieur calcul de structures à Toulouse.', 'Ingénieur calcul de structures'],
  ['Nous recherchons pour notre cabinet deux stagiaires juristes en droit social.', 'Juristes en droit social'],
  ['Nous offrons un contrat d’apprentissage de mécanicien automobile.', 'Mécanicien automobile'],
  ['Un poste d’alternant contrôleur de gestion est à pourvoir en septembre.', 'Contrôleur de gestion'],
  ['Nous ouvrons un poste d’assistant ressources humaines en alternance.', 'Assistant ressources humaines'],
  ['Recherche vendeuse en boulangerie, CDI temps plein.', 'Vendeuse en boulangerie'],
  ['Cherche apprenti menuisier pour septembre', 'Apprenti menuisier'],
  ['Garage Dupont cherche mécanicien auto', 'Mécanicien auto'],
  ['URGENT besoin d’un cuisinier', 'Cuisinier'],
])('a sentence names the work that somebody is looked for: %s', (sentence, title) => {
  expect(proposeTitle(sentence)).toBe(title);
  expect(proposeTitle(`Bonjour,\n\nNous sommes une équipe de douze personnes.\n${sentence}\nMerci.`)).toBe(title);
});

it.each([
  'Nous souhaitons prendre un rendez-vous avec vous.',
  'Nous souhaitons prendre part au forum des métiers.',
  'Pouvons-nous prendre un café avec le directeur du master ?',
  'Nous recherchons un partenariat avec votre université.',
  'Notre entreprise souhaite accueillir une classe pour une visite.',
  'Nous cherchons un logement pour notre stagiaire.',
  'Nous recherchons une salle pour le séminaire.',
  'Nous avons besoin d’une réponse du responsable avant lundi.',
  'Merci de prendre contact avec le responsable.',
  'Nous voulons former un consortium de chercheurs.',
  'Je vous remercie pour votre accueil d’hier.',
  'Équipe de recherche infirmière.',
  'Le laboratoire recherche financement.',
  'Recherche logement pour notre vendeuse.',
])('an ordinary sentence proposes none: %s', (sentence) => expect(proposeTitle(sentence)).toBeNull());
