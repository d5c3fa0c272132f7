import { z } from 'zod';
import { academicYearSchema, isoDateSchema } from '../domain/academic-year';
import { yearSpanSchema } from '../domain/academic-year-days';
import { dashboardFacets, dashboardFilterSchema, yearBasisSchema } from '../domain/dashboard/dashboard-filter';
import { comparedSchema, partSchema } from '../domain/dashboard/figures';
import { componentIdSchema, companyIdSchema, formationIdSchema } from '../domain/ids';
import { contractTypeSchema, matchOutcomes, offerStatuses, senioritySchema, studyLevelSchema } from '../domain/offer';
import { call } from './define';

const count = z.int().nonnegative();
const daysSchema = z.object({ from: isoDateSchema, to: isoDateSchema });

/** What the figures of a dashboard were counted of. */
export const dashboardScopeSchema = z.object({
  year: academicYearSchema,
  basis: yearBasisSchema,
  span: yearSpanSchema,
  now: daysSchema,
  before: daysSchema,
  /** Below this count no percentage is given. */
  smallNumber: z.int().positive(),
  /** The level of view; a formation comes with its component. */
  component: z.object({ id: componentIdSchema, name: z.string() }).nullable(),
  formation: z.object({ id: formationIdSchema, title: z.string() }).nullable(),
  company: z.object({ id: companyIdSchema, name: z.string() }).nullable(),
  /** What the filter names and is no more. */
  gone: z.array(z.enum(['component', 'formation', 'company'])),
  /** Offers that meet the criteria but have no day on this basis, so that no year counts them. */
  undated: count,
});
export type DashboardScope = z.infer<typeof dashboardScopeSchema>;

/**
 * How many offers have a value. `part` is of the offers that count in the year, `parentPart` the same at the level
 * above; null where nothing can be said, or there is no level above.
 */
const rowSchema = comparedSchema.extend({ part: partSchema, parentPart: partSchema });
const formationRow = rowSchema.extend({
  formationId: formationIdSchema,
  title: z.string(),
  diplomaType: z.string().nullable(),
  component: z.string().nullable(),
  /** How often it comes first; a person's choice before the ranking. */
  first: comparedSchema,
});
const componentRow = rowSchema.extend({ componentId: componentIdSchema, name: z.string(), first: comparedSchema });
const wordRow = rowSchema.extend({ label: z.string() });
export type DashboardRow = z.infer<typeof rowSchema>;
export type FormationFigures = z.infer<typeof formationRow>;
export type ComponentFigures = z.infer<typeof componentRow>;
export type WordFigures = z.infer<typeof wordRow>;

/** The first rows of a longer list. `known` is how many offers of the year have any value, `distinct` how many values. */
function topOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), distinct: count, known: count });
}

const totalSchema = z.object({
  ...comparedSchema.shape,
  /** The same count at the level above, and the part of it; null at the level of the university. */
  parent: comparedSchema.extend({ part: partSchema }).nullable(),
});

export const offersTabSchema = z.object({
  scope: dashboardScopeSchema,
  total: totalSchema,
  companies: comparedSchema,
  /** Offers in which a formation comes first: at a level below the university, one of that level. */
  first: comparedSchema.extend({ part: partSchema }),
  outcomes: z.record(z.enum(matchOutcomes), count),
  statuses: z.record(z.enum(offerStatuses), count),
  /** Offers by week of the academic year, from its first day, as far as both years count. */
  weeks: z.array(z.object({ from: isoDateSchema, now: count, before: count })),
  components: topOf(componentRow),
  formations: topOf(formationRow),
  /** Offers by year of study; one offer may aim at several. */
  levels: topOf(rowSchema.extend({ level: studyLevelSchema })),
  contracts: topOf(rowSchema.extend({ contractType: contractTypeSchema })),
  seniorities: topOf(rowSchema.extend({ seniority: senioritySchema })),
  cities: topOf(wordRow),
  departments: topOf(rowSchema.extend({ code: z.string(), name: z.string() })),
});
export type OffersTab = z.infer<typeof offersTabSchema>;

/** The values most asked for, in the order of the year, and those that moved most, by the number of offers. */
function trendOf<Row extends z.ZodType>(row: Row) {
  return z.object({
    /** In the order of the year; each with its rank in both, null where no offer has it. */
    top: z.array(z.object({ row, rank: z.int().positive().nullable(), rankBefore: z.int().positive().nullable() })),
    risers: z.array(row),
    fallers: z.array(row),
    distinct: count,
    known: count,
  });
}

export const trendsTabSchema = z.object({
  scope: dashboardScopeSchema,
  total: totalSchema,
  skills: trendOf(wordRow),
  domains: trendOf(wordRow),
  formations: trendOf(formationRow),
});
export type TrendsTab = z.infer<typeof trendsTabSchema>;

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
  /** The values that a criterion can take beside the others, those of most offers first; `text` narrows long lists. */
  values: call({
    input: query.extend({ facet: z.enum(dashboardFacets), text: z.string().max(200) }),
    output: z.array(facetValue),
  }),
} as const;
