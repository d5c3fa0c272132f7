import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { checkChecksum, hasRightChecksum } from '../../src/main/core/db/checksum';
import { encryptBackup } from '../../src/main/core/db/convert-database';
import { holdDataKey, keyIdOf, type DataKey } from '../../src/main/core/db/data-keys';
import { backupFolderName, databaseFileName, openDatabase } from '../../src/main/core/db/open';
import { wantKey, wantPlain } from '../../src/main/core/db/wanted-key';
import { isWhole, keyFilesIn, makeDataKey, makeKeyFile, sealKey } from '../../src/main/core/encryption/key-file';
import { keepKeyFile, keyFoldersOf, openKey } from '../../src/main/core/encryption/key-file-service';
import { createRandom, type Random } from '../../src/shared/util/random';
import type { ConvertOrders } from './converter';
import { digestOf } from './digest';
import { backupNames, faultsOf, faultsOfBackups } from './examine';
import { copyFolder, type SurvivalPlace } from './run-office';

const sorts = ['encrypt', 'decrypt', 'another key', 'backups', 'passphrase'] as const;
type Sort = (typeof sorts)[number];

const passphrases = ['trois chevaux bleus', 'quatre ânes gris'];
const changesInARow = 60;
const [first, second] = [makeDataKey(), makeDataKey()];

export interface ConversionReport {
  readonly kills: number;
  /** Of each sort: how many, and how many of them before it was over. */
  readonly bySort: Record<Sort, { kills: number; unfinished: number }>;
  /** What was lost, half there or could not be opened; empty when nothing was. */
  readonly faults: string[];
}

interface Series {
  readonly place: SurvivalPlace;
  readonly migrationsDir: string;
  /** The folder that is mistreated, made anew for each kill. */
  readonly dataDir: string;
  readonly converter: string;
  /** Data folders as each sort finds them, and what stands in the database. */
  readonly folders: Readonly<Record<Sort, string>>;
  readonly digest: string;
}

/**
 * Kills without warning what encrypts a database, makes it plain, brings it under another key, encrypts its backups and changes the
 * passphrase, `kills` times at moments that the seed spreads; looks after each that everything is whole and opens.
 */
export async function runConversionKills(
  place: SurvivalPlace,
  startDir: string,
  { kills, seed, tell }: { readonly kills: number; readonly seed: number; readonly tell: (done: number) => void },
): Promise<ConversionReport> {
  const random = createRandom(seed);
  const series = await prepare(place, startDir);
  const usualMs = new Map<Sort, number>();
  const bySort = Object.fromEntries(
    sorts.map((sort) => [sort, { kills: 0, unfinished: 0 }]),
  ) as ConversionReport['bySort'];
  const faults: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const sort = sorts[kill % sorts.length] ?? 'encrypt';
    copyFolder(series.folders[sort], series.dataDir);
    // The first of each shows how long it takes; it is killed when it is over.
    const usual = usualMs.get(sort);
    const { acknowledged, isOver, tookMs } = await runAndKill(series, sort, momentOf(random, usual));
    usualMs.set(sort, Math.max(usual ?? 0, tookMs));
    bySort[sort].kills += 1;
    if (!isOver) bySort[sort].unfinished += 1;
    const found = await look(series, sort, acknowledged);
    faults.push(...found.map((fault) => `kill ${kill} (${sort}): ${fault}`));
    tell(kill + 1);
  }
  return { kills, bySort, faults };
}

function momentOf(random: Random, usualMs: number | undefined): number {
  const part = random.next();
  return usualMs === undefined ? Infinity : part * usualMs * 1.05;
}

async function prepare(place: SurvivalPlace, startDir: string): Promise<Series> {
  for (const key of [first, second]) holdDataKey(key);
  const migrationsDir = join(place.rootDir, 'resources/migrations');
  const folderOf = (sort: string): string => join(place.folder, `before ${sort}`);
  const plain = folderOf('encrypt');
  copyFolder(startDir, plain);
  const digest = await openAndDo(plain, migrationsDir, digestOf);
  await keepKeys(plain);
  wantKey(plain, first.id);
  const encrypted = folderOf('backups');
  copyFolder(plain, encrypted);
  await openAndDo(encrypted, migrationsDir, () => undefined);
  for (const sort of ['decrypt', 'another key', 'passphrase']) copyFolder(encrypted, folderOf(sort));
  wantPlain(folderOf('decrypt'), first);
  wantKey(folderOf('another key'), second.id);
  const folders = Object.fromEntries(sorts.map((sort) => [sort, folderOf(sort)])) as Series['folders'];
  const converter = join(place.entriesDir, 'converter.js');
  return { place, migrationsDir, dataDir: join(place.folder, 'converted'), converter, folders, digest };
}

async function keepKeys(dataDir: string): Promise<void> {
  for (const key of [first, second]) {
    const seals = [await sealKey(key, 'passphrase', passphrases[0] ?? '')];
    keepKeyFile(dataDir, { key, file: makeKeyFile(key, { revision: 0, seals, system: null }) });
  }
}

async function openAndDo<T>(
  dataDir: string,
  migrationsDir: string,
  work: (read: ReturnType<typeof openDatabase>['read']) => T,
): Promise<T> {
  const database = openDatabase({ dataDir, migrationsDir, now: new Date() });
  try {
    return work(database.read);
  } finally {
    await database.close();
  }
}

function workOf(sort: Sort): ConvertOrders['work'] {
  if (sort === 'backups') return { kind: 'encrypt-backups', keyId: first.id };
  if (sort === 'passphrase') return { kind: 'change-passphrase', passphrases, times: changesInARow };
  return { kind: 'start' };
}

/** Starts the work and kills it `waitMs` after it began, at the latest when it is over. */
async function runAndKill({ dataDir, migrationsDir, converter }: Series, sort: Sort, waitMs: number) {
  const orders: ConvertOrders = { dataDir, migrationsDir, keys: [first, second], work: workOf(sort) };
  const child = spawn(process.execPath, [converter, JSON.stringify(orders)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  let [beganMs, overMs, acknowledged, isOver] = [0, 0, 0, false];
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'begun') {
      beganMs = performance.now();
      if (waitMs < Infinity) void delay(waitMs).then(() => child.kill('SIGKILL'));
    }
    if (line === 'done') acknowledged += 1;
    if (line === 'over') {
      isOver = true;
      overMs = performance.now();
      child.kill('SIGKILL');
    }
  }
  await gone;
  if (beganMs === 0) throw new Error(`The work did not begin: ${sort}.`);
  return { acknowledged, isOver, tookMs: (isOver ? overMs : performance.now()) - beganMs };
}

/** What is wrong with the folder, as the next start and the next click find it. */
async function look(series: Series, sort: Sort, acknowledged: number): Promise<string[]> {
  if (sort === 'passphrase') return await lookAtKeyFiles(series.dataDir, acknowledged);
  const { dataDir, migrationsDir, digest } = series;
  const path = join(dataDir, databaseFileName);
  const [before, wanted] = ends[sort].map((key) => key?.id ?? null);
  const present = keyIdOf(path);
  const faults = present === before || present === wanted ? [] : [`is under the key ${present}`];
  const database = openDatabase({ dataDir, migrationsDir, now: new Date() });
  try {
    faults.push(...faultsOf(database), ...faultsOfBackups(dataDir, new Set()));
    if (digestOf(database.read) !== digest) faults.push('holds something else');
    if (database.notAsWanted) faults.push(`is not as wanted: ${database.notAsWanted.message}`);
  } finally {
    await database.close();
  }
  if (keyIdOf(path) !== wanted) faults.push('is not under the key that is wanted');
  if (existsSync(`${path}.converting`)) faults.push('half a copy is left');
  if (sort === 'backups') faults.push(...encryptRest(dataDir));
  return faults;
}

/** Under what the database is before and after; the backups are encrypted beside one that is. */
const ends: Readonly<Record<Exclude<Sort, 'passphrase'>, readonly [DataKey | null, DataKey | null]>> = {
  encrypt: [null, first],
  decrypt: [first, null],
  'another key': [first, second],
  backups: [first, first],
};

/** Presses the button again: what is wrong with the backups then, and with what was left before. */
function encryptRest(dataDir: string): string[] {
  const folder = join(dataDir, backupFolderName);
  return backupNames(dataDir).flatMap((name) => {
    const path = join(folder, name);
    const isPlain = keyIdOf(path) === null;
    try {
      if (!hasRightChecksum(path)) return [`backup ${name} has no checksum of its own`];
      if (isPlain) encryptBackup(path, first.id);
      checkChecksum(path, path);
    } catch (error) {
      return [`backup ${name}: ${String(error)}`];
    }
    const isLeft = isPlain && existsSync(`${path}.part`);
    return [
      ...(keyIdOf(path) === first.id ? [] : [`backup ${name} stays plain`]),
      ...(isLeft ? ['half a backup'] : []),
    ];
  });
}

/** Every copy is whole, and the key opens with the passphrase that was acknowledged last, or with the one after that. */
async function lookAtKeyFiles(dataDir: string, acknowledged: number): Promise<string[]> {
  const folders = keyFoldersOf(dataDir);
  const files = keyFilesIn(folders, first.id);
  const faults = files.length === folders.length ? [] : [`${files.length} of ${folders.length} key files can be read`];
  if (!files.every((file) => isWhole(file, first))) faults.push('a key file is not whole');
  const revision = Math.max(...files.map((file) => file.revision));
  if (revision !== acknowledged && revision !== acknowledged + 1)
    faults.push(`the key files are of change ${revision} after ${acknowledged}`);
  const words = passphrases[revision % passphrases.length] ?? '';
  const opened = await openKey(files, { words });
  if (opened?.key.secret !== first.secret) faults.push('the passphrase of now does not open the key');
  const former = passphrases[(revision + 1) % passphrases.length] ?? '';
  if ((await openKey(files, { words: former })) !== null) faults.push('a former passphrase opens the key');
  return faults;
}
