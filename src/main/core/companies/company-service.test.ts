import { describe, expect, it } from 'vitest';
import { companyDraft, offerContact, offerDraft } from '../../../../tests/support/drafts';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';
import { companySortColumns, type CompanyFilter } from '../../../shared/contract/companies';
import type { CompanyDraft } from '../../../shared/domain/company';
import { companyIdSchema, type ImportId } from '../../../shared/domain/ids';
import type { CompanySort } from './company-repository';

const take = (records: OpenRecords, drafts: readonly CompanyDraft[]) =>
  records.asImport('companies', (db, importId) => {
    const intake = records.companyService.openIntake(db, importId);
    return drafts.map((draft) => intake.put(draft));
  });
const undo = (records: OpenRecords, importId: ImportId) =>
  records.database.write((db) => records.companyService.undoImport(db, importId));
const all = (records: OpenRecords) => [...records.companyService.all({})];

const full: CompanyDraft = {
  externalId: 'C1',
  name: 'Nuvélia Systèmes',
  siret: '00091614800034',
  naf: '62.02A',
  size: 'PME',
  address: '14 quai des Tanneurs',
  postcode: '38999',
  city: 'Valmont',
  country: 'France',
  website: 'https://www.nuvelia.example',
  contact: {
    ...{ name: 'Maëlle Courtadon', role: 'Chargée de recrutement', email: 'm@nuvelia.example', phone: '04 65' },
    access: 'company',
  },
};

describe('taking companies in', () => {
  it('keeps everything that the draft says', async () => {
    await using records = openRecords();
    const { result } = await take(records, [full]);
    const { contact, ...said } = full;
    expect(result).toEqual(['created']);
    expect(all(records)).toEqual([{ ...said, id: 1, contacts: [{ id: 1, ...contact }], offerCount: 0 }]);
  });

  it('finds a company by SIRET, whatever it is called', async () => {
    await using records = openRecords();
    await take(records, [full]);
    const { result } = await take(records, [companyDraft({ name: 'Nuvélia', siret: '00091614800034' })]);
    expect(result).toEqual(['updated']);
    expect(all(records).map(({ name, city }) => [name, city])).toEqual([['Nuvélia', 'Valmont']]);
  });

  it('finds a company without a SIRET by name and postcode', async () => {
    await using records = openRecords();
    await take(records, [
      companyDraft({ name: 'Abaque', postcode: '69001' }),
      companyDraft({ name: 'Abaque', postcode: '75002' }),
    ]);
    const { result } = await take(records, [
      companyDraft({ name: 'ABAQUE SARL', postcode: '75002', city: 'Paris' }),
      companyDraft({ name: 'Abaque', postcode: '13001' }),
    ]);
    expect(result).toEqual(['updated', 'created']);
    expect(all(records).map(({ postcode, city }) => [postcode, city])).toEqual([
      ['69001', null],
      ['75002', 'Paris'],
      ['13001', null],
    ]);
  });

  it('gives a SIRET to the namesake that had none, and never two to one', async () => {
    await using records = openRecords();
    await take(records, [companyDraft({ name: 'Abaque' })]);
    const { result } = await take(records, [
      companyDraft({ name: 'Abaque', siret: '00013466800011', postcode: '69001' }),
      companyDraft({ name: 'Abaque', siret: '00033853300011', postcode: '69001' }),
    ]);
    expect(result).toEqual(['updated', 'created']);
    expect(all(records).map(({ siret }) => siret)).toEqual(['00013466800011', '00033853300011']);
  });

  it('leaves a reference to the company that has it already', async () => {
    await using records = openRecords();
    await take(records, [companyDraft({ name: 'A', externalId: '1' }), companyDraft({ name: 'B', siret: full.siret })]);
    const { result } = await take(records, [
      companyDraft({ name: 'B', siret: full.siret, externalId: '1', city: 'Lyon' }),
    ]);
    expect(result).toEqual(['updated']);
    expect(all(records).map(({ name, externalId, city }) => [name, externalId, city])).toEqual([
      ['A', '1', null],
      ['B', null, 'Lyon'],
    ]);
  });

  it('adds a person to a company and knows a person again', async () => {
    await using records = openRecords();
    await take(records, [full]);
    const other = { name: 'Yanis Brémontier', role: null, email: null, phone: null, access: null };
    const { result } = await take(records, [full, { ...full, contact: other }, { ...full, contact: other }]);
    expect(result).toEqual(['unchanged', 'updated', 'unchanged']);
    expect(all(records)[0]?.contacts.map(({ name }) => name)).toEqual(['Maëlle Courtadon', 'Yanis Brémontier']);
  });

  it('carries a new name to the offers of the company', async () => {
    await using records = openRecords();
    await records.asImport('offers', (db, importId) =>
      records.offerService
        .openIntake(db, importId)
        .put(offerDraft(), offerContact({ companyName: 'Nuvélia', companySiret: full.siret })),
    );
    await take(records, [full]);
    expect([records.offerService.count({ text: 'systemes' }), all(records)[0]?.offerCount]).toEqual([1, 1]);
  });
});

describe('taking an import of companies back', () => {
  it('removes, puts back and keeps', async () => {
    await using records = openRecords();
    await take(records, [companyDraft({ name: 'Abaque', city: 'Lyon' }), companyDraft({ name: 'Bois', city: 'Dole' })]);
    const { importId } = await take(records, [
      companyDraft({ name: 'Abaque', city: 'Paris' }),
      companyDraft({ name: 'Bois', city: 'Metz' }),
      full,
      companyDraft({ name: 'Octorive' }),
    ]);
    await take(records, [companyDraft({ name: 'Bois', city: 'Nancy' })]);
    await records.asImport('offers', (db, id) =>
      records.offerService.openIntake(db, id).put(offerDraft(), offerContact({ companyName: 'Octorive' })),
    );
    expect(await undo(records, importId)).toEqual({ removed: 1, restored: 1, kept: 2 });
    expect(all(records).map(({ name, city }) => [name, city])).toEqual([
      ['Abaque', 'Lyon'],
      ['Bois', 'Nancy'],
      ['Octorive', null],
    ]);
  });

  it('sorts and finds offers under the former name again', async () => {
    await using records = openRecords();
    await records.asImport('offers', (db, id) =>
      records.offerService
        .openIntake(db, id)
        .put(offerDraft(), offerContact({ companyName: 'Nuvélia', companySiret: full.siret })),
    );
    const { importId } = await take(records, [{ ...full, name: 'Tout autre nom' }]);
    await undo(records, importId);
    expect([{ text: 'autre' }, { text: 'nuvelia' }].map((filter) => records.offerService.count(filter))).toEqual([
      0, 1,
    ]);
  });
});

describe('the table of companies', () => {
  async function openWithCompanies(): Promise<OpenRecords> {
    const records = openRecords();
    await take(records, [
      companyDraft({ name: 'Écosphère', size: 'GE', city: 'Nîmes' }),
      companyDraft({ name: 'Abaque', size: 'TPE', siret: '00013466800011' }),
      companyDraft({ name: 'SAS Dupont', city: 'Évry' }),
    ]);
    await records.asImport('offers', (db, importId) => {
      const intake = records.offerService.openIntake(db, importId);
      intake.put(offerDraft({ externalId: '1', postedOn: '2025-10-01' }), offerContact({ companyName: 'Abaque' }));
      intake.put(offerDraft({ externalId: '2', postedOn: '2026-01-05' }), offerContact({ companyName: 'Abaque' }));
      intake.put(offerDraft({ externalId: '3' }), offerContact({ companyName: 'Dupont' }));
    });
    return records;
  }
  const list = (records: OpenRecords, filter: CompanyFilter, sort: CompanySort) => {
    const { rows, total } = records.companyService.list({ filter, sort, page: 0, pageSize: 50 });
    return { ids: rows.map(({ id }) => id), total };
  };

  it('shows how many offers a company has and when the last one came', async () => {
    await using records = await openWithCompanies();
    const { rows } = records.companyService.list({
      filter: { text: 'abaque' },
      sort: { by: 'name', direction: 'asc' },
      page: 0,
      pageSize: 10,
    });
    expect(rows).toEqual([
      {
        id: 2,
        name: 'Abaque',
        siret: '00013466800011',
        size: 'TPE',
        state: 'validated',
        city: null,
        offerCount: 2,
        lastPostedOn: '2026-01-05',
      },
    ]);
  });

  it.each<[CompanySort['by'], number[]]>([
    ['name', [2, 3, 1]],
    ['size', [2, 1, 3]],
    ['city', [3, 1, 2]],
    ['offerCount', [1, 3, 2]],
    ['lastPostedOn', [2, 1, 3]],
  ])('sorts by %s, empty values last', async (by, ids) => {
    await using records = await openWithCompanies();
    expect(list(records, {}, { by, direction: 'asc' }).ids).toEqual(ids);
  });

  it('can be sorted by every column of the contract', async () => {
    await using records = await openWithCompanies();
    const totals = companySortColumns.map((by) => list(records, {}, { by, direction: 'desc' }).total);
    expect(totals).toEqual(companySortColumns.map(() => 3));
  });

  it('keeps by words, size and the beginning of a SIRET', async () => {
    await using records = await openWithCompanies();
    const byName: CompanySort = { by: 'name', direction: 'asc' };
    expect([
      list(records, { text: 'evry' }, byName),
      list(records, { size: 'GE' }, byName),
      list(records, { text: '000 134 668' }, byName),
      list(records, { text: '000134669' }, byName),
    ]).toEqual([
      { ids: [3], total: 1 },
      { ids: [1], total: 1 },
      { ids: [2], total: 1 },
      { ids: [], total: 0 },
    ]);
  });

  it('answers not-found for a company that is not there', async () => {
    await using records = openRecords();
    expect(() => records.companyService.get(companyIdSchema.parse(9))).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
  });
});
