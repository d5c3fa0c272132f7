import { describe, expect, it } from 'vitest';
import {
  changeCompany as change,
  companyForm,
  openCompanyDesk,
  type CompanyDesk,
} from '../../../../tests/support/company-desk';
import { companyDraft, formationDraft } from '../../../../tests/support/drafts';
import type { CompanyForm } from '../../../shared/domain/company-form';
import type { CompanyId } from '../../../shared/domain/ids';

const siret = { one: '73282932000074', other: '73282932000082' } as const;
const maelle = {
  id: null,
  name: 'Maëlle Courtadon',
  role: 'RH',
  email: 'rh@abaque.example',
  phone: null,
  access: null,
};
const louis = { id: null, name: 'Louis Bonnafé', role: null, email: null, phone: '04 65', access: null };

const register = (desk: CompanyDesk, said: Partial<CompanyForm> = {}) =>
  desk.editing.save({ companyId: null, revision: null, form: companyForm(said) });
const peopleOf = (desk: CompanyDesk, companyId: CompanyId) =>
  desk.companyService.detail(companyId).contacts.map(({ id, name }) => [id, name]);

describe('registering a company', () => {
  it('keeps what was written, tidied, as one to be validated', async () => {
    await using desk = openCompanyDesk();
    const said = { name: ' Abaque ', siret: siret.one, naf: '6202a', city: ' Lyon', website: 'abaque.example' };
    const { companyId } = await register(desk, { ...said, contacts: [maelle, { ...louis, name: ' ' }] });
    expect(desk.companyService.detail(companyId)).toMatchObject({
      ...{ name: 'Abaque', siret: siret.one, naf: '62.02A', city: 'Lyon', website: 'abaque.example' },
      ...{ state: 'to-validate', import: null, revision: 1 },
      contacts: [
        { name: 'Maëlle Courtadon', role: 'RH' },
        { name: null, phone: '04 65' },
      ],
    });
  });

  it.each([
    ['company-name-missing', { name: '  ' }],
    ['website-refused', { website: 'javascript:alert(1)' }],
    ['contact-empty', { contacts: [{ ...maelle, name: null, email: null }] }],
  ] as const)('is refused: %s', async (reason, said) => {
    await using desk = openCompanyDesk();
    await expect(register(desk, said as Partial<CompanyForm>)).rejects.toMatchObject({ code: 'invalid-input', reason });
    expect(desk.companies()).toEqual([]);
  });

  it('names the company that has the SIRET already, also under another name by now', async () => {
    await using desk = openCompanyDesk();
    await desk.takeCompanies([companyDraft({ name: 'Boréalis' }), companyDraft({ name: 'Abaque', siret: siret.one })]);
    const [kept, merged] = ['Boréalis', 'Abaque'].map((name) => ({ companyId: desk.idOf(name), revision: 1 }));
    if (kept && merged) await desk.merging.merge({ kept, merged, takes: [] });
    await expect(register(desk, { name: 'Abaque', siret: siret.one })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'siret-taken',
      details: { companyId: kept?.companyId, name: 'Boréalis' },
    });
  });

  it('can be taken back until something refers to the company', async () => {
    await using desk = openCompanyDesk();
    const { companyId, revision } = await register(desk, { contacts: [maelle] });
    await desk.editing.withdraw(companyId, revision);
    expect(desk.companies()).toEqual([]);
    const again = await register(desk);
    await desk.takeOffers([[{ title: 'Un' }, { companyName: 'Abaque' }]]);
    const ask = desk.editing.withdraw(again.companyId, again.revision);
    await expect(ask).rejects.toMatchObject({ code: 'conflict', reason: 'company-used' });
  });
});

describe('changing a company', () => {
  it('lets it have the SIRET of one that was merged into it, which then has the former', async () => {
    await using desk = openCompanyDesk();
    await desk.takeCompanies([
      companyDraft({ name: 'Abaque', siret: siret.one }),
      companyDraft({ name: 'Boréalis', siret: siret.other }),
    ]);
    const [kept, merged] = ['Abaque', 'Boréalis'].map((name) => ({ companyId: desk.idOf(name), revision: 1 }));
    if (!kept || !merged) throw new Error('Two were taken in.');
    await desk.merging.merge({ kept, merged, takes: [] });
    await change(desk, kept.companyId, { siret: siret.other });
    expect(desk.companies()).toMatchObject([{ name: 'Abaque', siret: siret.other }]);
    const { result } = await desk.takeCompanies([companyDraft({ name: 'Autre', siret: siret.one })]);
    expect([result, desk.companies().length]).toEqual([['unchanged'], 1]);
  });

  it('carries its new name to its offers and can be taken back', async () => {
    await using desk = openCompanyDesk();
    await desk.takeOffers([[{ title: 'Un' }, { companyName: 'Abaque' }]]);
    const companyId = desk.idOf('Abaque');
    const found = (text: string) => desk.offerService.count({ text });
    await change(desk, companyId, { name: 'Boréalis' });
    expect([found('abaque'), found('borealis')]).toEqual([0, 1]);
    await change(desk, companyId, { name: 'Abaque' });
    expect([found('abaque'), found('borealis')]).toEqual([1, 0]);
  });

  it('is refused when somebody else changed it meanwhile, and changes nothing when it says nothing new', async () => {
    await using desk = openCompanyDesk();
    const { companyId } = await register(desk);
    expect(await change(desk, companyId, {})).toEqual({ companyId, revision: 1, marks: [] });
    await change(desk, companyId, { city: 'Lyon' });
    const late = desk.editing.save({ companyId, revision: 1, form: companyForm({ city: 'Paris' }) });
    await expect(late).rejects.toMatchObject({ code: 'conflict', reason: 'company-changed' });
    expect(desk.companyService.detail(companyId).city).toBe('Lyon');
  });

  it('leaves a website and a code as a file gave them', async () => {
    await using desk = openCompanyDesk();
    await desk.takeCompanies([
      companyDraft({ name: 'Abaque', website: 'voir mail', naf: 'code 62', externalId: 'E1' }),
    ]);
    const companyId = desk.idOf('Abaque');
    await change(desk, companyId, { city: 'Lyon' });
    expect(desk.companies()).toMatchObject([{ website: 'voir mail', naf: 'code 62', externalId: 'E1', city: 'Lyon' }]);
    await change(desk, companyId, { naf: null });
    expect(desk.companies()).toMatchObject([{ naf: null }]);
    await expect(change(desk, companyId, { website: 'autre chose' })).rejects.toMatchObject({
      reason: 'website-refused',
    });
  });

  it('adds, changes and removes contacts; one that comes back is the same, also to its offers', async () => {
    await using desk = openCompanyDesk();
    await desk.takeOffers([
      [{ title: 'Un' }, { companyName: 'Abaque', contactEmail: maelle.email, contactName: 'Maëlle' }],
    ]);
    const companyId = desk.idOf('Abaque');
    const before = desk.companyService.detail(companyId).contacts;
    await change(desk, companyId, { contacts: [louis, louis] });
    expect(peopleOf(desk, companyId)).toEqual([[2, 'Louis Bonnafé']]);
    expect(desk.offers()).toEqual([['Un', 'Abaque', null]]);
    await change(desk, companyId, { contacts: [...before.map((one) => ({ ...one, phone: '06' }))] });
    expect(desk.companyService.detail(companyId).contacts).toEqual(before.map((one) => ({ ...one, phone: '06' })));
    expect(desk.offers()).toEqual([['Un', 'Abaque', maelle.email]]);
  });

  it('forgets a removed contact after a day', async () => {
    await using desk = openCompanyDesk();
    const { companyId } = await register(desk, { contacts: [maelle] });
    const before = desk.companyService.detail(companyId).contacts;
    await change(desk, companyId, { contacts: [] });
    desk.clock.at = new Date('2026-03-03T09:00:01Z');
    await desk.editing.emptyTrash();
    expect(desk.database.read.prepare('select count(*) from deleted_contact').pluck().get()).toBe(0);
    await change(desk, companyId, { contacts: before });
    expect(peopleOf(desk, companyId)).toEqual([[2, 'Maëlle Courtadon']]);
  });
});

describe('validating companies', () => {
  it('is asked for those written by hand, and not for those of a file', async () => {
    await using desk = openCompanyDesk();
    await desk.takeCompanies([companyDraft({ name: 'Du fichier' })]);
    await desk.takeOffers([[{ title: 'Un' }, { companyName: 'D’une offre' }]]);
    const { companyId } = await register(desk, { name: 'À la main' });
    await desk.database.write((db) => desk.companyService.openIntake(db, null).put(companyDraft({ name: 'Éditeur' })));
    const listed = (state: 'to-validate' | 'validated') =>
      desk.companyService
        .list({ filter: { state }, sort: { by: 'name', direction: 'asc' }, page: 0, pageSize: 10 })
        .rows.map(({ name }) => name);
    expect(listed('validated')).toEqual(['D’une offre', 'Du fichier']);
    expect(listed('to-validate')).toEqual(['À la main', 'Éditeur']);
    expect(desk.companyService.countToValidate()).toBe(2);
    const ids = [companyId, desk.idOf('Éditeur'), desk.idOf('Du fichier')];
    expect(await desk.editing.setState(ids, 'validated')).toEqual(ids.slice(0, 2));
    expect(desk.companyService.countToValidate()).toBe(0);
    expect(await desk.editing.setState(ids.slice(0, 1), 'to-validate')).toEqual([companyId]);
    expect(desk.companyService.countToValidate()).toBe(1);
  });

  it('follows a companies file that names one, and is taken back with it', async () => {
    await using desk = openCompanyDesk();
    const { companyId } = await register(desk);
    const { importId, result } = await desk.takeCompanies([companyDraft({ name: 'Abaque' })]);
    expect([result, desk.companyService.detail(companyId).state]).toEqual([['updated'], 'validated']);
    await desk.database.write((db) => desk.companyService.undoImport(db, importId));
    expect(desk.companyService.detail(companyId).state).toBe('to-validate');
  });
});

it('tells which formations a company reached and when it was last heard of', async () => {
  await using desk = openCompanyDesk();
  const offers = ['2026-01-10', '2026-02-16', null].map((postedOn, index) => ({ title: `Offre ${index}`, postedOn }));
  await desk.takeOffers(offers.map((offer) => [offer, { companyName: 'Abaque' }]));
  await desk.asImport('formations', (db, importId) => {
    const intake = desk.formationService.openIntake(db, importId);
    for (const title of ['Informatique', 'Gestion']) intake.put(formationDraft({ title }));
  });
  await desk.database.write((db) => {
    const insert = db.prepare('insert into match values (?, ?, ?, ?, 0.5, 0.5, 0.5)');
    for (const [offerId, rank, formationId] of [
      [1, 1, 2],
      [1, 2, 1],
      [2, 1, 2],
      [3, 1, 1],
    ])
      insert.run(offerId, rank, formationId, 'm');
  });
  const known = () => desk.companyService.detail(desk.idOf('Abaque'));
  expect(known()).toMatchObject({
    lastContact: { on: '2026-02-16', what: 'offer-posted', offer: { id: 2, title: 'Offre 1' } },
    reached: [
      { formationId: 2, title: 'Gestion', offerCount: 2, transmittedCount: 0 },
      { formationId: 1, title: 'Informatique', offerCount: 1, transmittedCount: 0 },
    ],
    import: { fileName: 'x.csv' },
  });
  await desk.database.write((db) => {
    const send = db.prepare(
      `insert into transmission (offer_id, formation_id, formation_title, manager_name, manager_email, search_key, state,
         sent_at, deliveries, reminders, changed_at, created_at)
       values (?, 1, 'I', 'M', ?, 'x', ?, ?, ?, 0, 'x', 'x')`,
    );
    send.run(1, 'a@u.example', 'sent', '2026-02-20T10:00:00Z', 1);
    send.run(1, 'b@u.example', 'sent', '2026-02-19T10:00:00Z', 1);
    send.run(2, 'a@u.example', 'prepared', null, 0);
    // It came back: the formation never had it.
    send.run(2, 'b@u.example', 'bounced', '2026-02-21T10:00:00Z', 0);
  });
  expect(known()).toMatchObject({
    // Of whichever of its offers, and not of what came back.
    lastContact: { on: '2026-02-20', what: 'offer-sent', offer: { id: 1, title: 'Offre 0' } },
    reached: [
      { formationId: 2, offerCount: 2, transmittedCount: 0 },
      { formationId: 1, offerCount: 2, transmittedCount: 1 },
    ],
  });
  await desk.database.write((db) =>
    db
      .prepare("update transmission set answered_at = '2026-02-25T10:00:00Z' where manager_email = 'a@u.example'")
      .run(),
  );
  expect(known().lastContact).toMatchObject({ on: '2026-02-25', what: 'offer-answered' });
  await change(desk, desk.idOf('Abaque'), { contacts: [maelle] });
  expect(known().lastContact).toEqual({ on: '2026-03-02', what: 'contact-edited', offer: null });
});

describe('companies that may be one', () => {
  const page = { page: 0, pageSize: 10 };
  const pairs = (desk: CompanyDesk) =>
    desk.duplicates.page(page).rows.map(({ one, other, reason }) => [one.name, other.name, reason]);

  it('are proposed until somebody says that they are two, also after another change', async () => {
    await using desk = openCompanyDesk();
    await desk.takeCompanies([
      companyDraft({ name: 'Abaque', postcode: '69001', siret: siret.one }),
      companyDraft({ name: 'Groupe A', postcode: '69001', siret: siret.other }),
      companyDraft({ name: 'Boréalis' }),
    ]);
    const [one, other] = [desk.idOf('Abaque'), desk.idOf('Groupe A')];
    expect(pairs(desk)).toEqual([['Abaque', 'Groupe A', 'same-siren']]);
    expect(desk.duplicates.of(other)).toMatchObject([{ id: one, name: 'Abaque' }]);
    await desk.duplicates.setApart(other, one, true);
    expect([pairs(desk), desk.duplicates.count(), desk.duplicates.of(other)]).toEqual([[], 0, []]);
    await register(desk, { name: 'Boréalis' });
    expect(pairs(desk)).toEqual([['Boréalis', 'Boréalis', 'same-name']]);
    await desk.duplicates.setApart(one, other, false);
    expect(desk.duplicates.count()).toBe(2);
  });

  it('are shown while a name or a SIRET is typed', async () => {
    await using desk = openCompanyDesk();
    await desk.takeCompanies([
      companyDraft({ name: 'Menuiserie Dupont Frères', siret: siret.one }),
      companyDraft({ name: 'Boulangerie Martin' }),
    ]);
    const shown = (name: string, number: string | null = null, exceptId: CompanyId | null = null) =>
      desk.duplicates.similar({ name, siret: number, exceptId }).map((company) => company.name);
    expect(shown('dupont')).toEqual(['Menuiserie Dupont Frères']);
    expect(shown('Menuiserie Dupond Freres SARL')).toEqual(['Menuiserie Dupont Frères']);
    expect(shown('Tout autre', siret.one)).toEqual(['Menuiserie Dupont Frères']);
    expect([shown('du'), shown('Carrefour'), shown('')]).toEqual([[], [], []]);
    expect(shown('Boulangerie Martin', null, desk.idOf('Boulangerie Martin'))).toEqual([]);
  });
});
