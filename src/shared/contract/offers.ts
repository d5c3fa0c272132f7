import { z } from 'zod';
import { academicYearSchema, isoDateSchema } from '../domain/academic-year';
import {
  companyIdSchema,
  componentIdSchema,
  fileIdSchema,
  formationIdSchema,
  importIdSchema,
  offerIdSchema,
} from '../domain/ids';
import {
  contractTypeSchema,
  matchOutcomeSchema,
  offerSchema,
  offerStatusSchema,
  senioritySchema,
  studyLevelSchema,
} from '../domain/offer';
import { departmentSchema } from '../domain/dashboard/department';
import { textToRankSchema } from '../domain/match';
import { offerReadingSchema, writtenReadingSchema } from '../domain/reading/reading';
import { pageOf, pageRequestSchema, sortDirectionSchema } from '../domain/page';
import { readDocumentSchema } from '../domain/document';
import { legalFindingSchema } from '../domain/legal/legal-finding';
import { offerFormSchema, writtenOfferFormSchema } from '../domain/offer-form';
import { closingReasonSchema, dueKindSchema, offerActionSchema, offerStandingSchema } from '../domain/offer-life-cycle';
import { regionSchema } from '../domain/places/regions';
import { romeCodeSchema } from '../domain/rome';
import { packedIdsSchema } from '../util/packed-ids';
import { call } from './define';
import { noInput, nothing } from './nothing';

export const offerRowSchema = z.object({
  id: offerIdSchema,
  title: z.string(),
  /** What its text begins with, of an offer without a title; null of one that has a title or no text. */
  opening: z.string().nullable(),
  /** Of a draft the name as it is being typed. */
  company: z.string().nullable(),
  city: z.string().nullable(),
  contractType: contractTypeSchema.nullable(),
  levels: z.array(studyLevelSchema),
  /** What the author said, else what was read in the text. */
  domain: z.string().nullable(),
  isDomainRead: z.boolean(),
  postedOn: isoDateSchema.nullable(),
  academicYear: academicYearSchema,
  status: offerStatusSchema,
  outcome: matchOutcomeSchema,
  /** The first formation: the first that a person chose, else the best proposed that nobody rejected. */
  best: z
    .object({
      formationId: formationIdSchema,
      title: z.string(),
      isChosen: z.boolean(),
      /** Null for a chosen one that is not proposed. */
      score: z.number().nullable(),
    })
    .nullable(),
});
export type OfferRow = z.infer<typeof offerRowSchema>;

/** Every named criterion narrows; an absent one does not. `text` is looked for in title, company and city. */
export const offerFilterSchema = z.strictObject({
  text: z.string().max(200).optional(),
  /** Words, or beginnings of words, that the title has. */
  title: z.string().max(200).optional(),
  contractType: contractTypeSchema.optional(),
  academicYear: academicYearSchema.optional(),
  status: offerStatusSchema.optional(),
  due: dueKindSchema.optional(),
  outcome: matchOutcomeSchema.optional(),
  city: z.string().max(200).optional(),
  domain: z.string().max(200).optional(),
  companyId: companyIdSchema.optional(),
  importId: importIdSchema.optional(),
  /** Offers that this formation suits: proposed for them and not rejected, or chosen by a person. */
  formationId: formationIdSchema.optional(),
  /** The same for a second formation. */
  alsoFormationId: formationIdSchema.optional(),
  /** Offers that a formation of this component suits. */
  componentId: componentIdSchema.optional(),
  /** Offers in which this formation, or one of this component, comes first: a person's choice before the ranking. */
  firstFormationId: formationIdSchema.optional(),
  firstComponentId: componentIdSchema.optional(),
  /** Said by the author, or read in the text; compared without accents and case. */
  skill: z.string().max(300).optional(),
  /** Of ROME: as somebody said, else as it was read in the text. */
  romeCode: romeCodeSchema.optional(),
  level: studyLevelSchema.optional(),
  seniority: senioritySchema.optional(),
  /** The code of a French department, in which the place lies: 38, 2A, 974. */
  department: departmentSchema.optional(),
  /** The code of a French region: 84, 11. */
  region: regionSchema.optional(),
  /** Days of deposit, both included: as said, else when the offer was stored. */
  depositedFrom: isoDateSchema.optional(),
  depositedTo: isoDateSchema.optional(),
  /** First days of work, both included; an offer that names none is left out. */
  startsFrom: isoDateSchema.optional(),
  startsTo: isoDateSchema.optional(),
  /** Sent to a formation's manager; answered by one. */
  transmission: z.enum(['sent', 'answered']).optional(),
  /** Filled by a person, on a day that is known. */
  isFillDated: z.literal(true).optional(),
  /** The last day on which what `transmission` and `isFillDated` ask for may have happened; without those, nothing. */
  followedTo: isoDateSchema.optional(),
  /** Published or transmitted, and not past its last day: what one can still apply for. */
  isOpen: z.literal(true).optional(),
  /** Leaves drafts out. */
  isDeposited: z.literal(true).optional(),
  /** Stored since this moment, ISO 8601, UTC. */
  createdFrom: z.iso.datetime().optional(),
  /** What a student can still take: open, not begun long ago, and not posted long ago without a day that lies ahead. */
  isTakable: z.literal(true).optional(),
  /** Contracts that students look for, and offers that name none. */
  isForStudents: z.literal(true).optional(),
  /** Days between which somebody is free: leaves out what by its start or length cannot meet them, two weeks aside. */
  availableFrom: isoDateSchema.optional(),
  availableTo: isoDateSchema.optional(),
  /** Keeps what names no contract, no level or no town where these are criteria, unless its text was read to say another. */
  keepsUnsaid: z.literal(true).optional(),
  /** Just these offers, as `packIds` writes their ids. */
  among: packedIdsSchema.optional(),
});
export type OfferFilter = z.infer<typeof offerFilterSchema>;

export const offerSortColumns = [
  'title',
  'company',
  'city',
  'contractType',
  'domain',
  // As said, else as read in the text; from beginners to seniors.
  'seniority',
  // By the lowest that it aims at.
  'levels',
  // By the first one named, in the order of the alphabet.
  'skills',
  'postedOn',
  'academicYear',
  'status',
  'score',
] as const;

/** An offer after something was stored of it; `savedAt` is ISO 8601, UTC. */
export const savedOfferSchema = z.object({
  offerId: offerIdSchema,
  /** Handed in with the next change, which is refused when somebody else changed the offer meanwhile. */
  revision: z.int().positive(),
  status: offerStatusSchema,
  savedAt: z.string(),
});
export type SavedOffer = z.infer<typeof savedOfferSchema>;

export const dueCountsSchema = z.object({
  expired: z.int().nonnegative(),
  expiring: z.int().nonnegative(),
  'past-start': z.int().nonnegative(),
  drafts: z.int().nonnegative(),
});
export type DueCounts = z.infer<typeof dueCountsSchema>;

/** An offer that can be restored. Both moments are ISO 8601, UTC. */
export const deletedOfferSchema = z.object({
  offerId: offerIdSchema,
  title: z.string(),
  /** What the text of one without a title begins with. */
  opening: z.string().nullable(),
  company: z.string().nullable(),
  deletedAt: z.string(),
  keptUntil: z.string(),
});
export type DeletedOffer = z.infer<typeof deletedOfferSchema>;

/** An offer that says the same as another. `savedAt`, when it was first stored, is ISO 8601, UTC. */
export const alikeOfferSchema = z.object({
  offerId: offerIdSchema,
  title: z.string(),
  company: z.string().nullable(),
  status: offerStatusSchema,
  savedAt: z.string(),
});
export type AlikeOffer = z.infer<typeof alikeOfferSchema>;

const oneOffer = z.strictObject({ offerId: offerIdSchema });

export const offers = {
  list: call({
    input: pageRequestSchema.extend({
      filter: offerFilterSchema,
      sort: z.strictObject({ by: z.enum(offerSortColumns), direction: sortDirectionSchema }),
    }),
    output: pageOf(offerRowSchema),
  }),
  get: call({ input: z.strictObject({ offerId: offerIdSchema }), output: offerSchema }),
  /** What was read in the text of an offer, with the passages; null until it has been read. */
  reading: call({ input: oneOffer, output: offerReadingSchema.nullable() }),
  /** How many open offers the calendar asks something of, and how many drafts are not finished. */
  due: call({
    input: noInput,
    output: dueCountsSchema,
  }),
  /** The values that exist, for the filter lists; with `isDeposited` those of drafts alone are left out. */
  facets: call({
    input: z.strictObject({ isDeposited: z.literal(true).optional() }),
    output: z.object({
      academicYears: z.array(academicYearSchema),
      contractTypes: z.array(contractTypeSchema),
      cities: z.array(z.string()),
      /** Codes of those in which offers lie. */
      departments: z.array(z.string()),
      regions: z.array(z.string()),
      domains: z.array(z.string()),
    }),
  }),
  /** The form that the editor starts from. */
  edit: call({ input: oneOffer, output: savedOfferSchema.extend({ form: offerFormSchema }) }),
  /**
   * Stores a form; without an id it makes a draft. `conflict` when the offer is no longer of this revision;
   * `invalid-input` with the `field` that is wrong, but for what a draft may still lack.
   */
  save: call({
    input: z.strictObject({
      offerId: offerIdSchema.nullable(),
      revision: z.int().positive().nullable(),
      form: writtenOfferFormSchema,
      /** Whether the names of company and contact are typed to the end. */
      hasNames: z.boolean(),
    }),
    output: savedOfferSchema,
    changes: ['offers', 'companies', 'matches'],
  }),
  /**
   * Publishes, withdraws, closes or opens again. Without a revision, whatever the offer says by now. `invalid-input` when
   * closing without a reason (`closing-reason-missing`), or publishing what `save` would refuse of a published offer.
   */
  act: call({
    input: z.strictObject({
      offerId: offerIdSchema,
      revision: z.int().positive().nullable(),
      action: offerActionSchema,
      reason: closingReasonSchema.nullable(),
    }),
    output: savedOfferSchema.extend({ former: offerStandingSchema }),
    changes: ['offers', 'companies', 'matches'],
  }),
  /** Takes an action back: what `act` answered with. `conflict` when somebody changed the offer since. */
  takeBack: call({
    input: z.strictObject({ offerId: offerIdSchema, revision: z.int().positive(), former: offerStandingSchema }),
    output: savedOfferSchema,
    changes: ['offers', 'companies', 'matches'],
  }),
  duplicate: call({ input: oneOffer, output: savedOfferSchema, changes: ['offers', 'companies', 'matches'] }),
  /** Deletes an offer; `restore` takes it back within a month. `conflict` (`offer-sent`) once it was sent to somebody. */
  remove: call({ input: oneOffer, output: nothing, changes: ['offers', 'companies', 'formations', 'matches'] }),
  restore: call({ input: oneOffer, output: nothing, changes: ['offers', 'companies', 'formations', 'matches'] }),
  /** The offers that were deleted and can be restored, the latest first; at most 200. */
  deleted: call({ input: noInput, output: z.array(deletedOfferSchema) }),
  /** Forgets every deleted offer for good. */
  emptyBin: call({ input: noInput, output: nothing, changes: ['offers', 'companies'] }),
  /** What the law has to say of a form and of the terms that only its text names; it warns and forbids nothing. `offerId` keeps an offer from being its own past. */
  check: call({
    input: z.strictObject({ offerId: offerIdSchema.nullable(), form: offerFormSchema }),
    output: z.array(legalFindingSchema),
  }),
  /** Offers that say the same as a form or nearly, of the same company or where one names none; at most three. */
  alike: call({
    input: z.strictObject({ offerId: offerIdSchema.nullable(), form: offerFormSchema }),
    output: z.array(alikeOfferSchema),
  }),
  /** What can be read in a text that nobody stored: proposals for the fields of an offer, with their passages. */
  readText: call({ input: textToRankSchema, output: writtenReadingSchema }),
  /**
   * The plain text of a document that was handed over, which is kept no longer than that: its handle is good once.
   * `invalid-input` with a `document-…` reason, `not-found` (`file-expired`).
   */
  readDocument: call({ input: z.strictObject({ fileId: fileIdSchema }), output: readDocumentSchema }),
} as const;
