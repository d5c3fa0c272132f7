import type { OffersTab } from '../../../shared/contract/dashboards';
import { compare, partOf } from '../../../shared/domain/dashboard/figures';
import type { OpenQuery } from './dashboard-scope';
import type { Counter } from './entity-rows';
import { noDay } from './offer-columns';
import { tallyBits } from './tally';

/** What became of the offers: sent, answered, filled, and how long that took. */
export function followUpOf(open: OpenQuery, { own }: Counter): Pick<OffersTab, 'sent' | 'answered' | 'filled'> {
  const { smallNumber } = open.scope;
  const { sent } = open.kept.columns.columns;
  const { now, before } = tallyBits(own, sent, 2);
  const [daysNow, daysBefore] = [daysToFill(open, own.now), daysToFill(open, own.before)];
  const medianOf = (days: Int32Array): number | null => (days.length < smallNumber ? null : median(days));
  return {
    sent: compare(now[0] ?? 0, before[0] ?? 0, smallNumber),
    answered: {
      ...compare(now[1] ?? 0, before[1] ?? 0, smallNumber),
      part: partOf(now[1] ?? 0, now[0] ?? 0, smallNumber),
    },
    filled: {
      ...compare(daysNow.length, daysBefore.length, smallNumber),
      medianDays: medianOf(daysNow),
      medianDaysBefore: medianOf(daysBefore),
    },
  };
}

/** Days from deposit to filling of the offers that a person filled, in order; filled before its deposit is at once. */
function daysToFill({ kept }: OpenQuery, places: Uint32Array): Int32Array {
  const { filledDay, depositDay } = kept.columns.columns;
  const days = new Int32Array(places.length);
  let count = 0;
  for (const place of places) {
    const filled = filledDay[place] ?? noDay;
    if (filled === noDay) continue;
    days[count] = Math.max(0, filled - (depositDay[place] ?? filled));
    count += 1;
  }
  return days.subarray(0, count).sort();
}

/** The middle of an ordered list that is not empty; the mean of both where there are two. */
function median(ordered: Int32Array): number {
  const half = ordered.length / 2;
  return ((ordered[Math.ceil(half) - 1] ?? 0) + (ordered[Math.floor(half)] ?? 0)) / 2;
}
