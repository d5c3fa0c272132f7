import { createHash } from 'node:crypto';
import { cpSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { backupFolderName, databaseFileName, openDatabase } from '../../src/main/core/db/open';
import { requestRestore } from '../../src/main/core/db/restore';
import { checkModelFolder } from '../../src/main/workers/embed/model-folder';
import { AppError } from '../../src/shared/domain/app-error';
import { createRandom, type Random } from '../../src/shared/util/random';
import { backupNames } from './examine';
import { copyFolder, type SurvivalPlace } from './run-office';

/** What became of a flipped bit: told when the file is used, found by the check, without any effect, or none of these. */
export const flipOutcomes = ['refused', 'found', 'harmless', 'unnoticed'] as const;
type Outcome = (typeof flipOutcomes)[number];

export interface FlipReport {
  readonly flips: number;
  readonly byFile: Record<'database' | 'backup' | 'model', Record<Outcome, number>>;
  /** What ended in another way than these. */
  readonly faults: string[];
}

/**
 * Flips one bit at a time, `flips` times each, in a closed database, in a backup that is then restored, and in the files of
 * the model.
 */
export async function runBitFlips(
  place: SurvivalPlace,
  startDir: string,
  { flips, seed, tell }: { readonly flips: number; readonly seed: number; readonly tell: (done: number) => void },
): Promise<FlipReport> {
  const random = createRandom(seed);
  const none = (): Record<Outcome, number> => ({ refused: 0, found: 0, harmless: 0, unnoticed: 0 });
  const byFile: FlipReport['byFile'] = { database: none(), backup: none(), model: none() };
  const faults: string[] = [];
  const count = async (file: keyof typeof byFile, outcome: () => Outcome | Promise<Outcome>): Promise<void> => {
    try {
      byFile[file][await outcome()] += 1;
    } catch (error) {
      faults.push(`${file}: ${String(error)}`);
    }
  };
  const dataDir = join(place.folder, 'flipped');
  const modelDir = join(place.folder, 'model');
  copyFolder(startDir, dataDir);
  cpSync(join(place.rootDir, 'models/smart-recruiting-fr-v1'), modelDir, { recursive: true });
  const migrationsDir = join(place.rootDir, 'resources/migrations');
  const looked = { dataDir, migrationsDir, random };
  for (let flip = 0; flip < flips; flip += 1) {
    await count('database', () => flipDatabase(looked, startDir));
    await count('backup', () => flipBackup(looked, startDir));
    await count('model', () => flipModel(modelDir, random));
    tell(flip + 1);
  }
  return { flips, byFile, faults };
}

interface Looked {
  readonly dataDir: string;
  readonly migrationsDir: string;
  readonly random: Random;
}

async function flipDatabase(looked: Looked, startDir: string): Promise<Outcome> {
  const path = join(looked.dataDir, databaseFileName);
  const whole = readFileSync(join(startDir, databaseFileName));
  removeJournal(path);
  writeFileSync(path, flipped(whole, looked.random));
  // A disk that rots tells no time of it.
  const { atimeMs, mtimeMs } = statSync(join(startDir, databaseFileName));
  utimesSync(path, atimeMs / 1_000, mtimeMs / 1_000);
  cpSync(join(startDir, `${databaseFileName}.sums`), `${path}.sums`);
  return await outcomeOf(looked, contentOf(join(startDir, databaseFileName)));
}

/** Opens the folder as a start would and reads all that is in it. */
async function outcomeOf({ dataDir, migrationsDir }: Looked, expected: string): Promise<Outcome> {
  let database;
  try {
    database = openDatabase({ dataDir, migrationsDir, now: new Date() });
  } catch (error) {
    if (error instanceof AppError && error.reason !== null) return 'refused';
    throw error;
  }
  const { path } = database;
  try {
    if (database.examine().integrity !== 'ok') return 'found';
  } catch (error) {
    if (String(error).includes('malformed')) return 'found';
    throw error;
  } finally {
    await database.close();
  }
  return contentOf(path) === expected ? 'harmless' : 'unnoticed';
}

async function flipBackup(looked: Looked, startDir: string): Promise<Outcome> {
  const { dataDir, random } = looked;
  const [name = ''] = backupNames(startDir).slice(-1);
  const former = join(startDir, backupFolderName, name);
  const path = join(dataDir, backupFolderName, name);
  writeFileSync(path, flipped(readFileSync(former), random));
  const databasePath = join(dataDir, databaseFileName);
  removeJournal(databasePath);
  cpSync(join(startDir, databaseFileName), databasePath);
  requestRestore(dataDir, path);
  const database = openDatabase({ dataDir, migrationsDir: looked.migrationsDir, now: new Date() });
  const { restore } = database;
  await database.close();
  for (const made of backupNames(dataDir)) if (made !== name) rmSync(join(dataDir, backupFolderName, made));
  if (restore?.state === 'refused') return 'refused';
  return contentOf(databasePath) === contentOf(former) ? 'harmless' : 'unnoticed';
}

async function flipModel(modelDir: string, random: Random): Promise<Outcome> {
  const manifest = JSON.parse(readFileSync(join(modelDir, 'manifest.json'), 'utf8')) as { files: object };
  const names = Object.keys(manifest.files);
  const path = join(modelDir, names[random.below(names.length)] ?? '');
  const whole = readFileSync(path);
  writeFileSync(path, flipped(whole, random));
  try {
    await checkModelFolder(modelDir);
    return 'unnoticed';
  } catch (error) {
    if (error instanceof AppError && error.reason === 'model-damaged') return 'refused';
    throw error;
  } finally {
    writeFileSync(path, whole);
  }
}

function flipped(whole: Buffer, random: Random): Buffer {
  const bytes = Buffer.from(whole);
  const at = random.below(bytes.length);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
  return bytes;
}

function removeJournal(path: string): void {
  for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
}

/** Changes with any value of any table. */
function contentOf(path: string): string {
  const hash = createHash('sha256');
  const sqlite = new BetterSqlite(path, { readonly: true });
  try {
    const tables = sqlite
      .prepare<[], string>("select name from sqlite_schema where type = 'table' order by name")
      .pluck();
    for (const table of tables.all()) {
      hash.update(table);
      for (const row of sqlite.prepare(`select * from "${table}"`).raw().iterate()) {
        hash.update(JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
      }
    }
  } finally {
    sqlite.close();
  }
  return hash.digest('hex');
}
