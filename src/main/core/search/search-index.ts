import type BetterSqlite from 'better-sqlite3';
import { blockBits } from '../../../shared/domain/offer-block';
import type { ReadDb } from '../db/open';
import { openIndexFile, wordTables } from './index-file';
import { headFields, indexFields, readOfferTexts, type IndexedOffer } from './offer-texts';
import { indexFamilyOf } from './search-words';
import { createTidier } from './tidy-index';

const everyBlock = -1;

interface BlockRow {
  readonly block: number;
  readonly changes: number;
}

/** The words of offers, kept true to a database by reading again what changed since. */
export interface SearchIndex {
  /**
   * Reads changed blocks again until `untilMs` (of `performance.now`) is over, at least one. Says whether any is left.
   * Called inside of a read transaction on the database.
   */
  update(db: ReadDb, untilMs: number): { readonly isComplete: boolean };
  /**
   * Takes away what remains of offers that are gone, once a day and where much remains, a little at a time until `untilMs`:
   * never while somebody waits for an answer. Says whether anything is left to do. Only of a complete index.
   */
  tidy(untilMs: number): { readonly isDone: boolean };
  /** The connection of the index, for questions. */
  readonly file: BetterSqlite.Database;
  /** Another whenever anything in the index became another. */
  readonly version: number;
  close(): void;
}

/** Opens the index at `path`, or one in memory. Throws what opening a file throws. */
export function openSearchIndex(path: string): SearchIndex {
  const file = openIndexFile(path);
  const write = openWriter(file);
  let version = 0;
  const tidier = createTidier(file, write.forgetWords);
  let isChecked = false;

  const readBlock = (db: ReadDb, block: number, changes: number): void => {
    const outcome = write.block(readOfferTexts(db, block << blockBits, ((block + 1) << blockBits) - 1), block, changes);
    tidier.addRemains(outcome.removed);
    if (outcome.changed > 0) version += 1;
  };

  return {
    file,
    get version() {
      return version;
    },
    update(db, untilMs) {
      const now = new Map(
        db
          .prepare<BlockRow>('select block, changes from offer_block')
          .all()
          .map(({ block, changes }) => [block, changes]),
      );
      now.delete(everyBlock);
      if (!isChecked && isAhead(file, now)) write.forgetAll();
      isChecked = true;
      const known = blocksOf(file);
      const changed = [...now].filter(([block, changes]) => known.get(block) !== changes);
      let at = 0;
      try {
        file.transaction(() => {
          do {
            const [block, changes] = changed[at] ?? [];
            if (block === undefined || changes === undefined) return;
            readBlock(db, block, changes);
            at += 1;
          } while (performance.now() < untilMs);
        })();
      } catch (error) {
        // What was rolled back is not known.
        write.forgetWords();
        throw error;
      }
      return { isComplete: at >= changed.length };
    },
    tidy: (untilMs) => ({ isDone: tidier.tidy(untilMs) }),
    close: () => void file.close(),
  };
}

function blocksOf(file: BetterSqlite.Database): ReadonlyMap<number, number> {
  const rows = file.prepare<[], BlockRow>('select block, changes from block').all();
  return new Map(rows.map(({ block, changes }) => [block, changes]));
}

/** Whether an index has seen changes that the database has not: it is of another state, such as before a restore. */
function isAhead(file: BetterSqlite.Database, now: ReadonlyMap<number, number>): boolean {
  return [...blocksOf(file)].some(([block, changes]) => (now.get(block) ?? 0) < changes);
}

/** What writes blocks of offers into an index; to be used inside of a transaction. */
function openWriter(file: BetterSqlite.Database) {
  const inserting = (table: (typeof wordTables)[number], fields: readonly string[]) =>
    file.prepare<unknown[]>(
      `insert into ${table} (rowid, ${fields.join(', ')}) values (?, ${fields.map(() => '?').join(', ')})`,
    );
  const insertText = inserting('text', indexFields);
  const insertHead = inserting('head', headFields);
  const removeText = file.prepare<[number]>('delete from text where rowid = ?');
  const removeHead = file.prepare<[number]>('delete from head where rowid = ?');
  const putEntry = file.prepare<[number, Buffer]>('insert or replace into entry (id, version) values (?, ?)');
  const removeEntry = file.prepare<[number]>('delete from entry where id = ?');
  const entries = file.prepare<[number, number], { id: number; version: Buffer }>(
    'select id, version from entry where id between ? and ?',
  );
  const putWord = file.prepare<[string, string, string]>(
    'insert or ignore into word (word, family, spelling) values (?, ?, ?)',
  );
  const putBlock = file.prepare<[number, number]>('insert or replace into block (block, changes) values (?, ?)');
  let words: Set<string> | null = null;

  const learn = (word: string, family: string, offer: IndexedOffer): void => {
    words ??= new Set(file.prepare<[], string>('select word from word').pluck().all());
    if (words.has(word)) return;
    words.add(word);
    putWord.run(word, family, offer.spellingOf(word));
  };
  const put = (offer: IndexedOffer): void => {
    const fields = offer.words().map((list) =>
      list.map((word) => {
        const family = indexFamilyOf(word);
        learn(word, family, offer);
        return family;
      }),
    );
    const texts = fields.map((list) => list.join(' '));
    insertText.run(offer.id, ...texts);
    insertHead.run(offer.id, ...texts.slice(0, headFields.length));
    putEntry.run(offer.id, offer.version);
  };
  const remove = (id: number): number => {
    removeHead.run(id);
    return removeText.run(id).changes > 0 ? 1 : 0;
  };
  return {
    forgetWords: () => void (words = null),
    forgetAll(): void {
      file.transaction(() => {
        for (const table of wordTables) file.prepare(`insert into ${table} (${table}) values ('delete-all')`).run();
        for (const table of ['entry', 'word', 'block']) file.prepare(`delete from ${table}`).run();
      })();
      words = null;
    },
    /** Puts the offers of a block in place of those that were there; says how many changed and how many texts went. */
    block(offers: readonly IndexedOffer[], block: number, changes: number) {
      const former = new Map(
        entries.all(block << blockBits, ((block + 1) << blockBits) - 1).map(({ id, version }) => [id, version]),
      );
      let changed = 0;
      let removed = 0;
      for (const offer of offers) {
        const known = former.get(offer.id);
        former.delete(offer.id);
        if (known?.equals(offer.version)) continue;
        changed += 1;
        if (known) removed += remove(offer.id);
        put(offer);
      }
      for (const id of former.keys()) {
        remove(id);
        removeEntry.run(id);
        changed += 1;
        removed += 1;
      }
      putBlock.run(block, changes);
      return { changed, removed };
    },
  };
}
