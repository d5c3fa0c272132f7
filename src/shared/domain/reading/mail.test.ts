import { describe, expect, it } from 'vitest';
import { subjectOf, withoutAddresses, withoutMailLines } from './mail';
import { proposeTitle } from './propose-title';
import { readText } from './read-text';
import { createSkillFinder } from './skill-finder';

const mail = `>>> Fwd: TR: offre à diffuser svp !!
De : Jeanne Martin <jeanne@menuiserie-exemple.fr>   06 12 34 56 78
Bonjour,
nous sommes une PME du bâtiment à 38000 GRENOBLE et nous cherchons

*** URGENT STAGE DE 8 MOIS assistante comptable (dynamique, moins de 30 ans) ***
Missions : saisie des factures, déclarations de TVA.

Cordialement,
Jeanne Martin
Menuiserie Exemple`;

describe('a mail', () => {
  it('keeps what it says where it stands, and nothing of its frame', () => {
    const matter = withoutMailLines(mail);
    expect(matter).toHaveLength(mail.length);
    expect(matter.indexOf('saisie des factures')).toBe(mail.indexOf('saisie des factures'));
    expect(matter).not.toMatch(/diffuser|Jeanne|Bonjour|Cordialement|Menuiserie/);
  });

  it.each([
    [
      'De : A <a@b.fr>\nEnvoyé : lundi\nÀ : c@d.fr\nObjet : TR: RE: Stage chargé de communication\n\nBonjour',
      'Stage chargé de communication',
    ],
    ['From: A <a@b.fr>\nSubject: Fwd: Data analyst internship', 'Data analyst internship'],
    ['Objet du stage : réaliser un site', null],
  ])('has a subject: %s', (text, subject) => expect(subjectOf(text)).toBe(subject));

  it.each([
    'Objet : concevoir un banc d’essai.\nVous concevez la mécanique.',
    'Date : mars 2027',
    'Missions :\n> saisir les factures\n> classer',
    'Profil : à l’aise à l’oral',
  ])('is not every text with a colon: %s', (text) => expect(withoutMailLines(text)).toBe(text));

  it('has addresses that name no skill', () => {
    const description =
      'Écrire à contact@menuiserie-exemple.fr ou voir www.menuiserie-exemple.fr, maîtrise de Node.js, ASP.NET et Socket.io.';
    expect(withoutAddresses(description)).toMatch(
      /^Écrire à +ou voir +maîtrise de Node\.js, ASP\.NET et Socket\.io\.$/,
    );
    const finder = createSkillFinder([
      {
        code: 'm',
        label: 'Menuiserie',
        kind: 'knowledge',
        forms: [{ text: 'menuiserie', isExact: false, condition: 'always' }],
      },
    ]);
    expect(readText(finder, '', description).skills).toEqual([]);
    expect(readText(finder, '', 'Travaux de menuiserie').skills).toHaveLength(1);
  });
});

describe('a title is proposed', () => {
  it.each([
    [mail, 'Assistante comptable'],
    ['STAGE - Développeur web (H/F)\nVous développez.', 'Développeur web'],
    [
      'De : A <a@b.fr>\nObjet : TR: Stage chargé de communication\n\nBonjour,\nVous écrivez.',
      'Chargé de communication',
    ],
    ['Bonjour,\n\nNous recherchons un assistant RH en stage pour six mois.', 'Assistant RH'],
    ['We are looking for a marketing intern in Bordeaux, from May.', 'Marketing intern'],
    ['Aide à Domicile\nVous aidez.', 'Aide à Domicile'],
    ['Vendeur à Lyon\nVous vendez.', 'Vendeur'],
    ['Aide-soignant de nuit\nVous accompagnez les résidents.', 'Aide-soignant de nuit'],
  ])('%s', (text, title) => expect(proposeTitle(text)).toBe(title));

  it.each([
    '>>> Fwd: TR: offre à diffuser svp !!\nDe : A <a@b.fr>\nBonjour,\nvoici nos besoins.',
    'Objet : RE: offre de stage\nDe : A <a@b.fr>\nMerci de diffuser.',
    'Bonjour,\nMerci de diffuser cette annonce.',
    'Nous sommes une entreprise de 40 personnes\nVous aidez.',
    'Offre de stage',
  ])('or none: %s', (text) => expect(proposeTitle(text)).toBeNull());
});
