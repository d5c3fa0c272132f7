import type { ReadDb } from '../db/open';
import type { DatedFilter } from '../offers/offer-conditions';
import { idsOf, type OfferSort } from '../offers/offer-list-query';
import { idSet } from './id-set';

/** What is kept takes so many bytes at most, and at most one list more. */
const mostBytes = 48 * 1024 * 1024;
const bytesInList = 8;
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
  /** What is kept at this moment. */
  readonly bytes: number;
  readonly db: ReadDb;
}

const plainSort: OfferSort = { by: 'postedOn', direction: 'desc' };

/** `limit` is in bytes. */
export function createFilterKeeper(db: ReadDb, limit = mostBytes): FilterKeeper {
  const lists = new Map<string, readonly number[]>();
  const sets = new Map<string, ReturnType<typeof idSet>>();
  let bytes = 0;
  const forget = (): void => {
    lists.clear();
    sets.clear();
    bytes = 0;
  };
  /** Forgets everything where there is no room: cheaper than knowing what is the oldest. */
  const makeRoom = (wanted: number): void => {
    if (bytes + wanted > limit) forget();
    bytes += wanted;
  };
  const read = (filter: DatedFilter, sort: OfferSort): readonly number[] => {
    const { sql, values } = idsOf(filter, sort, everyRow);
    return db
      .prepare<number, (string | number)[]>(sql)
      .pluck()
      .all(...values);
  };
  return {
    ...{ db, forget },
    get bytes() {
      return bytes;
    },
    ordered(filter, sort) {
      const key = JSON.stringify([filter, sort]);
      const known = lists.get(key);
      if (known) return known;
      const list = read(filter, sort);
      makeRoom(list.length * bytesInList);
      lists.set(key, list);
      return list;
    },
    allowing(filter) {
      if (isEmpty(filter)) return () => true;
      const key = JSON.stringify(filter);
      let allowed = sets.get(key);
      if (!allowed) {
        // Only what is shown in its order is kept as a list.
        allowed = idSet(lists.get(JSON.stringify([filter, plainSort])) ?? read(filter, plainSort));
        makeRoom(allowed.bytes);
        sets.set(key, allowed);
      }
      const { has } = allowed;
      return has;
    },
  };
}

function isEmpty(filter: DatedFilter): boolean {
  return Object.entries(filter).every(([criterion, value]) => criterion === 'today' || value === undefined);
}
