import { expect, it } from 'vitest';
import { act, form, make, openDesk, type Desk } from '../../../../tests/support/offer-desk';
import type { OfferId } from '../../../shared/domain/ids';
import type { OfferForm } from '../../../shared/domain/offer-form';

const text =
  'Vous tenez la comptabilité des fournisseurs, rapprochez les relevés bancaires et préparez les bilans de fin d’année.';
const alike = (desk: Desk, said: Partial<OfferForm>, exceptId: OfferId | null = null) =>
  desk.editing.alike({ ...form, description: text, ...said }, exceptId).map(({ offerId }) => offerId);

it('finds the offer that says the same, or nearly, of the same company or of none', async () => {
  await using desk = openDesk();
  const { offerId } = await make(desk, { description: text });
  await act(desk, { offerId, revision: 1, status: 'draft', savedAt: '' }, 'publish');
  expect(alike(desk, {})).toEqual([offerId]);
  expect(alike(desk, {}, offerId)).toEqual([]);
  const wrapped = `De : Léa Roux <lea@aubrac.example>\nObjet : Stage\n\nBonjour,\n\n${text} Merci.\n\nCordialement,\nLéa Roux`;
  expect(alike(desk, { description: wrapped, companyName: null })).toEqual([offerId]);
  expect(alike(desk, { title: 'Autre intitulé' })).toEqual([offerId]);
  expect(alike(desk, { companyName: 'Hydrelis' })).toEqual([]);
  expect(
    alike(desk, { description: 'Vous vendez des vélos et conseillez les clients du magasin, le samedi aussi.' }),
  ).toEqual([]);
  expect(alike(desk, { description: 'Stage comptable.' })).toEqual([]);
});

it('tells a draft by the company that is being typed', async () => {
  await using desk = openDesk();
  const { offerId } = await make(desk, { description: text, companyName: 'Aubrac' });
  expect(desk.editing.alike({ ...form, description: text, companyName: 'aubrac' }, null)).toMatchObject([
    { offerId, title: 'Comptable', company: 'Aubrac', status: 'draft' },
  ]);
  expect(alike(desk, { companyName: 'Hydrelis' })).toEqual([]);
});
