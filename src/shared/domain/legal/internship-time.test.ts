import { expect, it } from 'vitest';
import { mostAtATime } from './internship-time';

const during = { from: '2027-03-05', to: '2027-04-30' };
const stay = (from: string, to: string) => ({ from, to, places: 1 });

it.each([
  // 1 March 2027 is a Monday.
  ['one who leaves on the Monday of its first week', [stay('2027-01-04', '2027-03-01')], 1],
  ['one who left on the Sunday before', [stay('2027-01-04', '2027-02-28')], 0],
  ['two who meet in one week only', [stay('2027-03-08', '2027-03-16'), stay('2027-03-19', '2027-04-02')], 2],
  ['two who never meet', [stay('2027-03-08', '2027-03-14'), stay('2027-03-15', '2027-04-02')], 1],
])('counts trainees by calendar weeks: %s', (_, stays, most) => expect(mostAtATime(during, stays)).toBe(most));
