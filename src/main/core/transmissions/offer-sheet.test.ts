import { describe, expect, it } from 'vitest';
import { fullOfferDraft, offerDraft } from '../../../../tests/support/drafts';
import { companyIdSchema, contactIdSchema, offerIdSchema } from '../../../shared/domain/ids';
import type { Offer } from '../../../shared/domain/offer';
import { messageBody } from '../../../shared/domain/transmission-message';
import { offerSheetOf, type SheetOptions } from './offer-sheet';

const kept = {
  id: offerIdSchema.parse(1),
  rawTitle: 'x',
  status: 'published',
  closingReason: null,
  closedOn: null,
  packageOrigin: null,
  academicYear: 2025,
  outcome: 'ranked',
  place: null,
} as const;
const bare: Offer = { ...offerDraft(), ...kept, company: null, contact: null };
const full: Offer = {
  ...fullOfferDraft({ title: 'Développeur web' }),
  ...kept,
  company: { id: companyIdSchema.parse(1), name: 'Nuvélia' },
  contact: { id: contactIdSchema.parse(1), name: 'Léa Roux', email: 'lea@nuvelia.example', phone: '04 65 71 32 89' },
};
const options: SheetOptions = {
  language: 'fr',
  formations: [
    { title: 'Informatique', component: 'IUT' },
    { title: 'Mathématiques', component: null },
  ],
  withContact: true,
  universityName: 'Université de Valmont',
  madeAt: '2026-03-02T12:00:00.000Z',
};

describe('the sheet of an offer', () => {
  it('leaves out what a mail put around the offer', () => {
    const description = 'De : A <a@b.fr>\nObjet : TR: offre\n\nBonjour,\n\nVous saisissez.\n\nCordialement,\nPaul';
    expect(offerSheetOf({ ...bare, description }, options).text).toBe('Vous saisissez.');
  });

  it('says in French what the offer says, in the order in which it is read', () => {
    const { facts, lists, subtitle, footer, remarks } = offerSheetOf(full, options);
    expect({ facts: facts.map(({ label, value }) => `${label} | ${value}`), lists, subtitle, footer }).toEqual({
      facts: [
        'Contrat | Stage',
        'Début | Entre le 1er avril 2026 et le 4 mai 2026',
        'Durée | de 4 à 6 mois',
        'Temps de travail | 35 h par semaine',
        'Gratification ou salaire | 4,35 € de l’heure',
        'Niveau visé | Bac+3, Bac+5',
        'Domaine | Informatique',
        'Télétravail | Partiel',
        'Postes à pourvoir | 2',
        'Candidater avant le | 31 mars 2026',
        'Référence | REF-1',
        'Contact | Léa Roux, lea@nuvelia.example, 04 65 71 32 89',
      ],
      lists: [
        { heading: 'Formations concernées\u00a0:', text: 'Informatique (IUT) ; Mathématiques' },
        { heading: 'Compétences', text: 'TypeScript · SQL' },
      ],
      subtitle: 'Nuvélia · 42000 Saint-Étienne, France',
      footer: 'Université de Valmont · fiche établie le 2 mars 2026',
    });
    expect(remarks).toHaveLength(1);
  });

  it('writes figures and days as English does', () => {
    const pay = { amount: 1_250.5, per: 'month', wording: '' } as const;
    const duration = { unit: 'week', min: 1, max: 1 } as const;
    const { facts } = offerSheetOf({ ...full, pay, duration }, { ...options, language: 'en' });
    expect(facts.slice(1, 5).map(({ value }) => value)).toEqual([
      'Between 1 April 2026 and 4 May 2026',
      '1 week',
      '35 h a week',
      '€1,250.50 a month',
    ]);
  });

  it('names nobody unless asked to, and then also whoever has no address', () => {
    const without = offerSheetOf(full, { ...options, withContact: false });
    expect([JSON.stringify(without).includes('Léa'), without.remarks]).toEqual([false, []]);
    const description =
      'Écrire à Mme Roux, lea.roux+rh@nuvelia.example, au 04 65 71 32 89 ou au +33 (0)4.65.71.32.89 avant le 12/03/2026.';
    const named = { ...full, description };
    expect(offerSheetOf(named, options).text).toBe(description);
    const mask = '[coordonnées retirées]';
    expect(offerSheetOf(named, { ...options, withContact: false }).text).toBe(
      `Écrire à ${mask}, ${mask}, au ${mask} ou au ${mask} avant le 12/03/2026.`,
    );
    const contact = { id: contactIdSchema.parse(1), name: 'Léa Roux', email: null, phone: '04 65' };
    expect(offerSheetOf({ ...full, contact }, options).facts.at(-1)?.value).toBe('Léa Roux, 04 65');
  });

  it('has no line for what the offer does not say', () => {
    const sheet = offerSheetOf(bare, { ...options, universityName: ' ', formations: [] });
    expect([sheet.facts, sheet.lists, sheet.subtitle, sheet.text, sheet.author]).toEqual([
      ...[[], [], '', 'L’offre n’a pas d’autre texte.', 'Bureau des stages'],
    ]);
  });
});

describe('a message', () => {
  const words = { offers: () => 'Offres :', formations: () => 'Pour :' };
  const offer = { title: 'Stage <b>web</b>', company: 'R&D\r\nBcc: x', city: null, formations: ['Info', 'Maths'] };

  it('lists the offers below what the person wrote, as text and as mark-up that says the same', () => {
    expect(messageBody('Bonjour,\r\nvoici.\n\n\n<script>alert(1)</script>\u202e', [offer], words)).toEqual({
      text: 'Bonjour,\nvoici.\n\n<script>alert(1)</script>\n\nOffres :\n– Stage <b>web</b> (R&D Bcc: x)\n  Pour : Info ; Maths',
      html: [
        '<p>Bonjour,<br>voici.</p>',
        '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
        '<p>Offres :</p>',
        '<ul><li><strong>Stage &lt;b&gt;web&lt;/b&gt;</strong> (R&amp;D Bcc: x)<br>Pour : Info ; Maths</li></ul>',
      ].join('\n'),
    });
  });

  it('names the offers before the thanks and the signature', () => {
    const told = 'Voici une offre pour vos étudiants ; la fiche est jointe. Pouvez-vous la leur transmettre ?';
    const { text, html } = messageBody(`Bonjour,\n\n${told}\n\nMerci d’avance.\n\nMarie\nBureau`, [offer], words);
    const inOrder = [told, 'Offres :', 'Merci d’avance.', 'Marie'];
    for (const form of [text, html]) {
      const places = inOrder.map((part) => form.indexOf(part));
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      expect(places[0]).toBeGreaterThan(0);
    }
  });

  it('may consist of the offers alone', () => {
    expect(messageBody(' \n ', [{ ...offer, company: null, title: 'Stage', formations: ['Info'] }], words).text).toBe(
      'Offres :\n– Stage\n  Pour : Info',
    );
  });
});
