import { expect, it } from 'vitest';
import { createSaveClock } from './save-clock';

/** The moments of the saves while somebody changes something every 200 ms from 10 s to `untilMs`, and then stops. */
function savesWhileWriting(untilMs: number): readonly number[] {
  const clock = createSaveClock();
  const saves: number[] = [];
  for (let nowMs = 10_000; nowMs <= untilMs; nowMs += 200) {
    const at = nowMs + clock.changed(nowMs);
    if (at >= nowMs + 200 && nowMs < untilMs) continue;
    saves.push(at);
    clock.saved();
  }
  return saves;
}

it('stores after a pause, and every five seconds from the first change on while nobody pauses', () => {
  expect(savesWhileWriting(10_000)).toEqual([10_800]);
  expect(savesWhileWriting(20_600)).toEqual([15_000, 20_200, 21_400]);
});
