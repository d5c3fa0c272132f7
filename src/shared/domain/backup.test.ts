import { describe, expect, it } from 'vitest';
import {
  backupFileName,
  expiredBackups,
  leftoversAmong,
  momentOfAges,
  outgrownBackups,
  outlivedBackups,
  readBackupFileName,
  type BackupName,
} from './backup';

const backup = (at: string): BackupName => ({ databaseId: '0badcafe', at, reason: 'regular' });
const day = 86_400_000;

describe('the name of a backup', () => {
  it('says when and why, and is read back', () => {
    const name = { databaseId: '0badcafe', at: '2026-11-22T09:27:14.005Z', reason: 'import' } as const;
    expect(backupFileName(name)).toBe('smart-recruiting-0badcafe-2026-11-22T09-27-14-005Z-import.db');
    expect(readBackupFileName(backupFileName(name))).toEqual(name);
  });

  it.each([
    'smart-recruiting.db',
    'before-migration-3-2026-11-22T09-27-14-005Z.db',
    'smart-recruiting-2026-11-22T09-27-14-005Z-import.db',
    'smart-recruiting-0badcafe-2026-11-22T09-27-14-005Z-other.db',
    'smart-recruiting-0badcafe-2026-13-42T09-27-14-005Z-import.db',
    '../smart-recruiting-0badcafe-2026-11-22T09-27-14-005Z-import.db',
  ])('is not %s', (name) => {
    expect(readBackupFileName(name)).toBeNull();
  });
});

it('knows what a kill left of a backup from backups, and from what is nobody’s', () => {
  const [one, other] = ['11-22', '11-23'].map((on) => `smart-recruiting-0badcafe-2026-${on}T09-00-00-000Z-salvage.db`);
  const halves = ['.part', '.part-journal', '.fresh', '.fresh-wal', '.fresh.part', '.damaged-copy', '.sha256.part'];
  const left = [...halves.map((suffix) => `${one}${suffix}`), `${other}.sha256`];
  const stays = [
    `${one}`,
    `${one}.sha256`,
    `${one}.damaged`,
    'thesis.part',
    'thesis.sha256',
    'smart-recruiting.db.part',
  ];
  expect(leftoversAmong([...left, ...stays])).toEqual(left);
  expect(leftoversAmong([...left, ...stays], '0badcafe')).toEqual(left);
  expect(leftoversAmong([...left, ...stays], '12345678')).toEqual([]);
});

describe('the backups that may go', () => {
  it('are none among few', () => {
    const few = ['2026-11-22T09:00:00.000Z', '2026-11-22T09:30:00.000Z', '2026-11-22T10:00:00.000Z'].map(backup);
    expect(expiredBackups(few, new Date('2026-11-22T10:00:00.000Z'))).toEqual([]);
  });

  it('are those of a day but the newest four', () => {
    const everyHalfHour = Array.from({ length: 16 }, (_, index) =>
      backup(new Date(Date.UTC(2026, 10, 22, 8, 30 * index)).toISOString()),
    );
    const gone = expiredBackups(everyHalfHour, new Date(Date.UTC(2026, 10, 22, 16)));
    expect(gone).toHaveLength(12);
    expect(gone).not.toContain(everyHalfHour[15]);
    expect(gone).toContain(everyHalfHour[11]);
  });

  it('leave the last of 12 days, 10 weeks and 9 months', () => {
    const now = Date.UTC(2026, 10, 22, 12);
    const daily = Array.from({ length: 400 }, (_, index) => backup(new Date(now - index * day).toISOString()));
    const gone = new Set(expiredBackups(daily, new Date(now)));
    const kept = daily.filter((one) => !gone.has(one)).map(({ at }) => at.slice(0, 10));
    // A Sunday: the weeks end with the 22nd, the 15th and so on, of which the first two are among the days.
    expect(kept.slice(0, 12)).toEqual(daily.slice(0, 12).map(({ at }) => at.slice(0, 10)));
    expect(kept.slice(12)).toEqual([
      ...['2026-11-08', '2026-11-01', '2026-10-31', '2026-10-25', '2026-10-18', '2026-10-11', '2026-10-04'],
      ...['2026-09-30', '2026-09-27', '2026-09-20'],
      ...['2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31', '2026-04-30', '2026-03-31'],
    ]);
  });

  it('are not the way back from an update or a restore of the last 30 days', () => {
    const made = (at: string, reason: BackupName['reason']): BackupName => ({ ...backup(at), reason });
    const ways = [made('2026-10-22T09:00:00.000Z', 'migration'), made('2026-10-24T09:00:00.000Z', 'migration')];
    const later = (day: string): BackupName[] =>
      Array.from({ length: 8 }, (_, hour) => made(`${day}T1${hour}:00:00.000Z`, 'regular'));
    const all = [...ways, ...later('2026-10-22'), ...later('2026-10-24'), ...later('2026-11-22')];
    const gone = expiredBackups(all, new Date('2026-11-22T17:00:00.000Z'));
    expect(gone).toContain(ways[0]);
    expect(gone).not.toContain(ways[1]);
    expect(gone).toContain(all[2]);
  });

  it('are after nine months those that no newer one pushes out', () => {
    const now = new Date('2026-11-22T10:00:00.000Z');
    const [old, recent] = [backup('2026-02-01T10:00:00.000Z'), backup('2026-03-01T10:00:00.000Z')];
    expect(outlivedBackups([old, recent, backup('2030-01-01T10:00:00.000Z')], now)).toEqual([old]);
  });

  it('are counted by days that have a backup, so that a long absence costs none at once', () => {
    const old = Array.from({ length: 8 }, (_, index) => backup(`2025-0${index + 1}-10T10:00:00.000Z`));
    const all = [...old, backup('2026-11-22T10:00:00.000Z')];
    const moment = momentOfAges(all, new Date('2026-11-22T10:00:00.000Z'));
    expect(moment.toISOString()).toBe('2025-08-10T10:00:00.000Z');
    expect(expiredBackups(all, moment)).toEqual([]);
  });

  it('are all that are older than nine months but the newest, however few there are', () => {
    const now = new Date('2026-11-22T10:00:00.000Z');
    const old = [backup('2025-10-10T10:00:00.000Z'), backup('2026-01-10T10:00:00.000Z')];
    expect(outgrownBackups(old, now)).toEqual([old[0]]);
    const recent = ['2026-10-01', '2026-11-20', '2026-11-21', '2026-11-22'].map((on) => backup(`${on}T09:00:00.000Z`));
    expect(expiredBackups([...old, ...recent], now)).toEqual(old.toReversed());
    // The newest of those that were made by now: the other is of a clock that was wrong.
    const future = backup('2030-01-01T10:00:00.000Z');
    expect(outgrownBackups([...old, future], now)).toEqual([old[0]]);
  });

  it('are none for a clock that is years ahead, until backups were made on three days since', () => {
    const former = ['2026-10-01', '2026-11-20', '2026-11-21'].map((on) => backup(`${on}T09:00:00.000Z`));
    former.push({ ...backup('2026-11-21T08:00:00.000Z'), reason: 'restore' });
    const ahead = ['01T08', '01T09', '02T08', '02T09'].map((at) => backup(`2031-05-${at}:00:00.000Z`));
    const goneAt = (at: string, made: readonly BackupName[]): readonly BackupName[] => {
      const all = [...former, ...made];
      return expiredBackups(all, momentOfAges(all, new Date(at)));
    };
    expect(goneAt('2031-05-01T08:00:00.000Z', ahead.slice(0, 1))).toEqual([]);
    // The earlier one of the first day is one of a day but the newest four.
    expect(goneAt('2031-05-02T09:00:00.000Z', ahead)).toEqual([]);
    const believed = goneAt('2031-05-03T08:00:00.000Z', [...ahead, backup('2031-05-03T08:00:00.000Z')]);
    expect(believed).toEqual(expect.arrayContaining(former));
  });

  it('are not those of now for a clock that went back after it was years ahead', () => {
    const way: BackupName = { ...backup('2026-11-20T09:00:00.000Z'), reason: 'restore' };
    const others = Array.from({ length: 6 }, (_, hour) => backup(`2026-11-20T1${hour}:00:00.000Z`));
    const all = [way, ...others, backup('2031-05-01T08:00:00.000Z')];
    const gone = expiredBackups(all, momentOfAges(all, new Date('2026-11-20T16:00:00.000Z')));
    expect(gone).not.toContain(way);
  });
});
