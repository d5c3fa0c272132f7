import type { IsoDate } from '../academic-year';
import type { LegalArticle, LegalRuleCode, LegalSeverity } from './legal-finding';

/** From its first day to its last, both included; no last day while it is in force. */
export interface Validity {
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

export interface LegalRule extends Validity {
  readonly code: LegalRuleCode;
  readonly severity: LegalSeverity;
  readonly articles: readonly LegalArticle[];
}

/** An amount or a limit that changes with the years. */
export interface DatedAmount extends Validity {
  readonly amount: number;
}

const labour = (number: string): LegalArticle => ({ code: 'labour', number });
const education = (number: string): LegalArticle => ({ code: 'education', number });

/** The present numbering of the code du travail began on this day. */
const labourCode: Validity = { from: '2008-05-01', until: null };
/** Decree 2014-1420 gave the rules on internships their numbers; the law is 2014-788. */
const internships: Validity = { from: '2014-12-01', until: null };
/** Decree 2015-1359. */
const quota: Validity = { from: '2015-10-29', until: null };

const discrimination = [labour('L1132-1'), labour('L5321-2')];

/** The rules as data: what each is called, where it stands, and since when. */
export const legalRules: readonly LegalRule[] = [
  { code: 'wording-age', severity: 'warning', articles: [labour('L1132-1'), labour('L5331-2')], ...labourCode },
  { code: 'wording-sex', severity: 'warning', articles: [labour('L1142-1')], ...labourCode },
  { code: 'wording-family', severity: 'warning', articles: [labour('L1132-1'), labour('L1142-1')], ...labourCode },
  { code: 'wording-origin', severity: 'warning', articles: discrimination, ...labourCode },
  { code: 'wording-mother-tongue', severity: 'remark', articles: discrimination, ...labourCode },
  { code: 'wording-appearance', severity: 'remark', articles: discrimination, ...labourCode },
  { code: 'wording-health', severity: 'warning', articles: discrimination, ...labourCode },
  { code: 'wording-belief', severity: 'warning', articles: discrimination, ...labourCode },
  { code: 'wording-residence', severity: 'remark', articles: discrimination, ...labourCode },
  { code: 'employer-missing', severity: 'remark', articles: [labour('L5332-2')], ...labourCode },
  { code: 'date-missing', severity: 'remark', articles: [labour('L5332-1')], ...labourCode },
  { code: 'not-in-french', severity: 'warning', articles: [labour('L5331-4')], ...labourCode },
  {
    code: 'internship-too-long',
    severity: 'warning',
    articles: [education('L124-5'), education('D124-6')],
    ...internships,
  },
  { code: 'internship-replaces', severity: 'warning', articles: [education('L124-7')], ...internships },
  {
    code: 'internship-trial',
    severity: 'remark',
    articles: [education('L124-1'), labour('L1221-19')],
    ...internships,
  },
  {
    code: 'gratification-refused',
    severity: 'warning',
    articles: [education('L124-6'), education('D124-8')],
    ...internships,
  },
  {
    code: 'gratification-to-check',
    severity: 'remark',
    articles: [education('L124-6'), education('D124-8')],
    ...internships,
  },
  {
    code: 'gratification-missing',
    severity: 'remark',
    articles: [education('L124-6'), education('D124-8')],
    ...internships,
  },
  {
    code: 'gratification-in-words',
    severity: 'remark',
    articles: [education('L124-6'), education('D124-8')],
    ...internships,
  },
  {
    code: 'gratification-below-floor',
    severity: 'warning',
    articles: [education('L124-6'), education('D124-8')],
    ...internships,
  },
  { code: 'waiting-time', severity: 'remark', articles: [education('L124-11')], ...internships },
  { code: 'trainee-quota', severity: 'warning', articles: [education('R124-10')], ...quota },
  { code: 'trainee-quota-possible', severity: 'remark', articles: [education('R124-10')], ...quota },
];

/** Least gratification in euros for an hour of presence: 15 % of the hourly ceiling of the social security. */
export const gratificationFloors: readonly DatedAmount[] = [
  { amount: 4.35, from: '2024-01-01', until: '2025-12-31' },
  { amount: 4.5, from: '2026-01-01', until: null },
];

/** Presence is counted in days of 7 hours and months of 22 days (D124-6). */
export const hoursPerInternshipMonth = 154;
/** A week of full time. */
export const legalWeeklyHours = 35;
/** Six months. */
export const maxInternshipHours = 924;
/** Two months: beyond, a gratification is due. */
export const freeInternshipHours = 308;
/** The share of an internship that must pass before another one follows on the same post. */
export const waitingShare = 1 / 3;
/** At most this many trainees at a time below `quotaHeadcount` people, else this share of them, rounded up. */
export const traineesOfSmallCompany = 3;
export const quotaHeadcount = 20;
export const traineeShare = 0.15;

/** Whether something is in force on a day. */
export function isInForce({ from, until }: Validity, on: IsoDate): boolean {
  return from <= on && (until === null || on <= until);
}

/** The amount in force on a day, null before the first one that is known. */
export function amountOn(amounts: readonly DatedAmount[], on: IsoDate): number | null {
  return amounts.find((dated) => isInForce(dated, on))?.amount ?? null;
}
