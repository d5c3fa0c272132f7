import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyDatabase } from '../../src/main/core/db/copy-database';
import { openDatabase, type Database } from '../../src/main/core/db/open';
import { requestRestore } from '../../src/main/core/db/restore';
import { indexPathOf } from '../../src/main/core/search/index-file';
import { openSearchIndex } from '../../src/main/core/search/search-index';
import { readBackupFileName } from '../../src/shared/domain/backup';
import { buildEntries } from '../support/build-entry';
import { runBitFlips } from '../survival/bit-flips';
import { runConversionKills } from '../survival/conversion-kills';
import { survivalEntries } from '../survival/entries.mjs';
import { backupNames, backupsOfFormer } from '../survival/examine';
import { faultsOfIndex } from '../survival/examine-files';
import { runFullDisk } from '../survival/full-disk';
import { runKills } from '../survival/kills';
import { runPowerCuts } from '../survival/power-cuts';
import { runRecoveries } from '../survival/recoveries';
import { recoveryCases } from '../survival/recovery-cases';
import { copyFolder, encryptFolder, makeStartFolder, type SurvivalPlace } from '../survival/run-office';

// Short series; `npm run survival` runs the long ones (docs/reliability.md).

const seed = 20_261_122;
const timeout = 600_000;
const tell = (): void => undefined;
/** Writes are recorded and made to fail by strace, which only Linux has. */
const hasStrace = process.platform === 'linux' && spawnSync('strace', ['-V']).status === 0;

let place: SurvivalPlace;
let startDir = '';
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-survival-'));
  const { office } = await buildEntries('survival-short', survivalEntries);
  place = { rootDir: resolve(import.meta.dirname, '../..'), entriesDir: dirname(office), officeEntry: office, folder };
  startDir = await makeStartFolder(place);
});
afterAll(() => rmSync(place.folder, { recursive: true, force: true }));

it('takes a restored database of an older version, kept before it was migrated, for no former one', async () => {
  const dataDir = join(place.folder, 'restored');
  const migrationsDir = join(place.folder, 'older');
  const now = new Date('2026-03-02T09:00:00.000Z');
  copyFolder(join(place.rootDir, 'resources/migrations'), migrationsDir);
  const journalFile = join(migrationsDir, 'meta/_journal.json');
  const journal = readFileSync(journalFile, 'utf8');
  const older = JSON.parse(journal) as { entries: unknown[] };
  writeFileSync(journalFile, JSON.stringify({ ...older, entries: older.entries.slice(0, -1) }));
  const open = (): Database => openDatabase({ dataDir, migrationsDir, now });
  const database = open();
  await database.close();
  const olderBackup = join(dataDir, 'older.db');
  copyDatabase(database.path, olderBackup);
  writeFileSync(journalFile, journal);
  await open().close();
  const seen = new Set(backupNames(dataDir));
  requestRestore(dataDir, olderBackup);
  // At another moment, or its backups would have the names of those that are there.
  await openDatabase({ dataDir, migrationsDir, now: new Date(now.getTime() + 1) }).close();
  const made = backupNames(dataDir).filter((name) => !seen.has(name));
  expect(made.map((name) => readBackupFileName(name)?.reason)).toEqual(['migration', 'restore']);
  expect(backupsOfFormer(backupNames(dataDir), { seen, isRestore: true })).toEqual([made[1]]);
});

it('sees an index of the search that is not that of its database', async () => {
  const dataDir = join(place.folder, 'indexed');
  copyFolder(startDir, dataDir);
  const database = openDatabase({
    dataDir,
    migrationsDir: join(place.rootDir, 'resources/migrations'),
    now: new Date(),
  });
  try {
    expect(await faultsOfIndex(database)).toEqual([]);
    const index = openSearchIndex(indexPathOf(database.path));
    index.file.prepare('delete from text where rowid = (select max(id) from entry)').run();
    index.close();
    expect(await faultsOfIndex(database)).toHaveLength(1);
  } finally {
    await database.close();
  }
});

it('finds everything acknowledged and nothing half after kills at any moment', { timeout }, async () => {
  const { faults, bySort } = await runKills(place, startDir, { kills: 14, seed, tell });
  expect(faults).toEqual([]);
  const unfinished = Object.values(bySort).reduce((sum, sort) => sum + sort.unfinished, 0);
  // Some were cut short, or the test would show nothing.
  expect(unfinished).toBeGreaterThanOrEqual(3);
});

it('finds the same on encrypted data, and no word of them in the clear', { timeout }, async () => {
  const dataDir = join(place.folder, 'encrypted');
  copyFolder(startDir, dataDir);
  const { faults, bySort } = await runKills(await encryptFolder(place, dataDir), dataDir, { kills: 8, seed, tell });
  expect(faults).toEqual([]);
  expect(Object.values(bySort).reduce((sum, sort) => sum + sort.unfinished, 0)).toBeGreaterThanOrEqual(2);
});

it('is under the former key or the next one, whole, whenever that is changed and killed', { timeout }, async () => {
  const { faults, bySort } = await runConversionKills(place, startDir, { kills: 20, seed, tell });
  expect(faults).toEqual([]);
  expect(Object.values(bySort).reduce((sum, sort) => sum + sort.unfinished, 0)).toBeGreaterThanOrEqual(3);
});

it('notices a bit that flips in the database, in a backup or in the model', { timeout }, async () => {
  const { byFile, faults } = await runBitFlips(place, startDir, { flips: 6, seed, tell });
  expect(faults).toEqual([]);
  const [refused, other] = [{ refused: 6 }, { found: 0, harmless: 0, unnoticed: 0 }];
  expect([byFile.backup, byFile.model]).toEqual([
    { ...refused, ...other },
    { ...refused, ...other },
  ]);
  const { database } = byFile;
  expect([database.unnoticed, database.refused + database.found + database.harmless]).toEqual([0, 6]);
});

it('recovers what can be recovered of a folder that was mistreated, in each way once', { timeout }, async () => {
  const { faults, byName } = await runRecoveries(place, startDir, { cases: recoveryCases.length, seed, tell });
  expect(faults).toEqual([]);
  expect(Object.keys(byName)).toHaveLength(recoveryCases.length);
});

// The workflow installs it (.github/workflows/test.yml): there the two tests below are not left out unnoticed.
it.runIf(process.platform === 'linux' && process.env['GITHUB_ACTIONS'])('can watch system calls', () => {
  expect(hasStrace).toBe(true);
});

it.skipIf(!hasStrace)('loses nothing acknowledged when the power fails', { timeout }, async () => {
  const { faults, torn } = await runPowerCuts(place, startDir, { cuts: 40, seed, tell });
  expect(faults).toEqual([]);
  expect(torn).toBeGreaterThan(20);
});

it.skipIf(!hasStrace)('says that the disk is full at whichever write it becomes so', { timeout }, async () => {
  const { faults, told } = await runFullDisk(place, startDir, { most: 40, every: 13, tell });
  expect(faults).toEqual([]);
  expect(told['disk-full']).toBeGreaterThan(3);
});
