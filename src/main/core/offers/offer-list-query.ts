import type { OfferFilter, offerSortColumns } from '../../../shared/contract/offers';
import { fold } from '../../../shared/domain/fold';
import type { PageRequest } from '../../../shared/domain/page';
import { where, wordsIn, type Where } from '../db/where';

export interface OfferSort {
  readonly by: (typeof offerSortColumns)[number];
  readonly direction: 'asc' | 'desc';
}

/** What the author said, and where that is nothing, what was read in the text. */
const domainKey = 'coalesce(o.domain_key, g.domain_key)';

const sortKeys: Record<OfferSort['by'], string> = {
  title: 'o.title_key',
  company: 'o.company_key',
  city: 'o.city_key',
  contractType: 'o.contract_type',
  domain: domainKey,
  postedOn: 'o.posted_on',
  academicYear: 'o.academic_year',
  status: 'o.status',
  score: 'r.best_score',
};

/** SQL for the ids of the offers that a filter keeps, and its parameters. Offers are read in `offer_by_list` alone. */
export function idsOf(filter: OfferFilter, sort: OfferSort, page: PageRequest): Where {
  const kept = conditions(filter);
  const joined: Joined = {
    ranking: sort.by === 'score' || filter.outcome !== undefined,
    reading: sort.by === 'domain' || filter.domain !== undefined,
  };
  // Empty values come last both ways: nobody sorts in order to see them. The id makes the order total.
  const order = `${sortKeys[sort.by]} ${sort.direction} nulls last, o.id ${sort.direction}`;
  return {
    sql: `select o.id from ${source(filter, joined)} ${kept.sql} order by ${order} limit ? offset ?`,
    values: [...kept.values, page.pageSize, page.page * page.pageSize],
  };
}

/** SQL for the number of offers that a filter keeps. */
export function countOf(filter: OfferFilter): Where {
  const kept = conditions(filter);
  const joined: Joined = { ranking: filter.outcome !== undefined, reading: filter.domain !== undefined };
  return {
    sql: `select count(*) from ${source(filter, joined)} ${kept.sql}`,
    values: kept.values,
  };
}

/** SQL for the next ids above a given one, for reading all rows of a filter in stretches. Takes `after, limit` last. */
export function idsAfter(filter: OfferFilter): Where {
  const kept = conditions(filter);
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

function source(filter: OfferFilter, joined: Joined): string {
  // A company, an import and a formation have few offers and lead straight to them. Everything else reads the narrow
  // index; told so, because SQLite takes an index of many columns for as wide as the table with its descriptions.
  const leadsThere = [filter.companyId, filter.importId, filter.formationId].some((id) => id !== undefined);
  const offers = leadsThere ? 'offer o' : 'offer o indexed by offer_by_list';
  const reading = joined.reading ? ` ${readingJoin}` : '';
  if (!joined.ranking) return `${offers}${reading}`;
  // A cross join keeps the order of the two: starting from the rankings would read every offer's wide row.
  const join = filter.outcome === undefined || filter.outcome === 'pending' ? 'left join' : 'cross join';
  return `${offers} ${join} ranking r on r.offer_id = o.id${reading}`;
}

function conditions(filter: OfferFilter): Where {
  const equal = (column: string, value: string | number | undefined): Where =>
    value === undefined ? { sql: '', values: [] } : { sql: `${column} = ?`, values: [value] };
  return where([
    equal('o.contract_type', filter.contractType),
    equal('o.academic_year', filter.academicYear),
    equal('o.status', filter.status),
    equal('o.city_key', filter.city === undefined ? undefined : fold(filter.city)),
    equal(domainKey, filter.domain === undefined ? undefined : fold(filter.domain)),
    equal('o.company_id', filter.companyId),
    equal('o.import_id', filter.importId),
    filter.outcome === 'pending' ? { sql: 'r.offer_id is null', values: [] } : equal('r.outcome', filter.outcome),
    filter.formationId === undefined
      ? { sql: '', values: [] }
      : { sql: 'o.id in (select offer_id from match where formation_id = ?)', values: [filter.formationId] },
    wordsIn(filter.text ?? '', ['o.title_key', 'o.company_key', 'o.city_key']),
  ]);
}
