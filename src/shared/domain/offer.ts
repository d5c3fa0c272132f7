import { z } from 'zod';
import { academicYearSchema, isoDateSchema } from './academic-year';
import { companyIdSchema, contactIdSchema, offerIdSchema } from './ids';
import { packageOriginSchema } from './package';
import { offerPlaceSchema } from './places/place';

export const contractTypes = ['internship', 'work-study', 'fixed-term', 'permanent', 'student-job', 'other'] as const;
export const contractTypeSchema = z.enum(contractTypes);
export type ContractType = z.infer<typeof contractTypeSchema>;
/** Those that somebody takes while studying. */
export const studentContracts = ['internship', 'work-study', 'student-job'] as const satisfies readonly ContractType[];

export const offerStatuses = ['draft', 'published', 'transmitted', 'filled', 'archived'] as const;
export const offerStatusSchema = z.enum(offerStatuses);
export type OfferStatus = z.infer<typeof offerStatusSchema>;

export const remoteModes = ['none', 'partial', 'full'] as const;
export const remoteModeSchema = z.enum(remoteModes);

export const seniorities = ['beginner', 'junior', 'experienced', 'senior'] as const;
export const senioritySchema = z.enum(seniorities);
export type Seniority = z.infer<typeof senioritySchema>;

/** Years of study after the baccalauréat, 0 for the baccalauréat itself: Bac+3 is 3. */
export const studyLevelSchema = z.int().min(0).max(8);
/** The levels of higher education: Bac+1 to Bac+8. */
export const higherLevels = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** When an offer starts, as precisely as its author said it and no more. */
export const offerStartSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('as-soon-as-possible') }),
  z.object({ kind: z.literal('date'), on: isoDateSchema }),
  z.object({ kind: z.literal('range'), from: isoDateSchema, to: isoDateSchema }),
]);
export type OfferStart = z.infer<typeof offerStartSchema>;

export const durationSchema = z
  .object({ unit: z.enum(['week', 'month']), min: z.number().positive().max(520), max: z.number().positive().max(520) })
  .refine(({ min, max }) => min <= max, { path: ['max'] });
export type OfferDuration = z.infer<typeof durationSchema>;

/** `amount` in euros for one `per`; the author's own words stay beside it because many cannot be put in figures. */
export const paySchema = z.object({
  amount: z.number().nonnegative().nullable(),
  per: z.enum(['hour', 'month', 'year']).nullable(),
  wording: z.string().max(500),
});
export type OfferPay = z.infer<typeof paySchema>;

/** The longest texts that are kept; anything longer is a row issue and not a silent cut. */
export const maxTitleLength = 500;
export const maxDescriptionLength = 200_000;

/** What a person or a file says about an offer, before it has an id and a company of the database. */
export const offerDraftSchema = z.object({
  externalId: z.string().max(200).nullable(),
  source: z.string().max(100).nullable(),
  title: z.string().max(maxTitleLength),
  description: z.string().max(maxDescriptionLength),
  city: z.string().max(200).nullable(),
  postcode: z.string().max(20).nullable(),
  country: z.string().max(100).nullable(),
  contractType: contractTypeSchema.nullable(),
  levels: z.array(studyLevelSchema).max(9),
  domain: z.string().max(200).nullable(),
  romeCode: z.string().max(10).nullable(),
  seniority: senioritySchema.nullable(),
  skills: z.array(z.string().max(300)).max(200),
  start: offerStartSchema.nullable(),
  duration: durationSchema.nullable(),
  weeklyHours: z.number().positive().max(80).nullable(),
  pay: paySchema.nullable(),
  remote: remoteModeSchema.nullable(),
  language: z.string().max(100).nullable(),
  disabilityFriendly: z.boolean().nullable(),
  places: z.int().positive().max(10_000).nullable(),
  postedOn: isoDateSchema.nullable(),
  expiresOn: isoDateSchema.nullable(),
});
export type OfferDraft = z.infer<typeof offerDraftSchema>;

/** Where a file says that an offer stands. Reason and day are null for one that is open. */
export const saidStandingSchema = z.strictObject({
  status: offerStatusSchema,
  /** One of `closingReasons`, or the words of the file. */
  closingReason: z.string().max(200).nullable(),
  closedOn: isoDateSchema.nullable(),
});
export type SaidStanding = z.infer<typeof saidStandingSchema>;

/** Whether the formations of an offer are known, and if none is proposed, why. */
export const matchOutcomes = ['pending', 'ranked', 'no-suitable-formation', 'insufficient-text'] as const;
export const matchOutcomeSchema = z.enum(matchOutcomes);
export type MatchOutcome = z.infer<typeof matchOutcomeSchema>;

/** An offer as the application keeps it. `title` is cleaned for display, `rawTitle` is what the author wrote. */
export const offerSchema = offerDraftSchema.extend({
  id: offerIdSchema,
  /** What is known of where one works; city, postcode and country are what was said of it. */
  place: offerPlaceSchema.nullable(),
  rawTitle: z.string(),
  status: offerStatusSchema,
  closingReason: z.string().nullable(),
  /** The day on which it was filled or laid aside; null while it is open, and where nobody said. */
  closedOn: isoDateSchema.nullable(),
  academicYear: academicYearSchema,
  /** The file of another university that brought it; null for any other. */
  packageOrigin: packageOriginSchema.nullable(),
  company: z.object({ id: companyIdSchema, name: z.string() }).nullable(),
  contact: z
    .object({
      id: contactIdSchema,
      name: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    })
    .nullable(),
  outcome: matchOutcomeSchema,
});
export type Offer = z.infer<typeof offerSchema>;
