import type { OfferDuration } from '../offer';
import { fold } from './fold';
import { parseNumber } from './parse-number';
import { remember } from './remember';

type Unit = 'week' | 'month' | 'year';
const number = String.raw`(\d+(?:[.,]\d+)?|un|une|deux|trois|quatre|six|douze)`;
const unit = String.raw`(mois|months?|semaines?|sem|weeks?|ans?|annees?|years?)`;
const wording = new RegExp(String.raw`(?:^|\s)${number}(?: ?${unit})?(?: ?(?:a|ou|et|to|or|-) ?${number})? ?${unit}\b`);
const wordNumbers: ReadonlyMap<string, number> = new Map(
  Object.entries({
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    six: 6,
    douze: 12,
  }),
);
/** The longest span that is believed, in weeks or months: ten years. */
const longest = 520;

/**
 * How long something lasts: "6 mois", "4 à 6 mois", "10-14 semaines", "12 to 16 weeks", "1 an" (12 months),
 * "8 semaines à 4 mois" (in weeks, a month being 52/12 of them, rounded). Undefined when no length can be read.
 */
export const parseDuration = remember((text: string): OfferDuration | undefined => {
  // fold() drops the dash of a range and the separators of a decimal number: both are kept here.
  const words = text.replace(/\s*[-–—]\s*/g, ' a ').split(/(\d+[.,]\d+)/);
  const found = wording.exec(
    words
      .map((part, index) => (index % 2 === 1 ? part : ` ${fold(part)} `))
      .join('')
      .replace(/\s+/g, ' '),
  );
  if (!found) return undefined;
  const last = { value: valueOf(found[3] ?? found[1]), unit: unitOf(found[4]) };
  const first = { value: valueOf(found[1]), unit: found[2] === undefined ? last.unit : unitOf(found[2]) };
  return toDuration(first, last);
});

function toDuration(
  first: { readonly value: number; readonly unit: Unit },
  last: { readonly value: number; readonly unit: Unit },
): OfferDuration | undefined {
  const isInWeeks = first.unit === 'week' || last.unit === 'week';
  const lengths = [first, last].map(({ value, unit }) => {
    const months = unit === 'year' ? value * 12 : value;
    return isInWeeks && unit !== 'week' ? Math.round((months * 52) / 12) : months;
  });
  const [min = 0, max = 0] = lengths.sort((a, b) => a - b);
  return min > 0 && max <= longest ? { unit: isInWeeks ? 'week' : 'month', min, max } : undefined;
}

function valueOf(text: string | undefined): number {
  return text === undefined ? 0 : (wordNumbers.get(text) ?? parseNumber(text) ?? 0);
}

function unitOf(text: string | undefined): Unit {
  if (text?.startsWith('sem') || text?.startsWith('week')) return 'week';
  return text?.startsWith('an') || text?.startsWith('year') ? 'year' : 'month';
}
