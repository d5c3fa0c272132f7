import type { OffersTab } from '../../../shared/contract/dashboards';
import { compare, partOf } from '../../../shared/domain/dashboard/figures';
import type { OpenQuery } from './dashboard-scope';
import type { Counter } from './entity-rows';
import { noDay, wordCodes } from './offer-columns';
import type { Counted } from './selection';

/**
 * What became of the offers: sent, answered, filled, and how long that took. Of each year only what happened by its last
 * day that counts: what follows later would set a year that is over against one that goes on.
 */
export function followUpOf(open: OpenQuery, { own }: Counter): Pick<OffersTab, 'sent' | 'answered' | 'filled'> {
  const { scope, kept, selection } = open;
  const { smallNumber } = scope;
  const { sentDay, answeredDay, filledDay, status } = kept.columns.columns;
  const { now, before } = selection.days;
  const happenedBy = (days: Int32Array) => ({
    now: happened(days, own.now, now.to),
    before: happened(days, own.before, before.to),
  });
  const compared = (counted: Counted) => compare(counted.now.length, counted.before.length, smallNumber);
  const [sent, answered] = [compared(happenedBy(sentDay)), compared(happenedBy(answeredDay))];
  const filled = happenedBy(filledDay);
  const isUndated = (place: number): boolean =>
    status[place] === wordCodes.status.get('filled') && filledDay[place] === noDay;
  const medianOf = (places: Uint32Array): number | null =>
    places.length < smallNumber ? null : median(daysToFill(open, places));
  return {
    sent,
    answered: { ...answered, part: partOf(answered.now, sent.now, smallNumber) },
    filled: {
      ...compared(filled),
      undated: own.now.reduce((count, place) => count + (isUndated(place) ? 1 : 0), 0),
      medianDays: medianOf(filled.now),
      medianDaysBefore: medianOf(filled.before),
    },
  };
}

/** The offers among these to which it happened, on a day not after `to`. */
function happened(days: Int32Array, places: Uint32Array, to: number): Uint32Array {
  return places.filter((place) => {
    const day = days[place] ?? noDay;
    return day !== noDay && day <= to;
  });
}

/** Days from deposit to filling of offers that were filled, in order; filled before its deposit is at once. */
function daysToFill({ kept }: OpenQuery, filled: Uint32Array): Int32Array {
  const { filledDay, depositDay } = kept.columns.columns;
  const days = Int32Array.from(filled, (place) => Math.max(0, (filledDay[place] ?? 0) - (depositDay[place] ?? 0)));
  return days.sort();
}

/** The middle of an ordered list that is not empty; the mean of both where there are two. */
export function median(ordered: ArrayLike<number>): number {
  const half = ordered.length / 2;
  return ((ordered[Math.ceil(half) - 1] ?? 0) + (ordered[Math.floor(half)] ?? 0)) / 2;
}
