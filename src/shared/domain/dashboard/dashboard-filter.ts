import { z } from 'zod';
import { academicYearSchema, isoDateSchema, yearStartSchema } from '../academic-year';
import { yearSpanSchema } from '../academic-year-days';
import { companyIdSchema, componentIdSchema, formationIdSchema } from '../ids';
import { contractTypeSchema } from '../offer';

/** What puts an offer into a year: the day on which it was deposited, or the day on which its work starts. */
export const yearBases = ['deposit', 'start'] as const;
export const yearBasisSchema = z.enum(yearBases);
export type YearBasis = z.infer<typeof yearBasisSchema>;

/**
 * Which offers a dashboard counts. Every named criterion narrows; an absent one does not. Component and formation are
 * the level of view: an offer belongs to the formations that are proposed for it, and to their components.
 */
export const dashboardFilterSchema = z.strictObject({
  /** Null asks for the present year, the latest one before it that has offers, or the first one after it. */
  year: academicYearSchema.nullable(),
  basis: yearBasisSchema,
  /** Null asks for the whole of a year that is over, and for the present one up to today. */
  span: yearSpanSchema.nullable(),
  componentId: componentIdSchema.optional(),
  formationId: formationIdSchema.optional(),
  /** Compared without accents and case, as are city and skill. */
  domain: z.string().max(200).optional(),
  contractType: contractTypeSchema.optional(),
  companyId: companyIdSchema.optional(),
  city: z.string().max(200).optional(),
  skill: z.string().max(300).optional(),
});
export type DashboardFilter = z.infer<typeof dashboardFilterSchema>;

/** The criteria whose values are chosen from those that exist. */
export const dashboardFacets = [
  'year',
  'component',
  'formation',
  'domain',
  'contractType',
  'company',
  'city',
  'skill',
] as const;
export type DashboardFacet = (typeof dashboardFacets)[number];

/** A filter with all that its answer depends on besides the offers. */
export const dashboardQuerySchema = z.object({
  filter: dashboardFilterSchema,
  today: isoDateSchema,
  yearStart: yearStartSchema,
  /** Below this count no percentage is given. */
  smallNumber: z.int().positive(),
});
export type DashboardQuery = z.infer<typeof dashboardQuerySchema>;
