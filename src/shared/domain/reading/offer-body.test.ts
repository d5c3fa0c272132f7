import { describe, expect, it } from 'vitest';
import { offerBody } from './offer-body';

const matter = `Stage assistant de gestion (6 mois)

Missions :
- saisir les factures ;
- suivre les relances.

Merci d’envoyer CV et lettre de motivation à rh@exemple.fr avant le 3 mars.`;

const mail = `De : Paul Relais <paul.relais@univ.example>
Envoyé : lundi 2 novembre 2026 09:12
À : bureau-stages@univ.example
Objet : TR: Stage assistant de gestion

Pour info et diffusion de cette offre.

Bonne journée,
Paul
06 12 34 56 78

________________________________
De : Jeanne Martin <jeanne@exemple.fr>
À : Paul Relais
Objet : Stage assistant de gestion

Bonjour Monsieur Relais,

J’espère que vous allez bien.
Je vous remercie de bien vouloir diffuser l’offre de stage ci-dessous auprès de vos étudiants.

${matter}

Bien cordialement,

Jeanne Martin
Assistante de direction
Menuiserie Exemple – 12 rue des Tilleuls, 38000 GRENOBLE – Tél. 04 76 00 00 00 – SIRET 732 829 320 00074
www.exemple.fr

Ce message et ses pièces jointes sont confidentiels et destinés à leurs seuls destinataires.
Envoyé de mon iPhone`;

describe('what a text says of the offer itself', () => {
  it('is all that is left of a mail that was passed on', () => expect(offerBody(mail)).toBe(matter));

  it('has no quote marks', () => {
    const quoted = `Le 3 nov. 2026 à 10:12, Léa <lea@exemple.fr> a écrit :\n${matter.replace(/^/gm, '> ')}`;
    expect(offerBody(quoted)).toBe(matter);
  });

  it('leaves out the messages that an answer quotes', () => {
    const answer = `Bonjour,\n\n${matter}\n\nCordialement,\nLéa\n\nLe 3 nov. 2026 à 10:12, Stages <stages@univ.example> a écrit :\n> Bonjour,\n> avez-vous des offres cette année ?`;
    expect(offerBody(answer)).toBe(matter);
  });

  it('is plain text, whatever it was pasted from', () => {
    const page = '<p>Nous recherchons un(e) d&eacute;veloppeur</p><ul><li>PHP</li></ul><script>alert(1)</script>';
    expect(offerBody(page)).toBe('Nous recherchons un(e) développeur\n\n- PHP');
  });

  it.each([
    matter,
    'Merci de transmettre votre candidature avant le 3 mars.',
    'Missions :\n- diffuser les offres de stage sur les réseaux\n- partager les annonces',
    'Vous trouverez ci-dessous les missions :\n- paie',
    'Contact : Mme Léa Roux, lea@aubrac.example',
  ])('is nothing less than a text that has nothing around it: %s', (text) => expect(offerBody(text)).toBe(text));

  it('is the whole text where nothing else would be left', () => {
    expect(offerBody('Bonjour,\nCordialement,\nLéa')).toBe('Bonjour,\nCordialement,\nLéa');
  });
});
