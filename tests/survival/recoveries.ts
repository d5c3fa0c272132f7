import { readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { createRescue } from '../../src/main/core/backups/rescue';
import { backupFolderName, databaseFileName, openDatabase, type Database } from '../../src/main/core/db/open';
import { rehearseRestore } from '../../src/main/core/db/rehearse';
import { requestRestore } from '../../src/main/core/db/restore';
import { salvageDatabase } from '../../src/main/core/db/salvage';
import { AppError } from '../../src/shared/domain/app-error';
import { createRandom } from '../../src/shared/util/random';
import { digestOf } from './digest';
import { backupNames, faultsOf } from './examine';
import { pathsOf, recoveryCases, type RecoveryCase } from './recovery-cases';
import { copyFolder, startCount, type SurvivalPlace } from './run-office';

export interface RecoveryReport {
  readonly cases: number;
  /** How often each kind of mistreatment came. */
  readonly byName: Readonly<Record<string, number>>;
  /**
   * Rows that a salvage kept, those that it told to be lost, and those of offers, companies and formations among the kept
   * whose text is not what it was, over all cases.
   */
  readonly salvaged: { kept: number; lost: number; garbled: number };
  /** What was not as it has to be; empty when all was. */
  readonly faults: string[];
}

/** The folder that all cases begin with: closed, and as a crash leaves it with commits in its journal. */
interface Beginning {
  readonly closed: string;
  readonly crashed: string;
  readonly migrationsDir: string;
  readonly digest: string;
  readonly backupName: string;
}

const commits = 40;
/** As many rows as two pages hold at most. */
const garbledByPages = 40;

/** Mistreats a data folder `cases` times, each in another way or place, and looks at what is recovered of it and how. */
export async function runRecoveries(
  place: SurvivalPlace,
  startDir: string,
  { cases, seed, tell }: { readonly cases: number; readonly seed: number; readonly tell: (done: number) => void },
): Promise<RecoveryReport> {
  const random = createRandom(seed);
  const beginning = await begin(place, startDir);
  const byName: Record<string, number> = {};
  const salvaged = { kept: 0, lost: 0, garbled: 0 };
  const faults: string[] = [];
  const dataDir = join(place.folder, 'mistreated');
  for (let index = 0; index < cases; index += 1) {
    const one = recoveryCases[index % recoveryCases.length];
    if (!one) break;
    byName[one.name] = (byName[one.name] ?? 0) + 1;
    copyFolder(one.hasJournal ? beginning.crashed : beginning.closed, dataDir);
    const what = { dataDir, random, ...pathsOf(dataDir, beginning.backupName) };
    // Its checksums were noted for the time at which it was closed, which a copy does not have.
    const { atimeMs, mtimeMs } = statSync(one.hasJournal ? what.path : join(beginning.closed, databaseFileName));
    try {
      one.mistreat(what);
      // A disk that rots tells no time of it; another program does.
      if (one.outcome.is !== 'refused') utimesSync(what.path, atimeMs / 1_000, mtimeMs / 1_000);
      const found = await recover({ ...beginning, dataDir, backupPath: what.backupPath }, one, {
        useBackup: index % (2 * recoveryCases.length) < recoveryCases.length,
        salvaged,
      });
      faults.push(...found.map((fault) => `case ${index} (${one.name}): ${fault}`));
    } catch (error) {
      faults.push(`case ${index} (${one.name}): ${error instanceof Error ? (error.stack ?? '') : String(error)}`);
    }
    tell(index + 1);
  }
  return { cases, byName, salvaged, faults };
}

async function begin({ folder, rootDir }: SurvivalPlace, startDir: string): Promise<Beginning> {
  const [closed, crashed, migrationsDir] = [startDir, join(folder, 'crashed'), join(rootDir, 'resources/migrations')];
  const live = join(folder, 'live');
  copyFolder(startDir, live);
  const database = openDatabase({ dataDir: live, migrationsDir, now: new Date() });
  const digest = digestOf(database.read);
  for (let commit = 0; commit < commits; commit += 1) {
    await database.write((db) => {
      db.prepare<unknown, [string]>("insert into setting (key, value) values ('commit ' || ?, '1')").run(
        String(commit),
      );
    });
  }
  // As it lies on the disk in the midst of everything.
  copyFolder(live, crashed);
  await database.close();
  const [backupName = ''] = backupNames(startDir).slice(-1);
  return { closed, crashed, migrationsDir, digest, backupName };
}

interface Place extends Beginning {
  readonly dataDir: string;
  readonly backupPath: string;
}
interface Ways {
  /** Whether the backup takes the place of what is damaged, else what was salvaged of it. */
  readonly useBackup: boolean;
  readonly salvaged: RecoveryReport['salvaged'];
}

async function recover(place: Place, { outcome }: RecoveryCase, ways: Ways): Promise<string[]> {
  switch (outcome.is) {
    case 'unharmed':
      return await opens(place, place.digest);
    case 'refused':
      return refuses(place, outcome.reason);
    case 'journal':
      return await opensUpToACommit(place, ways);
    case 'restored':
    case 'restore-refused':
      return await restores(place, outcome.is === 'restored' ? 'restored' : 'refused');
    case 'hopeless':
      return [...refuses(place, 'database-damaged'), ...(await rescues(place, ways, null))];
    case 'missing':
      return [...refuses(place, 'database-missing'), ...(await rescues(place, ways, null))];
    case 'damaged':
      return [...refuses(place, 'database-damaged'), ...(await rescues(place, ways, outcome.losesNothing === true))];
  }
}

const databaseOf = ({ dataDir, migrationsDir }: Place): Database =>
  openDatabase({ dataDir, migrationsDir, now: new Date() });

/** Opens the folder, has `look` find faults and adds those of SQLite and of the application. */
async function opened(place: Place, look: (database: Database) => string[]): Promise<string[]> {
  const database = databaseOf(place);
  try {
    return [...faultsOf(database), ...look(database)];
  } finally {
    await database.close();
  }
}

const opens = (place: Place, digest: string): Promise<string[]> =>
  opened(place, ({ read }) => (digestOf(read) === digest ? [] : ['something is gone']));

/** The start refuses for the reason, and the file is byte for byte as it was. */
function refuses(place: Place, reason: string): string[] {
  const before = readFileSync(join(place.dataDir, databaseFileName));
  try {
    void databaseOf(place).close();
    return ['is opened'];
  } catch (error) {
    const told = error instanceof AppError ? error.reason : String(error);
    const isSame = readFileSync(join(place.dataDir, databaseFileName)).equals(before);
    return [
      ...(told === reason ? [] : [`is refused as ${told}`]),
      ...(isSame ? [] : ['refused, the file was changed']),
    ];
  }
}

async function opensUpToACommit(place: Place, ways: Ways): Promise<string[]> {
  try {
    return await opened(place, ({ read }) => {
      const keys = "select cast(substr(key, 8) as integer) from setting where key glob 'commit *' order by 1";
      const found = read.prepare(keys).pluck().all();
      const isPrefix = found.every((commit, index) => commit === index);
      return [
        ...(isPrefix ? [] : [`has the commits ${found.join()}`]),
        ...(digestOf(read) === place.digest ? [] : ['something is gone']),
      ];
    });
  } catch (error) {
    if (error instanceof AppError && error.reason === 'database-damaged') return await rescues(place, ways, null);
    throw error;
  }
}

async function restores(place: Place, state: string): Promise<string[]> {
  requestRestore(place.dataDir, place.backupPath);
  return await opened(place, ({ restore, read }) => [
    ...(restore?.state === state ? [] : [`the restore is ${restore?.state}`]),
    ...(digestOf(read) === place.digest ? [] : ['something is gone']),
  ]);
}

/**
 * The newest backup is proposed, what is salvaged is sound and nobody's invention, one of them takes the file's place, and
 * that is kept. `losesNothing` null: whether anything can be salvaged at all is left open.
 */
async function rescues(place: Place, ways: Ways, losesNothing: boolean | null): Promise<string[]> {
  const { dataDir, migrationsDir } = place;
  const writeThread = {
    rehearse: (path: string, at: string) => Promise.resolve(rehearseRestore(path, at)),
    salvage: (wanted: Parameters<typeof salvageDatabase>[0]) => Promise.resolve(salvageDatabase(wanted)),
  };
  const path = join(dataDir, databaseFileName);
  const before = readFileSync(path);
  const rescue = createRescue({ dataDir, migrationsDir, clock: { now: () => new Date() }, writeThread });
  const { good } = await rescue.look();
  const faults = good?.content.offers === startCount ? [] : ['no backup is proposed'];
  const salvage = await rescue.salvage().catch((error: unknown) => {
    if (losesNothing === null && error instanceof AppError && error.reason === 'database-damaged') return null;
    throw error;
  });
  if (salvage)
    faults.push(...faultsOfSalvage(place, salvage, { losesNothing: losesNothing === true, counts: ways.salvaged }));
  for (const { kept, lost } of salvage?.tables ?? []) {
    ways.salvaged.kept += kept;
    ways.salvaged.lost += lost ?? 0;
  }
  if (!readFileSync(path).equals(before)) faults.push('looked at, the file was changed');
  const usesSalvage = salvage !== null && !ways.useBackup;
  rescue.use(usesSalvage ? salvage.path : place.backupPath);
  const after = await opened(place, ({ read, restore }) => [
    ...(restore?.state === 'restored' ? [] : [`the rescue is ${restore?.state}`]),
    ...(usesSalvage || digestOf(read) === place.digest ? [] : ['the backup brings something else back']),
  ]);
  // Lines of files that are lost are told by their number; the import stays, and says what it once brought.
  faults.push(...after.filter((fault) => !usesSalvage || !/imports that are half there/.test(fault)));
  const isKept = readdirSync(join(dataDir, backupFolderName)).some(
    (name) => name.endsWith('.damaged') && readFileSync(join(dataDir, backupFolderName, name)).equals(before),
  );
  // One that only its checksums tell from a sound one is kept as a backup is.
  const asBackup = backupNames(dataDir).some((name) => name.includes('-restore.'));
  if (!isKept && !asBackup) faults.push('the damaged file is not kept');
  return faults;
}

/** What was salvaged has what it says, and no row of offers, companies or formations that never was. */
function faultsOfSalvage(
  { closed }: Place,
  salvage: { readonly path: string; readonly tables: readonly { table: string; kept: number; lost: number | null }[] },
  { losesNothing, counts }: { readonly losesNothing: boolean; readonly counts: RecoveryReport['salvaged'] },
): string[] {
  const former = new BetterSqlite(join(closed, databaseFileName), { readonly: true });
  const rows = new BetterSqlite(salvage.path, { readonly: true });
  try {
    return salvage.tables.flatMap(({ table, kept, lost }) => {
      const count = (sqlite: BetterSqlite.Database): number =>
        Number(sqlite.prepare(`select count(*) from "${table}"`).pluck().get());
      const stood = count(former);
      const isOfPeople = ['offer', 'company', 'formation'].includes(table);
      const { garbled, invented } = isOfPeople ? otherRows(rows, former, table) : { garbled: 0, invented: 0 };
      counts.garbled += garbled;
      return [
        ...(kept === count(rows) ? [] : [`${table}: not ${kept} rows`]),
        // Written by triggers beside the offers, whatever of it could be read.
        ...(kept > stood && table !== 'offer_block' ? [`${table}: ${kept} of ${stood} rows`] : []),
        ...(lost !== null && kept + lost > stood && table !== 'offer_block'
          ? [`${table}: ${lost} lost of ${stood}`]
          : []),
        ...(losesNothing && kept !== stood ? [`${table}: ${stood - kept} rows lost for nothing`] : []),
        ...(invented > 0 ? [`${table}: ${invented} rows never were`] : []),
        // Half a page in place of the other half may give a text that SQLite cannot tell from a sound one.
        ...(garbled > garbledByPages ? [`${table}: ${garbled} rows are not as they were`] : []),
      ];
    });
  } finally {
    for (const sqlite of [former, rows]) sqlite.close();
  }
}

/** Rows by their number that stand otherwise than before: with another text, or where there was none. */
function otherRows(rows: BetterSqlite.Database, former: BetterSqlite.Database, table: string) {
  const all = (sqlite: BetterSqlite.Database): Map<unknown, string> => {
    const found = sqlite.prepare<[], unknown[]>(`select id, * from "${table}"`).raw().all();
    return new Map(found.map(([id, ...values]) => [id, JSON.stringify(values)]));
  };
  const known = all(former);
  const other = [...all(rows)].filter(([id, values]) => known.get(id) !== values);
  return {
    garbled: other.filter(([id]) => known.has(id)).length,
    invented: other.filter(([id]) => !known.has(id)).length,
  };
}
