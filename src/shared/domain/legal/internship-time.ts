import type { IsoDate } from '../academic-year';
import type { OfferDuration, OfferPay } from '../offer';
import {
  hoursPerInternshipMonth,
  legalWeeklyHours,
  quotaHeadcount,
  traineeShare,
  traineesOfSmallCompany,
  waitingShare,
} from './legal-rules';

const dayMs = 24 * 60 * 60 * 1000;
const weeksPerMonth = 52 / 12;
const daysPerMonth = 30.4375;

/**
 * Hours of presence of an internship, at least and at most: weeks of its own hours (35 where nobody says), months of 22
 * days of 7 hours (D124-6 of the code de l’éducation), in proportion to its weekly hours.
 */
export function presenceHours(
  { unit, min, max }: OfferDuration,
  weeklyHours: number | null,
): { readonly min: number; readonly max: number } {
  const hours = weeklyHours ?? legalWeeklyHours;
  const perUnit = unit === 'week' ? hours : (hoursPerInternshipMonth * hours) / legalWeeklyHours;
  return { min: min * perUnit, max: max * perUnit };
}

/**
 * What a pay is by the hour of presence, in euros rounded to the cent; null where it is not in figures. Months are paid
 * by the average of 52 weeks a year, which is how most companies write them.
 */
export function hourlyPay({ amount, per }: OfferPay, weeklyHours: number | null): number | null {
  if (amount === null || per === null) return null;
  const hoursPerMonth = (weeklyHours ?? legalWeeklyHours) * weeksPerMonth;
  const hourly = per === 'hour' ? amount : per === 'month' ? amount / hoursPerMonth : amount / (12 * hoursPerMonth);
  return Math.round(hourly * 100) / 100;
}

/**
 * The first day on which another trainee may follow on the same post: a third of the former internship must have passed
 * since its last day, part of a day counting as one (L124-11).
 */
export function earliestNextStart(former: { readonly from: IsoDate; readonly to: IsoDate }): IsoDate {
  const last = Date.parse(former.to);
  const days = Math.round((last - Date.parse(former.from)) / dayMs) + 1;
  const waiting = Math.ceil(days * waitingShare - 1e-9);
  return new Date(last + (waiting + 1) * dayMs).toISOString().slice(0, 10);
}

/** An internship by its first and last day, and how many trainees it takes. */
export interface Stay {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly places: number;
}

/**
 * The most trainees that some internships have in one of the weeks of another one, which is not counted: R124-10 of the
 * code de l’éducation counts those whose internship runs in the same calendar week, so that one who leaves on Monday and
 * one who comes on Friday are two.
 */
export function mostAtATime(during: Pick<Stay, 'from' | 'to'>, stays: readonly Stay[]): number {
  const first = mondayOf(during.from);
  const there = stays
    .map(({ from, to, places }) => ({ from: mondayOf(from), to, places }))
    .filter(({ from, to }) => from <= during.to && to >= first);
  // Their number grows only in a week in which one of them begins.
  const mondays = [first, ...there.map(({ from }) => from).filter((from) => from > first)];
  const inWeek = (monday: IsoDate): number =>
    there.reduce((sum, { from, to, places }) => (from <= monday && monday <= to ? sum + places : sum), 0);
  return Math.max(0, ...mondays.map(inWeek));
}

function mondayOf(day: IsoDate): IsoDate {
  const time = Date.parse(day);
  return new Date(time - ((new Date(time).getUTCDay() + 6) % 7) * dayMs).toISOString().slice(0, 10);
}

/** The last day of an internship that begins on a day and lasts as long as it can; its first where nobody says. */
export function lastDayOf(from: IsoDate, duration: OfferDuration | null): IsoDate {
  if (duration === null) return from;
  const days = Math.max(1, Math.floor(duration.max * (duration.unit === 'week' ? 7 : daysPerMonth)));
  return new Date(Date.parse(from) + (days - 1) * dayMs).toISOString().slice(0, 10);
}

/** How many trainees an organisation of so many people may have at a time (R124-10). */
export function traineeLimit(headcount: number): number {
  if (headcount < quotaHeadcount) return traineesOfSmallCompany;
  return Math.ceil(headcount * traineeShare - 1e-9);
}
