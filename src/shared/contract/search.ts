import { z } from 'zod';
import { academicYearSchema, isoDateSchema } from '../domain/academic-year';
import { contactDraftSchema } from '../domain/company';
import { companyIdSchema, offerIdSchema } from '../domain/ids';
import {
  contractTypeSchema,
  matchOutcomeSchema,
  maxDescriptionLength,
  offerStatusSchema,
  senioritySchema,
  studyLevelSchema,
} from '../domain/offer';
import { pageRequestSchema, sortDirectionSchema } from '../domain/page';
import { packedIdsSchema } from '../util/packed-ids';
import { call } from './define';
import { offerFilterSchema, offerRowSchema, offerSortColumns, type OfferFilter } from './offers';

/** Of a longer text the beginning is looked for. */
export const maxSearchedLength = 20_000;

/** More words than this are a description and not a list of what must be there. */
export const mostKeywords = 6;

/** What is looked for: words or a description, and the criteria of the list of offers besides its own search. */
export const searchedSchema = z.strictObject({
  text: z.string().max(maxDescriptionLength),
  filter: offerFilterSchema.omit({ text: true }),
  /** Takes what was posted several times for one offer: the same title, company, city and contract. */
  areCopiesGrouped: z.literal(true).optional(),
  /**
   * Measures how near a meaning has to be by the nearest of what students can still take, and not of all offers: something
   * is found among these, too, where others are nearer.
   */
  isNearAmongTakable: z.literal(true).optional(),
});

export const searchSortColumns = ['relevance', ...offerSortColumns] as const;

/**
 * By what students at a desk for everyone may narrow and sort a search. What the office did with an offer is not among it:
 * which formations it chose, to whom it sent it, what is due, how it came in.
 */
export const publicCriteria = [
  ...(['title', 'contractType', 'academicYear', 'status', 'city', 'domain', 'companyId', 'skill', 'romeCode'] as const),
  ...([
    'level',
    'seniority',
    'department',
    'region',
    'depositedFrom',
    'depositedTo',
    'startsFrom',
    'startsTo',
  ] as const),
  ...(['isOpen', 'isDeposited', 'isTakable', 'isForStudents', 'availableFrom', 'availableTo'] as const),
  ...(['keepsUnsaid', 'among'] as const),
] satisfies readonly (keyof OfferFilter)[];
export const publicSortColumns = [
  ...(['relevance', 'title', 'company', 'city', 'contractType', 'domain', 'seniority', 'levels', 'skills'] as const),
  ...(['postedOn', 'academicYear', 'status'] as const),
] satisfies readonly (typeof searchSortColumns)[number][];

export const searchSortSchema = z.strictObject({ by: z.enum(searchSortColumns), direction: sortDirectionSchema });

const placeSchema = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });

/** An offer and why it was found. */
export const foundOfferSchema = offerRowSchema.extend({
  /** It and its copies, packed (of more than fit the newest), where copies are grouped and there are some. */
  copies: z.object({ count: z.int().min(2), offers: packedIdsSchema }).nullable(),
  seniority: senioritySchema.nullable(),
  /** Nobody said it: it was read in the text. */
  isSeniorityRead: z.boolean(),
  /** As its author said and as was read in its text, at most ten. */
  skills: z.array(z.string()),
  /** By words that stand in it, by its meaning alone; null when nothing was looked for. */
  foundBy: z.enum(['words', 'meaning', 'both']).nullable(),
  /** Where words that were looked for stand in the title: UTF-16 code units, `end` the first one behind. */
  titleWords: z.array(placeSchema),
  /** The part of the description that says most of what was looked for, and where; empty when there is none. */
  excerpt: z.object({ text: z.string(), words: z.array(placeSchema) }),
});
export type FoundOffer = z.infer<typeof foundOfferSchema>;

export const foundOffersSchema = z.object({
  rows: z.array(foundOfferSchema),
  total: z.int().nonnegative(),
  /** False where only so many have been counted yet, and there may be more: the first rows are the right ones. */
  isCounted: z.boolean(),
  /** How many of them have not the words that were looked for, and are near in meaning. */
  byMeaning: z.int().nonnegative(),
  /** None of them is near beside the nearest of all offers: they are the nearest of what students can still take. */
  isOnlyNear: z.boolean(),
  /** How words were found: `no-words` when the text has none to look for, `none` when no offer has any of them. */
  words: z.enum(['no-words', 'every-word', 'some-words', 'none']),
  /** The text with its likely slips put right; only where no offer, or hardly any, has a word as it was written. */
  suggestion: z.string().nullable(),
  /** False while many offers have just come in or changed, and some of them cannot be found yet. */
  isComplete: z.boolean(),
});
export type FoundOffers = z.infer<typeof foundOffersSchema>;

const counted = <Value extends z.ZodType>(value: Value) => z.array(z.object({ value, count: z.int().nonnegative() }));

/** Companies of one name are told apart by their cities. */
const countedCompaniesSchema = z.array(
  z.object({ value: companyIdSchema, name: z.string(), city: z.string().nullable(), count: z.int().nonnegative() }),
);

/**
 * How many of the offers found have each value, all criteria but its own counted; of skills and companies the most frequent
 * ones: `values` finds the others.
 */
export const searchFacetsSchema = z.object({
  contractTypes: counted(contractTypeSchema),
  academicYears: counted(academicYearSchema),
  statuses: counted(offerStatusSchema),
  outcomes: counted(matchOutcomeSchema),
  cities: counted(z.string()),
  departments: counted(z.string()),
  regions: counted(z.string()),
  domains: counted(z.string()),
  seniorities: counted(senioritySchema),
  levels: counted(studyLevelSchema),
  skills: counted(z.string()),
  companies: countedCompaniesSchema,
});
export type SearchFacets = z.infer<typeof searchFacetsSchema>;
export type TypedValues = Pick<SearchFacets, 'skills' | 'companies'>;

/** How a company is applied to where it offers nothing: what the office lets students know. */
export const companyApproachSchema = z.object({
  /** On one line. */
  address: z.string().nullable(),
  website: z.string().nullable(),
  contacts: z.array(contactDraftSchema.omit({ access: true })),
});
export type CompanyApproach = z.infer<typeof companyApproachSchema>;

/** A company that offered what was looked for. */
export const offeringCompanySchema = z.object({
  companyId: companyIdSchema,
  name: z.string(),
  city: z.string().nullable(),
  /**
   * Its offers with the titles of those that were found, in any year, copies within a year and drafts aside; and those of
   * them that are open.
   */
  offerCount: z.int().positive(),
  openCount: z.int().nonnegative(),
  /** The last day on which it published one of them. */
  lastPostedOn: isoDateSchema.nullable(),
  /** The last day on which it deposited any offer, or one of its offers was sent on. */
  lastContactOn: isoDateSchema.nullable(),
  /** The one of them that comes closest. */
  closest: z.object({ offerId: offerIdSchema, title: z.string() }),
  /** Null where students are told nothing. */
  approach: companyApproachSchema.nullable(),
});
export type OfferingCompany = z.infer<typeof offeringCompanySchema>;

export const search = {
  /**
   * Offers that a text finds by its words and its meaning, the best first unless sorted otherwise; all offers for an empty
   * text. Works without the model, by words alone.
   */
  offers: call({
    input: searchedSchema.extend({
      ...pageRequestSchema.shape,
      sort: searchSortSchema,
      /** Asks for the rows first: where very many are found they are counted by the same question without this. */
      isCountedLater: z.literal(true).optional(),
    }),
    output: foundOffersSchema,
  }),
  /** How many of the offers found were stored since a moment: those that the same search finds with it as `createdFrom`. */
  arrivals: call({
    input: searchedSchema.extend({ since: z.iso.datetime() }),
    output: z.object({ count: z.int().nonnegative() }),
  }),
  /** Who offered what a text describes, whenever it was: those with the closest offers first. Empty for an empty text. */
  companies: call({ input: searchedSchema, output: z.array(offeringCompanySchema) }),
  facets: call({ input: searchedSchema, output: searchFacetsSchema }),
  /** Of skills and companies, too many to be listed, those whose names have the words typed, the most frequent first. */
  values: call({
    input: searchedSchema.extend({ typed: z.string().max(200) }),
    output: searchFacetsSchema.pick({ skills: true, companies: true }),
  }),
} as const;
