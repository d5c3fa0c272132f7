import { z } from 'zod';

/**
 * How a company stands in a year, by the days of its offers. `present`: it has an offer on the days that count. `new`:
 * present, and without any offer before the year. `lost`: without an offer on the days that count, but with one on the
 * same days of the year before. `dormant`: without any offer since the year before began, but with an earlier one.
 * One whose offers of the year before all lie after the day up to which the years are compared is none of them.
 */
export const companyStandings = ['present', 'new', 'lost', 'dormant'] as const;
export const companyStandingSchema = z.enum(companyStandings);
export type CompanyStanding = z.infer<typeof companyStandingSchema>;

/** When a company had offers: on the days that count of a year, of the years before, and at other times. */
export interface CompanyDays {
  readonly now: boolean;
  readonly before: boolean;
  /** Since the year before began, on days that do not count, up to the year itself. */
  readonly besideBefore: boolean;
  /** Before the year before began. */
  readonly earlier: boolean;
}

/** Whether a company with offers on these days has a standing. */
export function hasStanding({ now, before, besideBefore, earlier }: CompanyDays, standing: CompanyStanding): boolean {
  switch (standing) {
    case 'present':
      return now;
    case 'new':
      return now && !before && !besideBefore && !earlier;
    case 'lost':
      return before && !now;
    case 'dormant':
      return earlier && !now && !before && !besideBefore;
  }
}
