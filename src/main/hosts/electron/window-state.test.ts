import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { placeWindow, readWindowState, writeWindowState } from './window-state';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-window-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

const office = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 984 };
const former = { bounds: { x: 2000, y: 50, width: 1000, height: 800 }, isMaximized: false };

it('opens the window where it was while that screen is there, else in the middle of the first', () => {
  expect(placeWindow(former, [office, second])).toEqual(former.bounds);
  expect(placeWindow(former, [office])).toEqual({ width: 1440, height: 900 });
  expect(placeWindow(null, [office])).toEqual({ width: 1440, height: 900 });
});

it('leaves no window whose title cannot be reached, and none too small for the pages', () => {
  const above = { ...former, bounds: { x: 100, y: -300, width: 1000, height: 800 } };
  const beside = { ...former, bounds: { x: 1880, y: 0, width: 1000, height: 800 } };
  for (const state of [above, beside]) expect(placeWindow(state, [office])).toEqual({ width: 1440, height: 900 });
  const tiny = { ...former, bounds: { x: 0, y: 0, width: 10, height: 10 } };
  expect(placeWindow({ ...tiny, bounds: { ...tiny.bounds, width: 200 } }, [office])).toEqual({
    ...{ x: 0, y: 0, width: 900, height: 600 },
  });
  expect(placeWindow(null, [{ x: 0, y: 0, width: 1366, height: 728 }])).toEqual({ width: 1366, height: 728 });
});

it('keeps the place between two starts, and makes nothing of a file that it did not write', () => {
  const file = join(dir, 'electron', 'window.json');
  expect(readWindowState(file)).toBeNull();
  writeWindowState(file, former);
  expect(readWindowState(file)).toEqual(former);
  for (const text of ['', '{"bounds":{"x":"0"}}', '{"bounds":{"x":1e99,"y":0,"width":-1,"height":0}}']) {
    writeFileSync(file, text);
    expect(readWindowState(file)).toBeNull();
  }
});
