import type BetterSqlite from 'better-sqlite3';
import { localDay } from '../../../shared/util/local-day';
import { wordTables } from './index-file';

/** Deleted words are kept by FTS5 until it merges; beyond this many, and a part of all offers, it is told to. */
const toleratedRemains = 200;
const toleratedPart = 0.1;
/** So many pages are merged, and so many words looked at, before the time is looked at: a few milliseconds. */
const pagesAtOnce = 64;
const wordsAtOnce = 500;

export interface IndexTidier {
  addRemains(count: number): void;
  /** Goes on until `untilMs` (of `performance.now`); true when nothing is left to do. */
  tidy(untilMs: number): boolean;
}

/**
 * Takes what remains of deleted offers out of an index: FTS5 merges their words away, words that no offer has any more go,
 * and so does what was overwritten in the journal. In small steps, each of which is kept: `optimize` would do it in one, and
 * nobody could ask anything meanwhile (https://sqlite.org/fts5.html, 6.8 and 6.9).
 */
export function createTidier(file: BetterSqlite.Database, forgetWords: () => void): IndexTidier {
  const known = file.prepare<[string], string>('select value from rule where name = ?').pluck();
  const keep = file.prepare<[string, string]>('insert or replace into rule (name, value) values (?, ?)');
  const changes = file.prepare<[], number>('select total_changes()').pluck();
  const merging = Object.fromEntries(
    wordTables.map((table) => [
      table,
      file.prepare<[number]>(`insert into ${table} (${table}, rank) values ('merge', ?)`),
    ]),
  );
  const wordsFrom = file.prepare<[string, number], { word: string; family: string }>(
    'select word, family from word where word > ? order by word limit ?',
  );
  const holding = file.prepare<[string], 1>('select 1 from text where text match ? limit 1');
  const removeWord = file.prepare<[string]>('delete from word where word = ?');
  let remains = 0;
  let steps: Iterator<void> | null = null;

  /** Merges a table into one segment; the first call, with a negative number, says that all of it is meant. */
  function* merge(table: (typeof wordTables)[number]): Generator<void> {
    for (let pages = -pagesAtOnce; ; pages = pagesAtOnce) {
      const before = changes.get() ?? 0;
      merging[table]?.run(pages);
      yield;
      // As the documentation says: less than two changes mean that there was nothing to do.
      if ((changes.get() ?? 0) - before < 2) return;
    }
  }
  /** Names of people stand in offers: with the last offer that had a word the word goes. */
  function* removeWords(): Generator<void> {
    for (let last = ''; ;) {
      const words = wordsFrom.all(last, wordsAtOnce);
      const gone = words.filter(({ family }) => holding.get(`"${family.replaceAll('"', '""')}"`) === undefined);
      file.transaction(() => {
        for (const { word } of gone) removeWord.run(word);
      })();
      if (gone.length > 0) forgetWords();
      yield;
      const next = words.at(-1)?.word;
      if (next === undefined) return;
      last = next;
    }
  }
  function* all(today: string): Generator<void> {
    remains = 0;
    for (const table of wordTables) yield* merge(table);
    yield* removeWords();
    keep.run('tidied', today);
    // What was overwritten in the file still stands in its journal.
    file.pragma('wal_checkpoint(TRUNCATE)');
  }
  return {
    addRemains: (count) => void (remains += count),
    tidy(untilMs) {
      if (steps === null) {
        const today = localDay(new Date());
        const offers = file.prepare<[], number>('select count(*) from entry').pluck().get() ?? 0;
        const isMuch = remains > Math.max(toleratedRemains, offers * toleratedPart);
        if (!isMuch && known.get('tidied') === today) return true;
        steps = all(today);
      }
      do {
        if (!steps.next().done) continue;
        steps = null;
        return true;
      } while (performance.now() < untilMs);
      return false;
    },
  };
}
