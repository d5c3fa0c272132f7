/* eslint max-lines: ["error", 550] -- What is promised of backups stands together, on one set-up. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../shared/domain/app-error';
import { databaseFileName, openDatabase, type Database } from '../db/open';
import { createJobRunner, type JobRunner } from '../jobs/job-runner';
import { createChangeFeed } from '../jobs/change-feed';
import { createSettingService } from '../settings/setting-service';
import { createBackupService, type BackupService } from './backup-service';

const migrationsDir = join(process.cwd(), 'resources', 'migrations');
const minute = 60_000;

let dataDir: string;
let database: Database;
let jobRunner: JobRunner;
let service: BackupService;
let announced = 0;
let nowMs = 0;

async function open(): Promise<void> {
  const clock = { now: () => new Date(nowMs) };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  database = openDatabase({ dataDir, migrationsDir, now: clock.now() });
  const toAppError = (_where: string, error: unknown): AppError =>
    error instanceof AppError ? error : new AppError('internal', String(error));
  jobRunner = await createJobRunner({ database, clock, log, feed: createChangeFeed(), toAppError });
  service = createBackupService({
    ...{ database, dataDir, clock, jobRunner, settingService: createSettingService(database) },
    report: (error) => toAppError('backup', error),
    announce: () => (announced += 1),
  });
}

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting é '));
  // The times of files are the system's: backups are made in its hours.
  nowMs = Date.now();
  await open();
  announced = 0;
});
afterEach(async () => {
  await jobRunner.dispose();
  await database.close();
  rmSync(dataDir, { recursive: true });
});

async function reopen(): Promise<void> {
  await jobRunner.dispose();
  await database.close();
  await open();
}

const folder = (): string => join(dataDir, 'backup');
const path = (): string => join(dataDir, databaseFileName);

/** Puts a company in, as of the clock's time. */
async function change(name: string): Promise<void> {
  await database.write((db) => {
    db.prepare(
      `insert into company (name, name_key, content_hash, created_at, updated_at)
       values (:name, :name, :name, '2026-03-02', '2026-03-02')`,
    ).run({ name });
  });
  for (const file of [path(), `${path()}-wal`]) utimesSync(file, nowMs / 1_000, nowMs / 1_000);
}

function companiesIn(file: string): unknown {
  const sqlite = new BetterSqlite(join(folder(), file), { readonly: true });
  const names = sqlite.prepare('select name from company order by id').pluck().all();
  sqlite.close();
  return names;
}

describe('a backup', () => {
  it('is made though the clock was years ahead when the last one was, and went back', async () => {
    const rightMs = nowMs;
    nowMs += 4 * 365 * 24 * 60 * minute;
    await change('One');
    await service.ensure('regular');
    nowMs = rightMs;
    await change('Two');
    await service.ensure('regular');
    await service.ensure('regular');
    expect(await service.lastAt()).toBe(new Date(rightMs).toISOString());
    expect(await service.withNewest((path) => Promise.resolve(path))).toContain(
      new Date(rightMs).toISOString().slice(0, 10),
    );
    const made = readdirSync(folder()).filter((name) => name.endsWith('.db'));
    expect(made.map(companiesIn).toSorted()).toEqual([['One'], ['One', 'Two']]);
  });

  it('is made in a folder whose path has 260 characters, accents and spaces, and can be restored', async () => {
    const long = join(dataDir, ...Array.from({ length: 6 }, (_, level) => `Échanges d’été ${level} ${'e'.repeat(22)}`));
    expect(long.length).toBeGreaterThan(260);
    await change('One');
    mkdirSync(long, { recursive: true });
    expect((await service.setFolder(long)).failure).toBeNull();
    await service.ensure('regular');
    const [backup] = (await service.state()).rows;
    expect((await service.restore(backup?.name ?? '')).requested).toBe(backup?.name);
  });

  it('is made a minute after the start of what changed before, however short a run is', async () => {
    await change('Brumelis');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    try {
      const stop = service.keepOn();
      vi.advanceTimersByTime(minute);
      await stop();
    } finally {
      vi.useRealTimers();
    }
    expect((await service.state()).rows.map(({ reason }) => reason)).toEqual(['regular']);
  });

  it('is made of a database that was emptied, so that what went leaves the backups too', async () => {
    await change('Brumelis');
    await service.ensure('regular');
    await database.write((db) => void db.prepare('delete from company').run());
    nowMs += minute;
    for (const file of [path(), `${path()}-wal`]) utimesSync(file, nowMs / 1_000, nowMs / 1_000);
    nowMs += minute;
    await service.ensure('regular');
    expect((await service.state()).rows.map(({ name }) => companiesIn(name))).toEqual([[], ['Brumelis']]);
  });

  it('tells what a restore would take away: what was made since, and profiles, which no backup has', async () => {
    await change('One');
    const profile = `insert into candidate (name, wishes, skills, consented_at, kept_until, created_at, updated_at)
       values ('Lou', 'Un stage', '[]', '2026-03-02', '2099-01-01', '2026-03-02', '2026-03-02')`;
    await database.write((db) => void db.prepare(profile).run());
    await service.ensure('regular');
    const [backup] = (await service.state()).rows;
    const name = backup?.name ?? '';
    expect(await service.compare(name)).toEqual({ isOther: false, lost: [{ kind: 'candidate', count: 1 }] });
    nowMs += minute;
    await change('Two');
    await change('Three');
    await database.write((db) => {
      // What is gone already cannot be lost.
      db.prepare("delete from company where name = 'Two'").run();
      db.prepare("insert into hand_edit values ('company', 1, 'name', ?, null)").run(new Date(nowMs).toISOString());
    });
    const lost = [
      { kind: 'company', count: 1 },
      { kind: 'candidate', count: 1 },
      { kind: 'hand_edit', count: 1 },
    ];
    expect(await service.compare(name)).toEqual({ isOther: false, lost });
    // Ids of another database say nothing: all of it is replaced.
    const other = name.replace(/^(smart-recruiting-)[0-9a-f]{8}/, '$10badcafe');
    copyFileSync(join(folder(), name), join(folder(), other));
    const all = lost.with(0, { kind: 'company', count: 2 });
    expect(await service.compare(other)).toEqual({ isOther: true, lost: all });
    await expect(service.compare('none.db')).rejects.toThrow(expect.objectContaining({ reason: 'backup-gone' }));
  });

  it('is not made of a database that holds nothing', async () => {
    await service.ensure('regular');
    expect((await service.state()).rows).toEqual([]);
  });

  it('is made when something has changed, and not twice of the same', async () => {
    await change('Brumelis');
    nowMs += minute;
    await service.ensure('import');
    await service.ensure('regular');
    const { rows, folder: shown, failure } = await service.state();
    expect({ shown, failure, reasons: rows.map(({ reason }) => reason) }).toEqual({
      ...{ shown: folder(), failure: null },
      reasons: ['import'],
    });
    expect(companiesIn(rows[0]?.name ?? '')).toEqual(['Brumelis']);
    nowMs += minute;
    await change('Orval');
    nowMs += minute;
    await service.ensure('undo');
    expect((await service.state()).rows.map(({ reason }) => reason)).toEqual(['undo', 'import']);
    expect(announced).toBe(3);
  });

  it('that is asked for is made all the same, as a job', async () => {
    const jobId = await service.start();
    for await (const job of jobRunner.watch(jobId, new AbortController().signal)) {
      if (job.error) throw new Error(job.error.message);
    }
    expect((await service.state()).rows.map(({ reason, sizeBytes }) => [reason, sizeBytes > 0])).toEqual([
      ['asked', true],
    ]);
  });

  it('that fails is told, removes none of the others and stops nobody', async () => {
    await change('Brumelis');
    nowMs += minute;
    await service.ensure('regular');
    const [kept] = (await service.state()).rows;
    rmSync(folder(), { recursive: true });
    writeFileSync(folder(), 'a file where the folder should be');
    nowMs += minute;
    await change('Orval');
    nowMs += minute;
    await service.ensure('import');
    const { failure } = await service.state();
    expect(failure?.since).toBe(new Date(nowMs).toISOString());
    // Nobody forgets it by closing the application, and it counts from the first time.
    nowMs += 5 * 24 * 60 * minute;
    await reopen();
    expect(service.failure()?.since).toBe(failure?.since);
    await change('Ploubara');
    nowMs += minute;
    await service.ensure('import');
    expect(service.failure()?.since).toBe(failure?.since);
    rmSync(folder());
    await service.ensure('import');
    expect(await service.state()).toMatchObject({ failure: null, rows: [{ reason: 'import' }] });
    expect(service.failure()).toBeNull();
    expect(kept?.reason).toBe('regular');
  });

  it('of another database in the same folder is not told to be the last one', async () => {
    await change('Brumelis');
    await service.ensure('regular');
    const at = new Date(nowMs).toISOString();
    const [own] = (await service.state()).rows;
    const other = own?.name.replace(/^(smart-recruiting-)[0-9a-f]{8}-\d{4}/, '$10badcafe-2031') ?? '';
    await service.setFolder(join(dataDir, 'partagé'));
    copyFileSync(join(folder(), own?.name ?? ''), join(dataDir, 'partagé', other));
    expect(await service.state()).toMatchObject({ lastAt: at, rows: [{ name: other }, { name: own?.name }] });
  });

  it('that is missing for days although something changed is told', async () => {
    await change('Brumelis');
    await service.ensure('regular');
    nowMs += 2 * 24 * 60 * minute;
    await change('Orval');
    expect(await service.unsavedDays()).toBeNull();
    nowMs += 2 * 24 * 60 * minute;
    expect(await service.unsavedDays()).toBe(4);
    await service.ensure('regular');
    expect(await service.unsavedDays()).toBeNull();
  });

  it('that are nine months old go although nothing changes any more', async () => {
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
      await change(name);
      await service.ensure('regular');
      nowMs += 50 * 24 * 60 * minute;
    }
    const at = async (): Promise<string[]> => (await service.state()).rows.map((backup) => backup.at);
    const before = await at();
    nowMs -= 22 * 24 * 60 * minute;
    await service.ensure('regular');
    expect([before.length, await at()]).toEqual([6, before]);
    nowMs += 2 * 24 * 60 * minute;
    await service.ensure('regular');
    expect(await at()).toEqual(before.slice(0, -1));
  });

  it('that are nine months old go on the third day after a long absence, although nothing changed', async () => {
    for (const name of ['One', 'Two']) {
      await change(name);
      await service.ensure('regular');
      nowMs += 24 * 60 * minute;
    }
    const former = (await service.state()).rows;
    nowMs += 300 * 24 * 60 * minute;
    for (const isThere of [true, true, false]) {
      for (const each of ['once a day', 'and no more']) {
        await service.ensure('regular');
        expect([each, (await service.state()).rows.some(({ at }) => at === former[1]?.at)]).toEqual([each, isThere]);
        nowMs += 30 * minute;
      }
      nowMs += 23 * 60 * minute;
    }
    expect((await service.state()).rows).toHaveLength(3);
  });

  it('lets those go that are no longer needed, and nothing else of the folder', async () => {
    mkdirSync(folder());
    const old = Array.from(
      { length: 9 },
      (_, index) => `smart-recruiting-00000000-2020-01-01T0${index}-00-00-000Z-regular.db`,
    );
    for (const name of [...old, 'thesis.docx']) writeFileSync(join(folder(), name), 'x');
    await change('Brumelis');
    await service.ensure('regular');
    const names = readdirSync(folder());
    // The newest four, of which one is the new one; the last of the day, week and month is among them.
    expect(names.filter((name) => old.includes(name))).toEqual(old.slice(-3));
    expect(names).toContain('thesis.docx');
  });
});

describe('two databases with one folder', () => {
  it('leave each other’s backups alone, however old, and show them', async () => {
    const shared = join(dataDir, 'partagé');
    await service.setFolder(shared);
    const other = Array.from({ length: 20 }, (_, index) => {
      const day = String(index + 1).padStart(2, '0');
      return `smart-recruiting-0badcafe-2020-01-${day}T19-00-00-000Z-regular.db`;
    });
    // The last one is newer than anything here: no reason to think that nothing has changed.
    other.push('smart-recruiting-0badcafe-2099-01-01T19-00-00-000Z-regular.db');
    for (const name of other) writeFileSync(join(shared, name), 'x');
    for (let day = 0; day < 20; day += 1) {
      nowMs += 12 * 60 * minute;
      await change(`Brumelis ${day}`);
      nowMs += 12 * 60 * minute;
      await service.ensure('regular');
    }
    const { rows } = await service.state();
    expect(readdirSync(shared)).toEqual(expect.arrayContaining(other));
    expect(rows.filter(({ isOwn }) => !isOwn)).toHaveLength(21);
    // 12 days, and the weeks and months that reach farther back.
    expect(rows.filter(({ isOwn }) => isOwn).length).toBeGreaterThanOrEqual(13);
  });

  it('go separate ways after one took the other’s place', async () => {
    await change('Brumelis');
    await service.ensure('regular');
    const name = (await service.state()).rows[0]?.name ?? '';
    await service.restore(name);
    await reopen();
    nowMs += minute;
    await change('Orval');
    nowMs += minute;
    await service.ensure('regular');
    const [newest] = (await service.state()).rows;
    expect(newest).toMatchObject({ isOwn: true, reason: 'regular' });
    expect(newest?.name.split('-')[2]).not.toBe(name.split('-')[2]);
    expect((await service.state()).rows.find((backup) => backup.name === name)).toMatchObject({ isOwn: false });
  });

  it('stay this database’s in a folder that others use too, however often one takes its place and another follows', async () => {
    const standing = async () => (await service.state()).rows.map(({ isOwn, isFormer }) => isOwn || isFormer);
    await service.setFolder(join(dataDir, 'réseau'));
    await change('Brumelis');
    await service.ensure('regular');
    const name = (await service.state()).rows[0]?.name ?? '';
    for (const company of ['Orval', 'Chimay']) {
      await service.restore(name);
      await reopen();
      nowMs += minute;
      await change(company);
      nowMs += minute;
      await service.ensure('regular');
    }
    // Both restores are of the same backup, which knows nothing of what followed the first.
    expect(await standing()).toEqual([true, true, true, true, true]);
    expect(await service.compare(name)).toMatchObject({ isOther: true });
  });
});

describe('the folder of backups', () => {
  it('leaves those of the folder before in the list, and restores them', async () => {
    await change('Brumelis');
    await service.ensure('regular');
    const [first] = (await service.state()).rows;
    nowMs += minute;
    await service.setFolder(join(dataDir, 'réseau'));
    await service.ensure('regular');
    expect((await service.state()).rows.map((row) => row.folder)).toEqual([join(dataDir, 'réseau'), folder()]);
    expect((await service.restore(first?.name ?? '')).requested).toBe(first?.name);
  });

  it('may be away from the data: what a restore replaced can be restored all the same', async () => {
    await change('Brumelis');
    await service.setFolder(join(dataDir, 'réseau'));
    await service.ensure('regular');
    await service.restore((await service.state()).rows[0]?.name ?? '');
    nowMs += minute;
    await change('Orval');
    await reopen();
    const former = (await service.state()).rows.find(({ reason }) => reason === 'restore');
    expect(former?.folder).toBe(folder());
    await service.restore(former?.name ?? '');
    nowMs += minute;
    await reopen();
    expect(database.read.prepare('select name from company order by id').pluck().all()).toEqual(['Brumelis', 'Orval']);
  });

  it('loses after nine months what nothing newer pushes out: of a folder left, of before a restore, damaged', async () => {
    const network = join(dataDir, 'réseau');
    await change('Brumelis');
    await service.ensure('regular');
    await service.setFolder(network);
    nowMs += minute;
    await service.ensure('regular');
    await service.restore((await service.state()).rows[0]?.name ?? '');
    await reopen();
    const damaged = join(folder(), `${(await service.state()).rows.at(-1)?.name ?? ''}.damaged`);
    for (const suffix of ['', '-wal']) writeFileSync(`${damaged}${suffix}`, 'x');
    writeFileSync(join(network, 'smart-recruiting-0badcafe-2020-01-01T19-00-00-000Z-regular.db'), 'of another PC');
    const old = [folder(), network].flatMap((place) => readdirSync(place).map((name) => join(place, name)));
    nowMs += 8 * 30 * 24 * 60 * minute;
    await change('Orval');
    await service.ensure('regular');
    const left = (): string[] => old.filter((file) => existsSync(file));
    expect(left()).toEqual(old);
    // After so long an absence the clock is believed once backups were made on three days.
    for (const name of ['Ploubara', 'Kerlouan']) {
      expect(left()).toEqual(old);
      nowMs += 20 * 24 * 60 * minute;
      await change(name);
      await service.ensure('regular');
    }
    expect(left()).toEqual(old.filter((file) => file.includes('0badcafe')));
    expect((await service.state()).rows.filter(({ isOwn }) => isOwn)).toHaveLength(3);
  });

  it('can be another one, and is looked at before', async () => {
    mkdirSync(join(dataDir, 'réseau'));
    const other = join(dataDir, 'réseau', 'sauvegardes');
    expect(await service.setFolder(other)).toMatchObject({ folder: other, chosenFolder: other, rows: [] });
    await change('Brumelis');
    await service.ensure('regular');
    expect(readdirSync(other)).toEqual((await service.state()).rows.flatMap(({ name }) => [name, `${name}.sha256`]));
    expect(await service.setFolder(null)).toMatchObject({ folder: folder(), chosenFolder: null });
  });

  it.each(['somewhere', '../elsewhere', ''])('is not “%s”', async (name) => {
    await expect(service.setFolder(name)).rejects.toMatchObject({ code: 'invalid-input', reason: 'folder-unusable' });
    expect((await service.state()).chosenFolder).toBeNull();
  });

  it('is not made with the folders above it, which a mistyped path has', async () => {
    await expect(service.setFolder(join(dataDir, 'no', 'such', 'folder'))).rejects.toMatchObject({
      reason: 'folder-unusable',
    });
    expect(existsSync(join(dataDir, 'no'))).toBe(false);
  });

  it('is not made again on this disk when the share that it lay on is away', async () => {
    const share = join(dataDir, 'partage');
    await service.setFolder(share);
    rmSync(share, { recursive: true });
    await change('Brumelis');
    await service.ensure('regular');
    expect(existsSync(share)).toBe(false);
    expect(service.failure()?.failure.reason).toBe('folder-away');
    expect((await service.state()).rows.map((row) => row.folder)).toEqual([folder()]);
  });

  it('loses what a kill left of this database’s backups, and nothing that another PC may be writing', async () => {
    const share = join(dataDir, 'partage');
    await service.setFolder(share);
    await change('Brumelis');
    await service.ensure('regular');
    const own = (await service.state()).rows[0]?.name.split('-')[2] ?? '';
    const halfOf = (id: string): string => `smart-recruiting-${id}-2026-01-01T09-00-00-000Z-regular.db.part`;
    const [left, others, fresh] = [halfOf(own), halfOf('0badcafe'), halfOf(own).replace('01-01', '01-02')];
    for (const name of [left, others, fresh]) writeFileSync(join(share, name), 'Nadège Ferrandier');
    const anHourAgo = Date.now() / 1_000 - 3_700;
    for (const name of [left, others]) utimesSync(join(share, name), anHourAgo, anHourAgo);
    nowMs += minute;
    await change('Orval');
    nowMs += minute;
    await service.ensure('regular');
    const names = readdirSync(share);
    expect([left, others, fresh].map((name) => names.includes(name))).toEqual([false, true, true]);
  });

  it('is not a file', async () => {
    writeFileSync(join(dataDir, 'file'), '');
    await expect(service.setFolder(join(dataDir, 'file'))).rejects.toMatchObject({ reason: 'folder-unusable' });
  });
});

describe('a restore', () => {
  it('is asked for by a name of the list, and can be called off', async () => {
    await change('Brumelis');
    await service.ensure('regular');
    const name = (await service.state()).rows[0]?.name ?? '';
    expect((await service.restore(name)).requested).toBe(name);
    expect((await service.cancelRestore()).requested).toBeNull();
  });

  it.each(['../smart-recruiting.db', 'smart-recruiting-00000000-2020-01-01T00-00-00-000Z-regular.db'])(
    'is refused for %s',
    async (name) => {
      await expect(service.restore(name)).rejects.toThrow(expect.objectContaining({ reason: 'backup-gone' }));
    },
  );

  it('is refused for what a newer version made', async () => {
    await change('Brumelis');
    await service.ensure('regular');
    const name = (await service.state()).rows[0]?.name ?? '';
    const sqlite = new BetterSqlite(join(folder(), name));
    sqlite.pragma('user_version = 9999');
    sqlite.close();
    await expect(service.restore(name)).rejects.toThrow(expect.objectContaining({ reason: 'database-newer' }));
    expect((await service.state()).requested).toBeNull();
  });

  it('is refused for what is no database', async () => {
    const name = 'smart-recruiting-00000000-2020-01-01T00-00-00-000Z-regular.db';
    mkdirSync(folder());
    writeFileSync(join(folder(), name), 'no database at all, whatever its name says');
    const details = { path: join(folder(), name) };
    const told = expect.objectContaining({ reason: 'backup-damaged', details }) as Error;
    await expect(service.restore(name)).rejects.toThrow(told);
    await expect(service.compare(name)).rejects.toThrow(told);
  });
});
