import { describe, expect, it } from 'vitest';
import { companyStandings } from '../../src/shared/domain/dashboard/company-standing';
import { dashboardFacets, type DashboardFilter } from '../../src/shared/domain/dashboard/dashboard-filter';
import { companyIdSchema, componentIdSchema, formationIdSchema } from '../../src/shared/domain/ids';
import { plainOffer, put, teaching, university, type Change, type OfferValues } from '../support/dashboard-university';
import { openApp, type OpenApp } from '../support/open-app';

// Asked as the page asks: the contract's own check of an answer refuses what is no number as well.

async function change(app: OpenApp, statements: readonly Change[]): Promise<void> {
  await app.database.write((db) => {
    for (const [sql, ...values] of statements) db.prepare(sql).run(...values);
  });
}

async function fill(app: OpenApp, offers: readonly Partial<OfferValues>[]): Promise<void> {
  const rows = offers.flatMap((offer, index) => put(index + 1, { ...plainOffer, ...offer }));
  await change(app, [...university, ...teaching, ...rows]);
}

const plainFilter: DashboardFilter = { year: null, basis: 'deposit', span: 'to-date' };

/** Everything that dashboards can be asked with a filter. */
async function askEverything({ client }: OpenApp, filter: DashboardFilter): Promise<Readonly<Record<string, unknown>>> {
  const { offers, trends, skills, companies, director, topics, companyList, values } = client.dashboards;
  const answers: Record<string, unknown> = {};
  for (const [name, ask] of Object.entries({ offers, trends, skills, companies, director, topics })) {
    answers[name] = await ask({ filter });
  }
  for (const standing of companyStandings) {
    answers[standing] = await companyList({ filter, standing, page: 0, pageSize: 20 });
  }
  for (const facet of dashboardFacets) answers[facet] = await values({ filter, facet, text: '' });
  return answers;
}

/** Where an answer holds something that is no plain figure: NaN and infinities, also as a text. */
function noFiguresIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value === 'string') return /NaN|Infinity|undefined/.test(value) ? [path] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => noFiguresIn(part, `${path}.${key}`));
}

const cases: readonly { readonly what: string; readonly offers: readonly Partial<OfferValues>[] }[] = [
  { what: 'no offers', offers: [] },
  { what: 'one offer', offers: [{ postedOn: '2025-10-01', skills: [1], matches: [1], isRanked: true }] },
  { what: 'one offer of which nothing is known', offers: [{ companyId: null, city: null, place: [null, null] }] },
  {
    what: 'days in 1900 and 2100',
    offers: [
      { postedOn: '1900-01-01' },
      { postedOn: '2100-12-31', startsOn: '2199-12-31' },
      { startsOn: '1900-01-01' },
    ],
  },
  {
    what: 'no year before',
    offers: [
      { postedOn: '2025-10-01', skills: [1], domain: 'Santé' },
      { postedOn: '2025-10-02', skills: [1], domain: 'Santé' },
    ],
  },
];

describe('dashboards and bad input', () => {
  it.each(cases)('$what: every tab, list and criterion answers, with figures only', async ({ offers }) => {
    await using app = await openApp();
    await fill(app, offers);
    for (const basis of ['deposit', 'start'] as const) {
      for (const seen of [{ year: null, componentId: componentIdSchema.parse(1) }, { year: 1900 }, { year: 2100 }]) {
        const answers = await askEverything(app, { ...plainFilter, basis, ...seen });
        expect(noFiguresIn(answers)).toEqual([]);
      }
    }
  });

  it('a formation, a component and a company that are gone: said to be, and counted as nothing', async () => {
    await using app = await openApp();
    await fill(app, [
      { postedOn: '2025-10-01', matches: [1, 2], isRanked: true, chosen: [1, true] },
      { postedOn: '2025-10-02', matches: [1], isRanked: true },
    ]);
    const formationId = formationIdSchema.parse(1);
    const seen = await app.client.dashboards.offers({ filter: { ...plainFilter, formationId } });
    expect(seen).toMatchObject({ total: { now: 2 }, scope: { gone: [] } });
    await change(app, [['delete from formation where id = 1']]);
    for (const [level, what] of [
      [{ formationId }, 'formation'],
      [{ componentId: componentIdSchema.parse(99) }, 'component'],
      [{ companyId: companyIdSchema.parse(99) }, 'company'],
    ] as const) {
      const filter = { ...plainFilter, ...level };
      const answers = await askEverything(app, filter);
      expect(noFiguresIn(answers)).toEqual([]);
      for (const tab of ['offers', 'trends', 'skills', 'companies'])
        expect(answers[tab]).toMatchObject({ total: { now: 0 }, scope: { gone: [what] } });
    }
    // Nothing names the one that is gone.
    const rest = await app.client.dashboards.offers({ filter: plainFilter });
    expect(rest.formations.rows.map(({ title, now }) => [title, now])).toEqual([['F2', 1]]);
  });

  it('a company with 50,000 offers: each figure is exact, and no list is longer than its page', async () => {
    await using app = await openApp();
    await change(app, [
      ...university,
      [
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < 50000)
         insert into offer (id, title, raw_title, company_id, domain, domain_key, status, level_mask, posted_on, academic_year,
           title_key, content_hash, created_at, updated_at, description)
         select i, 't', 't', 1, 'Santé', 'sante', 'published', 0, '2025-10-01', 2025, 't', i, 'x', 'x', '' from n`,
      ],
      ...[1, 2, 3].map((skillId): Change => [
        `insert into offer_skill (offer_id, position, skill_id) select id, ?, ? from offer where id % 2 = 0`,
        ...[skillId, skillId],
      ]),
    ]);
    const filter = plainFilter;
    const { companies, skills } = app.client.dashboards;
    const ofCompanies = await companies({ filter });
    const ofSkills = await skills({ filter });
    expect({
      top: ofCompanies.top.rows.map(({ now, part, domains }) => ({ now, part, domains })),
      present: ofCompanies.standings.present.now,
      asked: ofSkills.asked.now,
      skills: ofSkills.domains.rows[0]?.skills.rows.map(({ now }) => now),
    }).toEqual({
      top: [{ now: 50_000, part: 1, domains: [{ label: 'Santé', count: 50_000 }] }],
      present: 1,
      asked: 3,
      skills: [25_000, 25_000, 25_000],
    });
    const answers = await askEverything(app, { ...filter, companyId: companyIdSchema.parse(1) });
    expect(noFiguresIn(answers)).toEqual([]);
    expect(answers['present']).toMatchObject({ total: 1 });
  });
});
