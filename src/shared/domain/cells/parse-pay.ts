import type { OfferPay } from '../offer';
import { fold } from './fold';
import { parseNumber } from './parse-number';
import { remember } from './remember';

const amount = String.raw`(\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)`;
const single = new RegExp(String.raw`${amount}\s*(k)?\s*(?:€|euros?|eur\b)?`, 'giu');
const foreign = /[£$]|\b(?:chf|usd|gbp)\b/i;
/** Shares of a legal minimum, and steps of a grid, are not amounts in euros. */
const notAmounts = /%|\bsmic\b|\bgrille\b|\bcat(?:egorie)?\b/i;

/**
 * Pay as its author words it, with the amount in euros when the words give exactly one: "1 200 € / mois", "4,35 €/h",
 * "36 k€". A range, a share of the minimum wage or another currency keeps its words only.
 */
export const parsePay = remember((text: string): OfferPay => {
  const wording = text.trim();
  const none: OfferPay = { amount: null, per: null, wording };
  if (notAmounts.test(wording) || foreign.test(wording)) return none;
  const [found, second] = [...wording.matchAll(single)];
  if (!found || (second && !isAside(wording, second.index))) return none;
  const value = readAmount(found[1] ?? '');
  if (value === undefined) return none;
  const isThousands = found[2] !== undefined;
  return { amount: isThousands ? value * 1_000 : value, per: periodOf(wording, isThousands), wording };
});

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
