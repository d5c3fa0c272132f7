import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createQuietLog } from '../../../../../tests/support/quiet-log';
import { createUpdates, type Updater } from './updates';

/** What a person answers, what they saw, and what went over the network. */
interface Office {
  isWanted: boolean;
  answer: boolean;
  readonly told: string[];
  readonly asked: string[];
  published: string | null;
  /** What checking and downloading fail with. */
  checkFails: Error | null;
  downloadFails: Error | null;
}

let office: Office;
beforeEach(() => {
  vi.useFakeTimers();
  office = {
    ...{ isWanted: true, answer: true, told: [], asked: [], published: '2.0.0', checkFails: null, downloadFails: null },
  };
});
afterEach(() => vi.useRealTimers());

/** Stands in for electron-updater: the network is the office's. */
const updater: Updater = {
  check() {
    office.asked.push('check');
    return office.checkFails ? Promise.reject(office.checkFails) : Promise.resolve(office.published);
  },
  download() {
    office.asked.push('download');
    return office.downloadFails ? Promise.reject(office.downloadFails) : Promise.resolve();
  },
};

const open = () =>
  createUpdates({
    open: () => {
      office.asked.push('load');
      return Promise.resolve(updater);
    },
    isWanted: () => Promise.resolve(office.isWanted),
    talk: {
      wants(version) {
        office.told.push(`wants ${version}?`);
        return Promise.resolve(office.answer);
      },
      ready: (version) => void office.told.push(`ready ${version}`),
      newest: () => void office.told.push('newest'),
      failed: (failure) => void office.told.push(`failed: ${failure}`),
    },
    log: createQuietLog(),
  });
const error = (code: string): Error => Object.assign(new Error(code), { code });

it('asks nobody on the network, and loads nothing, while it is switched off', async () => {
  office.isWanted = false;
  const stop = open().keepOn();
  await vi.advanceTimersByTimeAsync(10 * 24 * 3_600_000);
  stop();
  expect([office.asked, office.told]).toEqual([[], []]);
});

it('tells, asks, downloads, and has it installed at the end', async () => {
  const stop = open().keepOn();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(office.asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(office.told).toEqual(['wants 2.0.0?', 'ready 2.0.0']);
  expect(office.asked).toEqual(['load', 'check', 'download']);
  // What is ready waits for the end: nothing more is looked for.
  await vi.advanceTimersByTimeAsync(3 * 24 * 3_600_000);
  stop();
  expect(office.asked).toHaveLength(3);
});

it('downloads nothing that was declined, and does not ask again until there is another or a person does', async () => {
  office.answer = false;
  const updates = open();
  const stop = updates.keepOn();
  await vi.advanceTimersByTimeAsync(3 * 24 * 3_600_000);
  expect(office.told).toEqual(['wants 2.0.0?']);
  office.published = '2.0.1';
  await vi.advanceTimersByTimeAsync(24 * 3_600_000);
  expect(office.told).toEqual(['wants 2.0.0?', 'wants 2.0.1?']);
  expect(office.asked).not.toContain('download');
  await updates.look({ isAsked: true });
  expect(office.told).toHaveLength(3);
  stop();
});

it('keeps a network that is away to itself, unless a person asked', async () => {
  office.checkFails = error('ERR_INTERNET_DISCONNECTED');
  const updates = open();
  await updates.look({ isAsked: false });
  expect(office.told).toEqual([]);
  await updates.look({ isAsked: true });
  expect(office.told).toEqual(['failed: unreachable']);
});

it.each(['ERR_CHECKSUM_MISMATCH', 'ERR_UPDATER_INVALID_SIGNATURE'])('tells %s as what it is', async (code) => {
  office.downloadFails = error(code);
  await open().look({ isAsked: false });
  expect(office.told).toEqual(['wants 2.0.0?', 'failed: altered']);
});

it('says that there is nothing newer to whoever asked, and looks once where two ask at a time', async () => {
  office.published = null;
  office.isWanted = false;
  const updates = open();
  await Promise.all([updates.look({ isAsked: true }), updates.look({ isAsked: true })]);
  expect([office.told, office.asked]).toEqual([['newest'], ['load', 'check']]);
});
