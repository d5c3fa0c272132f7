import { z } from 'zod';
import { isoDateSchema } from '../domain/academic-year';
import { dashboardFacets, dashboardFilterSchema } from '../domain/dashboard/dashboard-filter';
import { comparedSchema, partSchema } from '../domain/dashboard/figures';
import { contractTypeSchema, matchOutcomes, offerStatuses, senioritySchema, studyLevelSchema } from '../domain/offer';
import {
  componentFiguresSchema,
  dashboardRowSchema,
  dashboardScopeSchema,
  formationFiguresSchema,
  topOf,
  totalSchema,
  trendOf,
  wordFiguresSchema,
} from './dashboard-figures';
import { directorTabSchema, type DirectorTab } from './dashboard-director';
import { skillsTabSchema, type SkillsTab } from './dashboard-skills';
import { companiesTabSchema, companyListInput, companyListSchema, type CompaniesTab } from './dashboard-companies';
import { topicsSchema } from './dashboard-topics';
import { call } from './define';

const count = z.int().nonnegative();

export const offersTabSchema = z.object({
  scope: dashboardScopeSchema,
  total: totalSchema,
  /** `parent`: the same count at the level above; null at the level of the university. */
  companies: comparedSchema.extend({ parent: comparedSchema.nullable() }),
  /** Offers in which a formation comes first: at a level below the university, one of that level. */
  first: comparedSchema.extend({ part: partSchema }),
  outcomes: z.record(z.enum(matchOutcomes), count),
  statuses: z.record(z.enum(offerStatuses), count),
  /**
   * What became of the offers up to the last day that counts of their year, so that both years had as long: those that
   * were sent to a formation's manager, and those of them that one answered; `part` is of those sent.
   */
  sent: comparedSchema,
  answered: comparedSchema.extend({ part: partSchema }),
  /** Offers that a person filled, on a day that is known; archived since, they stay filled. */
  filled: comparedSchema.extend({
    /** Offers of the year that are filled on a day that nobody knows, as a file brings them: they are not counted. */
    undated: count,
    /** The median of the days from deposit to that day, null below the small number. */
    medianDays: z.number().nonnegative().nullable(),
    medianDaysBefore: z.number().nonnegative().nullable(),
  }),
  /** Offers by week of the academic year, from its first day, as far as both years count. */
  weeks: z.array(z.object({ from: isoDateSchema, now: count, before: count })),
  /** `known` counts offers that a formation with a component suits. */
  components: topOf(componentFiguresSchema),
  formations: topOf(formationFiguresSchema),
  /** Offers by year of study; one offer may aim at several. */
  levels: topOf(dashboardRowSchema.extend({ level: studyLevelSchema })),
  contracts: topOf(dashboardRowSchema.extend({ contractType: contractTypeSchema })),
  seniorities: topOf(dashboardRowSchema.extend({ seniority: senioritySchema })),
  cities: topOf(wordFiguresSchema),
  departments: topOf(dashboardRowSchema.extend({ code: z.string(), name: z.string() })),
  regions: topOf(dashboardRowSchema.extend({ code: z.string(), name: z.string() })),
});
export type OffersTab = z.infer<typeof offersTabSchema>;

export const trendsTabSchema = z.object({
  scope: dashboardScopeSchema,
  total: totalSchema,
  /** What is known and done, and apart from it how: autonomy, rigour. `known` counts the offers that name one of a kind. */
  skills: trendOf(wordFiguresSchema),
  manners: trendOf(wordFiguresSchema),
  domains: trendOf(wordFiguresSchema),
  formations: trendOf(formationFiguresSchema),
});
export type TrendsTab = z.infer<typeof trendsTabSchema>;

/** What each tab shows. */
export interface DashboardTabs {
  readonly offers: OffersTab;
  readonly trends: TrendsTab;
  readonly companies: CompaniesTab;
  readonly skills: SkillsTab;
  readonly director: DirectorTab;
}
export type DashboardTabName = keyof DashboardTabs;

const facetValue = z.object({
  /** What the filter takes: an id or a year in figures, a contract's code, or the words themselves. */
  value: z.string(),
  label: z.string(),
  /** Offers that the other criteria keep. */
  count,
});
export type FacetValue = z.infer<typeof facetValue>;

const query = z.strictObject({ filter: dashboardFilterSchema });

export const dashboards = {
  /** How many offers, when, where, of what kind and for whom. */
  offers: call({ input: query, output: offersTabSchema }),
  /** What is asked for most, against the year before. */
  trends: call({ input: query, output: trendsTabSchema }),
  /** Which companies have offers, and which do not any more. */
  companies: call({ input: query, output: companiesTabSchema }),
  /** What offers ask for beside what formations teach. */
  skills: call({ input: query, output: skillsTabSchema }),
  /** Who is asked for most, and where offers and places do not meet. */
  director: call({ input: query, output: directorTabSchema }),
  /** The companies of one standing, page by page. */
  companyList: call({ input: companyListInput, output: companyListSchema }),
  /**
   * What the offers are about that no formation suits, of the criteria but the level of view: such offers belong to no
   * component. It takes seconds for thousands of offers, in a thread that nobody else waits for.
   */
  topics: call({ input: query, output: topicsSchema }),
  /** The values that a criterion can take beside the others, those of most offers first; `text` narrows long lists. */
  values: call({
    input: query.extend({ facet: z.enum(dashboardFacets), text: z.string().max(200) }),
    output: z.array(facetValue),
  }),
} as const;
