import { expect, it } from 'vitest';
import { act, form, make, openDesk, type Desk } from '../../../../tests/support/offer-desk';
import type { OfferId } from '../../../shared/domain/ids';
import type { OfferForm } from '../../../shared/domain/offer-form';

const codes = async (desk: Desk, said: Partial<OfferForm>, offerId: OfferId | null = null) =>
  (await desk.editing.check({ ...form, postedOn: '2026-03-02', ...said }, offerId)).map(({ code }) => code);

it('counts the internships of the company that are open or filled in the same weeks', async () => {
  await using desk = openDesk();
  const { database, companyService } = desk.records;
  await database.write((db) => {
    const draft = { externalId: null, siret: null, naf: null, address: null, postcode: null, city: null };
    const rest = { country: null, website: null, contact: null };
    companyService.openIntake(db, null).put({ ...draft, ...rest, name: 'Cabinet Aubrac', size: 'TPE' });
  });
  const pay = { amount: 5, per: 'hour', wording: '5 €' } as const;
  const terms = { contractType: 'internship', duration: { unit: 'month', min: 3, max: 3 }, pay } as const;
  const said = { ...terms, title: 'Vendeur', start: { kind: 'date', on: '2026-06-01' }, places: 3 } as const;
  const other = await make(desk, { ...terms, title: 'Comptable', start: { kind: 'date', on: '2026-04-01' } });
  expect(await codes(desk, said)).toEqual([]);
  await act(desk, other, 'publish');
  expect(await codes(desk, said)).toEqual(['trainee-quota']);
  expect(await codes(desk, { ...said, places: 2 })).toEqual([]);
  expect(await codes(desk, { ...said, start: { kind: 'date', on: '2026-07-06' } })).toEqual([]);
  expect(await codes(desk, said, other.offerId)).toEqual([]);
  await act(desk, other, 'fill');
  expect(await codes(desk, said)).toEqual(['trainee-quota']);
  await act(desk, other, 'archive');
  expect(await codes(desk, said)).toEqual([]);
});

it('asks for a date only of what is published', async () => {
  await using desk = openDesk();
  const undated = { postedOn: null };
  expect(await codes(desk, undated)).toEqual([]);
  const offer = await make(desk);
  expect(await codes(desk, undated, offer.offerId)).toEqual([]);
  await act(desk, offer, 'publish');
  expect(await codes(desk, undated, offer.offerId)).toEqual(['date-missing']);
});

it('counts an employer whom only the text names as named', async () => {
  await using desk = openDesk();
  const nobody = { companyName: null, description: 'Vous tenez les comptes des clients du cabinet.' };
  expect(await codes(desk, nobody)).toEqual(['employer-missing']);
  const named = 'Entreprise : Hydrelis SAS, 38000 Grenoble\nVous tenez les comptes des clients du cabinet.';
  expect(await codes(desk, { ...nobody, description: named })).toEqual([]);
  expect(await codes(desk, { ...nobody, description: named, dismissed: ['companyName'] })).toEqual([
    'employer-missing',
  ]);
});

it('takes a ceiling for no amount that is due', async () => {
  await using desk = openDesk();
  const terms = { contractType: 'internship', duration: { unit: 'month', min: 3, max: 3 } } as const;
  const text = (pay: string) => ({
    ...terms,
    description: `Vous tenez les comptes des clients. Gratification : ${pay}.`,
  });
  expect(await codes(desk, text('800 € par mois'))).toEqual([]);
  for (const pay of ['jusqu’à 800 € par mois', '800 € par mois maximum', 'maximum 800 € par mois']) {
    expect([pay, await codes(desk, text(pay))]).toEqual([pay, ['gratification-in-words']]);
  }
});
