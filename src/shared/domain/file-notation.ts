import { z } from 'zod';

/** What stands around a cell that holds separators or line ends. `none`: quotes are characters like any other. */
export const quoteMarks = ['double', 'single', 'none'] as const;
export type QuoteMark = (typeof quoteMarks)[number];

/** Which of two numbers of a day comes first, "03/04/2026" being the third of April or the fourth of March. */
export const dayOrders = ['day-first', 'month-first'] as const;
export type DayOrder = (typeof dayOrders)[number];

/** What stands before the decimals of a number. `either`: each number tells by itself, as far as it does. */
export const decimalSigns = ['comma', 'point', 'either'] as const;
export type DecimalSign = (typeof decimalSigns)[number];

/** The last line on which a header is looked for; what stands above it is no row. */
export const lastHeaderLine = 200;

/** How the days and numbers of rows are written: what the rules of reading have to know. */
export const rowNotationSchema = z.object({ dayOrder: z.enum(dayOrders), decimal: z.enum(decimalSigns) });
export type RowNotation = z.infer<typeof rowNotationSchema>;

/** As files of French offices are written. */
export const usualNotation: RowNotation = { dayOrder: 'day-first', decimal: 'either' };

/** How a file is written, as it was found or as somebody says. */
export const fileNotationSchema = rowNotationSchema.extend({
  /** Null for a file that is no text. */
  quoteMark: z.enum(quoteMarks).nullable(),
  /** The line of the header, counted from 1; 0 where there is none. */
  headerLine: z.int().nonnegative(),
});
export type FileNotation = z.infer<typeof fileNotationSchema>;

/** What somebody says of how a file is written; null leaves it to be found. */
export const notationWishSchema = z.strictObject({
  quoteMark: z.enum(quoteMarks).nullable(),
  headerLine: z.int().min(0).max(lastHeaderLine).nullable(),
  dayOrder: z.enum(dayOrders).nullable(),
  decimal: z.enum(decimalSigns).nullable(),
});
export type NotationWish = z.infer<typeof notationWishSchema>;

export const asFound: NotationWish = { quoteMark: null, headerLine: null, dayOrder: null, decimal: null };

/** Whether somebody says anything at all. */
export function saysAnything(wish: NotationWish): boolean {
  return Object.values(wish).some((said) => said !== null);
}
