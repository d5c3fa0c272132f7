import { expect, it } from 'vitest';
import { companyDraft } from '../../../../tests/support/drafts';
import { openRecords } from '../../../../tests/support/open-records';
import { contactAccesses, type CompanyDraft, type ContactAccess } from '../../../shared/domain/company';
import type { CompanyId } from '../../../shared/domain/ids';

const place = { address: '12 rue des Tilleuls\nBâtiment B', postcode: '38000', city: 'Grenoble' };
const people = { role: null, phone: null };

const companies: readonly CompanyDraft[] = [
  companyDraft({
    ...{ name: 'Abaque', ...place, website: 'https://abaque.example' },
    contact: { ...people, name: 'Ada', email: 'ada@abaque.example', access: null },
  }),
  companyDraft({ name: 'Sans contact', ...place, country: 'France' }),
  companyDraft({ name: 'Sans adresse', city: 'Lyon' }),
  companyDraft({ name: 'Dite', contact: { ...people, name: null, email: 'rh@dite.example', access: 'contact' } }),
  companyDraft({ name: 'Tue', ...place, contact: { ...people, name: 'Karim', email: null, access: 'none' } }),
  companyDraft({ name: 'Adresse', ...place, contact: { ...people, name: 'Zoé', email: null, access: 'company' } }),
];

it('tells students of each company what the office lets them know, contact by contact', async () => {
  await using records = openRecords();
  await records.database.write((db) => {
    const intake = records.companyService.openIntake(db, null);
    for (const company of companies) intake.put(company);
  });
  const ids = companies.map((_, index) => (index + 1) as CompanyId);
  const told = (usual: ContactAccess) =>
    Object.fromEntries<unknown>(
      [...records.companyService.approaches(ids, usual)].map(([id, { address, website, contacts }]) => [
        companies[id - 1]?.name ?? '',
        [address, website, ...contacts.map(({ name, email }) => name ?? email)],
      ]),
    );
  const address = '12 rue des Tilleuls, Bâtiment B, 38000 Grenoble';
  const always = { Dite: [null, null, 'rh@dite.example'], Adresse: [address, null] };
  expect(contactAccesses.map(told)).toEqual([
    always,
    { ...always, Abaque: [address, 'https://abaque.example'], 'Sans contact': [address, null] },
    { ...always, Abaque: [address, 'https://abaque.example', 'Ada'], 'Sans contact': [address, null] },
  ]);
  // Nobody else's.
  expect([...records.companyService.approaches([2 as CompanyId], 'contact').keys()]).toEqual([2]);
});
