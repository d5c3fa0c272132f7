import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDuckDb } from './open-duckdb';

// Programs that read a file of offers into a table of texts, as their manuals show it: nothing checked, nothing derived.

/** Whether the shell of SQLite can be called. */
export const hasSqliteShell = spawnSync('sqlite3', ['--version']).status === 0;

/** `.import` of SQLite's shell; `cpuSeconds` are those of the shell, null where the system does not tell. */
export function storeWithSqliteShell(path: string, dataDir: string): { rows: number; cpuSeconds: number | null } {
  const commands = ['.mode csv', '.separator ;', `.import '${path}' offer`, 'select count(*) from offer;'].join('\n');
  const before = cpuSecondsOfChildren();
  const { status, stdout, stderr } = spawnSync('sqlite3', [join(dataDir, 'shell.db')], {
    input: commands,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`sqlite3 ended with ${status}: ${stderr}`);
  const after = cpuSecondsOfChildren();
  return { rows: Number(stdout.trim()), cpuSeconds: before === null || after === null ? null : after - before };
}

/** What children that are over have taken; only Linux tells, in hundredths of a second (proc_pid_stat(5), 16 and 17). */
function cpuSecondsOfChildren(): number | null {
  if (process.platform !== 'linux') return null;
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** DuckDB's reader of CSV, into a file of its own. */
export async function storeWithDuckDb(path: string, dataDir: string): Promise<number> {
  const connection = await openDuckDb(join(dataDir, 'duck.db'));
  await connection.runAndReadAll(
    `create table offer as select * from read_csv('${path}', delim = ';', header = true, all_varchar = true)`,
  );
  const counted = await connection.runAndReadAll('select count(*) from offer');
  return Number(counted.getRows()[0]?.[0]);
}
