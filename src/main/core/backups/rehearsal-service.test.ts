import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AppError } from '../../../shared/domain/app-error';
import { copyDatabase } from '../db/copy-database';
import { openDatabase, type Database } from '../db/open';
import { createSettingService, type SettingService } from '../settings/setting-service';
import { createRehearsalService } from './rehearsal-service';

const migrationsDir = join(process.cwd(), 'resources', 'migrations');
const day = 24 * 3_600_000;

let dataDir = '';
let database: Database;
let settingService: SettingService;
let now = new Date('2026-03-02T09:00:00.000Z');

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting é '));
  now = new Date('2026-03-02T09:00:00.000Z');
  database = openDatabase({ dataDir, migrationsDir, now });
  settingService = createSettingService(database);
});
afterEach(async () => {
  await database.close();
  rmSync(dataDir, { recursive: true });
});

const backup = (): string => join(dataDir, 'one.db');
function service() {
  return createRehearsalService({
    ...{ database, dataDir, settingService, clock: { now: () => now } },
    withNewest: async (work) => (existsSync(backup()) ? await work(backup()) : null),
    report: (error) => (error instanceof AppError ? error : new AppError('internal', String(error))),
  });
}

it('rehearses a restore once a month, and leaves nothing behind', async () => {
  await service().ensure();
  expect(settingService.get().rehearsal).toBeNull();
  copyDatabase(database.path, backup());
  await service().ensure();
  const first = { at: now.toISOString(), offers: 0, failure: null };
  expect(settingService.get().rehearsal).toEqual(first);
  now = new Date(now.getTime() + 29 * day);
  await service().ensure();
  expect(settingService.get().rehearsal).toEqual(first);
  now = new Date(now.getTime() + 2 * day);
  await service().ensure();
  expect(settingService.get().rehearsal).toEqual({ ...first, at: now.toISOString() });
  expect(readdirSync(dataDir).filter((name) => name.startsWith('rehearsal'))).toEqual([]);
});

it('says that a backup could not be restored', async () => {
  copyDatabase(database.path, backup());
  const bytes = readFileSync(backup());
  bytes[bytes.length - 5] = (bytes[bytes.length - 5] ?? 0) ^ 1;
  writeFileSync(backup(), bytes);
  await service().ensure();
  expect(settingService.get().rehearsal).toMatchObject({ offers: null, failure: { reason: 'database-damaged' } });
  expect(readdirSync(dataDir).filter((name) => name.startsWith('rehearsal'))).toEqual([]);
  // The next backup is a good one: nobody waits for a month to hear of it.
  now = new Date(now.getTime() + 6 * 3_600_000);
  copyDatabase(database.path, backup());
  await service().ensure();
  expect(settingService.get().rehearsal).toEqual({ at: now.toISOString(), offers: 0, failure: null });
});
