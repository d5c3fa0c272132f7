import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startHousekeeping } from './housekeeping';

const hourMs = 3_600_000;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

it('clears away at once, then every hour until it is stopped', async () => {
  let done = 0;
  const stop = await startHousekeeping([() => Promise.resolve(void (done += 1))], () => undefined);
  expect(done).toBe(1);
  await vi.advanceTimersByTimeAsync(2 * hourMs + 1_000);
  expect(done).toBe(3);
  await stop();
  await vi.advanceTimersByTimeAsync(2 * hourMs);
  expect([done, vi.getTimerCount()]).toEqual([3, 0]);
});

it('goes on after a failure, which it reports, and waits for what runs when it is stopped', async () => {
  const reported: unknown[] = [];
  let finish = (): void => undefined;
  let done = 0;
  const tasks = [
    () => Promise.reject(new Error('disk full')),
    async () => {
      if (done > 0) await new Promise<void>((resolve) => (finish = resolve));
      done += 1;
    },
  ];
  const stop = await startHousekeeping(tasks, (error) => reported.push(String(error)));
  await vi.advanceTimersByTimeAsync(hourMs);
  const stopped = stop();
  finish();
  await stopped;
  expect({ done, reported }).toEqual({ done: 2, reported: ['Error: disk full', 'Error: disk full'] });
});
