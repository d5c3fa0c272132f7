import { afterEach, expect, it } from 'vitest';
import { localDay } from './local-day';

const before = process.env['TZ'];

afterEach(() => {
  if (before === undefined) delete process.env['TZ'];
  else process.env['TZ'] = before;
});

it.each([
  ['Europe/Paris', '2026-08-31T22:30:00Z', '2026-09-01'],
  ['Europe/Paris', '2026-08-31T21:59:59Z', '2026-08-31'],
  ['Europe/Paris', '2026-01-31T23:00:00Z', '2026-02-01'],
  ['America/Martinique', '2026-09-01T03:59:00Z', '2026-08-31'],
  ['UTC', '2026-12-31T23:59:59Z', '2026-12-31'],
])('is the day in %s at %s', (zone, instant, day) => {
  process.env['TZ'] = zone;
  expect(localDay(new Date(instant))).toBe(day);
});
