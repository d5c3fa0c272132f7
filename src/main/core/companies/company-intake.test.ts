import { describe, expect, it } from 'vitest';
import { companyDraft, fullOfferDraft, offerContact, offerDraft } from '../../../../tests/support/drafts';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';
import type { CompanyDraft } from '../../../shared/domain/company';
import type { ImportId } from '../../../shared/domain/ids';
import type { OfferContact } from '../../../shared/domain/offer-row';

type Person = Omit<NonNullable<CompanyDraft['contact']>, 'access'>;

const siret = { one: '00013466800011', other: '00033853300011' } as const;

const takeCompanies = (records: OpenRecords, drafts: readonly CompanyDraft[]) =>
  records.asImport('companies', (db, importId) => {
    const intake = records.companyService.openIntake(db, importId);
    return drafts.map((draft) => intake.put(draft));
  });

/** Takes one offer in for each contact, with the contact's place in the list as its reference. */
const takeOffers = (records: OpenRecords, contacts: readonly OfferContact[]) =>
  records.asImport('offers', (db, importId) => {
    const intake = records.offerService.openIntake(db, importId);
    return contacts.map((contact, index) => intake.put(offerDraft({ externalId: String(index) }), contact));
  });

const undo = (records: OpenRecords, kind: 'offer' | 'company', importId: ImportId) =>
  records.database.write((db) => records[`${kind}Service`].undoImport(db, importId));

const companies = (records: OpenRecords) => [...records.companyService.all({})];
const offers = (records: OpenRecords) => [...records.offerService.all({})];
const contacts = (records: OpenRecords) =>
  companies(records).flatMap((company) =>
    company.contacts.map(({ name, role, email, phone }) => ({ name, role, email, phone })),
  );

const octorive = (companySiret: string | null, said: Partial<OfferContact> = {}): OfferContact =>
  offerContact({ companyName: 'Octorive', companySiret, ...said });
const person = (said: Partial<Person>): Person => ({ name: null, role: null, email: null, phone: null, ...said });
const abaque = (contact: Partial<Person>): CompanyDraft =>
  companyDraft({ name: 'Abaque', contact: { ...person(contact), access: null } });

describe('a SIRET that offers give', () => {
  it.each([
    ['behind the row without one', [null, siret.one, siret.other], [1, 1, 2]],
    ['before the row without one', [siret.one, siret.other, null], [1, 2, 1]],
    ['on both sides', [siret.one, null, siret.other], [1, 1, 2]],
  ])('is kept and tells two namesakes apart: %s', async (_, sirets, expected) => {
    await using records = openRecords();
    const rows = sirets.map((number) => octorive(number));
    await takeOffers(records, rows);
    expect(companies(records).map((company) => company.siret)).toEqual([siret.one, siret.other]);
    expect(offers(records).map(({ company }) => company?.id)).toEqual(expected);
    const again = await takeOffers(records, rows);
    expect(again.result).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  it('completes a company of an earlier import, and is taken away again with its own', async () => {
    await using records = openRecords();
    const first = await takeOffers(records, [octorive(null)]);
    const second = await takeOffers(records, [octorive(siret.one)]);
    expect(second.result).toEqual(['updated']);
    expect(companies(records).map((company) => company.siret)).toEqual([siret.one]);
    expect(await undo(records, 'offer', second.importId)).toEqual({ removed: 0, restored: 1, kept: 0 });
    expect(companies(records).map((company) => company.siret)).toEqual([null]);
    expect(await undo(records, 'offer', first.importId)).toEqual({ removed: 1, restored: 0, kept: 0 });
    expect(companies(records)).toEqual([]);
  });
});

describe('taking an import back when a value is somebody else’s by now', () => {
  it('keeps the company whose former SIRET is taken', async () => {
    await using records = openRecords();
    const coded = (number: string) => companyDraft({ externalId: 'E1', name: 'Abaque', siret: number });
    await takeCompanies(records, [coded(siret.one)]);
    const { importId } = await takeCompanies(records, [coded(siret.other)]);
    await takeCompanies(records, [companyDraft({ name: 'Boréalis', siret: siret.one })]);
    expect(await undo(records, 'company', importId)).toEqual({ removed: 0, restored: 0, kept: 1 });
    expect(companies(records).map((company) => [company.name, company.siret])).toEqual([
      ['Abaque', siret.other],
      ['Boréalis', siret.one],
    ]);
  });

  it('puts the SIRET back that a company of the same import had taken', async () => {
    await using records = openRecords();
    const coded = (number: string) => companyDraft({ externalId: 'E1', name: 'Abaque', siret: number });
    await takeCompanies(records, [coded(siret.one)]);
    const { importId } = await takeCompanies(records, [
      coded(siret.other),
      companyDraft({ name: 'Boréalis', siret: siret.one }),
    ]);
    expect(await undo(records, 'company', importId)).toEqual({ removed: 1, restored: 1, kept: 0 });
    expect(companies(records).map((company) => [company.name, company.siret])).toEqual([['Abaque', siret.one]]);
  });
});

describe('what is known of a person', () => {
  const before = { name: 'Maëlle Courtadon', role: 'Assistante', email: 'm@abaque.example', phone: '04 65 71 99 75' };

  it('follows a companies file, and comes back when it is taken back', async () => {
    await using records = openRecords();
    const first = await takeCompanies(records, [abaque(before)]);
    const second = await takeCompanies(records, [
      abaque({ name: 'Maëlle Courtadon-Roux', email: 'M@abaque.example', phone: '04 65 71 99 00' }),
    ]);
    expect(second.result).toEqual(['updated']);
    expect(contacts(records)).toEqual([{ ...before, name: 'Maëlle Courtadon-Roux', phone: '04 65 71 99 00' }]);
    expect(await undo(records, 'company', second.importId)).toEqual({ removed: 0, restored: 1, kept: 0 });
    expect(contacts(records)).toEqual([before]);
    expect(await undo(records, 'company', first.importId)).toEqual({ removed: 1, restored: 0, kept: 0 });
    expect(companies(records)).toEqual([]);
  });

  it('follows an offers file, and comes back when it is taken back', async () => {
    await using records = openRecords();
    const of = (contactPhone: string) =>
      offerContact({ companyName: 'Abaque', contactEmail: before.email, contactName: before.name, contactPhone });
    await takeOffers(records, [of('04 65 71 99 75')]);
    const second = await takeOffers(records, [of('04 65 71 99 00')]);
    expect(second.result).toEqual(['updated']);
    expect(offers(records)[0]?.contact?.phone).toBe('04 65 71 99 00');
    expect(await undo(records, 'offer', second.importId)).toEqual({ removed: 0, restored: 1, kept: 0 });
    expect(offers(records)[0]?.contact?.phone).toBe('04 65 71 99 75');
  });

  it('stays as changed when somebody changed it since', async () => {
    await using records = openRecords();
    await takeCompanies(records, [abaque(before)]);
    const { importId } = await takeCompanies(records, [abaque({ ...before, phone: '1' })]);
    await takeCompanies(records, [abaque({ ...before, phone: '2' })]);
    expect(await undo(records, 'company', importId)).toEqual({ removed: 0, restored: 0, kept: 1 });
    expect(contacts(records)).toEqual([{ ...before, phone: '2' }]);
  });

  it('is what the first row of a file says, so that the same file changes nothing twice', async () => {
    await using records = openRecords();
    const rows = [
      abaque({ email: before.email, phone: '1' }),
      abaque({ email: before.email, phone: '2', name: 'Maëlle' }),
      abaque({ email: before.email, phone: '3', name: 'MAËLLE' }),
    ];
    await takeCompanies(records, [abaque(before)]);
    await takeCompanies(records, rows);
    expect(contacts(records)).toEqual([{ ...before, name: 'Maëlle', phone: '1' }]);
    const again = await takeCompanies(records, rows);
    expect(again.result).toEqual(['unchanged', 'unchanged', 'unchanged']);
  });

  it('is no name when none was given, and the same person is known again', async () => {
    await using records = openRecords();
    const people = [person({ phone: '04 65 71 99 75' }), person({ email: 'rh@abaque.example' })];
    const rows = people.map((one) => abaque(one));
    await takeCompanies(records, rows);
    expect(contacts(records)).toEqual(people);
    expect((await takeCompanies(records, rows)).result).toEqual(['unchanged', 'unchanged']);
  });
});

describe('people who share an address', () => {
  const shared = 'rh@hydrelis.example';
  const row = (contactName: string | null, contactPhone: string | null = null): OfferContact =>
    offerContact({ companyName: 'Hydrelis', contactEmail: shared, contactName, contactPhone });
  const named = (records: OpenRecords) => contacts(records).map(({ name, phone }) => [name, phone]);
  const whoIsNamed = (records: OpenRecords) => offers(records).map(({ contact }) => contact?.name);

  it('are two in a file that names them both, however often it comes', async () => {
    await using records = openRecords();
    const rows = [row('Sophie Leroy', '0476112233'), row('Paul Martin'), row('SOPHIE LEROY'), row(null)];
    await takeOffers(records, rows);
    expect(named(records)).toEqual([
      ['Sophie Leroy', '0476112233'],
      ['Paul Martin', null],
    ]);
    expect(whoIsNamed(records)).toEqual(['Sophie Leroy', 'Paul Martin', 'Sophie Leroy', 'Sophie Leroy']);
    expect((await takeOffers(records, rows)).result).toEqual(Array.from(rows, () => 'unchanged'));
  });

  it('are two when the file names somebody else at the address later', async () => {
    await using records = openRecords();
    await takeOffers(records, [row('Sophie Leroy', '0476112233')]);
    await takeOffers(records, [row('Paul Martin')]);
    expect(whoIsNamed(records)).toEqual(['Paul Martin']);
    expect(named(records)).toEqual([
      ['Sophie Leroy', '0476112233'],
      ['Paul Martin', null],
    ]);
  });

  it.each([
    ['a slip', 'Sofie Leroy'],
    ['a title', 'Mme Leroy'],
    ['a second name', 'Sophie Leroy-Brun'],
  ])('are one when the file only corrects the name: %s', async (_, former) => {
    await using records = openRecords();
    await takeOffers(records, [row(former, '0476112233')]);
    await takeOffers(records, [row('Sophie Leroy')]);
    expect(named(records)).toEqual([['Sophie Leroy', '0476112233']]);
  });
});

it('puts an offer back beside one that has its reference by now', async () => {
  await using records = openRecords();
  const draft = fullOfferDraft({ externalId: 'R1' });
  const put = (said: typeof draft) =>
    records.asImport('offers', (db, id) => records.offerService.openIntake(db, id).put(said, offerContact()));
  await put(draft);
  const { importId } = await put({ ...draft, city: 'Annecy' });
  // A reference that a person moved to another offer meanwhile.
  await records.database.write((db) => {
    db.prepare("update offer set external_id = 'R2' where external_id = 'R1'").run();
  });
  await put({ ...draft, city: 'Dole' });
  expect(await undo(records, 'offer', importId)).toEqual({ removed: 0, restored: 0, kept: 1 });
  expect(offers(records).map(({ externalId, city }) => [externalId, city])).toEqual([
    ['R2', 'Annecy'],
    ['R1', 'Dole'],
  ]);
});
