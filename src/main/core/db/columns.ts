import { sql, type SQL } from 'drizzle-orm';
import { integer, text, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core';

/** The database's own ids: never used again after a delete, so that an old link cannot show something else. */
export const id = <Id extends number = number>() => integer('id').$type<Id>().primaryKey({ autoIncrement: true });

/** When the row was made: ISO 8601, UTC. */
export const createdAt = () => text('created_at').notNull();

/** When the row was last written: ISO 8601, UTC. */
export const updatedAt = () => text('updated_at').notNull();

/** Counts the writes of a row from 1; tells whether somebody changed it since. */
export const revision = () => integer('revision').notNull().default(1);

/**
 * A CHECK that keeps a text column to the words of a closed list (null passes where the column allows it). Written as
 * comparisons, because SQLite builds a temporary tree for each `in (…)` of more than two words on every insert: an
 * offer with its six lists took half as long again.
 */
export function oneOf(column: AnySQLiteColumn, words: readonly string[]): SQL {
  const isWord = words.map((word) => sql`${column} = ${sql.raw(`'${word.replaceAll("'", "''")}'`)}`);
  return sql.join(isWord, sql` or `);
}

/** A CHECK that a text column holds JSON. */
export function isJson(column: AnySQLiteColumn): SQL {
  return sql`json_valid(${column})`;
}
