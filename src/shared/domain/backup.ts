import { z } from 'zod';

/** Why a backup was made: asked for, in its turn, before something that changes much at once, or of what could be read of a damaged database. */
export const backupReasons = ['asked', 'regular', 'import', 'undo', 'restore', 'migration', 'salvage'] as const;
export const backupReasonSchema = z.enum(backupReasons);
export type BackupReason = z.infer<typeof backupReasonSchema>;

/** What people would miss of what was made since a backup, by the tables in which it stands. */
export const restoredKinds = [
  ...(['offer', 'company', 'formation', 'decision', 'transmission', 'import'] as const),
  ...(['candidate'] as const),
] as const;

/** What the name of a backup says of it. */
export interface BackupName {
  /** Tells the backups of several databases in one folder apart. */
  readonly databaseId: string;
  /** ISO 8601 with milliseconds, UTC. */
  readonly at: string;
  readonly reason: BackupReason;
}

/** Eight hexadecimal digits, by chance. */
export const databaseIdSchema = z.string().regex(/^[0-9a-f]{8}$/);
/** Of a database that no backup has been asked of yet. */
export const noDatabaseId = '00000000';

const namePattern = /^smart-recruiting-([0-9a-f]{8})-(\d{4}-\d{2}-\d{2}T\d{2})-(\d{2})-(\d{2})-(\d{3})Z-([a-z]+)\.db$/;

/** The name of a backup's file, the same on every system: Windows allows no colon. */
export function backupFileName({ databaseId, at, reason }: BackupName): string {
  return `smart-recruiting-${databaseId}-${at.replaceAll(/[:.]/g, '-')}-${reason}.db`;
}

/** What is put behind the name of a database that was kept byte for byte, because it could not be read. */
export const damagedSuffix = '.damaged';

/** What a file's name says, null when it is not the name of a backup. */
export function readBackupFileName(name: string): BackupName | null {
  const [, databaseId = '', hour, minute, second, millisecond, reason] = namePattern.exec(name) ?? [];
  const known = backupReasonSchema.safeParse(reason);
  const at = `${hour}:${minute}:${second}.${millisecond}Z`;
  return known.success && !Number.isNaN(Date.parse(at)) ? { databaseId, at, reason: known.data } : null;
}

const checksumSuffix = '.sha256';
const halfPattern = /\.(?:part|fresh|damaged-copy)(?:-wal|-shm|-journal)?$/;

/**
 * Of the names in a folder of backups those of files that a kill left half-way: copies and salvages that never became a backup,
 * and checksums without theirs; where it is given, of one database only.
 */
export function leftoversAmong(names: readonly string[], databaseId: string | null = null): readonly string[] {
  const isThere = new Set(names);
  const isBackup = (name: string): boolean => {
    const said = readBackupFileName(name);
    return said !== null && (databaseId === null || said.databaseId === databaseId);
  };
  return names.filter((name) => {
    let whole = name;
    while (halfPattern.test(whole)) whole = whole.replace(halfPattern, '');
    const ofChecksum = whole.endsWith(checksumSuffix) ? whole.slice(0, -checksumSuffix.length) : null;
    if (whole !== name) return isBackup(ofChecksum ?? whole);
    return ofChecksum !== null && isBackup(ofChecksum) && !isThere.has(ofChecksum);
  });
}

/** How many backups are kept: the newest ones whatever their age, then the last of each day, week and month. */
export const keptBackups = { newest: 4, daily: 12, weekly: 10, monthly: 9 } as const;

/** Each of these is the way back from one step that somebody may regret days later; a regular one is never missed. */
const waysBack: ReadonlySet<BackupReason> = new Set(['restore', 'migration', 'salvage']);
const dayMs = 24 * 3_600_000;
/** So long a way back is kept for that alone. */
const wayBackMs = 30 * dayMs;
/** Only the newest backup is kept for longer: who was erased since must not stay in the others for ever. */
const longestKeptMs = keptBackups.monthly * 31 * dayMs;
/** The clock of a PC that was off for the summer, or one that is wrong. */
const leapMs = 60 * dayMs;
/** On so many days a backup was made since such a leap, and nobody has set the clock right: it was. */
const believedAfterDays = 3;

/**
 * The moment by which the ages of backups are told. It is `now`, unless the clock leapt by more than 60 days lately: a clock
 * that is years ahead would otherwise take every former state away at once. Then it stays where it was before the leap, until
 * backups were made on three days since. `backups` are those of the database that is in use.
 */
export function momentOfAges(backups: readonly BackupName[], now: Date): Date {
  const newestFirst = backups.map(({ at }) => Date.parse(at)).filter((ms) => ms <= now.getTime());
  newestFirst.sort((one, other) => other - one);
  const days = new Set<number>();
  let laterMs = now.getTime();
  for (const ms of newestFirst) {
    if (laterMs - ms > leapMs) return new Date(ms);
    days.add(Math.floor(ms / dayMs));
    if (days.size >= believedAfterDays) break;
    laterMs = ms;
  }
  return now;
}

/**
 * Whether some of these would have to go for their age if only the clock were believed (`momentOfAges`), and none was made
 * today: one of each of three days is what that waits for, also where nothing changes any more.
 */
export function awaitsBelief(backups: readonly BackupName[], now: Date): boolean {
  const isBelieved = momentOfAges(backups, now).getTime() === now.getTime();
  const today = dayOf({ at: now.toISOString() });
  return !isBelieved && outgrownBackups(backups, now).length > 0 && !backups.some(({ at }) => dayOf({ at }) === today);
}

/**
 * The backups of one database that may go, their ages told by `moment`: those that are neither among the newest nor the last
 * of one of the latest days, weeks (from Monday) and months that have a backup, nor the way back from what was done within 30
 * days, and all but the newest that are older than nine months. Days without one do not count, so that a PC that was off for
 * some weeks loses none.
 */
export function expiredBackups<B extends BackupName>(backups: readonly B[], moment: Date): readonly B[] {
  const newestFirst = [...backups].sort((one, other) => (one.at < other.at ? 1 : -1));
  const kept = new Set(newestFirst.slice(0, keptBackups.newest));
  for (const backup of newestFirst) {
    if (waysBack.has(backup.reason) && ageMs(backup, moment) <= wayBackMs) kept.add(backup);
  }
  for (const [periodOf, count] of [
    [dayOf, keptBackups.daily],
    [weekOf, keptBackups.weekly],
    [monthOf, keptBackups.monthly],
  ] as const) {
    const last = new Map<string, B>();
    for (const backup of newestFirst) {
      const period = periodOf(backup);
      if (!last.has(period)) last.set(period, backup);
    }
    for (const backup of [...last.values()].slice(0, count)) kept.add(backup);
  }
  for (const backup of outgrownBackups(newestFirst, moment)) kept.delete(backup);
  return newestFirst.filter((backup) => !kept.has(backup));
}

/** Of the backups of one database those that may go for their age alone, whether or not there is a new one: never the newest. */
export function outgrownBackups<B extends BackupName>(backups: readonly B[], moment: Date): readonly B[] {
  const newestFirst = [...backups].sort((one, other) => (one.at < other.at ? 1 : -1));
  // One of a time to come is of a clock that was wrong, and may be gone tomorrow.
  const newest = newestFirst.find((backup) => ageMs(backup, moment) >= 0);
  return outlivedBackups(newestFirst, moment).filter((backup) => backup !== newest);
}

/**
 * Of backups that no newer ones push out, as in a folder that is no longer used, those that have been kept for longer than
 * any other would be.
 */
export function outlivedBackups<B extends BackupName>(backups: readonly B[], moment: Date): readonly B[] {
  return backups.filter((backup) => ageMs(backup, moment) > longestKeptMs);
}

function ageMs({ at }: BackupName, moment: Date): number {
  return moment.getTime() - Date.parse(at);
}

function dayOf({ at }: Pick<BackupName, 'at'>): string {
  return at.slice(0, 10);
}

function monthOf({ at }: BackupName): string {
  return at.slice(0, 7);
}

/** The Monday that the week of a day begins with. */
function weekOf({ at }: BackupName): string {
  const day = new Date(at);
  const sinceMonday = (day.getUTCDay() + 6) % 7;
  day.setUTCDate(day.getUTCDate() - sinceMonday);
  return day.toISOString().slice(0, 10);
}
