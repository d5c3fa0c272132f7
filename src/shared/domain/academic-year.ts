import { z } from 'zod';

/** A calendar day without time or zone, `yyyy-mm-dd`. */
export const isoDateSchema = z.iso.date();
export type IsoDate = z.infer<typeof isoDateSchema>;

/** The civil year in which an academic year begins: 2025 stands for 2025–2026. January 1900 lies in 1899–1900. */
export const academicYearSchema = z.int().min(1899).max(2200);
export type AcademicYear = z.infer<typeof academicYearSchema>;

/** The first day of the academic year, the same every year. */
export const yearStartSchema = z.object({ month: z.int().min(1).max(12), day: z.int().min(1).max(28) });
export type YearStart = z.infer<typeof yearStartSchema>;

/** French universities begin on 1 September unless their settings say otherwise. */
export const defaultYearStart: YearStart = { month: 9, day: 1 };

/** The academic year that a day belongs to: days before the start day belong to the year begun before. */
export function academicYearOf(day: IsoDate, start: YearStart = defaultYearStart): AcademicYear {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const hasBegun = month > start.month || (month === start.month && date >= start.day);
  return hasBegun ? year : year - 1;
}

/** How an academic year is written: `2025–2026`. */
export function formatAcademicYear(year: AcademicYear): string {
  return `${year}–${year + 1}`;
}
