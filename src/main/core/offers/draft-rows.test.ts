import { expect, it } from 'vitest';
import { act, make, openDesk, type Desk } from '../../../../tests/support/offer-desk';

const rowsOf = (desk: Desk) =>
  desk.records.offerService
    .list({ filter: {}, sort: { by: 'title', direction: 'asc' }, page: 0, pageSize: 10 })
    .rows.map(({ title, opening, company }) => ({ title, opening, company }));

it('lists a draft by the company that is being typed, and without a title by what its text begins with', async () => {
  await using desk = openDesk();
  await make(desk, {
    title: '',
    description: `  Nous cherchons\nquelqu’un.${' Merci.'.repeat(40)}`,
    companyName: 'Aubrac',
  });
  const [row] = rowsOf(desk);
  expect(row).toMatchObject({ title: '', company: 'Aubrac' });
  expect(row?.opening).toMatch(/^Nous cherchons\nquelqu’un\. Merci\./);
  expect(row?.opening).toHaveLength(80);
});

it('leaves out what a mail put before the offer', async () => {
  await using desk = openDesk();
  const headers =
    'De : Léa Roux <lea@aubrac.example>\nEnvoyé : lundi 2 mars 2026 09:12\nÀ : stages@univ.example\nObjet : Stage';
  await make(desk, {
    title: '',
    description: `${headers}\n\nBonjour,\n\nNous cherchons une personne pour tenir nos comptes.`,
  });
  expect(rowsOf(desk)[0]?.opening).toMatch(/^Nous cherchons une personne/);
});

it('lists an offer with a title by it, without its text', async () => {
  await using desk = openDesk();
  await act(desk, await make(desk, { title: 'Comptable', companyName: 'Aubrac' }), 'publish');
  expect(rowsOf(desk)).toEqual([{ title: 'Comptable', opening: null, company: 'Aubrac' }]);
});
