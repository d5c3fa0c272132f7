import type BetterSqlite from 'better-sqlite3';

/** "SmRc" in ASCII: tells our files from any other SQLite database. */
export const applicationId = 0x536d5263;

/** How long a statement waits for a lock that a virus scanner or a backup program may hold. */
export const busyTimeoutMs = 5_000;

/**
 * Rows of an offer and of an imported line take 1 to 2 KB: two fit in a page of the usual 4 KB, which leaves a fifth of
 * it empty. With 16 KB an import of 30,000 offers took a quarter less CPU time and its commit half of the time.
 */
export const newPageBytes = 16_384;

const cacheKib = 32 * 1024;

interface Pragma {
  readonly name: string;
  readonly set: string | number;
  readonly reads: string | number;
}

const forBoth: readonly Pragma[] = [
  { name: 'foreign_keys', set: 'ON', reads: 1 },
  { name: 'busy_timeout', set: busyTimeoutMs, reads: busyTimeoutMs },
  // A file that somebody tampered with cannot make our SQL call its functions.
  { name: 'trusted_schema', set: 'OFF', reads: 0 },
  { name: 'cache_size', set: -cacheKib, reads: -cacheKib },
  { name: 'temp_store', set: 'MEMORY', reads: 2 },
];

const forWriter: readonly Pragma[] = [
  { name: 'journal_mode', set: 'WAL', reads: 'wal' },
  // The driver's default for WAL, NORMAL, loses acknowledged commits in a power cut.
  { name: 'synchronous', set: 'FULL', reads: 2 },
  // Erased personal data is overwritten, not only unlinked.
  { name: 'secure_delete', set: 'ON', reads: 1 },
  ...forBoth,
];

const forReader: readonly Pragma[] = [{ name: 'query_only', set: 'ON', reads: 1 }, ...forBoth];

/** Sets what the writing connection stands on and reads every value back; throws when one did not take. */
export function configureWriter(sqlite: BetterSqlite.Database): void {
  apply(sqlite, forWriter);
}

/** The same for the reading connection. */
export function configureReader(sqlite: BetterSqlite.Database): void {
  apply(sqlite, forReader);
}

/** What the pragmas of a connection are now, by name, for `doctor`. */
export function readPragmas(sqlite: BetterSqlite.Database): Readonly<Record<string, string | number>> {
  const names = [...forWriter.map(({ name }) => name), 'query_only', 'application_id', 'user_version', 'page_size'];
  return Object.fromEntries(names.map((name) => [name, read(sqlite, name)]));
}

function apply(sqlite: BetterSqlite.Database, pragmas: readonly Pragma[]): void {
  for (const pragma of pragmas) {
    sqlite.pragma(`${pragma.name} = ${pragma.set}`);
    const is = read(sqlite, pragma.name);
    if (is !== pragma.reads) throw new Error(`PRAGMA ${pragma.name} is ${is} and not ${pragma.reads}.`);
  }
}

function read(sqlite: BetterSqlite.Database, name: string): string | number {
  const value = sqlite.pragma(name, { simple: true });
  return typeof value === 'number' || typeof value === 'string' ? value : String(value);
}
