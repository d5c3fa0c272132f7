import { conditionsOf } from '../../src/main/core/offers/offer-conditions';
import type { DashboardScope } from '../../src/shared/contract/dashboard-figures';
import { offersFollowedUp, offersOfScope } from '../../src/shared/contract/dashboard-rows';
import type { OfferFilter } from '../../src/shared/contract/offers';
import type { DashboardFilter } from '../../src/shared/domain/dashboard/dashboard-filter';
import { partOf } from '../../src/shared/domain/dashboard/figures';
import { today } from './dashboard-university';
import type { OpenDashboards } from './open-dashboards';

const depositedOn = "coalesce(o.posted_on, date(o.created_at, 'localtime'))";

/** How many offers a filter of the list keeps, by a value of theirs that SQL says. */
export function plainly(
  { database }: OpenDashboards,
  filter: OfferFilter,
  value: string,
  join = '',
): Record<string, number> {
  const { sql, values } = conditionsOf({ ...filter, today });
  const rows = database.read
    .prepare<{ value: string | number; n: number }, (string | number)[]>(
      `select ${value} value, count(distinct o.id) n from offer o left join ranking r on r.offer_id = o.id
         left join offer_reading g on g.offer_id = o.id ${join} ${sql} group by 1 having value is not null`,
    )
    .all(...values);
  return Object.fromEntries(rows.map(({ value: key, n }) => [String(key), n]));
}

/** How many offers a filter of the list keeps. */
export const total = (dashboards: OpenDashboards, filter: OfferFilter): number =>
  plainly(dashboards, filter, '1')['1'] ?? 0;

/** Both years, the part in the year and the part at the level above. */
export type PlainRow = readonly [now: number, before: number, part: number | null, parentPart: number | null];

/** What plain SQL counts of a scope: the same as a dashboard's list of rows, by a value that SQL says. */
export interface PlainCounts {
  rows(value: string, join?: string): Record<string, PlainRow>;
  both(more?: OfferFilter): number[];
  /** Offers to which it happened in time. */
  followed(what: 'sent' | 'answered' | 'filled'): number[];
  /** The median of the days from deposit to filling, null for too few. */
  medians(): (number | null)[];
}

export function plainCounts(dashboards: OpenDashboards, filter: DashboardFilter, scope: DashboardScope): PlainCounts {
  const { smallNumber } = scope;
  const [now, before] = [offersOfScope(filter, scope, 'now'), offersOfScope(filter, scope, 'before')];
  const parent = filter.formationId !== undefined ? withoutFormation(now) : now.componentId && withoutComponent(now);
  const whole = total(dashboards, now);
  const parentWhole = parent ? total(dashboards, parent) : 0;
  return {
    rows(value, join) {
      const counts = [now, before].map((offers) => plainly(dashboards, offers, value, join));
      const above = parent ? plainly(dashboards, parent, value, join) : {};
      const rowOf = (key: string): PlainRow => {
        const [ofNow = 0, ofBefore = 0] = counts.map((count) => count[key] ?? 0);
        const parentPart = parent ? partOf(above[key] ?? 0, parentWhole, smallNumber) : null;
        return [ofNow, ofBefore, partOf(ofNow, whole, smallNumber), parentPart];
      };
      return Object.fromEntries(Object.keys({ ...counts[0], ...counts[1] }).map((key) => [key, rowOf(key)]));
    },
    both: (more = {}) => [now, before].map((offers) => total(dashboards, { ...offers, ...more })),
    followed: (what) => [
      total(dashboards, { ...now, ...offersFollowedUp(scope, 'now', what) }),
      total(dashboards, { ...before, ...offersFollowedUp(scope, 'before', what) }),
    ],
    medians: () => [
      medianDays(dashboards, { ...now, ...offersFollowedUp(scope, 'now', 'filled') }, smallNumber),
      medianDays(dashboards, { ...before, ...offersFollowedUp(scope, 'before', 'filled') }, smallNumber),
    ],
  };
}

const withoutFormation = (offers: OfferFilter): OfferFilter => ({ ...offers, formationId: undefined });
const withoutComponent = (offers: OfferFilter): OfferFilter => ({ ...offers, componentId: undefined });

function medianDays({ database }: OpenDashboards, filter: OfferFilter, smallNumber: number): number | null {
  const { sql, values } = conditionsOf({ ...filter, today });
  const days = database.read
    .prepare<number, (string | number)[]>(
      `select max(0, julianday(e.closed_on) - julianday(${depositedOn})) from offer o
         left join ranking r on r.offer_id = o.id left join offer_reading g on g.offer_id = o.id
         join offer_edit e on e.offer_id = o.id ${sql} order by 1`,
    )
    .pluck()
    .all(...values);
  if (days.length < smallNumber) return null;
  const middle = days.slice(Math.ceil(days.length / 2) - 1, Math.floor(days.length / 2) + 1);
  return middle.reduce((sum, each) => sum + each, 0) / middle.length;
}
