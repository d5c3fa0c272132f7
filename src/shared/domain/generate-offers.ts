import { createRandom, type Random } from '../util/random';
import { academicYearOf, type IsoDate, type YearStart } from './academic-year';
import type { OfferDraft } from './offer';
import type { OfferContact } from './offer-row';

/** An offer as a file gives it. */
export interface OfferOfFile {
  readonly offer: OfferDraft;
  readonly contact: OfferContact;
}

export interface GenerateOptions {
  /** The offers to draw from; at least one. */
  readonly offers: readonly OfferOfFile[];
  readonly count: number;
  readonly seed: number;
  /** The last day on which an offer can have been posted. */
  readonly today: IsoDate;
  readonly yearStart: YearStart;
  /** How many academic years to spread them over, the present one included. */
  readonly years: number;
}

/** How far a date moves from where its author put it, so that repeats do not fall on one day. */
const jitterDays = 18;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Offers drawn from written ones and spread over the latest academic years: each keeps its season, because internships
 * are offered in autumn and work-study in spring. The first round takes every offer as it is but for the year; later
 * rounds give half of them to another company and town of the same domain. The same options give the same offers.
 */
export function* generateOffers(options: GenerateOptions): Generator<OfferOfFile> {
  const random = createRandom(options.seed);
  const { offers } = options;
  const donors = groupBy(offers, ({ offer }) => offer.domain ?? '');
  for (let index = 0; index < options.count; index += 1) {
    const written = offers[index % offers.length];
    if (!written) return;
    const round = Math.floor(index / offers.length);
    const offered = round === 0 || random.next() < 0.5 ? written : handedOver(written, donors, random);
    yield moved(offered, round, index, options, random);
  }
}

/** The same offer by a company, and in a town, that another offer of its domain comes from. */
function handedOver(
  written: OfferOfFile,
  donors: ReadonlyMap<string, readonly OfferOfFile[]>,
  random: Random,
): OfferOfFile {
  const candidates = donors.get(written.offer.domain ?? '') ?? [];
  const donor = candidates[random.below(candidates.length)] ?? written;
  const { city, postcode, country } = donor.offer;
  const renamed = (text: string): string =>
    replaced(replaced(text, written.contact.companyName, donor.contact.companyName), written.offer.city, city);
  return {
    contact: donor.contact,
    offer: {
      ...written.offer,
      title: renamed(written.offer.title),
      description: renamed(written.offer.description),
      ...{ city, postcode, country },
    },
  };
}

function replaced(text: string, old: string | null, next: string | null): string {
  return old && next ? text.replaceAll(old, next) : text;
}

function moved(
  { offer, contact }: OfferOfFile,
  round: number,
  index: number,
  options: GenerateOptions,
  random: Random,
): OfferOfFile {
  const written = offer.postedOn ?? options.today;
  const jitter = round === 0 ? 0 : random.below(2 * jitterDays + 1) - jitterDays;
  const year = random.below(options.years);
  const { postedOn, years } = place(written, jitter, year, options);
  const days = Math.round((Date.parse(postedOn) - Date.parse(written)) / dayMs);
  const date = (day: IsoDate | null): IsoDate | null => (day === null ? null : addYears(day, years));
  const { start } = offer;
  const reference = offer.externalId ?? `offer-${(index % options.offers.length) + 1}`;
  return {
    contact,
    offer: {
      ...offer,
      externalId: round === 0 ? reference : `${reference}-${round + 1}`,
      title: withYears(offer.title, written, years),
      description: withYears(offer.description, written, years),
      postedOn,
      expiresOn: offer.expiresOn === null ? null : addDays(offer.expiresOn, days),
      start:
        start?.kind === 'date'
          ? { kind: 'date', on: date(start.on) ?? start.on }
          : start?.kind === 'range'
            ? { kind: 'range', from: date(start.from) ?? start.from, to: date(start.to) ?? start.to }
            : start,
    },
  };
}

/** The day in the wanted academic year (0 is the present one), or in one before when it would lie in the future. */
function place(
  written: IsoDate,
  jitter: number,
  wanted: number,
  { today, yearStart, years: span }: GenerateOptions,
): { readonly postedOn: IsoDate; readonly years: number } {
  const present = academicYearOf(today, yearStart);
  for (let back = wanted; back < wanted + span; back += 1) {
    const years = present - (back % span) - academicYearOf(written, yearStart);
    const day = weekday(addDays(addYears(written, years), jitter));
    const isInside = academicYearOf(day, yearStart) === present - (back % span);
    const postedOn = isInside ? day : weekday(addYears(written, years));
    if (postedOn <= today) return { postedOn, years };
  }
  const years = present - 1 - academicYearOf(written, yearStart);
  return { postedOn: weekday(addYears(written, years)), years };
}

/** Years that the text means as "now" or "soon" move along; "since 1998" does not. */
function withYears(text: string, written: IsoDate, years: number): string {
  if (years === 0) return text;
  const writtenYear = Number(written.slice(0, 4));
  return text.replace(/(?<!\d)20\d\d(?!\d)/g, (year) =>
    Number(year) >= writtenYear && Number(year) <= writtenYear + 3 ? String(Number(year) + years) : year,
  );
}

function addYears(day: IsoDate, years: number): IsoDate {
  const moved = `${String(Number(day.slice(0, 4)) + years)}${day.slice(4)}`;
  // 29 February exists in one year of four.
  return moved.endsWith('02-29') && new Date(moved).getUTCDate() !== 29 ? `${moved.slice(0, 8)}28` : moved;
}

function addDays(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** Nobody posts offers on a Sunday: weekends move to the Friday before. */
function weekday(day: IsoDate): IsoDate {
  const weekDay = new Date(day).getUTCDay();
  if (weekDay === 6) return addDays(day, -1);
  return weekDay === 0 ? addDays(day, -2) : day;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
