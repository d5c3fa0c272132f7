import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentSums, findDifference } from './content-sums';
import { holdDataKey } from './data-keys';
import { openFile, rekeyFile } from './open-file';

const key = { id: 'd4'.repeat(16), secret: '8e'.repeat(32) };
holdDataKey(key);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-é '));
});
afterEach(() => rmSync(folder, { recursive: true }));

const rows = `(1, 'é', x'00ff'), (9007199254740993, null, ''), (0.5, 'ab', 'c')`;
const schema = 'create table t (a, b, c); create table u (a primary key) without rowid; create index i on t (b)';

/** A database whose table `t` has these rows. */
function make(name: string, values = rows, more = ''): string {
  const path = join(folder, name);
  const sqlite = openFile(path);
  sqlite.exec(`${schema}; insert into t values ${values}; insert into u values ('x'); ${more}`);
  sqlite.close();
  return path;
}

const differenceOf = (one: string, other: string): string | null =>
  findDifference(contentSums(one), contentSums(other));

it('finds a copy under a key to say the same', () => {
  const plain = make('plain.db', rows, 'delete from t where a = 1');
  const copy = join(folder, 'copy.db');
  const sqlite = openFile(plain);
  sqlite.prepare('VACUUM INTO ?').run(copy);
  sqlite.close();
  const other = openFile(copy);
  rekeyFile(other, key);
  other.close();
  expect(differenceOf(plain, copy)).toBeNull();
});

it.each([
  ['a number', rows.replace('9007199254740993', '9007199254740992')],
  ['the kind of a number', rows.replace('(1,', '(1.0,')],
  ['a byte', rows.replace("x'00ff'", "x'00fe'")],
  ['no value in place of an empty one', rows.replace("''", 'null')],
  ['the border between two values', rows.replace("'ab', 'c'", "'a', 'bc'")],
  ['a row', `${rows}, (1, 2, 3)`],
])('finds %s that differs', (_what, values) => {
  expect(differenceOf(make('one.db'), make('other.db', values))).toBe('t');
});

it('finds a table and an index that are missing', () => {
  const one = make('one.db');
  expect(differenceOf(one, make('table.db', rows, 'drop table u'))).toBe('u');
  expect(differenceOf(one, make('index.db', rows, 'drop index i'))).toBe('sqlite_schema');
});
