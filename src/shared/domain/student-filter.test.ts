import { expect, it } from 'vitest';
import { canLeaveOut, studentFilter } from './student-filter';

const text = 'Je cherche un stage en laboratoire';
const dates = { availableFrom: '2026-04-01', availableTo: '2026-06-30' };

it('keeps to what can be taken, to the contract that is named and to the days that are free', () => {
  expect(studentFilter(text, dates, [])).toEqual({
    ...{ contractType: 'internship', ...dates, isTakable: true, keepsUnsaid: true },
  });
  expect(studentFilter('laboratoire', {}, [])).toEqual({ isForStudents: true, isTakable: true });
  expect(studentFilter(text, { contractType: 'permanent', level: 3 }, [])).toEqual({
    ...{ contractType: 'permanent', level: 3, isTakable: true, keepsUnsaid: true },
  });
});

it('drops a criterion that somebody asked to drop, and only that one', () => {
  expect(studentFilter(text, dates, ['contracts'])).toEqual({ ...dates, isTakable: true });
  expect(studentFilter(text, dates, ['dates'])).toEqual({
    ...{ contractType: 'internship', isTakable: true, keepsUnsaid: true },
  });
  expect(studentFilter(text, dates, ['dates', 'past'])).toEqual({
    ...{ contractType: 'internship', isOpen: true, keepsUnsaid: true },
  });
  const where = { level: 3, department: '38' };
  expect(studentFilter('eau', where, ['contracts', 'levels'])).toEqual({
    ...{ department: '38', isTakable: true, keepsUnsaid: true },
  });
  expect(studentFilter('eau', where, ['contracts', 'levels', 'places'])).toEqual({ isTakable: true });
});

it('tells what can have been left out', () => {
  expect(canLeaveOut('dates', text, {}, [])).toBe(false);
  expect(canLeaveOut('dates', text, dates, [])).toBe(true);
  expect(canLeaveOut('dates', text, dates, ['dates'])).toBe(false);
  expect(canLeaveOut('levels', text, { level: 3 }, [])).toBe(true);
  expect(canLeaveOut('levels', text, {}, [])).toBe(false);
  expect(canLeaveOut('places', text, { region: '84' }, [])).toBe(true);
  expect(canLeaveOut('places', text, { region: '84' }, ['places'])).toBe(false);
  // The page says by itself that a named contract is kept to.
  expect(canLeaveOut('contracts', text, {}, [])).toBe(false);
  expect(canLeaveOut('contracts', 'laboratoire', {}, [])).toBe(true);
  expect(canLeaveOut('contracts', 'laboratoire', { contractType: 'internship' }, [])).toBe(false);
});
