import type { IsoDate } from '../academic-year';
import { parsePayRange, periodBySize } from '../cells/parse-pay';
import { namesNoCompany } from '../company-placeholder';
import type { ContractType, OfferDuration, OfferPay, OfferStart } from '../offer';
import { findOneGender } from './find-one-gender';
import { findWordings } from './find-wordings';
import { paidByLaw, unpaid } from './forbidden-wordings';
import {
  earliestNextStart,
  hourlyPay,
  lastDayOf,
  mostAtATime,
  presenceHours,
  traineeLimit,
  type Stay,
} from './internship-time';
import type { LegalFinding, LegalPlace, LegalRuleCode } from './legal-finding';
import {
  amountOn,
  freeInternshipHours,
  gratificationFloors,
  isInForce,
  legalRules,
  maxInternshipHours,
} from './legal-rules';

/** What the law looks at in an offer. Null is what nobody said. */
export interface LegalFacts {
  /** As its author wrote it. */
  readonly title: string;
  readonly description: string;
  readonly contractType: ContractType | null;
  readonly companyName: string | null;
  readonly postedOn: IsoDate | null;
  /** A draft is dated when it is published. */
  readonly isDraft: boolean;
  /** The language that the text is written in (ISO 639-1), null where it is too short to tell. */
  readonly writtenIn: string | null;
  readonly start: OfferStart | null;
  readonly duration: OfferDuration | null;
  readonly weeklyHours: number | null;
  readonly pay: OfferPay | null;
  readonly places: number | null;
  /** How many people work there, as far as it is known; `max` null has no end. */
  readonly headcount: { readonly min: number; readonly max: number | null } | null;
  /** The last internship on the same post of the same company, if there was one. */
  readonly formerInternship: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** The other internships of the company, open or filled. */
  readonly otherInternships: readonly Stay[];
}

interface Remark {
  readonly code: LegalRuleCode;
  readonly place?: LegalPlace;
  readonly values?: LegalFinding['values'];
}

/**
 * Compares an offer with the rules in force on a day: what its words exclude, what is missing, and for an internship its
 * length, gratification, waiting time and number. Warnings first, then in the order of the rules. It warns, and that is
 * all: what is right for one case, the table cannot know.
 */
export function checkOffer(facts: LegalFacts, on: IsoDate): readonly LegalFinding[] {
  const remarks: readonly Remark[] = [
    ...wordingRemarks(facts),
    ...missingRemarks(facts),
    ...(facts.contractType === 'internship' ? internshipRemarks(facts, on) : []),
  ];
  const findings = remarks.flatMap(({ code, place = null, values = {} }): LegalFinding[] => {
    const rule = legalRules.find((candidate) => candidate.code === code && isInForce(candidate, on));
    return rule ? [{ code, severity: rule.severity, articles: [...rule.articles], place, values }] : [];
  });
  const weight = ({ severity }: LegalFinding): number => (severity === 'warning' ? 0 : 1);
  return findings.sort((one, other) => weight(one) - weight(other));
}

function wordingRemarks({ title, description, contractType }: LegalFacts): readonly Remark[] {
  const found = [
    ...findWordings('title', title, contractType),
    ...findWordings('description', description, contractType),
  ];
  const oneGender = found.some(({ code }) => code === 'wording-sex') ? null : findOneGender(title, description);
  return [...found, ...(oneGender ? [oneGender] : [])].map(({ code, place, words }) => ({
    code,
    place,
    values: { words },
  }));
}

function missingRemarks({ companyName, postedOn, isDraft, writtenIn }: LegalFacts): readonly Remark[] {
  const remarks: Remark[] = [];
  if (writtenIn !== null && writtenIn !== 'fr')
    remarks.push({ code: 'not-in-french', values: { language: writtenIn } });
  if (companyName === null || companyName.trim() === '' || namesNoCompany(companyName))
    remarks.push({ code: 'employer-missing' });
  if (postedOn === null && !isDraft) remarks.push({ code: 'date-missing' });
  return remarks;
}

function internshipRemarks(facts: LegalFacts, on: IsoDate): readonly Remark[] {
  return [...timeRemarks(facts, on), ...waitingRemarks(facts, on), ...quotaRemarks(facts, on)];
}

function timeRemarks(facts: LegalFacts, on: IsoDate): readonly Remark[] {
  if (facts.duration === null) return unpaidWithoutLength(facts, on);
  const hours = presenceHours(facts.duration, facts.weeklyHours);
  const remarks: Remark[] = [];
  if (hours.max > maxInternshipHours) {
    remarks.push({ code: 'internship-too-long', values: { hours: Math.round(hours.max), limit: maxInternshipHours } });
  }
  if (hours.max <= freeInternshipHours) return remarks;
  const floor = amountOn(gratificationFloors, firstDayOf(facts.start) ?? on);
  if (floor === null) return remarks;
  const values = { floor, hours: Math.round(hours.max) };
  return [...remarks, ...payRemarks(facts, values)];
}

/** Whoever pays nothing and says not how long it lasts may owe a gratification. */
function unpaidWithoutLength({ description, pay, start }: LegalFacts, on: IsoDate): readonly Remark[] {
  const floor = amountOn(gratificationFloors, firstDayOf(start) ?? on);
  if (floor === null) return [];
  const [inText] = description.matchAll(unpaid);
  if (!inText)
    return pay && pay.wording.search(unpaid) >= 0 ? [{ code: 'gratification-to-check', values: { floor } }] : [];
  const [words] = inText;
  const place = { field: 'description', start: inText.index, end: inText.index + words.length } as const;
  return [{ code: 'gratification-to-check', place, values: { floor, words } }];
}

function payRemarks(
  { description, pay, weeklyHours }: LegalFacts,
  values: { readonly floor: number; readonly hours: number },
): readonly Remark[] {
  const remarks: Remark[] = [];
  const inText = [...description.matchAll(unpaid)][0];
  if (inText) {
    const [words] = inText;
    const place = { field: 'description', start: inText.index, end: inText.index + words.length } as const;
    remarks.push({ code: 'gratification-refused', place, values: { ...values, words } });
  }
  if (pay === null) return inText ? remarks : [{ code: 'gratification-missing', values }];
  // Of a range the law looks at what may be paid least.
  const range = pay.amount === null ? parsePayRange(pay.wording) : null;
  const least = range ? { amount: range.min, per: range.per ?? periodBySize(range.min), wording: pay.wording } : pay;
  if (least.amount === null) {
    if (pay.wording.search(unpaid) >= 0) return inText ? remarks : [{ code: 'gratification-refused', values }];
    return paidByLaw.test(pay.wording) ? remarks : [...remarks, { code: 'gratification-in-words', values }];
  }
  const paid = hourlyPay(least, weeklyHours);
  if (paid !== null && paid < values.floor)
    remarks.push({ code: 'gratification-below-floor', values: { ...values, paid } });
  return remarks;
}

function waitingRemarks({ start, formerInternship }: LegalFacts, on: IsoDate): readonly Remark[] {
  if (formerInternship === null || start === null) return [];
  const earliest = earliestNextStart(formerInternship);
  const startsOn = firstDayOf(start) ?? on;
  // Whoever starts before the former one has begun follows nobody.
  if (startsOn >= earliest || startsOn < formerInternship.from) return [];
  return [{ code: 'waiting-time', values: { earliest, formerEnd: formerInternship.to } }];
}

/** The places of the offer and those of other internships on the same days, compared with what the headcount allows. */
function quotaRemarks(facts: LegalFacts, on: IsoDate): readonly Remark[] {
  const { start, duration, headcount, otherInternships } = facts;
  if (headcount === null) return [];
  const from = start?.kind === 'as-soon-as-possible' ? on : firstDayOf(start);
  const others = from === null ? 0 : mostAtATime({ from, to: lastDayOf(from, duration) }, otherInternships);
  const places = (facts.places ?? 1) + others;
  const least = traineeLimit(headcount.min);
  const most = headcount.max === null ? Infinity : traineeLimit(headcount.max);
  if (places > most) return [{ code: 'trainee-quota', values: { places, limit: most } }];
  return places > least ? [{ code: 'trainee-quota-possible', values: { places, limit: least } }] : [];
}

function firstDayOf(start: OfferStart | null): IsoDate | null {
  if (start === null || start.kind === 'as-soon-as-possible') return null;
  return start.kind === 'date' ? start.on : start.from;
}
