import type { offerSortColumns } from '../../../shared/contract/offers';
import { seniorities } from '../../../shared/domain/offer';
import type { PageRequest } from '../../../shared/domain/page';
import type { Where } from '../db/where';
import { conditionsOf, domainKey, type DatedFilter } from './offer-conditions';

export interface OfferSort {
  readonly by: (typeof offerSortColumns)[number];
  readonly direction: 'asc' | 'desc';
}

/** SQL for the place of a value among others; null for none of them. */
function rankOf(value: string, values: readonly string[]): string {
  return `case ${value} ${values.map((each, rank) => `when '${each}' then ${rank}`).join(' ')} end`;
}

const sortKeys: Record<OfferSort['by'], string> = {
  title: 'o.title_key',
  company: 'o.company_key',
  city: 'o.city_key',
  contractType: 'o.contract_type',
  domain: domainKey,
  seniority: rankOf('coalesce(o.seniority, g.seniority)', seniorities),
  // Of equal lowest levels, those that aim at fewer.
  levels: 'nullif(((o.level_mask & -o.level_mask) << 9) | o.level_mask, 0)',
  skills: `(select s.label_key from skill s where s.id = coalesce(
    (select skill_id from offer_skill where offer_id = o.id order by position limit 1),
    (select skill_id from offer_read_skill where offer_id = o.id order by position limit 1)))`,
  postedOn: 'o.posted_on',
  academicYear: 'o.academic_year',
  status: 'o.status',
  score: 'case when d.offer_id is null then r.best_score else d.score end',
};

/** SQL for the ids of the offers that a filter keeps, and its parameters. Offers are read in `offer_by_list` alone. */
export function idsOf(filter: DatedFilter, sort: OfferSort, page: PageRequest): Where {
  const kept = conditionsOf(filter);
  const joined: Joined = {
    ranking: sort.by === 'score' || filter.outcome !== undefined,
    reading: sort.by === 'domain' || sort.by === 'seniority' || filter.domain !== undefined,
  };
  const isByScore = sort.by === 'score';
  const from = `${source(filter, joined)}${isByScore ? ' left join decided d on d.offer_id = o.id' : ''}`;
  // Empty values come last both ways: nobody sorts in order to see them. The id makes the order total.
  const order = `${sortKeys[sort.by]} ${sort.direction} nulls last, o.id ${sort.direction}`;
  return {
    sql: `${isByScore ? decided : ''} select o.id from ${from} ${kept.sql} order by ${order} limit ? offset ?`,
    values: [...kept.values, page.pageSize, page.page * page.pageSize],
  };
}

/** The scores by which offers are sorted on which somebody decided: those of their first formation. */
const decided = `with decided as materialized (
  select d.offer_id, (select m.score from first_formation v join match m on m.offer_id = v.offer_id
      and +m.formation_id = v.formation_id where v.offer_id = d.offer_id) score
  from (select distinct offer_id from offer_choice) d)`;

/** SQL for the number of offers that a filter keeps. */
export function countOf(filter: DatedFilter): Where {
  const kept = conditionsOf(filter);
  const joined: Joined = { ranking: filter.outcome !== undefined, reading: filter.domain !== undefined };
  return {
    sql: `select count(*) from ${source(filter, joined)} ${kept.sql}`,
    values: kept.values,
  };
}

/** SQL for the next ids above a given one, for reading all rows of a filter in stretches. Takes `after, limit` last. */
export function idsAfter(filter: DatedFilter): Where {
  const kept = conditionsOf(filter);
  const start = kept.sql === '' ? 'where' : `${kept.sql} and`;
  const ranking = filter.outcome === undefined ? '' : 'left join ranking r on r.offer_id = o.id';
  const reading = filter.domain === undefined ? '' : readingJoin;
  // By primary key: whole rows are read next in any case.
  return {
    sql: `select o.id from offer o ${ranking} ${reading} ${start} o.id > ? order by o.id limit ?`,
    values: kept.values,
  };
}

/** The tables beside the offers that a query reads. */
interface Joined {
  readonly ranking: boolean;
  readonly reading: boolean;
}

const readingJoin = 'left join offer_reading g on g.offer_id = o.id';

function source(filter: DatedFilter, joined: Joined): string {
  // A company, an import and a formation have few offers and lead straight to them. Everything else reads the narrow
  // index; told so, because SQLite takes an index of many columns for as wide as the table with its descriptions.
  const { companyId, importId, formationId, firstFormationId, skill, due, among } = filter;
  const leadsThere = [companyId, importId, formationId, firstFormationId, skill, among].some(
    (value) => value !== undefined,
  );
  const index = due === undefined ? 'offer_by_list' : 'offer_by_due';
  const offers = leadsThere ? 'offer o' : `offer o indexed by ${index}`;
  const reading = joined.reading ? ` ${readingJoin}` : '';
  if (!joined.ranking) return `${offers}${reading}`;
  // A cross join keeps the order of the two: starting from the rankings would read every offer's wide row.
  const join = filter.outcome === undefined || filter.outcome === 'pending' ? 'left join' : 'cross join';
  return `${offers} ${join} ranking r on r.offer_id = o.id${reading}`;
}
