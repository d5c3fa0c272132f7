import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrationsDir, openTemporaryDatabase } from '../../../../tests/support/temporary-database';
import { migrate, readMigrations } from './migrate';
import { databaseFileName, openDatabase } from './open';
import * as schema from './schema';

const now = new Date('2026-03-02T09:00:00Z');
const nextMigration = '0001_next';

describe('migrating', () => {
  let dataDir = '';
  let nextMigrationsDir = '';
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
    nextMigrationsDir = join(dataDir, 'next-migrations');
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  /** The real migrations and one more after them, as a later version of the application would bring it. */
  const prepareNext = (sql: string): void => {
    cpSync(migrationsDir, nextMigrationsDir, { recursive: true });
    const journalPath = join(nextMigrationsDir, 'meta', '_journal.json');
    const journal = JSON.parse(readFileSync(journalPath, 'utf8')) as { entries: { idx: number; tag: string }[] };
    journal.entries.push({ idx: journal.entries.length, tag: nextMigration });
    writeFileSync(journalPath, JSON.stringify(journal));
    writeFileSync(join(nextMigrationsDir, `${nextMigration}.sql`), sql);
  };
  const path = (): string => join(dataDir, databaseFileName);
  const backups = (): string[] =>
    existsSync(join(dataDir, 'backup'))
      ? readdirSync(join(dataDir, 'backup')).filter((name) => name.endsWith('.db'))
      : [];
  const firstRun = async (): Promise<void> => {
    const database = openDatabase({ dataDir, migrationsDir, now });
    await database.write(
      (db) => void db.prepare("insert into setting (key, value) values ('theme', '\"dark\"')").run(),
    );
    await database.close();
  };
  const openNext = () => openDatabase({ dataDir, migrationsDir: nextMigrationsDir, now });

  it('copies nothing when there was nothing', async () => {
    await firstRun();
    expect(backups()).toEqual([]);
  });

  it('copies the database before it changes it, and keeps its rows', async () => {
    await firstRun();
    prepareNext('ALTER TABLE `setting` ADD `note` text;--> statement-breakpoint\nUPDATE `setting` SET `note` = `key`;');
    const database = openNext();
    const known = readMigrations(migrationsDir).length;
    expect(database.migration).toEqual({
      applied: 1,
      backupPath: join(dataDir, 'backup', 'smart-recruiting-00000000-2026-03-02T09-00-00-000Z-migration.db'),
    });
    expect(database.read.prepare('select * from setting').all()).toEqual([
      { key: 'theme', value: '"dark"', note: 'theme' },
    ]);
    const copy = new BetterSqlite(database.migration.backupPath ?? '', { readonly: true });
    expect(copy.prepare('select * from setting').all()).toEqual([{ key: 'theme', value: '"dark"' }]);
    expect(copy.pragma('user_version', { simple: true })).toBe(known);
    copy.close();
    await database.close();
  });

  it('leaves the database as it was when a migration fails, and opens it again', async () => {
    await firstRun();
    prepareNext('ALTER TABLE `setting` ADD `note` text;--> statement-breakpoint\nINSERT INTO `nowhere` VALUES (1);');
    expect(openNext).toThrow('nowhere');
    expect(backups()).toHaveLength(1);
    const database = openDatabase({ dataDir, migrationsDir, now });
    expect(database.read.prepare('select * from setting').all()).toEqual([{ key: 'theme', value: '"dark"' }]);
    await database.close();
  });

  it('refuses a migration that leaves rows without what they refer to', async () => {
    await firstRun();
    prepareNext(
      "INSERT INTO `contact` (`company_id`, `name`, `identity_key`, `created_at`) VALUES (99, 'x', 'x', '2026-03-02');",
    );
    expect(openNext).toThrow('without what they refer to');
  });

  it('changes nothing when the copy cannot be made', async () => {
    await firstRun();
    prepareNext('ALTER TABLE `setting` ADD `note` text;');
    writeFileSync(join(dataDir, 'backup'), 'a file where the folder should be');
    expect(openNext).toThrow();
    rmSync(join(dataDir, 'backup'));
    const database = openDatabase({ dataDir, migrationsDir, now });
    expect(database.migration.applied).toBe(0);
    await database.close();
  });

  it('tells a disk that is full and leaves an empty file empty', () => {
    mkdirSync(dataDir, { recursive: true });
    const sqlite = new BetterSqlite(path());
    sqlite.pragma('max_page_count = 8');
    const place = { path: path(), backupDir: join(dataDir, 'backup'), now };
    expect(() => migrate(sqlite, readMigrations(migrationsDir), place)).toThrow(
      expect.objectContaining({ code: 'unavailable', reason: 'disk-full', details: { path: path() } }),
    );
    expect(sqlite.prepare('select count(*) from sqlite_schema').pluck().get()).toBe(0);
    sqlite.close();
  });
});

describe('the migrated schema', () => {
  const tables = Object.values(schema).filter((value) => value instanceof SQLiteTable);

  it('has the tables and columns that the code declares, and no others', async () => {
    await using place = openTemporaryDatabase();
    const columnsOf = (table: string): string[] =>
      place.database.read.prepare<string>(`select name from pragma_table_info('${table}')`).pluck().all();
    const declared = tables.map((table) => getTableConfig(table));
    const names = place.database.read
      .prepare<string>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
      .pluck()
      .all();
    expect(names).toEqual(declared.map(({ name }) => name).sort());
    expect(Object.fromEntries(names.map((name) => [name, columnsOf(name)]))).toEqual(
      Object.fromEntries(declared.map(({ name, columns }) => [name, columns.map((column) => column.name)])),
    );
  });

  it('keeps every table to its column types', async () => {
    await using place = openTemporaryDatabase();
    const loose = place.database.read
      .prepare<string>(
        "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'",
      )
      .pluck()
      .all();
    expect(loose).toEqual([]);
  });

  it('says for every reference what happens when its row goes, and can look that up quickly', async () => {
    await using place = openTemporaryDatabase();
    const references = place.database.read
      .prepare<{ table: string; column: string; rule: string; isIndexed: number }>(
        `select t.name "table", f."from" "column", f.on_delete rule,
           exists (select 1 from pragma_index_list(t.name) i join pragma_index_info(i.name) c
                   where c.seqno = 0 and c.name = f."from")
           or exists (select 1 from pragma_table_info(t.name) p where p.pk = 1 and p.name = f."from") isIndexed
         from pragma_table_list t join pragma_foreign_key_list(t.name) f where t.schema = 'main'`,
      )
      .all();
    expect(references.length).toBeGreaterThan(20);
    expect(references.filter(({ rule, isIndexed }) => rule === 'NO ACTION' || isIndexed === 0)).toEqual([]);
  });

  it('removes embeddings together with their offer or formation', async () => {
    await using place = openTemporaryDatabase();
    const left = await place.database.write((db) => {
      for (const table of ['offer', 'formation']) {
        const columns = table === 'offer' ? ', raw_title, status, academic_year' : ', identity_key';
        const values = table === 'offer' ? ", 'x', 'published', 2025" : ", 'x'";
        db.prepare(
          `insert into ${table} (id, title, title_key, content_hash, created_at, updated_at, description${columns})
           values (1, 'x', 'x', 'x', 'x', 'x', 'x'${values})`,
        ).run();
        db.prepare(
          'insert into embedding (owner_kind, owner_id, model_id, text_hash, vector) values (?, 1, ?, ?, ?)',
        ).run(table, 'm', 'h', Buffer.alloc(8));
      }
      db.prepare('delete from offer').run();
      return db.prepare('select owner_kind from embedding').pluck().all();
    });
    expect(left).toEqual(['formation']);
  });
});
