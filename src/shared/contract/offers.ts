import { z } from 'zod';
import { academicYearSchema, isoDateSchema } from '../domain/academic-year';
import { companyIdSchema, formationIdSchema, importIdSchema, offerIdSchema } from '../domain/ids';
import {
  contractTypeSchema,
  matchOutcomeSchema,
  offerSchema,
  offerStatusSchema,
  studyLevelSchema,
} from '../domain/offer';
import { pageOf, pageRequestSchema, sortDirectionSchema } from '../domain/page';
import { call } from './define';
import { noInput } from './nothing';

export const offerRowSchema = z.object({
  id: offerIdSchema,
  title: z.string(),
  company: z.string().nullable(),
  city: z.string().nullable(),
  contractType: contractTypeSchema.nullable(),
  levels: z.array(studyLevelSchema),
  domain: z.string().nullable(),
  postedOn: isoDateSchema.nullable(),
  academicYear: academicYearSchema,
  status: offerStatusSchema,
  outcome: matchOutcomeSchema,
  best: z.object({ formationId: formationIdSchema, title: z.string(), score: z.number() }).nullable(),
});
export type OfferRow = z.infer<typeof offerRowSchema>;

/** Every named criterion narrows; an absent one does not. `text` is looked for in title, company and city. */
export const offerFilterSchema = z.strictObject({
  text: z.string().max(200).optional(),
  contractType: contractTypeSchema.optional(),
  academicYear: academicYearSchema.optional(),
  status: offerStatusSchema.optional(),
  outcome: matchOutcomeSchema.optional(),
  city: z.string().max(200).optional(),
  domain: z.string().max(200).optional(),
  companyId: companyIdSchema.optional(),
  importId: importIdSchema.optional(),
  /** Offers for which this formation is among the kept matches. */
  formationId: formationIdSchema.optional(),
});
export type OfferFilter = z.infer<typeof offerFilterSchema>;

export const offerSortColumns = [
  'title',
  'company',
  'city',
  'contractType',
  'domain',
  'postedOn',
  'academicYear',
  'status',
  'score',
] as const;

export const offers = {
  list: call({
    input: pageRequestSchema.extend({
      filter: offerFilterSchema,
      sort: z.strictObject({ by: z.enum(offerSortColumns), direction: sortDirectionSchema }),
    }),
    output: pageOf(offerRowSchema),
  }),
  get: call({ input: z.strictObject({ offerId: offerIdSchema }), output: offerSchema }),
  /** The values that exist, for the filter lists. */
  facets: call({
    input: noInput,
    output: z.object({
      academicYears: z.array(academicYearSchema),
      contractTypes: z.array(contractTypeSchema),
      cities: z.array(z.string()),
      domains: z.array(z.string()),
    }),
  }),
} as const;
