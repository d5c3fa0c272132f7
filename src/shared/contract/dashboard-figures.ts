import { z } from 'zod';
import { academicYearSchema, isoDateSchema } from '../domain/academic-year';
import { yearSpanSchema } from '../domain/academic-year-days';
import { yearBasisSchema } from '../domain/dashboard/dashboard-filter';
import { comparedSchema, partSchema } from '../domain/dashboard/figures';
import { companyIdSchema, componentIdSchema, formationIdSchema } from '../domain/ids';

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
export const dashboardRowSchema = comparedSchema.extend({ part: partSchema, parentPart: partSchema });
export const formationFiguresSchema = dashboardRowSchema.extend({
  formationId: formationIdSchema,
  title: z.string(),
  diplomaType: z.string().nullable(),
  component: z.string().nullable(),
  /** How often it comes first; a person's choice before the ranking. */
  first: comparedSchema,
});
export const componentFiguresSchema = dashboardRowSchema.extend({
  componentId: componentIdSchema,
  name: z.string(),
  first: comparedSchema,
});
export const wordFiguresSchema = dashboardRowSchema.extend({ label: z.string() });
export type DashboardRow = z.infer<typeof dashboardRowSchema>;
export type FormationFigures = z.infer<typeof formationFiguresSchema>;
export type ComponentFigures = z.infer<typeof componentFiguresSchema>;
export type WordFigures = z.infer<typeof wordFiguresSchema>;

/** The first rows of a longer list. `known` is how many offers of the year have any value, `distinct` how many values. */
export function topOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), distinct: count, known: count });
}

export const totalSchema = z.object({
  ...comparedSchema.shape,
  /** The same count at the level above, and the part of it; null at the level of the university. */
  parent: comparedSchema.extend({ part: partSchema }).nullable(),
});

/** The values most asked for, in the order of the year, and those that moved most, by the number of offers. */
export function trendOf<Row extends z.ZodType>(row: Row) {
  return z.object({
    /** In the order of the year; each with its rank in both, null where no offer has it. */
    top: z.array(z.object({ row, rank: z.int().positive().nullable(), rankBefore: z.int().positive().nullable() })),
    risers: z.array(row),
    fallers: z.array(row),
    distinct: count,
    known: count,
  });
}
