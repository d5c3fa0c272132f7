import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// DuckDB is no dependency: `npm install --prefix .cache/rivals @duckdb/node-api@1.5.6-r.1` lets it take part.

const entry = join(process.cwd(), '.cache/rivals/node_modules/@duckdb/node-api/lib/index.js');

export const hasDuckDb = existsSync(entry);

interface DuckDbConnection {
  runAndReadAll(sql: string): Promise<{ getRows(): readonly (readonly unknown[])[] }>;
}

/** What is asked of DuckDB's module. */
interface DuckDb {
  readonly DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckDbConnection> }> };
}

/** A connection to the database at a path, which `:memory:` makes one of memory alone. */
export async function openDuckDb(path: string): Promise<DuckDbConnection> {
  // Installed beside the project, so that its types are not known here.
  const { DuckDBInstance } = (await import(pathToFileURL(entry).href)) as DuckDb;
  return await (await DuckDBInstance.create(path)).connect();
}
