import { describe, expect, it } from 'vitest';
import { backupFileName, expiredBackups, outlivedBackups, readBackupFileName, type BackupName } from './backup';

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

describe('the backups that may go', () => {
  it('are none among few', () => {
    const few = ['2026-11-22T09:00:00.000Z', '2026-11-22T09:30:00.000Z', '2026-11-22T10:00:00.000Z'].map(backup);
    expect(expiredBackups(few)).toEqual([]);
  });

  it('are those of a day but the newest four', () => {
    const everyHalfHour = Array.from({ length: 16 }, (_, index) =>
      backup(new Date(Date.UTC(2026, 10, 22, 8, 30 * index)).toISOString()),
    );
    const gone = expiredBackups(everyHalfHour);
    expect(gone).toHaveLength(12);
    expect(gone).not.toContain(everyHalfHour[15]);
    expect(gone).toContain(everyHalfHour[11]);
  });

  it('leave the last of 12 days, 10 weeks and 9 months', () => {
    const now = Date.UTC(2026, 10, 22, 12);
    const daily = Array.from({ length: 400 }, (_, index) => backup(new Date(now - index * day).toISOString()));
    const gone = new Set(expiredBackups(daily));
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
    const gone = expiredBackups(all);
    expect(gone).toContain(ways[0]);
    expect(gone).not.toContain(ways[1]);
    expect(gone).toContain(all[2]);
  });

  it('are after nine months those that no newer one pushes out', () => {
    const now = new Date('2026-11-22T10:00:00.000Z');
    const [old, recent] = [backup('2026-02-01T10:00:00.000Z'), backup('2026-03-01T10:00:00.000Z')];
    expect(outlivedBackups([old, recent, backup('2030-01-01T10:00:00.000Z')], now)).toEqual([old]);
  });

  it('are counted by days that have a backup, so that a long absence costs none', () => {
    const old = Array.from({ length: 8 }, (_, index) => backup(`2025-0${index + 1}-10T10:00:00.000Z`));
    expect(expiredBackups([...old, backup('2026-11-22T10:00:00.000Z')])).toEqual([]);
  });
});
