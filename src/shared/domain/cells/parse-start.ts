import type { IsoDate } from '../academic-year';
import type { OfferStart } from '../offer';
import { fold } from './fold';
import { isoDay, lastDay, parseDate } from './parse-date';
import { remember } from './remember';

const monthWords: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ janvier: 1, janv: 1, jan: 1, january: 1, fevrier: 2, fevr: 2, fev: 2, february: 2, feb: 2 },
    ...{ mars: 3, march: 3, mar: 3, avril: 4, avr: 4, april: 4, apr: 4, mai: 5, may: 5, juin: 6, june: 6, jun: 6 },
    ...{
      juillet: 7,
      juil: 7,
      july: 7,
      jul: 7,
      aout: 8,
      august: 8,
      aug: 8,
      septembre: 9,
      sept: 9,
      september: 9,
      sep: 9,
    },
    ...{ octobre: 10, oct: 10, october: 10, novembre: 11, nov: 11, november: 11, decembre: 12, dec: 12, december: 12 },
  }),
);
const asSoonAsPossible =
  /^(?:a partir de )?(?:des que possible|des maintenant|asap|au plus vite|au plus tot|immediat(?:e|ement)?|tout de suite|as soon as possible|immediately|now|poste a pourvoir immediatement)\b/;
/** Words that may stand around the months without making them more or less precise. */
const fillers =
  /\b(?:entre|from|between|du|de|des|le|la|l|a partir|a compter|courant|mois|en|in|au|a|et|ou|to|and|or|until|jusqu|starting|fin|debut|mi|mid|end|early|late)\b/g;

interface Span {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/**
 * When something starts, no more precisely than it was said: a day, "dès que possible", a month or season (its first
 * to last day), "entre mars et avril 2026", "01/03/2026 – 30/04/2026". Undefined when no date can be read.
 */
export const parseStart = remember((text: string): OfferStart | undefined => {
  const day = parseDate(text.replace(/^\s*(?:le|d[èe]s le|[àa] partir du|[àa] compter du|from)\s+/i, ''));
  if (day) return { kind: 'date', on: day };
  const words = fold(text);
  if (asSoonAsPossible.test(words)) return { kind: 'as-soon-as-possible' };
  const span = twoDays(text) ?? yearAndMonth(text) ?? season(words) ?? months(words);
  return span && { kind: 'range', ...span };
});

/** "du 01/03/2026 au 30/04/2026" in any wording between two full dates. */
function twoDays(text: string): Span | undefined {
  const found = [...text.matchAll(/\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2}/g)].map(([day]) => parseDate(day));
  const [from, to] = found;
  return found.length === 2 && from && to ? ordered(from, to) : undefined;
}

/** "03/2026" and "2026-03". */
function yearAndMonth(text: string): Span | undefined {
  const monthFirst = /^\s*(\d{1,2})[/.-](\d{4})\s*$/.exec(text);
  if (monthFirst) return monthSpan(Number(monthFirst[2]), Number(monthFirst[1]));
  const yearFirst = /^\s*(\d{4})[/.-](\d{1,2})\s*$/.exec(text);
  return yearFirst ? monthSpan(Number(yearFirst[1]), Number(yearFirst[2])) : undefined;
}

/** "été 2026", "rentrée 2026", "2e semestre 2026", "T1 2026". Astronomers would disagree by three weeks. */
function season(words: string): Span | undefined {
  const found = /^(?:a la |la |l |a l |en |au )?(.+?) (?:de )?(\d{4})$/.exec(words);
  const year = Number(found?.[2]);
  switch (found?.[1]) {
    case 'printemps':
    case 'spring':
      return monthSpan(year, 3, 5);
    case 'ete':
    case 'summer':
      return monthSpan(year, 6, 8);
    case 'automne':
    case 'autumn':
      return monthSpan(year, 9, 11);
    case 'rentree':
    case 'rentree universitaire':
    case 'rentree scolaire':
      return monthSpan(year, 9);
    case '1er semestre':
    case 'premier semestre':
      return monthSpan(year, 1, 6);
    case '2e semestre':
    case '2eme semestre':
    case 'second semestre':
    case 'deuxieme semestre':
      return monthSpan(year, 7, 12);
    default: {
      const quarter = /^(?:t|q)([1-4])$|^([1-4])(?:er|e|eme) trimestre$/.exec(found?.[1] ?? '');
      const number = Number(quarter?.[1] ?? quarter?.[2]);
      return quarter ? monthSpan(year, number * 3 - 2, number * 3) : undefined;
    }
  }
}

/** "mars 2026", "1er mars 2026", "mars-avril 2026", "décembre 2025 à février 2026", "entre mars et avril 2026". */
function months(words: string): Span | undefined {
  const day = /^(?:le |des le |a partir du |a compter du )?(\d{1,2})(?:er|st|nd|rd|th)? (\p{L}+) (\d{4})$/u.exec(words);
  if (day) {
    const on = isoDay(Number(day[3]), monthWords.get(day[2] ?? '') ?? 0, Number(day[1]));
    return on === undefined ? undefined : { from: on, to: on };
  }
  const rest = words.replace(fillers, ' ').replace(/\s+/g, ' ').trim();
  const found =
    /^(\p{L}+) ?(\d{4})?(?: (\p{L}+) (\d{4}))?$/u.exec(rest) ?? /^(\p{L}+)()(?: (\p{L}+) (\d{4}))$/u.exec(rest);
  const first = monthWords.get(found?.[1] ?? '');
  if (!found || !first) return undefined;
  const year = Number(found[4] ?? found[2]);
  const last = found[3] === undefined ? first : monthWords.get(found[3]);
  if (!last || !year) return undefined;
  const firstYear = found[2] ? Number(found[2]) : first <= last ? year : year - 1;
  const from = isoDay(firstYear, first, 1);
  const to = isoDay(year, last, lastDay(year, last));
  return from && to && from <= to ? { from, to } : undefined;
}

function monthSpan(year: number, first: number, last: number = first): Span | undefined {
  const from = isoDay(year, first, 1);
  const to = last >= 1 && last <= 12 ? isoDay(year, last, lastDay(year, last)) : undefined;
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

function ordered(a: IsoDate, b: IsoDate): Span {
  return a <= b ? { from: a, to: b } : { from: b, to: a };
}
