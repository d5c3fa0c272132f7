import fc from 'fast-check';
import type { DashboardFilter } from '../../src/shared/domain/dashboard/dashboard-filter';
import { dayNumberOf, dayOf } from '../../src/shared/domain/academic-year-days';
import { companyIdSchema, componentIdSchema, formationIdSchema } from '../../src/shared/domain/ids';
import { contractTypes, seniorities } from '../../src/shared/domain/offer';
import { placeOf } from '../../src/shared/domain/places/offer-place';

export const today = '2026-02-10';
const yearStart = { month: 9, day: 1 };
export const query = (filter: Partial<DashboardFilter>) => ({
  ...{ today, yearStart, smallNumber: 3 },
  filter: { year: null, basis: 'deposit' as const, span: 'to-date' as const, ...filter },
});

export type Change = readonly [sql: string, ...values: (string | number | null)[]];

/** Three components with two formations each, five companies, six skills. */
export const university: readonly Change[] = [
  [`insert into university (id, name) values (1, 'U')`],
  ...[1, 2, 3].map((id): Change => [
    `insert into component (id, university_id, name, name_key, created_at) values (?, 1, ?, ?, 'x')`,
    ...[id, `C${id}`, `c${id}`],
  ]),
  ...[1, 2, 3, 4, 5, 6].map((id): Change => formation(id)),
  ...[1, 2, 3, 4, 5].map((id): Change => [
    `insert into company (id, name, name_key, content_hash, created_at, updated_at) values (?, ?, ?, ?, 'x', 'x')`,
    ...[id, `Société ${id}`, `societe ${id}`, `${id}`],
  ]),
  ...[1, 2, 3, 4, 5, 6].map((id): Change => [
    // Two wordings of one skill.
    'insert into skill (id, label, label_key) values (?, ?, ?)',
    ...[id, id === 6 ? 'SKILL 5' : `skill ${id}`, id === 6 ? 'skill 5' : `skill ${id}`],
  ]),
];

/** What formations teach: skills 1 to 6 and one that no offer asks for. */
export const teaching: readonly Change[] = [
  [`insert into skill (id, label, label_key) values (7, 'Skill 7', 'skill 7')`],
  ...(
    [
      [1, 1],
      [1, 5],
      [2, 6],
      [3, 7],
      [4, 2],
      [4, 7],
    ] as const
  ).map(([formationId, skillId]): Change => [
    `insert into formation_skill (formation_id, position, skill_id) select id, ?, ? from formation where id = ?`,
    ...[skillId, skillId, formationId],
  ]),
];

function formation(id: number): Change {
  return [
    `insert into formation (id, title, component_id, title_key, identity_key, content_hash, created_at, updated_at, description)
     values (?, ?, ?, '', ?, ?, 'x', 'x', '')`,
    ...[id, `F${id}`, ((id - 1) % 3) + 1, `f${id}`, `f${id}`],
  ];
}

/** Days of what becomes of an offer: of both years, before and after the day of today in each. */
const days = fc.constantFrom<string>(
  '2024-11-01',
  '2025-01-20',
  '2025-05-01',
  '2025-11-01',
  '2026-02-01',
  '2026-05-01',
);

const offerStatus = fc.constantFrom('draft', 'published', 'transmitted', 'filled', 'archived');

const offerValues = fc.record({
  companyId: fc.option(fc.integer({ min: 1, max: 5 })),
  city: fc.option(fc.constantFrom('Évry', 'EVRY', 'Lyon', 'Nîmes')),
  place: fc.constantFrom(
    ...([
      [null, null],
      ['69003', null],
      ['38000', 'France'],
      ['20200', 'FR'],
      ['28013', 'Espagne'],
    ] as const),
  ),
  domain: fc.option(fc.constantFrom('Santé', 'Informatique')),
  readDomain: fc.option(fc.constantFrom('Gestion', 'Sante')),
  contract: fc.option(fc.constantFrom(...contractTypes)),
  seniority: fc.option(fc.constantFrom(...seniorities)),
  status: offerStatus,
  levels: fc.integer({ min: 0, max: 511 }),
  postedOn: fc.option(fc.integer({ min: dayNumberOf('2024-08-20'), max: dayNumberOf('2026-03-01') }).map(dayOf)),
  startsOn: fc.option(fc.integer({ min: dayNumberOf('2024-08-20'), max: dayNumberOf('2026-09-03') }).map(dayOf)),
  skills: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }),
  isRead: fc.boolean(),
  matches: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 5 }),
  isRanked: fc.boolean(),
  /** Sent to a manager on a day, and answered by one. */
  sent: fc.option(fc.record({ sentOn: days, answeredOn: fc.option(days) })),
  filledOn: fc.option(days),
  /** The state in which it was archived. */
  closedFrom: fc.constantFrom(null, 'filled'),
  chosen: fc.option(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.boolean()), { freq: 3 }),
});
export type OfferValues = typeof offerValues extends fc.Arbitrary<infer Values> ? Values : never;

/** Ids that lie in one block and in the next, and far away. */
const offerIds = fc.constantFrom(1, 2, 3, 250, 255, 256, 257, 300, 5_000);

export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** An offer with all that hangs on it, in place of the one that may be there. */
export function put(id: number, offer: OfferValues): Change[] {
  const { companyId, city, domain, readDomain, contract, seniority, status, levels, postedOn, startsOn } = offer;
  const [postcode, country] = offer.place;
  const place = placeOf({ city, postcode, country });
  return [
    ['delete from offer where id = ?', id],
    ...(place
      ? [
          [
            'insert or ignore into place (key, name, department, region) values (?, ?, ?, ?)',
            ...[fold(place.name), place.name, place.department, place.region],
          ] as const,
        ]
      : []),
    [
      `insert into offer (id, title, raw_title, company_id, city, city_key, postcode, country, domain, domain_key, contract_type,
         seniority, status, level_mask, posted_on, start_kind, start_from, academic_year, title_key, content_hash, created_at,
         updated_at, description)
       values (?, 't', 't', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 2025, 't', ?, '2025-10-05T09:00:00Z', 'x', '')`,
      ...[
        id,
        companyId,
        city,
        place && fold(place.name),
        ...[postcode, country],
        domain,
        domain === null ? null : fold(domain),
      ],
      ...[contract, seniority, status, levels, postedOn, startsOn === null ? null : 'date', startsOn, `${id}`],
    ],
    [
      `insert into offer_reading (offer_id, version, level_mask, domain, domain_key, read_at, facts) values (?, 'v', 0, ?, ?, 'x', '{}')`,
      ...[id, readDomain, readDomain === null ? null : fold(readDomain)],
    ],
    ...offer.skills.map((skillId, position): Change => [
      `insert into ${offer.isRead ? 'offer_read_skill' : 'offer_skill'} (offer_id, position, skill_id) values (?, ?, ?)`,
      ...[id, position, skillId],
    ]),
    ...offer.matches.map((formationId, index): Change => [
      `insert into match (offer_id, rank, formation_id, model_id, score, semantic, lexical)
       select ?, ?, id, 'm', 0.5, 0.5, 0.5 from formation where id = ?`,
      ...[id, index + 1, formationId],
    ]),
    ...(offer.isRanked
      ? [
          [
            `insert into ranking (offer_id, model_id, basis, outcome, ranked_at) values (?, 'm', 'b', ?, 'x')`,
            ...[id, offer.matches.length === 0 ? 'no-suitable-formation' : 'ranked'],
          ] as const,
        ]
      : []),
    ...(offer.chosen ? choose(id, ...offer.chosen) : []),
    ...(offer.sent === null ? [] : [send(id, offer.sent)]),
    [
      `insert or replace into offer_edit (offer_id, closed_on, closed_from) values (?, ?, ?)`,
      ...[id, offer.filledOn, offer.closedFrom],
    ],
  ];
}

function send(offerId: number, { sentOn, answeredOn }: NonNullable<OfferValues['sent']>): Change {
  return [
    `insert into transmission (offer_id, formation_title, manager_name, manager_email, search_key, state, sent_at, answered_at,
       reminders, changed_at, created_at) values (?, 'F', 'M', 'm@u.fr', '', ?, ?, ?, 0, 'x', 'x')`,
    ...[offerId, answeredOn === null ? 'sent' : 'refused', noonOf(sentOn), answeredOn && noonOf(answeredOn)],
  ];
}

const noonOf = (day: string): string => `${day}T12:00:00.000Z`;

function choose(offerId: number, formationId: number, isAccepted: boolean): Change[] {
  return [
    [
      `insert into decision (offer_id, formation_id, kind, created_at) select ?, id, 'accepted', 'x' from formation where id = ?`,
      ...[offerId, formationId],
    ],
    [
      `insert or replace into offer_choice (offer_id, formation_id, state, place, decision_id)
       select offer_id, formation_id, ?, ?, id from decision where offer_id = ? and formation_id = ?`,
      ...[isAccepted ? 'accepted' : 'rejected', isAccepted ? 1 : null, offerId, formationId],
    ],
  ];
}

const halves = fc.constantFrom(0, 1);
/** Writes one thing anew in half of the offers, as an edit does. */
const updates = fc
  .tuple(
    halves,
    fc.oneof(
      fc.record({
        ...{ contract_type: fc.constantFrom(...contractTypes), seniority: fc.option(fc.constantFrom(...seniorities)) },
        ...{ level_mask: fc.integer({ min: 0, max: 511 }), posted_on: days },
      }),
      fc.record({ status: offerStatus }),
      fc.integer({ min: 1, max: 5 }).map((company_id) => ({ company_id })),
      fc.constantFrom('Santé', 'Droit').map((domain) => ({ domain, domain_key: fold(domain) })),
    ),
  )
  .map(([half, values]): Change[] => [update('offer', 'id', half, values)]);
const sideUpdates = fc
  .tuple(
    halves,
    fc.oneof(
      fc.constantFrom('ranked', 'insufficient-text').map((outcome) => ['ranking', { outcome }] as const),
      fc
        .constantFrom('Gestion', 'Droit')
        .map((domain) => ['offer_reading', { domain, domain_key: fold(domain) }] as const),
      fc.constant(['offer_choice', { state: 'rejected', place: null }] as const),
      days.map((day) => ['transmission', { state: 'refused', answered_at: noonOf(day) }] as const),
    ),
  )
  .map(([half, [table, values]]): Change[] => [update(table, 'offer_id', half, values)]);
/** The rules of places changed, or their names are known better. */
const placeUpdates = fc
  .constantFrom(['lyon', '38', '84'], ['nimes', '2B', '94'], ['lyon', null, null])
  .map(([key = null, department = null, region = null]): Change[] => [
    ['update place set department = ?, region = ? where key = ?', department, region, key],
  ]);

function update(
  table: string,
  id: string,
  half: number,
  values: Readonly<Record<string, string | number | null>>,
): Change {
  const columns = Object.keys(values).map((column) => `${column} = ?`);
  return [`update ${table} set ${columns.join(', ')} where ${id} % 2 = ?`, ...Object.values(values), half];
}

const changes = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(offerIds, offerValues).map(([id, offer]) => put(id, offer)) },
  { weight: 2, arbitrary: offerIds.map((id): Change[] => [['delete from offer where id = ?', id]]) },
  { weight: 1, arbitrary: offerIds.map((id): Change[] => [['delete from ranking where offer_id = ?', id]]) },
  { weight: 1, arbitrary: offerIds.map((id): Change[] => [['delete from transmission where offer_id = ?', id]]) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 6 }).map((id): Change[] => [['delete from formation where id = ?', id]]),
  },
  {
    weight: 1,
    arbitrary: fc
      .integer({ min: 1, max: 6 })
      .map((id): Change[] => [['delete from formation where id = ?', id], formation(id)]),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.option(fc.integer({ min: 1, max: 3 })))
      .map(([id, component]): Change[] => [['update formation set component_id = ? where id = ?', component, id]]),
  },
);

/**
 * What is written at once. A row that is updated stands alone: beside a deletion or an insertion in the same block nobody
 * would see whether it is noticed.
 */
export const writes: fc.Arbitrary<Change[]> = fc.oneof(
  fc.array(changes, { maxLength: 12 }).map((all) => all.flat()),
  fc.oneof(updates, sideUpdates, placeUpdates),
);

const option = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 1 });
export const filters: fc.Arbitrary<DashboardFilter> = fc
  .record({
    year: fc.constantFrom(2024, 2025, 2026),
    basis: fc.constantFrom('deposit', 'start'),
    span: fc.constantFrom('to-date', 'whole'),
    level: fc.constantFrom(0, 0, 1, 2),
    id: fc.integer({ min: 1, max: 6 }),
    criteria: fc.uniqueArray(fc.constantFrom('domain', 'contractType', 'companyId', 'city', 'skill'), { maxLength: 2 }),
    other: option(fc.constantFrom('Lyon', 'evry')),
  })
  .map(({ level, id, criteria, other, ...years }) => ({
    ...years,
    ...(level === 1 ? { componentId: componentIdSchema.parse(((id - 1) % 3) + 1) } : {}),
    ...(level === 2 ? { formationId: formationIdSchema.parse(id) } : {}),
    ...(criteria.includes('domain') ? { domain: 'sante' } : {}),
    ...(criteria.includes('contractType') ? { contractType: 'internship' } : {}),
    ...(criteria.includes('companyId') ? { companyId: companyIdSchema.parse(((id - 1) % 5) + 1) } : {}),
    ...(criteria.includes('city') ? { city: other ?? 'Nîmes' } : {}),
    ...(criteria.includes('skill') ? { skill: 'Skill 5' } : {}),
  })); // The words of closed lists are widened on the way.

export const plainOffer: OfferValues = {
  ...{
    companyId: 1,
    city: 'Lyon',
    place: ['69003', null],
    domain: null,
    readDomain: null,
    contract: null,
    seniority: null,
  },
  ...{ status: 'published', levels: 0, postedOn: null, startsOn: null, skills: [], isRead: false, matches: [] },
  ...{ isRanked: false, chosen: null, sent: null, filledOn: null, closedFrom: null },
};
