import type { OfferPay } from '../offer';
import { fold } from './fold';
import { parseNumber } from './parse-number';
import { remember } from './remember';

const amount = String.raw`(\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)`;
const single = new RegExp(String.raw`${amount}\s*(k)?\s*(?:€|euros?|eur\b)?`, 'giu');
const ends = new RegExp(String.raw`${amount}\s{0,2}(k(?=eur|\P{L}|$))?`, 'giu');
const foreign = /[£$]|\b(?:chf|usd|gbp)\b/i;
/** Shares of a legal minimum, and steps of a grid, are not amounts in euros. */
const notAmounts = /%|\bsmic\b|\bgrille\b|\bcat(?:egorie)?\b/i;

/** Words that make an amount the most that may be paid, before it or behind it: nothing is promised by it. */
const ceilingBefore =
  /(?:jusqu['’]\s?(?:à|a)|up to|au plus|at most|no more than|plafonn\p{L}*\s(?:à|a)|capped at|max(?:imum|i)?\.?(?:\s(?:de|of|à))?)\s*:?\s*€?\s*$/iu;
const ceilingBehind =
  /^[^.;\d]{0,24}?(?<!\p{L})(?:max(?:imum|i)?(?!\p{L})|au plus(?!\s(?:t[ôo]t|tard|vite|pr[èe]s))(?!\p{L})|at most(?!\p{L})|plafonn\p{L}*)/iu;

/** The words around an amount that make it a ceiling: those before it and those behind it; null where none do. */
export function ceilingAround(before: string, behind: string): { readonly lead: string; readonly tail: string } | null {
  const lead = ceilingBefore.exec(before)?.[0] ?? '';
  const tail = ceilingBehind.exec(behind)?.[0] ?? '';
  return lead === '' && tail === '' ? null : { lead, tail };
}

/**
 * Pay as its author words it, with the amount in euros when the words give exactly one: "1 200 € / mois", "4,35 €/h",
 * "36 k€". A range, a ceiling, a share of the minimum wage or another currency keeps its words only.
 */
export const parsePay = remember((text: string): OfferPay => {
  const wording = text.trim();
  const none: OfferPay = { amount: null, per: null, wording };
  if (notAmounts.test(wording) || foreign.test(wording)) return none;
  const [found, second] = [...wording.matchAll(single)];
  if (!found || (second && !isAside(wording, second.index))) return none;
  const value = readAmount(found[1] ?? '');
  const isCeiling = ceilingAround(wording.slice(0, found.index), wording.slice(found.index + found[0].length)) !== null;
  if (value === undefined || isCeiling) return none;
  const isThousands = found[2] !== undefined;
  return { amount: isThousands ? value * 1_000 : value, per: periodOf(wording, isThousands), wording };
});

/** The period that an amount in euros is likely paid for where nobody says so; null where it may be any. */
export function periodBySize(amount: number): 'month' | 'year' | null {
  if (amount >= 300 && amount < 8_000) return 'month';
  return amount >= 15_000 && amount < 200_000 ? 'year' : null;
}

/** The two ends of what is paid, in euros. */
export interface PayRange {
  readonly min: number;
  readonly max: number;
  readonly per: OfferPay['per'];
}

const rangeSign = /^[\s€]*(?:euros?|eur)?\s*(?:brute?s?|nett?e?s?)?\s*(?:à|-|–|—|et|ou|to|and|or)\s*€?\s*$/iu;
/** What is further apart are two amounts that are paid for different things. */
const mostApart = 4;

/** Pay worded as a range: "entre 600 et 800 € par mois", "28-32 k€"; null for anything else. */
export function parsePayRange(text: string): PayRange | null {
  if (notAmounts.test(text) || foreign.test(text)) return null;
  const [low, high, ...others] = [...text.replace(/\([^)]*\)/g, ' ').matchAll(ends)];
  if (!low || !high || others.length > 0) return null;
  const between = text.slice(low.index + low[0].length, high.index);
  const isThousands = (low[2] ?? high[2]) !== undefined;
  const [min = 0, max = 0] = [low, high].map(
    ([, digits = '']) => (readAmount(digits) ?? 0) * (isThousands ? 1_000 : 1),
  );
  if (!rangeSign.test(between) || min <= 0 || min >= max || max > min * mostApart) return null;
  return { min, max, per: periodOf(text, isThousands) };
}

/** "1,250 €" in an English text is a thousand and more; nobody is paid 1.25 € with three decimals. */
function readAmount(digits: string): number | undefined {
  const thousands = /^(\d{1,3})[.,](\d{3})$/.exec(digits);
  return thousands ? Number(`${thousands[1]}${thousands[2]}`) : parseNumber(digits);
}

/** A figure in brackets is a remark ("néant (moins de 309 h…)"), not the other end of a range. */
function isAside(wording: string, at: number): boolean {
  const open = wording.indexOf('(');
  return open >= 0 && open < at;
}

function periodOf(wording: string, isThousands: boolean): OfferPay['per'] {
  const words = fold(wording.replace(/\([^)]*\)/g, ' '));
  if (/\b(?:mois|mensuel(?:le|s)?|mensuellement|months?|monthly|mens)\b/.test(words)) return 'month';
  if (/\b(?:h|heures?|horaire|hours?|hourly)\b/.test(words)) return 'hour';
  if (isThousands || /\b(?:an|annee|annuel(?:le|s)?|annuellement|years?|yearly|annum)\b/.test(words)) return 'year';
  return null;
}
