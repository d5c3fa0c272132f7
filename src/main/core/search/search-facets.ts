import type { SearchFacets } from '../../../shared/contract/search';
import type { ContractType, MatchOutcome, OfferStatus } from '../../../shared/domain/offer';
import type { DatedFilter } from '../offers/offer-conditions';
import type { FilterKeeper } from './filter-keeper';

/** Cities and domains are many: the most frequent ones are offered. */
const mostValues = 60;

interface ValuesRow {
  readonly id: number;
  readonly contractType: ContractType | null;
  readonly academicYear: number;
  readonly status: OfferStatus;
  readonly outcome: MatchOutcome;
  readonly city: string | null;
  readonly cityKey: string | null;
  readonly domain: string | null;
  readonly domainKey: string | null;
}

const values = `select o.id, o.contract_type contractType, o.academic_year academicYear, o.status,
    coalesce(r.outcome, 'pending') outcome, o.city, o.city_key cityKey, coalesce(o.domain, g.domain) domain,
    coalesce(o.domain_key, g.domain_key) domainKey
  from json_each(?) w cross join offer o on o.id = w.value
    left join ranking r on r.offer_id = o.id left join offer_reading g on g.offer_id = o.id`;

/** The value of a criterion, how it is shown, and the criteria that are left aside when it is counted. */
interface Facet<Value> {
  readonly aside: readonly (keyof DatedFilter)[];
  readonly valueOf: (row: ValuesRow) => Value | null;
  readonly keyOf?: (row: ValuesRow) => string | null;
}

/**
 * Counts the values of the offers that were found (all of them for null) under every criterion but their own. One reading
 * serves every count that leaves the same criteria aside: those that are not set leave nothing aside.
 */
export function countFacets(filters: FilterKeeper, filter: DatedFilter, found: readonly number[] | null): SearchFacets {
  const readings = new Map<string, readonly ValuesRow[]>();
  const rowsWithout = (aside: readonly (keyof DatedFilter)[]): readonly ValuesRow[] => {
    const rest = { ...filter };
    for (const key of aside) if (key !== 'today') delete rest[key];
    const key = JSON.stringify(rest);
    const known = readings.get(key);
    if (known) return known;
    const isAllowed = filters.allowing(rest);
    const ids = found ? found.filter(isAllowed) : filters.ordered(rest, { by: 'postedOn', direction: 'desc' });
    const rows = filters.db.prepare<ValuesRow, [string]>(values).all(JSON.stringify(ids));
    readings.set(key, rows);
    return rows;
  };
  const count = <Value extends string | number>({ aside, valueOf, keyOf }: Facet<Value>) => {
    const counts = new Map<string | number, { value: Value; count: number }>();
    for (const row of rowsWithout(aside)) {
      const value = valueOf(row);
      if (value === null) continue;
      const key = keyOf?.(row) ?? value;
      const known = counts.get(key);
      if (known) known.count += 1;
      else counts.set(key, { value, count: 1 });
    }
    return [...counts.values()]
      .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1))
      .slice(0, mostValues);
  };
  return {
    contractTypes: count({ aside: ['contractType'], valueOf: (row) => row.contractType }),
    academicYears: count({ aside: ['academicYear'], valueOf: (row) => row.academicYear }),
    statuses: count({ aside: ['status', 'due'], valueOf: (row) => row.status }),
    outcomes: count({ aside: ['outcome'], valueOf: (row) => row.outcome }),
    cities: count({ aside: ['city'], valueOf: (row) => row.city, keyOf: (row) => row.cityKey }),
    domains: count({ aside: ['domain'], valueOf: (row) => row.domain, keyOf: (row) => row.domainKey }),
  };
}
