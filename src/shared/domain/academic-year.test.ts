import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { academicYearOf, formatAcademicYear } from './academic-year';

describe('the academic year of a day', () => {
  it.each([
    ['2025-08-31', 2024],
    ['2025-09-01', 2025],
    ['2025-12-31', 2025],
    ['2026-01-01', 2025],
    ['2026-08-31', 2025],
    ['2024-02-29', 2023],
  ])('begins on 1 September: %s', (day, year) => {
    expect(academicYearOf(day)).toBe(year);
  });

  it.each([
    ['2025-08-19', 2024],
    ['2025-08-20', 2025],
    ['2025-09-01', 2025],
  ])('begins when the university says so: %s', (day, year) => {
    expect(academicYearOf(day, { month: 8, day: 20 })).toBe(year);
  });

  it('is the civil year for a year that begins on 1 January', () => {
    expect(academicYearOf('2025-01-01', { month: 1, day: 1 })).toBe(2025);
    expect(academicYearOf('2025-12-31', { month: 1, day: 1 })).toBe(2025);
  });

  it('never goes back as days go on', () => {
    const day = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2100-12-30'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const start = fc.record({ month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 28 }) });
    fc.assert(
      fc.property(day, day, start, (one, other, yearStart) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        expect(academicYearOf(early, yearStart)).toBeLessThanOrEqual(academicYearOf(late, yearStart));
      }),
    );
  });
});

it('is written with both its civil years', () => {
  expect(formatAcademicYear(2025)).toBe('2025–2026');
});
