import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { backupFolderName, databaseFileName } from '../../src/main/core/db/open';
import type { Random } from '../../src/shared/util/random';

/** A closed data folder, or one that a crash left with its journal, which a case is about to mistreat. */
export interface Mistreated {
  readonly dataDir: string;
  /** The database. */
  readonly path: string;
  /** Its newest backup, a whole one. */
  readonly backupPath: string;
  readonly random: Random;
}

/**
 * What is to come of a case. `damaged`: the start refuses the file, and a backup or a salvage takes its place; `hopeless`:
 * the same, but nothing can be read; `refused`: the start refuses with this reason, and the file stays; `unharmed`:
 * it opens with all that it had; `journal`: it opens with what stood there up to some commit, or is refused as damaged;
 * `restore-refused`: the restore that was asked for is, and the database stays as it was; `restored`: it is done.
 */
export type Outcome =
  | { readonly is: 'damaged'; readonly losesNothing?: boolean }
  | { readonly is: 'hopeless' | 'missing' | 'unharmed' | 'journal' | 'restore-refused' | 'restored' }
  | { readonly is: 'refused'; readonly reason: 'database-foreign' | 'database-newer' };

export interface RecoveryCase {
  readonly name: string;
  readonly outcome: Outcome;
  /** Whether it begins with a journal of commits that are not in the file yet. */
  readonly hasJournal?: boolean;
  mistreat(what: Mistreated): void;
}

const damaged = (name: string, mistreat: RecoveryCase['mistreat'], losesNothing = false): RecoveryCase => ({
  ...{ name, mistreat, outcome: { is: 'damaged', losesNothing } },
});
const other = (
  name: string,
  is: 'hopeless' | 'missing' | 'unharmed',
  mistreat: RecoveryCase['mistreat'],
): RecoveryCase => ({
  ...{ name, mistreat, outcome: { is } },
});
const journal = (name: string, mistreat: RecoveryCase['mistreat']): RecoveryCase => ({
  ...{ name, mistreat, outcome: { is: 'journal' }, hasJournal: true },
});
const restore = (
  name: string,
  is: 'restore-refused' | 'restored',
  mistreat: RecoveryCase['mistreat'],
): RecoveryCase => ({
  ...{ name, mistreat, outcome: { is } },
});

const pageBytes = 16_384;
const tables = ['offer', 'company', 'formation', 'match', 'ranking', 'import_batch', 'embedding', 'setting'];

/** Overwrites bytes of a file; a negative `from` counts from its end. */
function overwrite(path: string, from: number, bytes: Uint8Array): void {
  const whole = readFileSync(path);
  whole.set(bytes.subarray(0, whole.length), from < 0 ? Math.max(0, whole.length + from) : from);
  writeFileSync(path, whole);
}

function noise(random: Random, count: number): Uint8Array {
  return Uint8Array.from({ length: count }, () => random.below(256));
}

/** A page by chance of those that hold a table or an index, or lead to them. */
function pageOf(
  path: string,
  random: Random,
  which: { readonly sql: string; readonly names: readonly string[] },
): number {
  const sqlite = new BetterSqlite(path, { readonly: true });
  const pages = sqlite.prepare<[string], number>(`select pageno from dbstat where name = ? and ${which.sql}`).pluck();
  const found = which.names.flatMap((name) => pages.all(name)).filter((page) => page > 1);
  sqlite.close();
  const page = found[random.below(found.length)];
  if (page === undefined) throw new Error(`No page of ${which.names.join(', ')}.`);
  return page;
}

function indexesOf(path: string): string[] {
  const sqlite = new BetterSqlite(path, { readonly: true });
  const names = sqlite
    .prepare<[], string>("select name from sqlite_schema where type = 'index' order by name")
    .pluck()
    .all();
  sqlite.close();
  return names;
}

/** Overwrites what a page holds: with noise, with nothing, or its second half with what stood in its first. */
function spoilPage(path: string, page: number, random: Random): void {
  const at = (page - 1) * pageBytes;
  const former = readFileSync(path).subarray(at, at + pageBytes);
  const ways = [
    noise(random, pageBytes),
    new Uint8Array(pageBytes),
    Buffer.concat([former.subarray(0, 8_192), former.subarray(0, 8_192)]),
  ];
  overwrite(path, at, ways[random.below(ways.length)] ?? new Uint8Array(pageBytes));
}

function inDatabase(path: string, sql: string): void {
  const sqlite = new BetterSqlite(path);
  sqlite.pragma('journal_mode = DELETE');
  sqlite.exec(sql);
  sqlite.close();
}

const text = Buffer.from('Ceci n’est pas une base de données. '.repeat(500));

const damagedFiles: readonly RecoveryCase[] = [
  damaged('a page of a table', ({ path, random }) =>
    spoilPage(path, pageOf(path, random, { sql: "pagetype = 'leaf'", names: tables }), random),
  ),
  damaged('two pages of tables', ({ path, random }) => {
    const pages = [0, 1].map(() =>
      pageOf(path, random, { sql: "pagetype = 'leaf'", names: ['offer', 'match', 'embedding'] }),
    );
    for (const page of pages) spoilPage(path, page, random);
  }),
  damaged('the way to the pages of a table', ({ path, random }) =>
    spoilPage(
      path,
      pageOf(path, random, { sql: "pagetype = 'internal'", names: ['offer', 'match', 'embedding'] }),
      random,
    ),
  ),
  damaged(
    'a page of an index',
    ({ path, random }) => spoilPage(path, pageOf(path, random, { sql: '1', names: indexesOf(path) }), random),
    true,
  ),
  damaged('a page of the list of tables', ({ path, random }) =>
    spoilPage(path, pageOf(path, random, { sql: "pagetype = 'leaf'", names: ['sqlite_schema'] }), random),
  ),
  damaged('the header', ({ path, random }) => overwrite(path, 0, noise(random, 100)), true),
  damaged('the first page', ({ path }) => overwrite(path, 0, new Uint8Array(pageBytes)), true),
  damaged('cut at a page', ({ path, random }) => {
    const pages = readFileSync(path).length / pageBytes;
    truncateSync(path, Math.floor(pages * (0.3 + random.next() * 0.65)) * pageBytes);
  }),
  damaged('cut within a page', ({ path, random }) =>
    truncateSync(path, Math.floor(readFileSync(path).length * (0.3 + random.next() * 0.65)) | 1),
  ),
  damaged('noise over some kilobytes', ({ path, random }) =>
    overwrite(
      path,
      pageBytes + random.below(readFileSync(path).length - 3 * pageBytes),
      noise(random, 1_000 + random.below(20_000)),
    ),
  ),
  damaged('zeros at the end', ({ path, random }) => {
    const count = (1 + random.below(8)) * pageBytes;
    overwrite(path, -count, new Uint8Array(count));
  }),
  other('all zeros', 'hopeless', ({ path }) => writeFileSync(path, new Uint8Array(readFileSync(path).length))),
  other('a text', 'hopeless', ({ path }) => writeFileSync(path, text)),
  other('nothing in it', 'missing', ({ path }) => writeFileSync(path, '')),
  other('noise', 'hopeless', ({ path, random }) => writeFileSync(path, noise(random, 100_000))),
];

const filesOfOthers: readonly RecoveryCase[] = [
  {
    name: 'another program’s database',
    outcome: { is: 'refused', reason: 'database-foreign' },
    mistreat({ path }) {
      rmSync(path);
      inDatabase(path, 'create table note (text); pragma application_id = 42; pragma user_version = 3');
    },
  },
  {
    name: 'a database of a newer version',
    outcome: { is: 'refused', reason: 'database-newer' },
    mistreat: ({ path, random }) => inDatabase(path, `pragma user_version = ${500 + random.below(500)}`),
  },
];

const beside: readonly RecoveryCase[] = [
  other('noise for checksums', 'unharmed', ({ path, random }) => writeFileSync(`${path}.sums`, noise(random, 500))),
  other('no checksums', 'unharmed', ({ path }) => rmSync(`${path}.sums`, { force: true })),
  other('a request that is none', 'unharmed', ({ dataDir, random }) =>
    writeFileSync(join(dataDir, 'restore.json'), noise(random, 60)),
  ),
  other('half a restore and half a backup', 'unharmed', ({ path, backupPath, random }) => {
    writeFileSync(`${path}.restoring`, noise(random, 5_000));
    writeFileSync(`${backupPath}.part`, noise(random, 5_000));
  }),
  other('noise for a lock', 'unharmed', ({ dataDir, random }) =>
    writeFileSync(join(dataDir, 'smart-recruiting.lock'), noise(random, 4_096)),
  ),
  other('noise for the index of the search', 'unharmed', ({ dataDir, random }) =>
    writeFileSync(join(dataDir, 'smart-recruiting-search.db'), noise(random, 4_096)),
  ),
];

const journals: readonly RecoveryCase[] = [
  journal('its journal as a crash leaves it', () => undefined),
  journal('its journal cut', ({ path, random }) =>
    truncateSync(`${path}-wal`, random.below(readFileSync(`${path}-wal`).length)),
  ),
  journal('a flipped bit in its journal', ({ path, random }) => {
    const bytes = readFileSync(`${path}-wal`);
    const at = random.below(bytes.length);
    overwrite(`${path}-wal`, at, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.below(8))));
  }),
  journal('noise in its journal', ({ path, random }) =>
    overwrite(`${path}-wal`, random.below(readFileSync(`${path}-wal`).length - 600), noise(random, 512)),
  ),
  journal('no journal', ({ path }) => rmSync(`${path}-wal`)),
  journal('zeros for a journal', ({ path }) =>
    writeFileSync(`${path}-wal`, new Uint8Array(readFileSync(`${path}-wal`).length)),
  ),
  journal('noise for the index of its journal', ({ path, random }) =>
    writeFileSync(`${path}-shm`, noise(random, 32_768)),
  ),
];

const restores: readonly RecoveryCase[] = [
  restore('a whole backup', 'restored', () => undefined),
  restore('a backup of a version without checksums', 'restored', ({ backupPath }) => rmSync(`${backupPath}.sha256`)),
  restore('a flipped bit in the backup', 'restore-refused', ({ backupPath, random }) => {
    const bytes = readFileSync(backupPath);
    const at = random.below(bytes.length);
    overwrite(backupPath, at, Uint8Array.of((bytes[at] ?? 0) ^ (1 << random.below(8))));
  }),
  restore('a backup that is cut', 'restore-refused', ({ backupPath, random }) =>
    truncateSync(backupPath, random.below(readFileSync(backupPath).length)),
  ),
  restore('a text for a backup', 'restore-refused', ({ backupPath }) => {
    rmSync(`${backupPath}.sha256`);
    writeFileSync(backupPath, text);
  }),
  restore('another program’s database for a backup', 'restore-refused', ({ backupPath }) => {
    for (const path of [backupPath, `${backupPath}.sha256`]) rmSync(path);
    inDatabase(backupPath, 'create table offer (id); pragma application_id = 42');
  }),
  restore('another checksum than the backup’s', 'restore-refused', ({ backupPath }) =>
    writeFileSync(`${backupPath}.sha256`, `${'0'.repeat(64)}  x\n`),
  ),
  restore('a backup that is gone', 'restore-refused', ({ backupPath }) => rmSync(backupPath)),
];

/** Each once; the seed decides where and how. */
export const recoveryCases: readonly RecoveryCase[] = [
  ...damagedFiles,
  ...filesOfOthers,
  ...beside,
  ...journals,
  ...restores,
];

/** What may be wanted of a data folder. */
export const pathsOf = (dataDir: string, backupName: string) => {
  const paths = { path: join(dataDir, databaseFileName), backupPath: join(dataDir, backupFolderName, backupName) };
  if (!existsSync(paths.path)) throw new Error(`${dataDir} has no database.`);
  return paths;
};
