import { z } from 'zod';
import { isoDateSchema } from '../domain/academic-year';
import { companySchema, companySizeSchema, companyStateSchema } from '../domain/company';
import { duplicateReasons } from '../domain/company-duplicates';
import { companyFormSchema } from '../domain/company-form';
import {
  companyIdSchema,
  companyMergeIdSchema,
  contactIdSchema,
  formationIdSchema,
  importIdSchema,
  offerIdSchema,
} from '../domain/ids';
import { pageOf, pageRequestSchema, sortDirectionSchema } from '../domain/page';
import { call } from './define';
import { setMarkSchema } from './hand-edits';
import { noInput, nothing } from './nothing';

export const companyRowSchema = z.object({
  id: companyIdSchema,
  name: z.string(),
  siret: z.string().nullable(),
  size: companySizeSchema.nullable(),
  city: z.string().nullable(),
  state: companyStateSchema,
  offerCount: z.int().nonnegative(),
  lastPostedOn: z.iso.date().nullable(),
});
export type CompanyRow = z.infer<typeof companyRowSchema>;

export const companyFilterSchema = z.strictObject({
  text: z.string().max(200).optional(),
  size: companySizeSchema.optional(),
  state: companyStateSchema.optional(),
  /** Stored since this moment, ISO 8601, UTC. */
  createdFrom: z.iso.datetime().optional(),
});
export type CompanyFilter = z.infer<typeof companyFilterSchema>;

export const companySortColumns = ['name', 'size', 'city', 'state', 'offerCount', 'lastPostedOn'] as const;

/** The last thing that happened between office and company, over all its offers, and with which of them. */
export const lastContactSchema = z.object({
  on: isoDateSchema,
  what: z.enum(['offer-posted', 'offer-sent', 'offer-answered', 'contact-edited']),
  /** Null for what is about a person there. */
  offer: z.object({ id: offerIdSchema, title: z.string() }).nullable(),
});
export type LastContact = z.infer<typeof lastContactSchema>;

/** A formation that offers of a company reached: how many of them, and how many were transmitted to it. */
export const reachedFormationSchema = z.object({
  formationId: formationIdSchema,
  title: z.string(),
  component: z.string().nullable(),
  offerCount: z.int().positive(),
  transmittedCount: z.int().nonnegative(),
});
export type ReachedFormation = z.infer<typeof reachedFormationSchema>;

/** A company with what the office knows of it. */
export const companyDetailSchema = companySchema.extend({
  /** Handed in with the next change, which is refused when somebody else changed the company meanwhile. */
  revision: z.int().positive(),
  state: companyStateSchema,
  /** When it was first stored: ISO 8601, UTC. */
  createdAt: z.string(),
  /** The import that brought it; null when a person wrote it, here or in an offer. */
  import: z.object({ id: importIdSchema, fileName: z.string() }).nullable(),
  lastContact: lastContactSchema.nullable(),
  reached: z.array(reachedFormationSchema),
  /** Companies that may be the same. */
  duplicates: z.array(z.object({ id: companyIdSchema, name: z.string() })),
});
export type CompanyDetail = z.infer<typeof companyDetailSchema>;

/** What a change marked as written by hand, of the company itself or of a contact. */
export const companyMarkSchema = setMarkSchema.extend({ contactId: contactIdSchema.nullable() });
export type CompanyMark = z.infer<typeof companyMarkSchema>;

export const savedCompanySchema = z.object({
  companyId: companyIdSchema,
  revision: z.int().positive(),
  /** Handed in by whoever takes the change back. */
  marks: z.array(companyMarkSchema),
});
export type SavedCompany = z.infer<typeof savedCompanySchema>;

/** A company that exists and that what is being written may mean. */
export const similarCompanySchema = companyRowSchema.pick({
  id: true,
  name: true,
  siret: true,
  city: true,
  offerCount: true,
});
export type SimilarCompany = z.infer<typeof similarCompanySchema>;

export const duplicatePairSchema = z.object({
  reason: z.enum(duplicateReasons),
  /** How alike the names are, from 0 to 1. */
  similarity: z.number().min(0).max(1),
  one: similarCompanySchema,
  other: similarCompanySchema,
});
export type DuplicatePairRow = z.infer<typeof duplicatePairSchema>;

/** Fields of which a merge takes either company's value. */
export const mergedFieldSchema = companyFormSchema.omit({ contacts: true }).keyof();
export type MergedField = z.infer<typeof mergedFieldSchema>;

export const companyMergeSchema = z.object({
  id: companyMergeIdSchema,
  keptId: companyIdSchema,
  keptName: z.string(),
  mergedName: z.string(),
  /** ISO 8601, UTC. */
  mergedAt: z.string(),
});
export type CompanyMerge = z.infer<typeof companyMergeSchema>;

const oneCompany = z.strictObject({ companyId: companyIdSchema });

export const companies = {
  list: call({
    input: pageRequestSchema.extend({
      filter: companyFilterSchema,
      sort: z.strictObject({ by: z.enum(companySortColumns), direction: sortDirectionSchema }),
    }),
    output: pageOf(companyRowSchema),
  }),
  /** Of a company that was merged, the one that remains. */
  get: call({ input: oneCompany, output: companyDetailSchema }),
  /** What asks for somebody's attention. */
  waiting: call({
    input: noInput,
    output: z.object({ toValidate: z.int().nonnegative(), duplicates: z.int().nonnegative() }),
  }),
  /**
   * Stores a form with its contacts; without an id it registers a company. A contact that the form leaves out is
   * removed, and comes back with a form that names it within a day. `conflict` when the company is no longer of this
   * revision (`company-changed`) or another has the SIRET (`siret-taken`). With `undoes` it takes the last change back:
   * nothing of the form counts as written by hand, and the marks of that change go.
   */
  save: call({
    input: z.strictObject({
      companyId: companyIdSchema.nullable(),
      revision: z.int().positive().nullable(),
      form: companyFormSchema,
      undoes: z.array(companyMarkSchema).max(10_000).optional(),
    }),
    output: savedCompanySchema,
    changes: ['companies', 'offers', 'matches', 'university'],
  }),
  /** Takes a registration back: `conflict` once something refers to the company or it was changed. */
  withdraw: call({
    input: z.strictObject({ companyId: companyIdSchema, revision: z.int().positive() }),
    output: nothing,
    changes: ['companies', 'university'],
  }),
  /** Validates companies, or takes that back; answers with those of which it changed something. */
  setState: call({
    input: z.strictObject({ companyIds: z.array(companyIdSchema).min(1).max(1_000), state: companyStateSchema }),
    output: z.array(companyIdSchema),
    changes: ['companies'],
  }),
  /** Companies that exist and that a name or SIRET being typed may mean, the most alike first. */
  similar: call({
    input: z.strictObject({
      name: z.string().max(300),
      siret: z.string().max(14).nullable(),
      /** The company being edited. */
      exceptId: companyIdSchema.nullable(),
    }),
    output: z.array(similarCompanySchema),
  }),
  /** Companies that may be one, the most certain first. */
  duplicates: call({ input: pageRequestSchema, output: pageOf(duplicatePairSchema) }),
  /** Says that two companies are two, or takes that back. */
  setApart: call({
    input: z.strictObject({ oneId: companyIdSchema, otherId: companyIdSchema, isApart: z.boolean() }),
    output: nothing,
    changes: ['companies'],
  }),
  /** Makes one company of two. Its fields stay as they are but for those that it takes from the other. */
  merge: call({
    input: z.strictObject({
      kept: z.strictObject({ companyId: companyIdSchema, revision: z.int().positive() }),
      merged: z.strictObject({ companyId: companyIdSchema, revision: z.int().positive() }),
      takes: z.array(mergedFieldSchema),
    }),
    output: z.object({ mergeId: companyMergeIdSchema }),
    changes: ['companies', 'offers', 'matches', 'university'],
  }),
  /** Merges that can be taken back, the latest first. One below another comes back into view with that one's undo. */
  merges: call({ input: pageRequestSchema, output: pageOf(companyMergeSchema) }),
  unmerge: call({
    input: z.strictObject({ mergeId: companyMergeIdSchema }),
    output: z.object({
      companyId: companyIdSchema,
      /** What the company that comes back had and could not get back, because another has it by now. */
      lost: z.array(mergedFieldSchema),
    }),
    changes: ['companies', 'offers', 'matches', 'university'],
  }),
} as const;
