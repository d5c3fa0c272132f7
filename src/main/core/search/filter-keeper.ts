import type { ReadDb } from '../db/open';
import type { DatedFilter } from '../offers/offer-conditions';
import { idsOf, type OfferSort } from '../offers/offer-list-query';

/** Lists of ids that are kept at once; a hundred thousand ids are about a megabyte. */
const mostKept = 24;
/** All of them: no page is asked for. */
const everyRow = { page: 0, pageSize: 1_000_000_000 } as const;

/** Which offers a filter keeps, by the very query of the list of offers; kept until something is written. */
export interface FilterKeeper {
  /** The offers of a filter in an order. */
  ordered(filter: DatedFilter, sort: OfferSort): readonly number[];
  /** Says of an offer whether a filter keeps it. */
  allowing(filter: DatedFilter): (id: number) => boolean;
  /** Forgets everything, as after a write. */
  forget(): void;
  readonly db: ReadDb;
}

const plainSort: OfferSort = { by: 'postedOn', direction: 'desc' };

export function createFilterKeeper(db: ReadDb): FilterKeeper {
  const lists = new Map<string, readonly number[]>();
  const sets = new Map<string, ReadonlySet<number>>();
  const kept = <Value>(map: Map<string, Value>, key: string, make: () => Value): Value => {
    const known = map.get(key);
    if (known !== undefined) return known;
    if (map.size >= mostKept) map.clear();
    const made = make();
    map.set(key, made);
    return made;
  };
  const ordered: FilterKeeper['ordered'] = (filter, sort) =>
    kept(lists, JSON.stringify([filter, sort]), () => {
      const { sql, values } = idsOf(filter, sort, everyRow);
      return db
        .prepare<number, (string | number)[]>(sql)
        .pluck()
        .all(...values);
    });
  return {
    db,
    ordered,
    allowing(filter) {
      if (isEmpty(filter)) return () => true;
      const allowed = kept(sets, JSON.stringify(filter), () => new Set(ordered(filter, plainSort)));
      return (id) => allowed.has(id);
    },
    forget() {
      lists.clear();
      sets.clear();
    },
  };
}

function isEmpty(filter: DatedFilter): boolean {
  return Object.entries(filter).every(([criterion, value]) => criterion === 'today' || value === undefined);
}
