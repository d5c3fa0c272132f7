import { describe, expect, it } from 'vitest';
import { changeCompany, openCompanyDesk, type CompanyDesk } from '../../../../tests/support/company-desk';

const rh = { email: 'rh@abaque.example' } as const;

describe('a contact that a person corrected or removed', () => {
  const [first, second] = [{ contactEmail: 'rh@abaque.example' }, { contactEmail: 'it@abaque.example' }];
  const rows = [
    [
      { externalId: '7', title: 'Avec référence' },
      { companyName: 'Abaque', ...first },
    ],
    [{ title: 'Sans référence' }, { companyName: 'Abaque', ...first }],
    [{ title: 'Autre personne' }, { companyName: 'Abaque', ...second }],
  ] as const;
  const offers = (email: string | null) => [
    ['Avec référence', 'Abaque', email],
    ['Sans référence', 'Abaque', email],
    ['Autre personne', 'Abaque', second.contactEmail],
  ];
  const contactsOf = (desk: CompanyDesk) => desk.companyService.detail(desk.idOf('Abaque')).contacts;
  const others = (desk: CompanyDesk) => contactsOf(desk).filter(({ email }) => email === second.contactEmail);

  it('keeps the corrected address when the same file comes again', async () => {
    await using desk = openCompanyDesk();
    await desk.takeOffers(rows);
    const contacts = contactsOf(desk).map((contact) =>
      contact.email === first.contactEmail ? { ...contact, email: 'paul@abaque.example' } : contact,
    );
    await changeCompany(desk, desk.idOf('Abaque'), { contacts });
    expect((await desk.takeOffers(rows)).result).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(desk.offers()).toEqual(offers('paul@abaque.example'));
    expect(contactsOf(desk)).toEqual(contacts);
  });

  it('takes what is new of it under either address once', async () => {
    await using desk = openCompanyDesk();
    await desk.takeOffers(rows);
    const contacts = contactsOf(desk).map((contact) => ({ ...contact, email: `neu-${contact.email}` }));
    await changeCompany(desk, desk.idOf('Abaque'), { contacts });
    const named = (email: string, said: object) =>
      [{ title: 'X' }, { companyName: 'Abaque', contactEmail: email, ...said }] as const;
    await desk.takeOffers([
      named('rh@abaque.example', { contactName: 'Ada' }),
      named('neu-rh@abaque.example', { contactPhone: '01 02' }),
      named('rh@abaque.example', {}),
    ]);
    expect(contactsOf(desk)[0]).toMatchObject({ name: 'Ada', email: 'neu-rh@abaque.example', phone: '01 02' });
    expect(contactsOf(desk)).toHaveLength(2);
  });

  it('does not come back with the same file, nor makes a second offer, and comes back with its offers by hand', async () => {
    await using desk = openCompanyDesk();
    await desk.takeOffers(rows);
    const before = contactsOf(desk);
    await changeCompany(desk, desk.idOf('Abaque'), { contacts: others(desk) });
    expect((await desk.takeOffers(rows)).result).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(desk.offers()).toEqual(offers(null));
    expect(contactsOf(desk)).toHaveLength(1);
    await changeCompany(desk, desk.idOf('Abaque'), { contacts: before });
    expect((await desk.takeOffers(rows)).result).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(desk.offers()).toEqual(offers(first.contactEmail));
  });

  it('is found by what an offer said before a person corrected that, too', async () => {
    await using desk = openCompanyDesk();
    await desk.takeOffers(rows);
    await desk.database.write((db) => {
      const { content_hash: hash } =
        db.prepare<{ content_hash: string }>('select content_hash from offer where id = 2').get() ?? {};
      db.prepare('insert into offer_edit (offer_id, file_hash) values (2, ?)').run(hash);
      db.prepare("update offer set description = 'Corrigé', content_hash = 'x' where id = 2").run();
      db.prepare(
        "insert into hand_edit (owner_kind, owner_id, field, edited_at) values ('offer', 2, 'description', 'x')",
      ).run();
    });
    await changeCompany(desk, desk.idOf('Abaque'), { contacts: others(desk) });
    await desk.takeOffers(rows);
    expect(desk.offers()).toEqual(offers(null));
  });

  it('stays nowhere in clear once it cannot come back', async () => {
    await using desk = openCompanyDesk();
    await desk.takeOffers(rows);
    await changeCompany(desk, desk.idOf('Abaque'), { contacts: others(desk) });
    desk.clock.at = new Date(desk.clock.at.getTime() + 25 * 60 * 60 * 1000);
    await desk.editing.emptyTrash();
    const aliases = desk.database.read.prepare('select * from contact_alias').all();
    expect(aliases).toHaveLength(1);
    expect(JSON.stringify(aliases)).not.toContain('abaque');
  });
});

/** Two spellings of one company, with a contact in common, and an offer more of one person at the second. */
async function openTwo(): Promise<CompanyDesk> {
  const desk = openCompanyDesk();
  await desk.takeOffers([
    [{ title: 'Un' }, { companyName: 'Abaque', contactEmail: rh.email }],
    [{ title: 'Deux' }, { companyName: 'Abaque Conseil', contactEmail: rh.email }],
    [{ title: 'Trois' }, { companyName: 'Abaque Conseil', contactEmail: 'autre@abaque.example' }],
  ]);
  return desk;
}

const mergeBoth = (desk: CompanyDesk) => {
  const [kept, merged] = ['Abaque', 'Abaque Conseil'].map((name) => {
    const companyId = desk.idOf(name);
    return { companyId, revision: desk.revisionOf(companyId) };
  });
  if (!kept || !merged) throw new Error('There are two.');
  return desk.merging.merge({ kept, merged, takes: [] });
};

describe('a contact of both companies that is removed after the merge', () => {
  const contactsNamed = (desk: CompanyDesk) =>
    desk.database.read.prepare('select id, company_id from contact where email = ?').all(rh.email);
  const contactsOf = (desk: CompanyDesk) => desk.companyService.detail(desk.idOf('Abaque')).contacts;
  const save = (desk: CompanyDesk, contacts: ReturnType<typeof contactsOf>) =>
    changeCompany(desk, desk.idOf('Abaque'), { contacts });
  const without = (desk: CompanyDesk) => contactsOf(desk).filter(({ email }) => email !== rh.email);

  it('is removed from the merged one, too, and stays away when the merge is taken back', async () => {
    await using desk = await openTwo();
    const mergeId = await mergeBoth(desk);
    expect(contactsNamed(desk)).toHaveLength(2);
    await save(desk, without(desk));
    expect(contactsNamed(desk)).toEqual([]);
    await desk.merging.unmerge(mergeId);
    expect(desk.offers().map(([, company, email]) => [company, email])).toEqual([
      ['Abaque', null],
      ['Abaque Conseil', null],
      ['Abaque Conseil', 'autre@abaque.example'],
    ]);
  });

  it('comes back to both', async () => {
    await using desk = await openTwo();
    const before = [desk.companies(), desk.offers()];
    const mergeId = await mergeBoth(desk);
    const contacts = contactsOf(desk);
    await save(desk, without(desk));
    await save(desk, contacts);
    await desk.merging.unmerge(mergeId);
    expect([desk.companies(), desk.offers()]).toEqual(before);
  });

  it('comes back to both, also once the merge is taken back', async () => {
    await using desk = await openTwo();
    const before = desk.offers();
    const mergeId = await mergeBoth(desk);
    const contacts = contactsOf(desk);
    await save(desk, without(desk));
    await desk.merging.unmerge(mergeId);
    await save(
      desk,
      contacts.filter(({ email }) => email === rh.email),
    );
    expect(desk.offers()).toEqual(before);
    expect(contactsNamed(desk)).toEqual([
      { id: 1, company_id: 1 },
      { id: 2, company_id: 2 },
    ]);
  });

  it('leaves the offers of a merged company the contact that they had there', async () => {
    await using desk = await openTwo();
    const before = desk.offers();
    const mergeId = await mergeBoth(desk);
    await desk.database.write((db) => db.prepare('delete from contact where id = 1').run());
    await desk.merging.unmerge(mergeId);
    expect(desk.offers()[1]).toEqual(before[1]);
  });
});

it('names two people of one address, and files go on finding who was renamed', async () => {
  await using desk = openCompanyDesk();
  const row = (contactName: string) =>
    [{ title: contactName }, { companyName: 'Abaque', contactEmail: rh.email, contactName }] as const;
  await desk.takeOffers([row('Sophie Leroy')]);
  const companyId = desk.idOf('Abaque');
  const contactsNow = () => desk.companyService.detail(companyId).contacts;
  const names = () => contactsNow().map(({ name }) => name);
  const renamed = contactsNow().map((contact) => ({ ...contact, name: 'Anne Garnier' }));
  await changeCompany(desk, companyId, { contacts: renamed });
  expect((await desk.takeOffers([row('Sophie Leroy')])).result).toEqual(['unchanged']);
  expect(names()).toEqual(['Anne Garnier']);
  const added = { id: null, role: null, phone: null, access: null, ...rh };
  await changeCompany(desk, companyId, {
    contacts: [...renamed, { ...added, name: 'Paul Martin' }, { ...added, name: 'PAUL MARTIN' }],
  });
  expect(names()).toEqual(['Anne Garnier', 'Paul Martin']);
});
