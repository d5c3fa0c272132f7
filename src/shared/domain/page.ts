import { z } from 'zod';

/** The most rows that one page may hold; also the limit of the data grid. */
export const maxPageSize = 100;

/** A page by number, for tables whose sort column the user chooses. `page` counts from 0. */
export const pageRequestSchema = z.strictObject({
  page: z.int().min(0).max(1_000_000),
  pageSize: z.int().min(1).max(maxPageSize),
});
export type PageRequest = z.infer<typeof pageRequestSchema>;

export const sortDirectionSchema = z.enum(['asc', 'desc']);

/** One page of rows and the count of all rows that the filter keeps. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), total: z.int().nonnegative() });
}
