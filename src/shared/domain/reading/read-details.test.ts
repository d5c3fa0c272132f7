import { expect, it } from 'vitest';
import { proposeTitle } from './propose-title';
import { readDetails, type ReadDetails } from './read-details';

const on = '2026-11-22';
const mail = `De : Jeanne Martin <jeanne.martin@exemple.fr>   06 12 34 56 78
nous sommes une PME (SIRET 732 829 320 00074) à 38000 GRENOBLE et nous cherchons
Stage à partir du 4 janvier 2027.`;

it('reads who offers, where and from when, with the passages', () => {
  const details = readDetails(mail, on);
  const facts: readonly (readonly [string, { readonly value: unknown } | null])[] = Object.entries(details);
  const values = Object.fromEntries(facts.map(([field, fact]) => [field, fact?.value]));
  expect(values).toEqual({
    companyName: 'Exemple',
    companySiret: '73282932000074',
    contactName: 'Jeanne Martin',
    contactEmail: 'jeanne.martin@exemple.fr',
    contactPhone: '06 12 34 56 78',
    postcode: '38000',
    city: 'Grenoble',
    start: { kind: 'date', on: '2027-01-04' },
  });
  const passage = details.start?.passage;
  expect(passage && mail.slice(passage.start, passage.end)).toBe('4 janvier 2027');
});

it.each<[string, keyof ReadDetails, unknown]>([
  ['Début dès septembre.', 'start', { kind: 'range', from: '2027-09-01', to: '2027-09-30' }],
  ['Dès décembre', 'start', { kind: 'range', from: '2026-12-01', to: '2026-12-31' }],
  ['À partir de mars 2028', 'start', { kind: 'range', from: '2028-03-01', to: '2028-03-31' }],
  ['À pourvoir dès que possible', 'start', { kind: 'as-soon-as-possible' }],
  ['Rentrée septembre 2027', 'start', { kind: 'range', from: '2027-09-01', to: '2027-09-30' }],
  ['Stage de mars à août 2027', 'start', { kind: 'range', from: '2027-03-01', to: '2027-03-31' }],
  ['5 mois entre février et août 2027', 'start', { kind: 'range', from: '2027-02-01', to: '2027-02-28' }],
  ['Candidatures entre février et mars 2027', 'start', undefined],
  ['Stage à partir de mi-avril 2027', 'start', { kind: 'range', from: '2027-04-01', to: '2027-04-30' }],
  ['Stage à partir de la mi-avril.', 'start', { kind: 'range', from: '2027-04-01', to: '2027-04-30' }],
  ['Starting mid-April 2027', 'start', { kind: 'range', from: '2027-04-01', to: '2027-04-30' }],
  ['Début : mai-juin', 'start', { kind: 'range', from: '2027-05-01', to: '2027-06-30' }],
  ['À partir de mai ou juin 2028', 'start', { kind: 'range', from: '2028-05-01', to: '2028-06-30' }],
  ['Dès décembre-janvier', 'start', { kind: 'range', from: '2026-12-01', to: '2027-01-31' }],
  ['Stage de deux mois, mai-juin.', 'start', { kind: 'range', from: '2027-05-01', to: '2027-06-30' }],
  ['Stage 2028 de deux mois, mai/juin', 'start', { kind: 'range', from: '2028-05-01', to: '2028-06-30' }],
  ['Campagne 2028. Début : mars', 'start', { kind: 'range', from: '2028-03-01', to: '2028-03-31' }],
  ['Candidatures : mai-juin', 'start', undefined],
  ['Le bilan de mai-juin sera votre mission.', 'start', undefined],
  ['Prise de poste immédiate', 'start', { kind: 'as-soon-as-possible' }],
  ['Vous serez autonome dès votre arrivée', 'start', undefined],
  ['SIRET 732 829 320 00075', 'companySiret', undefined],
  ['Tél. +33 6 12 34 56 78', 'contactPhone', '+33 6 12 34 56 78'],
  ['Cordialement,\nPaul Durand', 'contactName', 'Paul Durand'],
  ['Un budget de 35000 Euros', 'city', undefined],
  ['69100 Villeurbanne', 'city', 'Villeurbanne'],
])('%s', (text, field, value) => expect(readDetails(text, on)[field]?.value).toEqual(value));

const colleague = 'De : Paul Secretaire <paul@univ.example>\nÀ : stages@ufr.univ.example';
it.each<[string, string, string | undefined, string | undefined]>([
  [
    'the line that names a contact goes before the header',
    `${mail}\nContact : Mme Léa Roux, lea@aubrac.example`,
    'Léa Roux',
    'lea@aubrac.example',
  ],
  [
    'an address below the label',
    'Écrire à rh@a.example\nContact : Léa Roux\nlea@aubrac.example',
    'Léa Roux',
    'lea@aubrac.example',
  ],
  [
    'an address in the text before that of the header',
    `${mail}\nCandidatures : rh@exemple.fr`,
    'Jeanne Martin',
    'rh@exemple.fr',
  ],
  ['nobody of the university, nor whom it was sent to', `${colleague}\n\nUn stage.`, undefined, undefined],
  ['who passed it on', `De : Paul Relais <paul@relais.example>\nObjet : TR: offre\n\nUn stage.`, undefined, undefined],
  [
    'who wrote it first',
    `${colleague}\nObjet : TR: offre\n\n---- Message transféré ----\n${mail}`,
    'Jeanne Martin',
    'jeanne.martin@exemple.fr',
  ],
  [
    'the name beside the address, not who signs',
    'Candidature à envoyer à Paul Martin, paul.martin@hydrelis.fr.\n\nCordialement\nSophie Leroy\nAssistante RH',
    'Paul Martin',
    'paul.martin@hydrelis.fr',
  ],
  [
    'the name in brackets behind the address',
    'Envoyer un CV : p.martin@hydrelis.fr (Paul Martin).\n\nCordialement\nSophie Leroy',
    'Paul Martin',
    'p.martin@hydrelis.fr',
  ],
  [
    'an address of somebody else without who signs',
    'Écrire à paul.martin@hydrelis.fr.\n\nCordialement\nSophie Leroy',
    undefined,
    'paul.martin@hydrelis.fr',
  ],
  [
    'an address of the company with who signs',
    'Écrire à stages@hydrelis.fr.\n\nCordialement\nSophie Leroy',
    'Sophie Leroy',
    'stages@hydrelis.fr',
  ],
  [
    'whom the label names without the address of who signs',
    'Contact : Paul Martin\n\nCordialement,\nSophie Leroy\nsophie.leroy@hydrelis.fr',
    'Paul Martin',
    undefined,
  ],
  [
    'no supplier',
    'Notre fournisseur support@ovh.com héberge nos serveurs. Postulez auprès de Jean Dupont.',
    'Jean Dupont',
    undefined,
  ],
  [
    'the tutor by the address',
    'Encadrants : Dr. Claire Fontaine (claire.fontaine@inrae.fr), Marc Petit',
    'Claire Fontaine',
    'claire.fontaine@inrae.fr',
  ],
])('finds the contact: %s', (_what, text, name, address) => {
  const { contactName, contactEmail } = readDetails(text, on, ['univ.example']);
  expect([contactName?.value, contactEmail?.value]).toEqual([name, address]);
});

it.each(['univ-valmont.fr', 'etu.u-bordeaux.fr', 'sorbonne-universite.fr', 'mines.example.edu', 'law.example.ac.uk'])(
  'names no company after the university at %s, but after who wrote first',
  (domain) => {
    const passedOn = `De : Service Stages <stages@${domain}>\nObjet : TR: stage\n\n---- Message transféré ----\n`;
    expect(readDetails(`${passedOn}\nUn stage de six mois.`, on).companyName).toBeNull();
    const first = 'De : Julie Marchand <j.marchand@atelier-loire.fr>\nObjet : stage\n\nUn stage de six mois.';
    expect(readDetails(passedOn + first, on).companyName?.value).toBe('Atelier Loire');
  },
);

it.each([
  ['Job étudiant\nBaby-sitter le mercredi de 12h à 18h, à Meylan', 'Baby-sitter'],
  ['Stage M2 – Modélisation hydrologique du bassin de la Durance', 'Modélisation hydrologique du bassin de la Durance'],
  ['Nous recherchons un stagiaire en électronique.', 'Stagiaire en électronique'],
  ['Assistante administrative CDD 3 mois temps partiel, Saint-Étienne', 'Assistante administrative'],
  ['STAGE - 6 MOIS', null],
  ['Assistant comptable en CDD de 6 mois renouvelable', 'Assistant comptable'],
  ['Assistante RH en CDD de 6 mois (renouvelable une fois)', 'Assistante RH'],
  [
    'Bonjour, notre cabinet cherche pour le printemps un ou une stagiaire en comptabilité qui sache tenir un journal.',
    'Stagiaire en comptabilité',
  ],
  ['Le service RH cherche son ou sa futur(e) assistant(e) RH.', 'Futur(e) assistant(e) RH'],
])('takes what is done for the title: %s', (text, title) => expect(proposeTitle(text)).toBe(title));

it('names no company after a supplier', () => {
  expect(readDetails('Notre fournisseur support@ovh.com héberge nos serveurs.', on).companyName).toBeNull();
});
