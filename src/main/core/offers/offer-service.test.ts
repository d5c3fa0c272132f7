import { describe, expect, it } from 'vitest';
import { offerContact, offerDraft } from '../../../../tests/support/drafts';
import { openRecords, type OpenRecords } from '../../../../tests/support/open-records';
import type { OfferFilter } from '../../../shared/contract/offers';
import { offerSortColumns } from '../../../shared/contract/offers';
import type { OfferDraft } from '../../../shared/domain/offer';
import { companyIdSchema, formationIdSchema, offerIdSchema } from '../../../shared/domain/ids';
import { countOf, idsAfter, idsOf, type OfferSort } from './offer-list-query';

/** Six offers that differ in everything the table sorts and filters by. */
async function openWithOffers(): Promise<OpenRecords> {
  const records = openRecords();
  const { offerService, database } = records;
  const rows = [
    [
      { title: 'Éducateur sportif', city: 'Évry', contractType: 'internship', domain: 'Sport', postedOn: '2025-10-01' },
      'Zénith',
    ],
    [
      { title: 'Comptable', city: 'Lyon', contractType: 'work-study', domain: 'Gestion', postedOn: '2025-10-02' },
      'Abaque',
    ],
    [{ title: 'Data analyst', city: 'lyon', contractType: 'internship', domain: null, postedOn: '2024-11-01' }, null],
    [{ title: 'Zoologue', city: null, contractType: null, domain: 'Biologie', postedOn: null }, 'Écosphère'],
    [
      {
        title: 'Aide-comptable 100 %',
        city: 'Paris',
        contractType: 'permanent',
        domain: 'Gestion',
        postedOn: '2023-09-01',
      },
      'Abaque',
    ],
    [
      { title: 'Comptable', city: 'Annecy', contractType: 'work-study', domain: 'gestion', postedOn: '2025-10-02' },
      'Abaque SAS',
    ],
  ] as const;
  await database.write((db) => {
    const intake = offerService.openIntake(db, null);
    rows.forEach(([said, companyName], index) =>
      intake.put(offerDraft({ externalId: String(index + 1), ...said }), offerContact({ companyName })),
    );
    const insertFormation = db.prepare(
      `insert into formation (id, title, title_key, identity_key, content_hash, created_at, updated_at, description)
       values (?, ?, 'x', 'x', 'x', 'x', 'x', '')`,
    );
    insertFormation.run(1, 'Gestion des entreprises');
    insertFormation.run(2, 'STAPS');
    db.prepare(
      `insert into ranking values (1, 'm', 'b', 'ranked', 0.6, 'x'), (2, 'm', 'b', 'ranked', 0.9, 'x'),
         (3, 'm', 'b', 'no-suitable-formation', 0.1, 'x'), (4, 'm', 'b', 'insufficient-text', null, 'x')`,
    ).run();
    db.prepare(
      `insert into match values
         (1, 1, 2, 'm', 0.6, 0.5, 0.7), (2, 1, 1, 'm', 0.9, 0.9, 0.9), (2, 2, 2, 'm', 0.3, 0.3, 0.3)`,
    ).run();
  });
  return records;
}

const list = (records: OpenRecords, filter: OfferFilter, sort: OfferSort, page = 0, pageSize = 50) => {
  const answer = records.offerService.list({ filter, sort, page, pageSize });
  return { ids: answer.rows.map(({ id }) => id), total: answer.total };
};
const today = '2026-03-02';
const newest: OfferSort = { by: 'postedOn', direction: 'desc' };

describe('the table of offers', () => {
  it('shows rows with their best formation', async () => {
    await using records = await openWithOffers();
    const { rows } = records.offerService.list({ filter: { text: 'sportif' }, sort: newest, page: 0, pageSize: 10 });
    expect(rows).toEqual([
      {
        id: 1,
        title: 'Éducateur sportif',
        opening: null,
        company: 'Zénith',
        city: 'Évry',
        contractType: 'internship',
        levels: [],
        domain: 'Sport',
        isDomainRead: false,
        postedOn: '2025-10-01',
        academicYear: 2025,
        status: 'published',
        outcome: 'ranked',
        best: { formationId: 2, title: 'STAPS', isChosen: false, score: 0.6 },
      },
    ]);
  });

  it.each<[OfferSort['by'], number[], number[]]>([
    ['title', [5, 2, 6, 3, 1, 4], [4, 1, 3, 6, 2, 5]],
    ['company', [2, 5, 6, 4, 1, 3], [1, 4, 6, 5, 2, 3]],
    ['city', [6, 1, 2, 3, 5, 4], [5, 3, 2, 1, 6, 4]],
    ['contractType', [1, 3, 5, 2, 6, 4], [6, 2, 5, 3, 1, 4]],
    ['domain', [4, 2, 5, 6, 1, 3], [1, 6, 5, 2, 4, 3]],
    ['postedOn', [5, 3, 1, 2, 6, 4], [6, 2, 1, 3, 5, 4]],
    ['academicYear', [5, 3, 1, 2, 4, 6], [6, 4, 2, 1, 3, 5]],
    ['score', [3, 1, 2, 4, 5, 6], [2, 1, 3, 6, 5, 4]],
  ])('sorts by %s both ways, empty values last, equal ones by id', async (by, ascending, descending) => {
    await using records = await openWithOffers();
    expect(list(records, {}, { by, direction: 'asc' }).ids).toEqual(ascending);
    expect(list(records, {}, { by, direction: 'desc' }).ids).toEqual(descending);
  });

  it('sorts by level, experience and skills as its rows show them, equal and empty ones as above', async () => {
    await using records = openRecords();
    const terms: readonly Partial<OfferDraft>[] = [
      { seniority: 'senior', levels: [5], skills: ['Négocier', 'Anglais'] },
      { seniority: 'beginner', levels: [3, 5] },
      { levels: [3], skills: ['anglais'] },
      { levels: [0], skills: ['Élagage'] },
    ];
    await records.database.write((db) => {
      const intake = records.offerService.openIntake(db, null);
      terms.forEach((said, index) => intake.put(offerDraft({ externalId: `${index}`, ...said }), offerContact()));
      // Read in the text of the third, and of one that says otherwise.
      db.prepare(
        `insert into offer_reading (offer_id, version, level_mask, seniority, read_at, facts)
         values (3, 'v', 0, 'junior', 'x', '{}'), (1, 'v', 0, 'beginner', 'x', '{}')`,
      ).run();
      db.prepare('insert into offer_read_skill select 2, 0, id from skill where label_key = ?').run('elagage');
    });
    const ids = (by: OfferSort['by'], direction: OfferSort['direction']) => list(records, {}, { by, direction }).ids;
    expect([ids('seniority', 'asc'), ids('seniority', 'desc')]).toEqual([
      [2, 3, 1, 4],
      [1, 3, 2, 4],
    ]);
    expect([ids('levels', 'asc'), ids('levels', 'desc')]).toEqual([
      [4, 3, 2, 1],
      [1, 2, 3, 4],
    ]);
    expect([ids('skills', 'asc'), ids('skills', 'desc')]).toEqual([
      [3, 2, 4, 1],
      [1, 4, 2, 3],
    ]);
  });

  it.each<[string, OfferFilter, number[]]>([
    ['words of the title alone', { title: 'compta aide' }, [5]],
    ['no word of the company as one of the title', { title: 'Abaque' }, []],
    ['text in the title, accents and case aside', { text: 'educateur' }, [1]],
    ['text in the company', { text: 'ECOSPHERE' }, [4]],
    ['every word somewhere', { text: 'comptable annecy' }, [6]],
    ['signs as they are', { text: '100 %' }, [5]],
    ['no wild cards', { text: '%' }, [5]],
    ['an underscore that nobody wrote', { text: '_' }, []],
    ['only spaces', { text: '   ' }, [2, 6, 1, 3, 5, 4]],
    ['contract type', { contractType: 'internship' }, [1, 3]],
    ['academic year', { academicYear: 2025 }, [2, 6, 1, 4]],
    ['city, however it is written', { city: 'LYON' }, [2, 3]],
    ['domain, however it is written', { domain: 'Gestion' }, [2, 6, 5]],
    ['status', { status: 'filled' }, []],
    ['outcome ranked', { outcome: 'ranked' }, [2, 1]],
    ['outcome pending', { outcome: 'pending' }, [6, 5]],
    ['outcome without a formation', { outcome: 'no-suitable-formation' }, [3]],
    ['a formation among the matches', { formationId: formationIdSchema.parse(2) }, [2, 1]],
    ['several at once', { text: 'compta', academicYear: 2025, contractType: 'work-study', city: 'Lyon' }, [2]],
  ])('keeps by %s', async (_name, filter, ids) => {
    await using records = await openWithOffers();
    const found = list(records, filter, newest);
    expect({ ids: [...found.ids].sort(), total: found.total }).toEqual({ ids: [...ids].sort(), total: ids.length });
  });

  it('keeps by company and by import', async () => {
    await using records = await openWithOffers();
    const company = records.offerService.get(offerIdSchema.parse(2)).company;
    expect(list(records, company ? { companyId: company.id } : {}, newest).ids).toEqual([6, 2, 5]);
    await records.database.write((db) => {
      const merged = `insert into company (id, name, name_key, content_hash, created_at, updated_at, merged_into)
        values (99, 'Abaque SA', 'abaque', 'h', 'x', 'x', ?)`;
      db.prepare(merged).run(company?.id);
    });
    expect(list(records, { companyId: companyIdSchema.parse(99) }, newest).ids).toEqual([6, 2, 5]);
    const { importId } = await records.asImport('offers', (db, id) =>
      records.offerService.openIntake(db, id).put(offerDraft({ externalId: 'new' }), offerContact()),
    );
    expect(list(records, { importId }, newest)).toEqual({ ids: [7], total: 1 });
  });

  it('cuts pages that never overlap, with the count of all', async () => {
    await using records = await openWithOffers();
    const sort: OfferSort = { by: 'company', direction: 'asc' };
    const pages = [0, 1, 2, 3].map((page) => list(records, {}, sort, page, 2));
    expect(pages.map(({ ids }) => ids)).toEqual([[2, 5], [6, 4], [1, 3], []]);
    expect(pages.map(({ total }) => total)).toEqual([6, 6, 6, 6]);
  });

  it('lists the values that exist once each', async () => {
    await using records = await openWithOffers();
    expect(records.offerService.facets()).toEqual({
      academicYears: [2025, 2024, 2023],
      contractTypes: ['internship', 'permanent', 'work-study'],
      cities: ['Annecy', 'Évry', 'Lyon', 'Paris'],
      departments: ['69', '74', '75'],
      regions: ['11', '84'],
      domains: ['Biologie', 'gestion', 'Sport'],
    });
  });

  it('lists no value that drafts alone have where they are left out', async () => {
    await using records = await openWithOffers();
    await records.database.write((db) => void db.prepare("update offer set status = 'draft' where id in (1, 3)").run());
    const { offerService } = records;
    const deposited = [...offerService.all({ isDeposited: true })];
    const { cities, academicYears, contractTypes, domains } = offerService.facets({ isDeposited: true });
    expect(offerService.facets().cities.length).toBeGreaterThan(cities.length);
    expect(cities.toSorted()).toEqual([...new Set(deposited.flatMap(({ city }) => city ?? []))].toSorted());
    expect(academicYears.toSorted()).toEqual([...new Set(deposited.map((offer) => offer.academicYear))].toSorted());
    expect(contractTypes).toEqual([...new Set(deposited.flatMap(({ contractType }) => contractType ?? []))].toSorted());
    for (const domain of domains) expect(deposited.map((offer) => offer.domain)).toContain(domain);
  });

  it('reads all offers of a filter by id', async () => {
    await using records = await openWithOffers();
    const { offerService } = records;
    expect([...offerService.all({ contractType: 'work-study' })]).toEqual(
      [2, 6].map((id) => offerService.get(offerIdSchema.parse(id))),
    );
  });

  it('counts offers by outcome', async () => {
    await using records = await openWithOffers();
    expect(records.offerService.countByOutcome()).toEqual({
      pending: 2,
      ranked: 2,
      'no-suitable-formation': 1,
      'insufficient-text': 1,
    });
  });

  it('answers not-found for an offer that is not there', async () => {
    await using records = await openWithOffers();
    expect(() => records.offerService.get(offerIdSchema.parse(99))).toThrow(
      expect.objectContaining({ code: 'not-found', details: { offerId: 99 } }),
    );
  });
});

describe('the query plans of the table of offers', () => {
  const plan = (records: OpenRecords, sql: string, values: readonly unknown[]): string[] =>
    records.database.read
      .prepare<{ detail: string }>(`explain query plan ${sql}`)
      .all(...values)
      .map(({ detail }) => detail);
  const filters: OfferFilter[] = [
    {},
    { text: 'web lyon' },
    { academicYear: 2025, contractType: 'internship', status: 'published' },
    { city: 'Lyon', domain: 'Gestion' },
    { outcome: 'pending' },
    { outcome: 'ranked' },
    { level: 3, seniority: 'junior', title: 'web' },
  ];
  const pageRequest = { page: 3, pageSize: 25 };

  it('never read the wide rows of offers for a page or a count', async () => {
    await using records = openRecords();
    for (const filter of filters) {
      for (const by of offerSortColumns) {
        const page = idsOf({ ...filter, today }, { by, direction: 'desc' }, pageRequest);
        const ofOffers = plan(records, page.sql, page.values).find((detail) => /^\w+ o /.test(detail));
        expect(ofOffers).toMatch(/^SCAN o USING COVERING INDEX offer_by_list/);
      }
      const count = countOf({ ...filter, today });
      expect(plan(records, count.sql, count.values)[0]).toMatch(/^SCAN \w+ USING COVERING INDEX offer_by_/);
    }
  });

  it('follow the index for the order in which the table opens', async () => {
    await using records = openRecords();
    const { sql, values } = idsOf({ today }, { by: 'postedOn', direction: 'desc' }, pageRequest);
    expect(plan(records, sql, values)).toEqual([
      'SCAN o USING COVERING INDEX offer_by_list',
      'USE TEMP B-TREE FOR LAST TERM OF ORDER BY',
    ]);
  });

  it('go straight to the offers of a company, an import and a formation', async () => {
    await using records = openRecords();
    const { sql: byFormation, values } = countOf({ formationId: formationIdSchema.parse(1), today });
    expect(plan(records, byFormation, values).join('; ')).toMatch(/SEARCH m USING .*match_by_formation_rank/);
    const count = (column: string) => plan(records, `select count(*) from offer o where o.${column} = ?`, [1])[0];
    expect([count('company_id'), count('import_id')]).toEqual([
      'SEARCH o USING COVERING INDEX offer_by_company (company_id=?)',
      'SEARCH o USING COVERING INDEX offer_by_import (import_id=?)',
    ]);
  });

  it('read the next stretch of all offers by id', async () => {
    await using records = openRecords();
    const { sql, values } = idsAfter({ today });
    expect(plan(records, sql, [...values, 0, 500])).toEqual(['SEARCH o USING INTEGER PRIMARY KEY (rowid>?)']);
  });
});
