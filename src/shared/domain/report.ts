import { z } from 'zod';
import { componentIdSchema } from './ids';

const line = z.string().max(2_000);

/** A picture: a PNG in base 64, and its size in dots. */
const pictureSchema = z.strictObject({
  png: z.base64().max(4_000_000),
  width: z.int().positive().max(8_000),
  height: z.int().positive().max(8_000),
});
export type ReportPicture = z.infer<typeof pictureSchema>;

const sectionSchema = z.strictObject({
  title: line,
  /** What is to be seen in it, in a sentence; the words for the picture. */
  sentence: line,
  picture: pictureSchema.nullable(),
  /** Empty where there is no table. The first column names the rows. */
  headings: z.array(line).max(30),
  rows: z.array(z.array(line).max(30)).max(5_000),
  /** Below the table. */
  notes: z.array(line).max(20),
});
export type ReportSection = z.infer<typeof sectionSchema>;

/** What a dashboard shows, as it is written on the page: a report says the very same. */
export const reportSchema = z.strictObject({
  language: z.enum(['fr', 'en']),
  title: line,
  /** Whose report it is: the university, and the component where the view is its own. */
  author: line,
  /** Whose logo it bears: that of a component, else the one of the university. */
  componentId: componentIdSchema.nullable(),
  /** Which offers count: period, level and criteria; on every page. */
  scope: z.array(line).max(20),
  /** How to read it. */
  cautions: z.array(line).max(10),
  sections: z.array(sectionSchema).max(60),
});
export type Report = z.infer<typeof reportSchema>;

/** The same with the day on which it is made. */
export const datedReportSchema = reportSchema.extend({
  /** ISO 8601, UTC. */
  madeAt: z.string(),
  /** The same as people write a day. */
  madeOn: z.string(),
  /** Stands on every page. */
  logo: pictureSchema.nullable(),
});
export type DatedReport = z.infer<typeof datedReportSchema>;

/**
 * The number that a written figure stands for, so that a spreadsheet can count with it: 1 652, 0,47 and +12,5 % as the
 * language writes them. Null for what is more than a number, such as "+3 (de 4)". A percentage is told apart.
 */
export function readFigure(
  text: string,
  language: Report['language'],
): { readonly value: number; readonly isPercent: boolean } | null {
  const match = /^([+−-]?)(\d[\d\u00a0\u202f,. ]*?)([\u00a0\u202f ]?%)?$/.exec(text.trim());
  if (!match) return null;
  const [, sign, digits = '', percent] = match;
  const plain = language === 'fr' ? digits.replace(/[\u00a0\u202f ]/g, '').replace(',', '.') : digits.replace(/,/g, '');
  if (!/^\d+(?:\.\d+)?$/.test(plain)) return null;
  const value = (sign === '−' || sign === '-' ? -1 : 1) * Number(plain);
  // Divided as text: 45.7 / 100 is not 0.457.
  return percent === undefined ? { value, isPercent: false } : { value: Number(`${value}e-2`), isPercent: true };
}
