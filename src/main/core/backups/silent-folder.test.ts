import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { migrationsDir } from '../../../../tests/support/temporary-database';
import { AppError } from '../../../shared/domain/app-error';
import { filesHere } from '../db/folder-files';
import { openDatabase, type Database } from '../db/open';
import { bringRestore, requestRestore } from '../db/restore';
import { createChangeFeed } from '../jobs/change-feed';
import { createJobRunner, type JobRunner } from '../jobs/job-runner';
import type { BackupFiles } from '../ports';
import { createSettingService } from '../settings/setting-service';
import { createBackupService, type BackupService } from './backup-service';

let place: string;
let dataDir: string;
let database: Database;
let jobRunner: JobRunner;
let service: BackupService;
let isSilent = false;
let asked: string[] = [];

const share = (): string => join(place, 'serveur', 'sauvegardes');
const own = (): string => join(dataDir, 'backup');
const databasesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.db'));

/** A folder that is on this disk, and from some moment on answers nobody. */
const answering = <A extends unknown[], R>(name: string, work: (...given: A) => Promise<R>) => {
  return async (...given: A): Promise<R> => {
    asked.push(name);
    if (isSilent) throw new AppError('unavailable', 'Silence.', 'folder-silent', { folder: share() });
    return await work(...given);
  };
};
const files: BackupFiles = {
  list: answering('list', (folder: string) => filesHere.list(folder)),
  check: answering('check', (folder: string) => filesHere.check(folder)),
  tidy: answering('tidy', (folder: string, databaseId: string) => filesHere.tidy(folder, databaseId)),
  bring: answering('bring', (from: string, to: string) => filesHere.bring(from, to)),
  fetch: answering('fetch', (from: string, to: string) => filesHere.fetch(from, to)),
  remove: answering('remove', (paths: readonly string[]) => filesHere.remove(paths)),
  read: answering('read', (path: string) => filesHere.read(path)),
  write: answering('write', (path: string, text: string) => filesHere.write(path, text)),
  peek: answering('peek', (path: string) => filesHere.peek(path)),
};

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
  dataDir = join(place, 'data');
  const clock = { now: () => new Date() };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  database = openDatabase({ dataDir, migrationsDir, now: clock.now() });
  const toAppError = (_where: string, error: unknown): AppError =>
    error instanceof AppError ? error : new AppError('internal', String(error));
  jobRunner = await createJobRunner({ database, clock, log, feed: createChangeFeed(), toAppError });
  service = createBackupService({
    ...{ database, dataDir, clock, jobRunner, settingService: createSettingService(database), backupFiles: files },
    report: (error) => toAppError('backup', error),
    announce: () => undefined,
  });
  isSilent = false;
  mkdirSync(dirname(share()));
  await service.setFolder(share());
  await change('One');
});
afterEach(async () => {
  await jobRunner.dispose();
  await database.close();
  rmSync(place, { recursive: true });
});

async function change(name: string): Promise<void> {
  await database.write((db) => {
    db.prepare(
      `insert into company (name, name_key, content_hash, created_at, updated_at)
       values (:name, :name, :name, '2026-03-02', '2026-03-02')`,
    ).run({ name });
  });
}

it('gets the backup, and nothing of it stays in the data folder', async () => {
  await service.ensure('regular');
  expect(databasesIn(share())).toHaveLength(1);
  expect(databasesIn(own())).toEqual([]);
  const [name = ''] = databasesIn(share());
  expect(existsSync(join(share(), `${name}.sha256`))).toBe(true);
});

it('that does not answer leaves the backup in the data folder, is told of, and is not asked more than once', async () => {
  isSilent = true;
  asked = [];
  await service.ensure('regular');
  expect(databasesIn(own())).toHaveLength(1);
  expect(asked.filter((name) => name !== 'list')).toEqual([]);
  const { failure, rows, folder } = await service.state();
  expect({ reason: failure?.failure.reason, folder }).toEqual({ reason: 'folder-silent', folder: share() });
  expect(rows.map((row) => row.folder)).toEqual([own()]);
  expect(await service.lastAt()).toBe(rows[0]?.at);
  // Nothing has changed since, but for the name that the database was given for its first backup.
  for (const suffix of ['', '-wal']) utimesSync(`${database.path}${suffix}`, 1_000, 1_000);
  await service.ensure('regular');
  expect(databasesIn(own())).toHaveLength(1);
});

it('that answers again gets the next backup', async () => {
  isSilent = true;
  await service.ensure('regular');
  isSilent = false;
  await service.ensure('regular');
  expect(databasesIn(share())).toHaveLength(1);
  expect((await service.state()).failure).toBeNull();
});

it('that does not answer fails the backup that somebody asked for, which is kept all the same', async () => {
  isSilent = true;
  const jobId = await service.start();
  let reason: unknown = null;
  for await (const job of jobRunner.watch(jobId, new AbortController().signal)) reason = job.error?.reason ?? null;
  expect(reason).toBe('folder-silent');
  expect(databasesIn(own())).toHaveLength(1);
});

it('that does not answer refuses what is asked of its backups, and those of the data folder can be restored', async () => {
  await service.ensure('regular');
  const [away = ''] = databasesIn(share());
  isSilent = true;
  const asks = [
    () => service.restore(away),
    () => service.compare(away),
    () => service.setFolder(join(share(), 'other')),
  ];
  for (const ask of asks) {
    await expect(ask()).rejects.toMatchObject({ reason: 'folder-silent' });
  }
  await change('Two');
  await service.ensure('regular');
  const [here = ''] = databasesIn(own());
  expect((await service.restore(here)).requested).toBe(here);
});

it('brings a backup that is to be restored at the start, which else goes on without', async () => {
  await service.ensure('regular');
  const [away = ''] = databasesIn(share());
  await service.restore(away);
  isSilent = true;
  const start = async (): Promise<Database> => {
    await database.close();
    const restoreFailure = await bringRestore(dataDir, files);
    return openDatabase({ dataDir, migrationsDir, now: new Date(), restoreFailure });
  };
  database = await start();
  expect(database.restore).toMatchObject({ state: 'postponed', failure: { reason: 'folder-silent' } });
  isSilent = false;
  await change('Two');
  database = await start();
  expect(database.restore).toMatchObject({ state: 'restored', path: join(share(), away) });
  expect(database.read.prepare('select name from company').pluck().all()).toEqual(['One']);
  expect(readdirSync(dataDir).filter((name) => name.startsWith('restore'))).toEqual([]);
});

it('is read as it was written: what the way mangled is no backup', async () => {
  mkdirSync(share(), { recursive: true });
  const damaged = join(share(), 'smart-recruiting-00000000-2020-01-01T00-00-00-000Z-regular.db');
  writeFileSync(damaged, 'x');
  writeFileSync(`${damaged}.sha256`, `${'0'.repeat(64)}  x\n`);
  requestRestore(dataDir, damaged);
  expect(await bringRestore(dataDir, files)).toBeNull();
  await database.close();
  database = openDatabase({ dataDir, migrationsDir, now: new Date() });
  expect(database.restore?.state).toBe('refused');
  expect(readdirSync(dataDir).filter((name) => name.startsWith('restore'))).toEqual([]);
});
