import { z } from 'zod';

/** Everything that an offer is looked at for; each names its sentences in `i18n/`. */
export const legalRuleCodes = [
  'wording-age',
  'wording-sex',
  'wording-family',
  'wording-origin',
  'wording-mother-tongue',
  'wording-appearance',
  'wording-health',
  'wording-belief',
  'wording-residence',
  'employer-missing',
  'date-missing',
  'not-in-french',
  'internship-too-long',
  'internship-replaces',
  'internship-trial',
  'gratification-refused',
  'gratification-to-check',
  'gratification-missing',
  'gratification-in-words',
  'gratification-below-floor',
  'waiting-time',
  'trainee-quota',
  'trainee-quota-possible',
] as const;
export type LegalRuleCode = (typeof legalRuleCodes)[number];

/** `warning`: as it stands, the offer is against the rule. `remark`: it may be, or something is to be checked. */
export const legalSeveritySchema = z.enum(['warning', 'remark']);
export type LegalSeverity = z.infer<typeof legalSeveritySchema>;

export const legalArticleSchema = z.object({ code: z.enum(['labour', 'education']), number: z.string() });
export type LegalArticle = z.infer<typeof legalArticleSchema>;

/** Where a wording stands: UTF-16 positions in one field, the end not included. */
export const legalPlaceSchema = z.object({
  field: z.enum(['title', 'description']),
  start: z.int().nonnegative(),
  end: z.int().positive(),
});
export type LegalPlace = z.infer<typeof legalPlaceSchema>;

/** One thing to look at. It never keeps anybody from anything. */
export const legalFindingSchema = z.object({
  code: z.enum(legalRuleCodes),
  severity: legalSeveritySchema,
  articles: z.array(legalArticleSchema),
  /** Null where it is about a field, or about something that is missing. */
  place: legalPlaceSchema.nullable(),
  /** What its sentence is filled with: amounts in euros, hours, days as ISO dates, the words found. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type LegalFinding = z.infer<typeof legalFindingSchema>;
