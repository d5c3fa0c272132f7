import { describe, expect, it } from 'vitest';
import { plainOffer, put, query, university, type Change } from '../../../../tests/support/dashboard-university';
import { openDashboards } from '../../../../tests/support/open-dashboards';
import { componentIdSchema, formationIdSchema } from '../../../shared/domain/ids';

describe('bad input', () => {
  const tabs = ['offers', 'trends', 'skills', 'companies'] as const;
  /** Every number of an answer, and what is no number at all. */
  const numbersIn = (value: unknown): unknown[] =>
    typeof value === 'number'
      ? [value]
      : value !== null && typeof value === 'object'
        ? Object.values(value).flatMap(numbersIn)
        : [];

  it.each([
    { what: 'no offers', offers: [] },
    { what: 'one offer', offers: [{ postedOn: '2025-10-01' }] },
    {
      what: 'days in 1900 and 2100',
      offers: [{ postedOn: '1900-01-01' }, { postedOn: '2100-12-31', startsOn: '2199-12-31' }],
    },
    {
      what: 'no year before',
      offers: [
        { postedOn: '2025-10-01', skills: [1] },
        { postedOn: '2025-10-02', skills: [1] },
      ],
    },
  ])('$what: every tab answers, with figures only', async ({ offers }) => {
    await using dashboards = openDashboards();
    await dashboards.change(
      ...university,
      ...offers.flatMap((offer, index) => put(index + 1, { ...plainOffer, ...offer })),
    );
    for (const basis of ['deposit', 'start'] as const)
      for (const year of [null, 1900, 2025, 2100])
        for (const level of [
          {},
          { componentId: componentIdSchema.parse(1) },
          { formationId: formationIdSchema.parse(99) },
        ])
          for (const name of tabs) {
            const answer = dashboards.engine.tab(name, query({ basis, year, ...level }));
            expect(numbersIn(answer).filter((value) => !Number.isFinite(value))).toEqual([]);
          }
  });

  it('a company with 50,000 offers: each figure is exact, and no list is longer than its page', async () => {
    await using dashboards = openDashboards();
    const skills = [1, 2, 3].map((skillId): Change => [
      `insert into offer_skill (offer_id, position, skill_id) select id, ?, ? from offer where id % 2 = 0`,
      ...[skillId, skillId],
    ]);
    await dashboards.change(
      ...university,
      [
        `with recursive n(i) as (select 1 union all select i + 1 from n where i < 50000)
         insert into offer (id, title, raw_title, company_id, domain, domain_key, status, level_mask, posted_on, academic_year,
           title_key, content_hash, created_at, updated_at, description)
         select i, 't', 't', 1, 'Santé', 'sante', 'published', 0, '2025-10-01', 2025, 't', i, 'x', 'x', '' from n`,
      ],
      ...skills,
    );
    const companies = dashboards.engine.tab('companies', query({}));
    const ofSkills = dashboards.engine.tab('skills', query({}));
    expect({
      top: companies.top.rows.map(({ now, part, domains }) => ({ now, part, domains })),
      present: companies.standings.present.now,
      asked: ofSkills.asked.now,
      skills: ofSkills.domains.rows[0]?.skills.rows.map(({ now }) => now),
    }).toEqual({
      top: [{ now: 50_000, part: 1, domains: [{ label: 'Santé', count: 50_000 }] }],
      present: 1,
      asked: 3,
      skills: [25_000, 25_000, 25_000],
    });
  });
});
