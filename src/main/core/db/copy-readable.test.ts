import { mkdtempSync, readFileSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyReadable, type ReadAt } from './copy-readable';

const bytes = Buffer.from(Array.from({ length: 3_000_001 }, (_, at) => (at % 255) + 1));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting é '));
  writeFileSync(join(folder, 'from'), bytes);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A disk that cannot read the sectors with one of these bytes. */
const badAt =
  (...bad: readonly number[]): ReadAt =>
  (file, buffer, offset, length, position) => {
    if (bad.some((at) => at >= position && at < position + length)) throw Object.assign(new Error(), { code: 'EIO' });
    return readSync(file, buffer, offset, length, position);
  };
const copy = (read?: ReadAt) => copyReadable(join(folder, 'from'), join(folder, 'to'), read);
const copied = (): Buffer => readFileSync(join(folder, 'to'));

it('copies a file of a sound disk as it is', () => {
  expect(copy()).toBe(0);
  expect(copied().equals(bytes)).toBe(true);
});

it('puts zeros for the sectors that the disk does not give back, and has all the others', () => {
  expect(copy(badAt(5_000, 1_500_000, 1_500_100))).toBe(2 * 4_096);
  const expected = Buffer.from(bytes);
  expected.fill(0, 4_096, 8_192);
  const second = Math.floor(1_500_000 / 4_096) * 4_096;
  expected.fill(0, second, second + 4_096);
  expect(copied().equals(expected)).toBe(true);
});

it('comes to an end where the last sector is bad', () => {
  expect(copy(badAt(3_000_000))).toBe(4_096);
  const whole = Math.floor(3_000_000 / 4_096) * 4_096;
  expect(copied().subarray(0, whole).equals(bytes.subarray(0, whole))).toBe(true);
  expect(
    copied()
      .subarray(whole)
      .every((byte) => byte === 0),
  ).toBe(true);
});

it('throws everything else', () => {
  const away: ReadAt = () => {
    throw Object.assign(new Error('away'), { code: 'EHOSTDOWN' });
  };
  expect(() => copy(away)).toThrow('away');
});
