import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type BetterSqlite from 'better-sqlite3';
import { z } from 'zod';
import { copyDatabase, databaseContentSchema } from './copy-database';
import { copyReadable } from './copy-readable';
import { toDatabaseError } from './database-error';
import { versionOf } from './health';
import { migrate, readMigrations } from './migrate';
import { repairFirstPage, repairKeyId } from './repair-first-page';
import { newPageBytes } from './pragmas';
import { readTable } from './salvage-table';
import { wantedKeyId } from './wanted-key';
import { heldKeyIdOf } from './data-keys';
import { openFile } from './open-file';

const salvagedTableSchema = z.object({
  table: z.string(),
  /** Rows that stand in the new database. */
  kept: z.int().nonnegative(),
  /** Rows that an index names and nobody can read, or that cannot stand without what was lost; null where nobody knows. */
  lost: z.int().nonnegative().nullable(),
});
/** What became of each table of a damaged database, and of the new one as a whole. */
export const salvageSchema = z.object({ tables: z.array(salvagedTableSchema), content: databaseContentSchema });
export type Salvage = z.infer<typeof salvageSchema>;

/** A damaged file, the new database, and where the tables of an application of its version come from. */
export interface SalvagePlace {
  readonly path: string;
  readonly target: string;
  readonly migrationsDir: string;
  readonly now: Date;
}

/**
 * Reads what can be read of the damaged database at `path`, row by row, into a new one at `target`, which is checked,
 * counted and given its checksum as a backup is. Rows whose values no table takes are lost, and so are those that refer
 * to something that is lost. The damaged file is not written to: what is opened is a copy of it and of its journal.
 * Throws `database-damaged` when not even the list of tables can be read, and `disk-full`, `read-only`.
 */
export function salvageDatabase({ path, target, migrationsDir, now }: SalvagePlace): Salvage {
  const damaged = `${target}.damaged-copy`;
  const fresh = `${target}.fresh`;
  const parts = [damaged, fresh].flatMap((file) => ['', '-wal', '-shm'].map((suffix) => `${file}${suffix}`));
  const opened: BetterSqlite.Database[] = [];
  const open = (file: string, newUnder: string | null = null): BetterSqlite.Database => {
    const sqlite = openFile(file, { newUnder });
    opened.push(sqlite);
    sqlite.pragma('trusted_schema = OFF');
    return sqlite;
  };
  const closeAll = (): void => {
    for (const sqlite of opened.splice(0)) sqlite.close();
  };
  try {
    mkdirSync(dirname(target), { recursive: true });
    for (const part of parts) rmSync(part, { force: true });
    for (const suffix of ['', '-wal']) {
      if (existsSync(`${path}${suffix}`)) copyReadable(`${path}${suffix}`, `${damaged}${suffix}`);
    }
    repairFirstPage(damaged);
    repairKeyId(damaged, wantedKeyId(dirname(path)));
    let source = openDamaged(open, damaged);
    if (!canList(source)) {
      closeAll();
      repairFirstPage(damaged, true);
      source = openDamaged(open, damaged);
    }
    const listed = new Set(tablesOf(source));
    const sink = open(fresh, heldKeyIdOf(damaged));
    sink.pragma(`page_size = ${newPageBytes}`);
    const migrations = readMigrations(migrationsDir);
    migrate(sink, migrations.slice(0, versionOf(source) || migrations.length), { path: fresh, backupDir: fresh, now });
    const expected = fill(sink, tablesOf(sink), (table) => (listed.has(table) ? readTable(source, sink, table) : null));
    removeOrphans(sink);
    removeHalfOfWhatIsComputed(sink);
    const tables = [...expected].map(([table, rows]) => {
      const kept = Number(sink.prepare(`select count(*) from "${table}"`).pluck().get());
      return { table, kept, lost: rows === null ? null : Math.max(0, rows - kept) };
    });
    closeAll();
    return { tables, content: copyDatabase(fresh, target) };
  } catch (error) {
    throw toDatabaseError(error, path);
  } finally {
    closeAll();
    for (const part of parts) rmSync(part, { force: true });
  }
}

function tablesOf(sqlite: BetterSqlite.Database): string[] {
  const names = sqlite.prepare<[], string>(
    "select name from sqlite_schema where type = 'table' and name not glob 'sqlite_*' order by name",
  );
  return names.pluck().all();
}

function openDamaged(open: (file: string) => BetterSqlite.Database, file: string): BetterSqlite.Database {
  const source = open(file);
  // A cell that reaches beyond its page is an error and not a value.
  source.pragma('cell_size_check = ON');
  // What is wrong with some of the tables does not keep the others from being read.
  source.unsafeMode(true);
  source.pragma('writable_schema = ON');
  return source;
}

function canList(source: BetterSqlite.Database): boolean {
  try {
    return tablesOf(source).length > 0;
  } catch {
    return false;
  }
}

/** Has the tables filled one by one; how many rows each had, as far as that is known. */
function fill(
  sink: BetterSqlite.Database,
  tables: readonly string[],
  read: (table: string) => number | null,
): ReadonlyMap<string, number | null> {
  sink.pragma('foreign_keys = OFF');
  sink.pragma('synchronous = OFF');
  const triggers = sink
    .prepare<[], [string, string]>("select name, sql from sqlite_schema where type = 'trigger'")
    .raw();
  return sink.transaction(() => {
    // What they would do was done when the rows were written.
    const former = triggers.all();
    for (const [name] of former) sink.exec(`drop trigger "${name}"`);
    // What migrations themselves put in is in the damaged file, or was removed there.
    for (const table of tables) sink.exec(`delete from "${table}"`);
    const expected = new Map(tables.map((table) => [table, read(table)]));
    for (const [, sql] of former) sink.exec(sql);
    return expected;
  })();
}

const violationSchema = z.object({ table: z.string(), rowid: z.number().nullable(), fkid: z.int() });

/** Removes rows that refer to what was lost, which may leave others that refer to them. */
function removeOrphans(sink: BetterSqlite.Database): void {
  for (let round = 0; ; round += 1) {
    const found = z.array(violationSchema).parse(sink.pragma('foreign_key_check'));
    if (found.length === 0) return;
    // A reference that may be empty is emptied first; whoever needs it goes in the next round.
    const references = new Set(found.map(({ table, fkid }) => `${fkid} ${table}`));
    for (const reference of references) {
      const [fkid = '', ...name] = reference.split(' ');
      dropReference(sink, name.join(' '), Number(fkid), round === 0);
    }
  }
}

/** Rankings that lost some of their matches and vectors of nothing go as a whole: the application computes them anew. */
function removeHalfOfWhatIsComputed(sink: BetterSqlite.Database): void {
  const columns = sink.prepare<[string, string], 1>('select 1 from pragma_table_info(?) where name = ?').pluck();
  const has = (table: string, ...names: readonly string[]): boolean => names.every((name) => columns.get(table, name));
  // An older version may have had neither.
  if (has('match', 'offer_id', 'rank') && has('ranking', 'offer_id', 'outcome')) {
    sink.exec(`
      delete from ranking where outcome = 'ranked' and offer_id not in (select offer_id from match);
      delete from ranking where offer_id in (select offer_id from match group by offer_id having max(rank) <> count(*));
      delete from match where offer_id not in (select offer_id from ranking);`);
  }
  if (!has('embedding', 'owner_kind', 'owner_id')) return;
  for (const owner of ['offer', 'formation']) {
    sink.exec(`delete from embedding where owner_kind = '${owner}' and owner_id not in (select id from ${owner})`);
  }
}

const foreignKeySchema = z.object({ id: z.int(), table: z.string(), from: z.string(), to: z.string().nullable() });
const columnSchema = z.object({ name: z.string(), notnull: z.int(), pk: z.int() });

/** Empties the values of one reference that lead nowhere, or removes their rows. */
function dropReference(sink: BetterSqlite.Database, table: string, fkid: number, mayEmpty: boolean): void {
  const keys = z.array(foreignKeySchema).parse(sink.pragma(`foreign_key_list("${table}")`));
  const key = keys.find(({ id }) => id === fkid);
  if (!key) throw new Error(`${table} has no reference ${fkid}.`);
  const { from, to, table: parent } = key;
  const columns = z.array(columnSchema).parse(sink.pragma(`table_info("${table}")`));
  const isOptional = columns.some(({ name, notnull, pk }) => name === from && notnull === 0 && pk === 0);
  const leadsNowhere = `"${from}" is not null and "${from}" not in (select "${to ?? 'id'}" from "${parent}")`;
  const what = mayEmpty && isOptional ? `update or ignore "${table}" set "${from}" = null` : `delete from "${table}"`;
  sink.exec(`${what} where ${leadsNowhere}`);
}
