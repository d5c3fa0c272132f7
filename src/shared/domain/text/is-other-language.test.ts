import { expect, it } from 'vitest';
import { isOtherLanguage } from './is-other-language';

// What the limit was set by.
const others = [
  'asdf qwer zxcv lkjh poiu mnbv tyui ghjk fdsa rewq vcxz hjkl uiop bnm azer wxcv qsdf jklm ytre dfgh cvbn erty sdfg xcvb rtyu fghj vbnn tyuu ghjj bnnn',
  'ploum tralala youpi zim boum badaboum',
  'hfjdks hfjdk sqdhfj sdqhf jqsdhf qjsdhf kqsjdhf kjqsdhf sdhqf',
  'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat. Duis aute irure dolor in reprehenderit in voluptate velit esse cillum.',
  'Ich suche eine Stelle als Buchhalter in einem mittelständischen Unternehmen, wo ich Rechnungen prüfen, Konten abstimmen und beim Jahresabschluss helfen kann. Ich habe gute Kenntnisse in Excel und arbeite gerne im Team mit anderen Kollegen zusammen, auch unter Zeitdruck.',
  'Ich möchte Krankenpfleger werden und mich um ältere Menschen kümmern',
  'Ich interessiere mich für Chemie und Biologie und möchte in einem Labor arbeiten',
  'Busco unas prácticas en marketing digital para una empresa de moda',
  'Me gustaría trabajar en un hospital cuidando a los enfermos y aprender enfermería',
  'Vorrei lavorare in un laboratorio di chimica e analizzare le acque',
];
const understood = [
  'devenir infirmière',
  'j’aime les animaux',
  'avocate en droit du travail',
  'informatique',
  'Je voudrais analyser des eaux en laboratoire',
  'Je suis en BUT et j’aimerais programmer des sites et des applications web, en équipe, pendant un stage.',
  'J’aime le contact, je voudrais devenir avocate en droit du travail.',
  'Travailler le bois et fabriquer des meubles',
  'Je veux proposer des activités à des personnes âgées dans une maison de retraite, monter des ateliers et sorties, et travailler avec les familles.',
  'm’occuper d’enfants',
  'réparer des voitures',
  'je cherche un stage à Lyon en avril en comptabilité',
  'dessiner des vêtements',
  'devenir prof de maths',
  'faire de la vidéo et du montage',
  'conduire des trains',
  'jardinage et fleurs',
  'aider les gens à trouver du travail',
  'organiser des concerts et des festivals',
  'cuisine et pâtisserie',
  'programmer des robots',
  'étudier les étoiles',
  'protéger la nature et les forêts',
  'vendre des produits de luxe',
  'gérer un hôtel',
  'traduire des textes anglais',
  'bosser dans la pub',
  'stage en RH',
  'je veux faire du marketing digital sur les réseaux sociaux',
  'travailler sur la voiture électrique',
  'construction de ponts et de routes',
  'suivre la qualité dans une usine agroalimentaire',
  'I would like to become a nurse and take care of people in a hospital',
  'I love animals and nature',
  'I am looking for an internship in software development with Python and databases',
  'I want to study law and work with companies',
  'Looking for a work placement in accounting in Lyon',
  'I enjoy drawing and designing websites',
  'Faire revenir les oignons dans une poêle, ajouter la farine, le sucre, trois œufs battus, une pincée de sel, remuer doucement puis laisser reposer au frais une heure avant de cuire dans un four chaud pendant vingt-cinq minutes et servir tiède avec une boule de glace vanille.',
  'Heureux qui, comme Ulysse, a fait un beau voyage, ou comme cestuy-là qui conquit la toison, et puis est retourné, plein d’usage et raison, vivre entre ses parents le reste de son âge ! Quand reverrai-je, hélas, de mon petit village fumer la cheminée, et en quelle saison.',
];
/** Too few words to tell: what they name is known, or says too little by itself. */
const short = [
  'zzyzx qwrtp',
  'blabla blabla truc machin',
  'xkcd lol mdr ptdr wtf',
  'agdkjfh soudure fdgjh',
  'Lorem ipsum dolor sit amet',
  'Quiero estudiar derecho y ser abogado',
  'Cerco uno stage in una società di informatica',
];

it.each(others)('knows hardly a word of “%s”', (text) => {
  expect(isOtherLanguage(text)).toBe(true);
});

it.each([...understood, ...short, ''])('takes “%s” as it is', (text) => {
  expect(isOtherLanguage(text)).toBe(false);
});
