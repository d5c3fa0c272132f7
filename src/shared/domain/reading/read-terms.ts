import { parseDuration } from '../cells/parse-duration';
import { parseNumber } from '../cells/parse-number';
import { ceilingAround, parsePay, parsePayRange, periodBySize } from '../cells/parse-pay';
import type { OfferDuration, OfferPay } from '../offer';
import { factAt, hitsOf, type Hit, type Part } from './parts';
import { periodAt } from './read-day';
import type { ReadFact } from './reading';

const count = String.raw`(?:\d{1,2}(?:[.,]5)?|un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|dix-huit|vingt-quatre)`;
const unit = '(?:mois|months?|semaines?|weeks?|ans?|années?|years?)';
const length = String.raw`(${count}(?:(?:\s{0,3}${unit})?\s{0,3}(?:à|ou|-|–|/|to)\s{0,3}${count})?[\s-]{0,3}${unit})(?![\p{L}\d])(?!\s+d['’](?:exp|anc))`;
/** In a title a length is that of the offer; in a text only beside words that say so. */
const anyLength = new RegExp(String.raw`(?<![\p{L}\d])${length}`, 'giu');
const ownLength = new RegExp(
  [
    String.raw`(?:stage|contrat|alternance|apprentissage|CDD|mission|internship|apprenticeship|poste)(?:\s+[\p{L}’']+){0,3}?\s*(?:de|d['’]une durée de|sur|pour|pendant|of|for|:|\()\s*${length}`,
    // « Stage 6 mois », « CDD 3 mois »: nothing stands between but how long it is called.
    String.raw`(?<!\p{L})(?:stages?|stagiaires?|CDD|apprentissage|alternance|internship|contrat|VIE)(?:\s+(?:longs?|courts?|rémunérée?|d['’]été|\(?[ML][123]\)?))?\s{1,3}${length}`,
    String.raw`(?:durée|duration|duree)(?:\s+(?:du|de|of|the|la|l['’])?\s*(?:stage|contrat|mission|internship|prévue|totale|souhaitée|alternance))*\s*(?::|de|d['’]|est de|of|–|-)?\s*(?:minimum\s+)?(?:de\s+)?${length}`,
    String.raw`(?:recherch\p{L}+|recrut\p{L}+|cherch\p{L}+|accueill\p{L}+)\s+pour\s+${length}`,
    String.raw`(?<![\p{L}\d])${length}(?=\s+(?:à partir|à compter|dès\s|à nos côtés|minimum|maximum|à temps|de stage|renouvelable|from\s|starting))`,
    String.raw`(?:ferez|feras)\s+pendant\s+${length}`,
    // What an internship is offered for, in the same sentence.
    String.raw`(?:pendant|durant|for)(?<=(?:stage|stagiaire|alternance|intern|internship)[ ,](?:[^.!?;\n]{0,70}[ ,])?\w{3,7})\s+${length}`,
    // A term of a list of terms: « Stage, 4 mois, à Lyon », « Paris – 6 mois ».
    String.raw`(?<=(?:^|[,.;(][ ]?|\s[–—|-]\s)[ ]{0,4})${length}(?=\s*(?:[,;)]|\s[–—|-]\s|$))`,
  ].join('|'),
  'gimu',
);
const periods = /(?<!\p{L})(?:du|de|from)\s{1,3}(?=(?:le\s|the\s)?[\p{L}\d])/giu;
const longestPeriod = 80;
/** The period of these is that of the offer; of the others it is something else. */
const ofWork =
  /\b(?:stages?|stagiaires?|cdd|contrats?|apprentie?s?|apprentissage|alternance|alternante?s?|internship|intern|mission|placement|(?:re)?cherch(?:e|ons|ent)|recrut(?:e|ons|ent)|pourvoir)\b/u;
const notOfWork = /\b(?:candidat\p{L}*|inscri\p{L}*|cours|conges?|fermet\p{L}*|ferme|session|experience|appl\p{L}+)\b/u;
/** Nobody is offered a stage of ten years: what is longer is how old something is. */
const longestMonths = 48;

const hours =
  /(?<![\p{L}\d])(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:h|heures?|hours?)\.?\s*(\d{2})?\s*(?:hebdomadaires?|hebdo|(?:\/|par|a|per)\s*(?:sem(?:aine)?|week)\.?|a\s+week)(?!\p{L})/giu;
const workingTime =
  /(?:durée (?:hebdomadaire )?de travail|temps de travail|semaine de|base de|base hebdomadaire(?: de)?)\s*:?\s*(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:h|heures?)\s*(\d{2})?/giu;
/** « 35h. »: a sentence of its own, and no time of a day. */
const hoursAlone =
  /(?<=(?:^|[.!?;•\n])[ \t]{0,3})((?:2[5-9]|3\d|4[0-8])(?:[.,]\d{1,2})?)\s?(?:h|heures?|hours?)\s?(\d{2})?(?=[ \t]{0,3}(?:[.;\r\n]|$))/giu;

const amount = String.raw`\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,3})?`;
const period = String.raw`(?:\s*(?:brute?s?|nett?e?s?))?(?:\s*(?:/|par|de l['’]|per|a)\s*(?:h(?:eure|our)?|mois|month|an(?:née)?|year|jour(?:née)?|day|sem(?:aine)?|week)\b|\s*(?:mensuel(?:le)?s?|annuel(?:le)?s?|bruts?|nets?))*`;
const rangeSign = String.raw`\s{0,2}(?:à|-|–|—|et|to|and)\s{0,2}`;
/** The lower end of a range: « entre 600 et », « 1200- ». */
const lowerEnd = String.raw`(?:(?:entre|de|from|between)\s{1,2})?(?<![\d.,])(?:${amount})\s{0,2}k?\s{0,2}(?:€|euros?\b|EUR\b)?(?:\s(?:brute?s?|nett?e?s?))?${rangeSign}`;
const pays = new RegExp(
  String.raw`(?:(?<lower>${lowerEnd})?(?<![\d.,])(?:${amount})\s*k?\s*(?:€|euros?\b|EUR\b)(?:${period})|(?:€|(?<!\p{L})EUR)\s?(?:${amount})k?(?:${rangeSign}€?(?:${amount})k?)?(?!\s*(?:€|EUR))(?:${period}))`,
  'giu',
);
const payWords =
  /\b(?:gratifi\p{L}*|remuner\p{L}*|salaires?|indemnite\p{L}*|versons|payee?|brut|net|mensuels?|pay|par (?:mois|jour|semaine)|per (?:month|hour|year|day|week)|\/ ?(?:month|hour|year)|\/ ?mois|\/ ?h|de l'heure|par an|conditions|salary|stipend|allowance|paid)\b|(?:€|euros?|eur)\s*\/\s*(?:mois|month|h\b|heure|hour|an\b|year|jour|day|sem|week)/u;
const notPay =
  /^[^\d€]{0,3}(?:de chiffre|de ca\b|millions?|milliards?|d'encours|participation|de participation)|^\s*(?:par (?:jour|repas|tonne)|\/ ?jour)/iu;
const beforeNotPay =
  /(?:tickets?|titres?|resto|restaurants?|prime|cantine|repas|panier|participation|capital|chiffre d['’]affaires|remboursement|transports?|frais|hébergement|logement|location|hôtel|nuit(?:ée)?s?|déménagement|abonnement)[^.;,\d]{0,30}$/iu;

const perDayOrWeek = /(?:\/|par|per)\s*(?:jour(?:née)?|day|sem(?:aine)?|week)(?!\p{L})/iu;

/** How long the offer lasts. */
export function readDuration(parts: readonly Part[]): ReadFact<OfferDuration> | null {
  const [title, ...texts] = parts;
  for (const hit of title ? hitsOf([title], anyLength) : []) {
    const fact = durationAt(hit.match[1] ?? '', hit, 0.95);
    if (fact) return fact;
  }
  for (const hit of hitsOf(texts, ownLength)) {
    const wordings = hit.match.slice(1);
    const wording = wordings.find((group) => group !== undefined);
    // In a list of terms, years can be those of a career.
    if (wordings.at(-1) !== undefined && /experience|anciennete|depuis/.test(hit.sentence.folded)) continue;
    const fact = durationAt(wording ?? '', hit, 0.85);
    if (fact) return fact;
  }
  return lengthOfPeriod(parts);
}

/** « Stage du 1er mars au 31 août 2027 »: from the first to the last day, in months and halves of them. */
function lengthOfPeriod(parts: readonly Part[]): ReadFact<OfferDuration> | null {
  for (const hit of hitsOf(parts, periods, ({ folded }) => notOfWork.test(folded))) {
    if (!ofWork.test(hit.sentence.folded) && !isWholeSentence(hit)) continue;
    const rest = hit.part.text.slice(hit.end, Math.min(hit.sentence.end, hit.end + longestPeriod));
    const period = periodAt(rest);
    if (period) return factAt(period.value, { ...hit, end: hit.end + period.length }, 0.8);
  }
  return null;
}

/** « Du 4 janvier au 30 juin 2027. »: a sentence that says nothing but the period is of the offer. */
function isWholeSentence({ part, sentence, start, end }: Hit): boolean {
  const rest = part.text.slice(end, sentence.end);
  const length = periodAt(rest)?.length ?? 0;
  return !/\p{L}/u.test(part.text.slice(sentence.start, start)) && length > 0 && !/\p{L}/u.test(rest.slice(length));
}

function durationAt(
  wording: string,
  hit: Parameters<typeof factAt>[1],
  confidence: number,
): ReadFact<OfferDuration> | null {
  const value = parseDuration(inFigures(wording).replace(/(?<=\d\s?)\/(?=\s?\d)/g, ' à '));
  const months = value?.unit === 'week' ? (value.max * 12) / 52 : (value?.max ?? 0);
  return value && months <= longestMonths ? factAt(value, hit, confidence) : null;
}

const figures: ReadonlyMap<string, string> = new Map(
  Object.entries({
    cinq: '5',
    sept: '7',
    huit: '8',
    neuf: '9',
    dix: '10',
    onze: '11',
    'dix-huit': '18',
    'vingt-quatre': '24',
  }),
);

function inFigures(wording: string): string {
  return wording.replace(/[\p{L}-]+/gu, (word) => figures.get(word.toLowerCase()) ?? word);
}

/** Hours of work a week. */
export function readWeeklyHours(parts: readonly Part[]): ReadFact<number> | null {
  for (const pattern of [hours, workingTime, hoursAlone]) {
    for (const hit of hitsOf(parts, pattern)) {
      const whole = parseNumber(hit.match[1] ?? '') ?? 0;
      const value = whole + Number(hit.match[2] ?? 0) / 60;
      if (value >= 3 && value <= 60) return factAt(value, hit, 0.9);
    }
  }
  return null;
}

/** What is paid, in its own words, with the amount where the words give exactly one: a range keeps its words. */
export function readPay(parts: readonly Part[]): ReadFact<OfferPay> | null {
  for (const hit of hitsOf(parts, pays, ({ folded }) => !payWords.test(folded))) {
    const before = hit.part.text.slice(Math.max(hit.sentence.start, hit.start - 60), hit.start);
    const after = hit.part.text.slice(hit.end, hit.end + 25);
    if (beforeNotPay.test(before) || notPay.test(after)) continue;
    // What is paid for a day or a week is no pay of a month: its words are kept.
    const isKeptInWords = perDayOrWeek.test(hit.match[0]) || isRange(hit.match[0]);
    if (isKeptInWords) return factAt({ amount: null, per: null, wording: hit.match[0].trim() }, hit, 0.85);
    // Two amounts that are no range: the one that the currency stands beside.
    const skipped = hit.match.groups?.['lower']?.length ?? 0;
    const ceiling = skipped === 0 ? ceilingAt(hit, before, after) : null;
    if (ceiling) return ceiling;
    const pay = withPeriod(parsePay(hit.match[0].slice(skipped)));
    if (pay) return factAt(pay, { ...hit, start: hit.start + skipped }, 0.85);
  }
  return null;
}

/** The most that may be paid, in its own words and without an amount: « jusqu’à 800 € par mois »; null for what is none. */
function ceilingAt(hit: Hit, before: string, after: string): ReadFact<OfferPay> | null {
  const around = ceilingAround(before, after);
  // Without the word that stands in the middle: « 800 € maximum par mois ».
  const amountPaid = parsePay(hit.match[0].replace(/(?<!\p{L})max(?:imum|i)?(?!\p{L})/giu, ' '));
  if (!around || !withPeriod(amountPaid)) return null;
  const [start, end] = [hit.start - around.lead.length, hit.end + around.tail.length];
  const wording = hit.part.text.slice(start, end).trim();
  return factAt({ amount: null, per: null, wording }, { ...hit, start, end }, 0.85);
}

/** Whether both ends of a range can be what somebody is paid. */
function isRange(wording: string): boolean {
  const range = parsePayRange(wording);
  return [range?.min, range?.max].every(
    (end) => range && end !== undefined && withPeriod({ amount: end, per: range.per, wording }) !== null,
  );
}

/** An amount without a period is one of a month or a year by its size; what fits neither is no pay. */
function withPeriod({ amount, per, wording }: OfferPay): OfferPay | null {
  if (amount === null) return null;
  if (per !== null) return { amount, per, wording };
  const likely = periodBySize(amount);
  return likely && { amount, per: likely, wording };
}
