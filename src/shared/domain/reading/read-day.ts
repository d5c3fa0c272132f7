import type { IsoDate } from '../academic-year';
import { parseStart } from '../cells/parse-start';
import type { OfferDuration, OfferStart } from '../offer';

/** Names of months in French and English, with the short forms that people write. */
const month =
  'janvier|janv|février|fevrier|févr|fév|mars|avril|avr|mai|juin|juillet|juil|août|aout|septembre|sept|octobre|oct|novembre|nov|décembre|decembre|déc|january|jan|february|feb|march|april|apr|may|june|july|august|aug|september|sep|october|november|december|dec';
const weekday =
  'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const year = '(?:\\s*,)?\\s+(20\\d{2})(?!\\d)';
/** "mai-juin", "mai/juin", "mai ou juin"; "mai à juin" is the time that something takes. */
export const twoMonths = `(?:${month})\\.?(?:[-–/]|\\s{1,3}(?:ou|or)\\s{1,3})(?:${month})\\.?(?!\\p{L})`;
const written = new RegExp(
  [
    `^(?:(?:le|the|on)\\s+)?(?:(?:${weekday}),?\\s+)?(?:`,
    `(?<day>\\d{1,2})(?:er|st|nd|rd|th)?(?:\\s+of)?\\s+(?<month>${month})\\.?(?!\\p{L})(?:${year})?`,
    `|(?<month2>${month})\\.?\\s+(?<day2>\\d{1,2})(?:st|nd|rd|th)?(?!\\d)(?:${year})?`,
    `|(?<months>${twoMonths})(?:${year})?`,
    `|(?<month3>${month})\\.?(?!\\p{L})(?:${year})?`,
    `|(?<figures>\\d{1,2}[/.]\\d{1,2}[/.](?:20)?\\d{2}(?!\\d)|\\d{1,2}/20\\d{2}(?![\\d/])|20\\d{2}-\\d{2}-\\d{2}))`,
  ].join(''),
  'iu',
);
/** The end of a period gives the beginning its year: "from 5 January to 30 June 2027". */
const untilYear = new RegExp(
  `^\\s+(?:au|à|et|and|to|until|till|-|–)\\s+(?:le\\s+)?\\d{0,2}(?:er|st|nd|rd|th)?\\s*(?<until>${month})\\.?${year}`,
  'iu',
);

/** A day or a month that a text says at its very beginning. */
export interface ReadDay {
  readonly value: Extract<OfferStart, { readonly kind: 'date' | 'range' }>;
  /** How many code units it takes. */
  readonly length: number;
}

/**
 * The day or month with which a text begins, in French or English ("1er mars 2027", "March 1st, 2027", "mars", "12/04/2027").
 * Without a year it is the next one after `on`; null where it begins with none, or with one of last year.
 */
export function dayAt(text: string, on: IsoDate): ReadDay | null {
  const found = written.exec(text);
  if (!found?.groups) return null;
  const { day, month: first, day2, month2, month3, months, figures } = found.groups;
  const length = found[0].length;
  if (figures !== undefined) return read(figures, length);
  const said = `${day ?? day2 ?? ''} ${first ?? month2 ?? month3 ?? months?.replace(/[.–/]/g, '-') ?? ''}`.trim();
  const ownYear = /20\d{2}$/.exec(found[0])?.[0] ?? yearOfEnd(text.slice(length));
  if (ownYear !== null) return read(`${said} ${ownYear}`, length);
  const now = Number(on.slice(0, 4));
  for (const candidate of [now, now + 1]) {
    const next = read(`${said} ${candidate}`, length);
    if (next && lastOf(next.value) >= on) return next;
  }
  return null;
}

const toEnd = /^\s{1,3}(?:au|à|to|until|till|-|–)\s{1,3}/iu;
/** By what a date without a year is read where only the time between two of them counts. */
const anyYear = '2027-01-01';

/** How long a period lasts with whose first day or month a text begins; null where none follows. */
export function periodAt(text: string): { readonly value: OfferDuration; readonly length: number } | null {
  const first = dayAt(text, anyYear);
  const sign = first ? toEnd.exec(text.slice(first.length)) : null;
  if (!first || !sign) return null;
  const at = first.length + sign[0].length;
  const from = first.value.kind === 'date' ? first.value.on : first.value.from;
  const last = dayAt(text.slice(at), from);
  if (!last) return null;
  const months = Math.round(2 * monthsBetween(from, lastOf(last.value))) / 2;
  return months >= 0.5 && months <= longestMonths
    ? { value: { unit: 'month', min: months, max: months }, length: at + last.length }
    : null;
}

const longestMonths = 36;
const daysOfMonth = 30;

/** Both days counted; whole months of the calendar and a part of one. */
function monthsBetween(first: IsoDate, last: IsoDate): number {
  const from = new Date(first);
  const end = new Date(Date.parse(last) + 24 * 60 * 60 * 1000);
  const months = 12 * (end.getUTCFullYear() - from.getUTCFullYear()) + end.getUTCMonth() - from.getUTCMonth();
  return months + (end.getUTCDate() - from.getUTCDate()) / daysOfMonth;
}

/** The last day of what was read. */
export function lastOf(value: ReadDay['value']): IsoDate {
  return value.kind === 'date' ? value.on : value.to;
}

function yearOfEnd(rest: string): string | null {
  return untilYear.exec(rest)?.[0].slice(-4) ?? null;
}

function read(said: string, length: number): ReadDay | null {
  const value = parseStart(said);
  if (!value || value.kind === 'as-soon-as-possible') return null;
  const isOneDay = value.kind === 'range' && value.from === value.to;
  return { value: isOneDay ? { kind: 'date', on: value.from } : value, length };
}
