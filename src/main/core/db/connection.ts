import type BetterSqlite from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import * as schema from './schema';

declare const access: unique symbol;

/** A connection that sees what is committed, and nothing else. */
export interface ReadDb {
  readonly [access]: 'read' | 'write';
  /** Typed queries, for everything that is not measured to be hot. */
  readonly orm: BetterSQLite3Database<typeof schema>;
  /** A statement that is compiled once a connection and then kept; for bulk work and hand-written SQL. */
  prepare<Row = unknown, Parameters extends unknown[] = unknown[]>(
    sql: string,
  ): BetterSqlite.Statement<Parameters, Row>;
}

/** The connection inside a transaction that `Database.write` opened. */
export interface WriteDb extends ReadDb {
  readonly [access]: 'write';
}

/** Wraps a connection of the driver; statements live as long as it does. */
export function toReadDb(sqlite: BetterSqlite.Database): ReadDb {
  return wrap(sqlite) as ReadDb; // The brand exists for the compiler only.
}

/** The same for the writing connection; only `open.ts` may hand it out, inside a transaction. */
export function toWriteDb(sqlite: BetterSqlite.Database): WriteDb {
  return wrap(sqlite) as WriteDb; // The brand exists for the compiler only.
}

function wrap(sqlite: BetterSqlite.Database): Omit<ReadDb, typeof access> {
  const statements = new Map<string, BetterSqlite.Statement>();
  return {
    orm: drizzle(sqlite, { schema }),
    prepare<Row, Parameters extends unknown[]>(sql: string): BetterSqlite.Statement<Parameters, Row> {
      let statement = statements.get(sql);
      if (!statement) {
        statement = sqlite.prepare(sql);
        statements.set(sql, statement);
      }
      return statement as BetterSqlite.Statement<Parameters, Row>; // The caller names the shape of its own SQL.
    },
  };
}
