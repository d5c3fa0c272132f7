import { z } from 'zod';
import { isoDateSchema } from '../domain/academic-year';
import { companyStandings, companyStandingSchema } from '../domain/dashboard/company-standing';
import { dashboardFilterSchema } from '../domain/dashboard/dashboard-filter';
import { comparedSchema } from '../domain/dashboard/figures';
import { companyIdSchema } from '../domain/ids';
import { pageOf, pageRequestSchema } from '../domain/page';
import { dashboardRowSchema, dashboardScopeSchema, topOf, totalSchema } from './dashboard-figures';

const count = z.int().nonnegative();

const companyFiguresSchema = dashboardRowSchema.extend({
  companyId: companyIdSchema,
  name: z.string(),
  /** The domains of most of the offers for which it is listed, with their number. */
  domains: z.array(z.object({ label: z.string(), count })),
});
export type CompanyFigures = z.infer<typeof companyFiguresSchema>;

const standingSchema = comparedSchema.extend({
  /** The same count at the level above; null at the level of the university. */
  parent: comparedSchema.nullable(),
});

export const companiesTabSchema = z.object({
  scope: dashboardScopeSchema,
  total: totalSchema,
  standings: z.record(z.enum(companyStandings), standingSchema),
  /** Whether there are offers from before the year before: else nothing is known of who was new or lost then. */
  hasEarlier: z.boolean(),
  /** `known` counts offers that name a company. */
  top: topOf(companyFiguresSchema),
  risers: z.array(companyFiguresSchema),
  fallers: z.array(companyFiguresSchema),
});
export type CompaniesTab = z.infer<typeof companiesTabSchema>;

/** A company of one standing with its offers of all times. */
const companyHistorySchema = companyFiguresSchema.extend({
  /** Offers from before the year before. */
  earlier: count,
  /** The day of its last offer up to the days that count. */
  last: isoDateSchema,
});
export type CompanyHistory = z.infer<typeof companyHistorySchema>;

/** Those of a standing: of most offers first, this year, the year before for lost ones, earlier for dormant ones. */
export const companyListSchema = pageOf(companyHistorySchema).extend({ scope: dashboardScopeSchema });
export type CompanyList = z.infer<typeof companyListSchema>;

export const companyListInput = pageRequestSchema.extend({
  filter: dashboardFilterSchema,
  standing: companyStandingSchema,
});
