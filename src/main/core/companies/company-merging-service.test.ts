import { describe, expect, it } from 'vitest';
import { openCompanyDesk, companyForm, type CompanyDesk } from '../../../../tests/support/company-desk';
import { companyDraft } from '../../../../tests/support/drafts';
import type { MergedField } from '../../../shared/contract/companies';
import { referringColumns } from './company-referrers';

const siret = { one: '73282932000074', other: '73282932000082', third: '00013466800011' } as const;
const rh = { name: 'Maëlle Courtadon', role: null, email: 'rh@abaque.example', phone: null, access: null };

const merge = (desk: CompanyDesk, kept: string, merged: string, takes: MergedField[] = []) => {
  const ref = (name: string) => ({ companyId: desk.idOf(name), revision: desk.revisionOf(desk.idOf(name)) });
  return desk.merging.merge({ kept: ref(kept), merged: ref(merged), takes });
};
const names = (desk: CompanyDesk) => desk.companies().map(({ name }) => name);
/** Everything that a merge may change, as it is stored, without what counts writes. */
const everything = (desk: CompanyDesk) =>
  ['company', 'contact', 'offer'].map((table) =>
    desk.database.read
      .prepare<Record<string, unknown>>(`select * from ${table} order by id`)
      .all()
      .map((row) => Object.entries(row).filter(([column]) => column !== 'revision' && column !== 'updated_at')),
  );

/** Two spellings of one company, each with a contact of its own, one in common, and two offers. */
async function openTwo(): Promise<CompanyDesk> {
  const desk = openCompanyDesk();
  await desk.takeCompanies([
    companyDraft({ externalId: 'E1', name: 'Abaque', siret: siret.one, city: 'Lyon', contact: rh }),
    companyDraft({
      externalId: 'E2',
      name: 'Abaque Conseil',
      siret: siret.other,
      naf: '62.02A',
      contact: { ...rh, phone: '04 65' },
    }),
  ]);
  await desk.takeOffers([
    [
      { externalId: '1', title: 'Un' },
      { companyName: 'Abaque', contactEmail: rh.email },
    ],
    [{ title: 'Deux' }, { companyName: 'Abaque Conseil', contactEmail: rh.email }],
    [{ title: 'Trois' }, { companyName: 'Abaque Conseil', contactEmail: 'autre@abaque.example' }],
  ]);
  return desk;
}

describe('merging two companies', () => {
  it('leaves one, with the offers and the contacts of both and the fields that were chosen', async () => {
    await using desk = await openTwo();
    await merge(desk, 'Abaque', 'Abaque Conseil', ['naf']);
    expect(desk.companies()).toMatchObject([
      {
        ...{ name: 'Abaque', siret: siret.one, naf: '62.02A', city: 'Lyon', offerCount: 3 },
        contacts: [{ email: rh.email, phone: '04 65' }, { email: 'autre@abaque.example' }],
      },
    ]);
    expect(desk.offers()).toEqual([
      ['Un', 'Abaque', rh.email],
      ['Deux', 'Abaque', rh.email],
      ['Trois', 'Abaque', 'autre@abaque.example'],
    ]);
    expect(desk.universityService.overview().companies).toBe(1);
  });

  it('is taken back without a trace, whatever was chosen', async () => {
    await using desk = await openTwo();
    const before = everything(desk);
    const mergeId = await merge(desk, 'Abaque', 'Abaque Conseil', ['name', 'siret', 'naf', 'city']);
    expect(desk.companies()).toMatchObject([{ name: 'Abaque Conseil', siret: siret.other, naf: '62.02A', city: null }]);
    expect(await desk.merging.unmerge(mergeId)).toMatchObject({ lost: [] });
    expect(everything(desk)).toEqual(before);
    expect(desk.merging.merges({ page: 0, pageSize: 10 }).total).toBe(0);
  });

  it('lets imports find the one that stays under either name, SIRET or reference, and changes nothing that was chosen', async () => {
    await using desk = await openTwo();
    await merge(desk, 'Abaque', 'Abaque Conseil', ['name']);
    const before = desk.companies();
    const { result } = await desk.takeCompanies([
      companyDraft({ name: 'Abaque' }),
      companyDraft({ name: 'Abaque Conseil', city: 'Paris' }),
      companyDraft({ name: 'Tout autre', siret: siret.other, city: 'Paris' }),
      companyDraft({ externalId: 'E2', name: 'Abaque Conseil Paris', website: 'https://abaque.example' }),
    ]);
    expect(result).toEqual(['unchanged', 'updated', 'unchanged', 'updated']);
    expect(desk.companies()).toEqual([{ ...before[0], city: 'Paris', website: 'https://abaque.example' }]);
    await desk.takeOffers([[{ title: 'Quatre' }, { companyName: 'ABAQUE' }]]);
    expect(desk.offers().at(-1)).toEqual(['Quatre', 'Abaque Conseil', null]);
  });

  it('keeps what was chosen when the file of the one that stays comes again, until it is taken back', async () => {
    await using desk = await openTwo();
    const file = [companyDraft({ externalId: 'E1', name: 'Abaque', siret: siret.one, naf: '70.22Z', city: 'Lyon' })];
    await desk.takeCompanies(file);
    const mergeId = await merge(desk, 'Abaque', 'Abaque Conseil', ['name', 'naf']);
    await desk.takeCompanies(file);
    expect(desk.companies()).toMatchObject([{ name: 'Abaque Conseil', naf: '62.02A', siret: siret.one }]);
    await desk.merging.unmerge(mergeId);
    await desk.takeCompanies([companyDraft({ externalId: 'E1', name: 'Abaque', naf: '70.21Z' })]);
    expect(desk.companies()).toMatchObject([{ name: 'Abaque', naf: '70.21Z' }, { name: 'Abaque Conseil' }]);
  });

  it('takes the same file of offers for known', async () => {
    await using desk = await openTwo();
    await merge(desk, 'Abaque', 'Abaque Conseil');
    const { result } = await desk.takeOffers([
      [{ title: 'Deux' }, { companyName: 'Abaque Conseil', contactEmail: rh.email }],
      [{ title: 'Trois' }, { companyName: 'Abaque Conseil', contactEmail: 'autre@abaque.example' }],
    ]);
    expect(result).toEqual(['unchanged', 'unchanged']);
  });

  it('keeps what came and what was changed since when it is taken back', async () => {
    await using desk = await openTwo();
    const mergeId = await merge(desk, 'Abaque', 'Abaque Conseil', ['naf', 'siret']);
    const keptId = desk.idOf('Abaque');
    await desk.takeOffers([
      [{ title: 'Quatre' }, { companyName: 'Abaque Conseil', contactEmail: 'autre@abaque.example' }],
    ]);
    const { contacts } = desk.companyService.detail(keptId);
    await desk.editing.save({
      companyId: keptId,
      revision: desk.revisionOf(keptId),
      form: companyForm({ siret: siret.third, naf: '62.02A', city: 'Lyon', contacts }),
    });
    expect(await desk.merging.unmerge(mergeId)).toMatchObject({ lost: [] });
    expect(desk.companies()).toMatchObject([
      { name: 'Abaque', siret: siret.third, naf: null, offerCount: 2 },
      { name: 'Abaque Conseil', siret: siret.other, offerCount: 2 },
    ]);
    // The person went back; the offer that stays keeps her under its own company.
    expect(desk.offers()).toEqual([
      ['Un', 'Abaque', rh.email],
      ['Deux', 'Abaque Conseil', rh.email],
      ['Trois', 'Abaque Conseil', 'autre@abaque.example'],
      ['Quatre', 'Abaque', 'autre@abaque.example'],
    ]);
    expect(desk.companies()[0]?.contacts.map(({ email }) => email)).toEqual([rh.email, 'autre@abaque.example']);
  });

  it('tells what a company cannot have again', async () => {
    await using desk = await openTwo();
    const mergeId = await merge(desk, 'Abaque', 'Abaque Conseil');
    await desk.database.write((db) => {
      // As a backup of another version might leave it: the number went to a third company.
      db.prepare('update company set siret = null where siret = ?').run(siret.other);
      db.prepare("update company_merge set given_up = json_object('siret', ?)").run(siret.other);
    });
    await desk.takeCompanies([companyDraft({ name: 'Boréalis', siret: siret.other })]);
    expect(await desk.merging.unmerge(mergeId)).toMatchObject({ lost: ['siret'] });
    expect(names(desk)).toEqual(['Abaque', 'Abaque Conseil', 'Boréalis']);
  });

  it('is taken back in turn when the one that stayed was merged itself', async () => {
    await using desk = await openTwo();
    await desk.takeCompanies([companyDraft({ name: 'Groupe Abaque', city: 'Paris' })]);
    const before = everything(desk);
    const first = await merge(desk, 'Abaque', 'Abaque Conseil');
    const second = await merge(desk, 'Groupe Abaque', 'Abaque');
    expect(desk.offers().map(([, company]) => company)).toEqual(['Groupe Abaque', 'Groupe Abaque', 'Groupe Abaque']);
    expect(desk.merging.merges({ page: 0, pageSize: 10 })).toMatchObject({ total: 1, rows: [{ id: second }] });
    await desk.takeOffers([[{ title: 'Quatre' }, { companyName: 'Abaque Conseil' }]]);
    expect(desk.offers().at(-1)).toEqual(['Quatre', 'Groupe Abaque', null]);
    await expect(desk.merging.unmerge(first)).rejects.toMatchObject({ code: 'conflict', reason: 'merge-below' });
    await desk.database.write((db) => void db.prepare("delete from offer where title = 'Quatre'").run());
    await desk.merging.unmerge(second);
    await desk.merging.unmerge(first);
    expect(everything(desk)).toEqual(before);
  });

  it('is refused when somebody changed one of the two meanwhile', async () => {
    await using desk = await openTwo();
    const [kept, merged] = desk.companies();
    await desk.editing.setState([desk.idOf('Abaque')], 'to-validate');
    const request = {
      kept: { companyId: kept?.id, revision: 1 },
      merged: { companyId: merged?.id, revision: 1 },
      takes: [],
    };
    const ask = desk.merging.merge(request as Parameters<typeof desk.merging.merge>[0]); // Both ids are there.
    await expect(ask).rejects.toMatchObject({ code: 'conflict', reason: 'company-changed' });
    expect(names(desk)).toEqual(['Abaque', 'Abaque Conseil']);
  });

  it('survives undoing and redoing the import that brought the offers', async () => {
    await using desk = openCompanyDesk();
    await desk.takeCompanies([companyDraft({ name: 'Abaque', city: 'Lyon' })]);
    const { importId } = await desk.takeOffers([
      [{ title: 'Un' }, { companyName: 'Abaque Conseil', contactEmail: rh.email }],
    ]);
    await merge(desk, 'Abaque', 'Abaque Conseil');
    await desk.database.write((db) => desk.offerService.undoImport(db, importId));
    expect([names(desk), desk.offers()]).toEqual([['Abaque'], []]);
    await desk.database.write((db) => desk.offerService.redoImport(db, importId));
    expect(desk.offers()).toEqual([['Un', 'Abaque', rh.email]]);
    expect(desk.companies()).toMatchObject([{ name: 'Abaque', offerCount: 1 }]);
  });

  it('validates the one that stays when the other one was validated', async () => {
    await using desk = openCompanyDesk();
    await desk.takeCompanies([companyDraft({ name: 'Abaque Conseil' })]);
    const { companyId } = await desk.editing.save({ companyId: null, revision: null, form: companyForm() });
    const mergeId = await merge(desk, 'Abaque', 'Abaque Conseil');
    expect(desk.companyService.detail(companyId).state).toBe('validated');
    await desk.merging.unmerge(mergeId);
    expect(desk.companyService.detail(companyId).state).toBe('to-validate');
  });

  it('leads from the id of the one that is gone to the one that stays', async () => {
    await using desk = await openTwo();
    const gone = desk.idOf('Abaque Conseil');
    await merge(desk, 'Abaque', 'Abaque Conseil');
    expect(desk.companyService.detail(gone)).toMatchObject({ id: desk.idOf('Abaque'), name: 'Abaque' });
  });
});

it('every table that refers to a company or a contact has an id to find its rows again by', async () => {
  await using desk = openCompanyDesk();
  const tables = (['company', 'contact'] as const).flatMap((parent) =>
    referringColumns(desk.database.read, parent).map(({ table }) => table),
  );
  expect(tables).toEqual(expect.arrayContaining(['offer', 'contact']));
  const without = tables.filter(
    (table) =>
      !desk.database.read.prepare(`select 1 from pragma_table_info('${table}') where name = 'id' and pk = 1`).get(),
  );
  expect(without).toEqual([]);
});
