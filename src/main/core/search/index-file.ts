import { dirname, join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { AppError } from '../../../shared/domain/app-error';
import { offerTextRules } from '../../../shared/domain/text/match-text';
import { searchRules } from './search-words';
import { databaseFileName } from '../db/open';
import { openedKeyId, openFile } from '../db/open-file';
import { removeIndex, searchFileName } from '../db/search-file';

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

/** Nobody but a thread that ends holds the file: a question waits so long for it. */
const busyMs = 500;

/** The tables of FTS5. */
export const wordTables = ['text', 'head'] as const;

/** What the words of an index depend on besides the offers. */
const rules = `${searchRules}.${offerTextRules}`;

/**
 * Opens the index at `path`, empty where there is none, and where it was made by other rules or is damaged. Nothing but time
 * is lost with it, so that it is not synchronised to the disk with every commit, and where its place cannot be used (somebody
 * holds the file, the disk is full, the folder refuses) it lies in memory: searching goes on all the same.
 */
export function openIndexFile(path: string): BetterSqlite.Database {
  try {
    return openOurs(path) ?? openAnew(path);
  } catch {
    return openAnew(indexInMemory);
  }
}

/** The index at `path` as it is; null where another has to be made. Throws what keeps anybody from telling, such as a lock. */
function openOurs(path: string): BetterSqlite.Database | null {
  let known: BetterSqlite.Database | null = null;
  try {
    known = open(path);
    if (isOurs(known) && isUnderTheSameKey(path)) return known;
  } catch (error) {
    if (!isDamage(error)) {
      known?.close();
      throw error;
    }
  }
  known?.close();
  return null;
}

function openAnew(path: string): BetterSqlite.Database {
  if (path !== indexInMemory) removeIndex(path);
  const index = open(path);
  try {
    index.transaction(() => {
      index.exec(tables);
      index.prepare("insert into rule (name, value) values ('words', ?)").run(rules);
      index.pragma(`application_id = ${fileId}`);
      index.pragma(`user_version = ${tablesVersion}`);
    })();
    return index;
  } catch (error) {
    index.close();
    throw error;
  }
}

/** Whether an error says that what lies in a file is no index, none any more, or one under a key that is no longer used. */
export function isDamage(error: unknown): boolean {
  if (error instanceof AppError) return error.reason === 'key-needed';
  return error instanceof BetterSqlite.SqliteError && /^SQLITE_(?:NOTADB|CORRUPT|ERROR)/.test(error.code);
}

function open(path: string): BetterSqlite.Database {
  const index = openFile(path, { newUnder: keyIdBeside(path), timeout: busyMs });
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
