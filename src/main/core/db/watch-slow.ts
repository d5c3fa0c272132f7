import type BetterSqlite from 'better-sqlite3';

/** Told of a statement that kept the thread for long: its text without any value, and the time in milliseconds. */
export type OnSlowStatement = (statement: string, durationMs: number) => void;

/** Three frames of a screen: above this somebody who scrolls or types can notice. */
const slowMs = 50;

let tell: OnSlowStatement | null = null;

/**
 * Has slow statements of all connections told that this thread opens from now on; null tells nobody. Each thread has a
 * listener of its own.
 */
export function tellSlowStatements(onSlow: OnSlowStatement | null): void {
  tell = onSlow;
}

/**
 * Has the statements of a connection timed, whoever prepares them, where somebody wants to know. What `iterate` does between
 * two rows is the caller's own time and is left out; so are pragmas, one of which holds a key.
 */
export function watchSlowStatements(sqlite: BetterSqlite.Database): void {
  if (!tell) return;
  const timed = <A extends unknown[], R>(text: string, work: (...values: A) => R): ((...values: A) => R) => {
    return (...values) => {
      const startedMs = performance.now();
      try {
        return work(...values);
      } finally {
        const durationMs = performance.now() - startedMs;
        if (durationMs > slowMs) tell?.(shortened(text), Math.round(durationMs));
      }
    };
  };
  const prepare = sqlite.prepare.bind(sqlite);
  const watched = (text: string): BetterSqlite.Statement => {
    const statement = prepare(text);
    statement.run = timed(text, statement.run.bind(statement));
    statement.get = timed(text, statement.get.bind(statement));
    statement.all = timed(text, statement.all.bind(statement));
    return statement;
  };
  const exec = sqlite.exec.bind(sqlite);
  Object.assign(sqlite, { prepare: watched, exec: (text: string) => timed(text, exec)(text) });
}

/** One line, and no more of it than tells one statement from the next. */
function shortened(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 400);
}
