import { describe, expect, it } from 'vitest';
import type { ReadDocument } from '../../../shared/domain/document';
import { emptyOfferForm, type OfferForm } from '../../../shared/domain/offer-form';
import { dropOf, withoutDrop } from './dropped-document';
import { proposalsFor, withProposals } from './proposals';

const sender = { name: 'Léa Roux', address: 'lea@aubrac.example' };
const mail: ReadDocument = {
  kind: 'email',
  text: 'Nous cherchons un stagiaire.\nTél. 06 12 34 56 78',
  subject: 'Stage',
  sender,
  pages: null,
  isCut: false,
};
const before: OfferForm = { ...emptyOfferForm, description: 'Un texte', contactPhone: '01 02 03 04 05' };
const proposed = (document: ReadDocument, form: OfferForm = emptyOfferForm, ownDomains: readonly string[] = []) => {
  const drop = dropOf(document, form, null);
  const { contactName, contactEmail } = proposalsFor({ ...form, description: drop.description }, null, {
    sender: drop.sender,
    ownDomains,
  });
  return [contactName, contactEmail];
};

describe('the sender of a mail', () => {
  it('is proposed, and said by nobody', () => {
    expect(proposed(mail)).toEqual(['Léa Roux', 'lea@aubrac.example']);
  });

  it('gives way to the contact that the text names', () => {
    const text = 'Un stage.\nContact : Paul Durand, paul@durand.example';
    expect(proposed({ ...mail, text })).toEqual(['Paul Durand', 'paul@durand.example']);
    expect(proposed({ ...mail, text: 'Un stage.\nContact : Paul Durand' })).toEqual(['Paul Durand', undefined]);
    expect(proposed({ ...mail, text: 'Écrire à rh@aubrac.example' })).toEqual([undefined, 'rh@aubrac.example']);
  });

  it('gives way to what a person gave', () => {
    expect(proposed(mail, { ...emptyOfferForm, contactName: 'Paul Durand' })).toEqual([undefined, undefined]);
    expect(proposed(mail, { ...emptyOfferForm, contactName: 'LEA ROUX' })).toEqual([undefined, 'lea@aubrac.example']);
  });

  it('is nobody’s contact where a colleague passed the mail on', () => {
    expect(proposed(mail, emptyOfferForm, ['aubrac.example'])).toEqual([undefined, undefined]);
    expect(
      proposed({ ...mail, sender: { ...sender, address: 'l@etu.aubrac.example' } }, emptyOfferForm, ['aubrac.example']),
    ).toEqual([undefined, undefined]);
    expect(proposed({ ...mail, subject: 'TR: RE: Stage' })).toEqual([undefined, undefined]);
    expect(proposed({ ...mail, subject: 'RE: Stage' })).toEqual(['Léa Roux', 'lea@aubrac.example']);
  });
});

describe('a document that is taken back', () => {
  const drop = dropOf(mail, before, null);
  const dropped: OfferForm = { ...before, description: drop.description };

  it('gives the text back', () => expect(withoutDrop(dropped, drop, [])).toEqual(before));

  it('takes along the contact that was accepted from it, and leaves the rest', () => {
    const accepted = withProposals(dropped, null, { sender, ownDomains: [] });
    expect(accepted).toMatchObject({ contactName: 'Léa Roux', contactPhone: '01 02 03 04 05' });
    const back = withoutDrop({ ...accepted, city: 'Nantes' }, drop, []);
    expect(back).toMatchObject({
      contactName: null,
      contactEmail: null,
      contactPhone: '01 02 03 04 05',
      city: 'Nantes',
    });
    expect(back?.description).toBe('Un texte');
  });

  it('leaves a contact that was typed', () => {
    expect(withoutDrop({ ...dropped, contactName: 'Paul Durand' }, drop, [])?.contactName).toBe('Paul Durand');
  });

  it('is left once somebody has gone on writing', () => {
    expect(withoutDrop({ ...dropped, description: `${dropped.description} !` }, drop, [])).toBeNull();
  });
});
