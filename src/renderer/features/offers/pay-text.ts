import type { OfferPay } from '../../../shared/domain/offer';
import type { Translate } from '../../i18n/translate';
import type { Format } from '../../i18n/use-format';

const payKeys = { hour: 'offers.perHour', month: 'offers.perMonth', year: 'offers.perYear' } as const;

/** Words that only repeat the unit of the figure: « 4,35 €/h », « 600 euros par mois ». */
const unitWords = new Set([
  '€',
  'eur',
  'euro',
  'euros',
  'par',
  'de',
  'l',
  'an',
  'année',
  'year',
  'mois',
  'month',
  'h',
  'heure',
  'hour',
  'a',
]);

/** The figure where there is one, with the author's own words in brackets when they say more. */
export function payText(t: Translate, format: Format, { amount, per, wording }: OfferPay): string {
  if (amount === null || per === null) return wording;
  const figure = t(payKeys[per], { amount: format.euros(amount) });
  return saysMore(wording, amount) ? `${figure} (${wording})` : figure;
}

function saysMore(wording: string, amount: number): boolean {
  const numbers = wording.replace(/(\d)[\s.](?=\d{3}\b)/g, '$1').match(/\d+(?:[.,]\d+)?/g) ?? [];
  if (numbers.some((number) => Number(number.replace(',', '.')) !== amount)) return true;
  const words = wording.toLocaleLowerCase().match(/[\p{L}€]+/gu) ?? [];
  return words.some((word) => !unitWords.has(word));
}
