import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type BetterSqlite from 'better-sqlite3';
import { offerTextRules } from '../../../shared/domain/text/match-text';
import { searchRules } from './search-words';
import { databaseFileName } from '../db/open';
import { openedKeyId, openFile } from '../db/open-file';
import { searchFileName } from '../db/search-file';

/** An index that lives as long as its connection. */
export const indexInMemory = ':memory:';

/** Where the index of a database lies: beside it, in a file that can be made anew from it at any time. */
export function indexPathOf(databasePath: string): string {
  return join(dirname(databasePath), searchFileName);
}

/** "SmRs" in ASCII, and the version of the tables below. */
const fileId = 0x536d5273;
const tablesVersion = 2;

/**
 * `entry` holds what each offer was indexed as, `block` how often each 256 offers had changed by then. Of texts only their
 * words are kept: `text` is without content, so that descriptions do not lie on the disk twice. `head` has its short fields
 * once more, with their beginnings: what begins with two letters is found there without reading all words that do. A `word`
 * has one spelling that somebody wrote.
 */
const tables = `
  create table rule (name text primary key, value text not null) strict;
  create table block (block integer primary key, changes integer not null) strict;
  create table entry (id integer primary key, version blob not null) strict;
  create table word (word text primary key, family text not null, spelling text not null) strict, without rowid;
  create virtual table text using fts5(title, company, place, skill, kind, body,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '+#'");
  create virtual table head using fts5(title, company, place, skill, kind,
    content = '', contentless_delete = 1, tokenize = "ascii tokenchars '+#'", prefix = '2 3');
  create virtual table vocabulary using fts5vocab(text, row);`;

/** What the words of an index depend on besides the offers. */
const rules = `${searchRules}.${offerTextRules}`;

/**
 * Opens the index at `path`, empty where there is none, and where it was made by other rules or cannot be read. Nothing but
 * time is lost with it, so that it is not synchronised to the disk with every commit.
 */
export function openIndexFile(path: string): BetterSqlite.Database {
  try {
    const known = open(path);
    if (isOurs(known) && isUnderTheSameKey(path)) return known;
    known.close();
  } catch {
    // Damaged, or no database at all: made anew below, which says what is wrong with the place.
  }
  removeIndexFile(path);
  const index = open(path);
  index.transaction(() => {
    index.exec(tables);
    index.prepare("insert into rule (name, value) values ('words', ?)").run(rules);
    index.pragma(`application_id = ${fileId}`);
    index.pragma(`user_version = ${tablesVersion}`);
  })();
  return index;
}

/** Removes an index, so that the next question makes it anew. */
function removeIndexFile(path: string): void {
  if (path === indexInMemory) return;
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true });
}

function open(path: string): BetterSqlite.Database {
  const index = openFile(path, { newUnder: keyIdBeside(path) });
  try {
    index.pragma('journal_mode = WAL');
    index.pragma('synchronous = NORMAL');
    index.pragma('secure_delete = ON');
    index.pragma('temp_store = MEMORY');
    return index;
  } catch (error) {
    index.close();
    throw error;
  }
}

/** The key of the database that the index at `path` is of; null where that is plain, and for an index in memory. */
function keyIdBeside(path: string): string | null {
  return path === indexInMemory ? null : openedKeyId(join(dirname(path), databaseFileName));
}

function isUnderTheSameKey(path: string): boolean {
  return path === indexInMemory || openedKeyId(path) === keyIdBeside(path);
}

function isOurs(index: BetterSqlite.Database): boolean {
  if (index.pragma('application_id', { simple: true }) !== fileId) return false;
  if (index.pragma('user_version', { simple: true }) !== tablesVersion) return false;
  return index.prepare<[], string>("select value from rule where name = 'words'").pluck().get() === rules;
}
