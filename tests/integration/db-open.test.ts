import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/domain/app-error';
import { migrationsDir, openTemporaryDatabase } from '../support/temporary-database';
import { errorText } from '../../src/main/hosts/error-text';
import { databaseFileName, openDatabase, type Database } from '../../src/main/core/db/open';
import { agreeToNew } from '../../src/main/core/db/former-use';
import { applicationId } from '../../src/main/core/db/pragmas';

const now = new Date('2026-03-02T09:00:00Z');
const insertSetting = "insert into setting (key, value) values (?, '1')";
/** One a migration. */
const schemaVersion = readdirSync(migrationsDir).filter((name) => name.endsWith('.sql')).length;
const countSettings = 'select count(*) from setting';

function settings(database: Database): unknown {
  return database.read.prepare(countSettings).pluck().get();
}

describe('an open database', () => {
  it('stands on the pragmas that keep what was acknowledged', async () => {
    await using place = openTemporaryDatabase();
    expect(place.database.examine()).toEqual({
      integrity: 'ok',
      pragmas: {
        journal_mode: 'wal',
        synchronous: 2,
        secure_delete: 1,
        foreign_keys: 1,
        busy_timeout: 5000,
        trusted_schema: 0,
        cache_size: -32768,
        temp_store: 2,
        query_only: 0,
        application_id: applicationId,
        user_version: schemaVersion,
        page_size: 16_384,
      },
    });
  });

  it('cannot be written through its reading side', async () => {
    await using place = openTemporaryDatabase();
    expect(() => place.database.read.prepare(insertSetting).run('theme')).toThrow('readonly');
  });

  it('shows nothing of a write before it is committed, and all of it afterwards', async () => {
    await using place = openTemporaryDatabase();
    const { database } = place;
    const seen: unknown[] = [];
    await database.write(async (db) => {
      db.prepare(insertSetting).run('one');
      await Promise.resolve();
      seen.push(settings(database), db.prepare(countSettings).pluck().get());
      db.prepare(insertSetting).run('two');
    });
    seen.push(settings(database));
    expect(seen).toEqual([0, 1, 2]);
  });

  it('takes a write back as a whole when it fails, even late', async () => {
    await using place = openTemporaryDatabase();
    const { database } = place;
    const failing = database.write(async (db) => {
      db.prepare(insertSetting).run('one');
      await new Promise((resolve) => setImmediate(resolve));
      throw new Error('late');
    });
    await expect(failing).rejects.toThrow('late');
    await database.write((db) => void db.prepare(insertSetting).run('two'));
    expect(database.read.prepare('select key from setting').pluck().all()).toEqual(['two']);
  });

  it('lets writes wait for each other', async () => {
    await using place = openTemporaryDatabase();
    const { database } = place;
    const trace: string[] = [];
    const slow = database.write(async () => {
      trace.push('first begins');
      await new Promise((resolve) => setTimeout(resolve, 10));
      trace.push('first ends');
    });
    const quick = database.write(() => void trace.push('second'));
    await Promise.all([slow, quick]);
    expect(trace).toEqual(['first begins', 'first ends', 'second']);
  });

  it('refuses a write inside of a write instead of waiting for ever', async () => {
    await using place = openTemporaryDatabase();
    const { database } = place;
    await expect(database.write(() => database.write(() => undefined))).rejects.toThrow('inside a write');
    await expect(database.write(() => 'afterwards')).resolves.toBe('afterwards');
  });

  it('tells a full disk and keeps what was there', async () => {
    await using place = openTemporaryDatabase();
    const { database } = place;
    await database.write((db) => void db.prepare(insertSetting).run('before'));
    const filling = database.write((db) => {
      // The limit makes SQLite report exactly what it reports when the disk has no room left.
      db.prepare('pragma max_page_count = 1').get();
      for (let row = 0; row < 10_000; row += 1) db.prepare(insertSetting).run(`row ${row}`);
    });
    await expect(filling).rejects.toMatchObject({
      code: 'unavailable',
      reason: 'disk-full',
      details: { path: database.path },
    });
    expect(settings(database)).toBe(1);
  });

  it('is closed for writes once it is closed, after the one that goes on', async () => {
    await using place = openTemporaryDatabase();
    const { database } = place;
    const going = database.write(async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return 'done';
    });
    await database.close();
    await expect(going).resolves.toBe('done');
    await expect(database.write(() => undefined)).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('opening a database', () => {
  let dataDir = '';
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));
  const pathOf = (): string => join(dataDir, databaseFileName);
  const open = (): Database => openDatabase({ dataDir, migrationsDir, now });
  /** What `open` throws, as far as a user is told of it. */
  const refusal = (): unknown => {
    try {
      open();
    } catch (error) {
      if (error instanceof AppError) return [error.code, error.reason, error.details['path'] === pathOf()];
      throw error;
    }
    return 'opened';
  };

  it('makes folder and database where there is none and finds its rows again', async () => {
    dataDir = join(dataDir, 'new', 'folder');
    const first = open();
    await first.write((db) => void db.prepare(insertSetting).run('kept'));
    await first.close();
    const second = open();
    expect([first.migration.applied, second.migration.applied, settings(second)]).toEqual([schemaVersion, 0, 1]);
    await second.close();
    dataDir = join(dataDir, '..', '..');
  });

  it('refuses a second instance until the first has closed', async () => {
    const first = open();
    expect(refusal()).toEqual(['conflict', 'database-locked', true]);
    await first.close();
    const second = open();
    expect(settings(second)).toBe(0);
    await second.close();
  });

  it('takes the lock over from a process that was killed', async () => {
    const hold = `
      const Database = require('better-sqlite3');
      const lock = new Database(process.argv[1]);
      lock.exec('BEGIN EXCLUSIVE');
      console.log('held');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['-e', hold, join(dataDir, 'smart-recruiting.lock')]);
    await once(child.stdout, 'data');
    expect(refusal()).toEqual(['conflict', 'database-locked', true]);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await open().close();
  });

  it('finds everything that was committed before a process was killed', async () => {
    await open().close();
    const write = `
      const Database = require('better-sqlite3');
      const db = new Database(process.argv[1]);
      db.pragma('synchronous = FULL');
      db.exec("insert into setting (key, value) values ('committed', '1')");
      db.exec('BEGIN');
      db.exec("insert into setting (key, value) values ('half', '1')");
      console.log('written');
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['-e', write, pathOf()]);
    await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const database = open();
    expect(database.read.prepare('select key from setting').pluck().all()).toEqual(['committed']);
    await database.close();
  });

  it('refuses the database of another program and leaves it byte for byte as it is', () => {
    const other = new BetterSqlite(pathOf());
    other.exec('create table theirs (id integer); insert into theirs values (1)');
    other.close();
    const before = readFileSync(pathOf());
    expect(refusal()).toEqual(['unavailable', 'database-foreign', true]);
    expect(readFileSync(pathOf()).equals(before)).toBe(true);
  });

  it('refuses a database that a newer version wrote', async () => {
    await open().close();
    const newer = new BetterSqlite(pathOf());
    newer.pragma('user_version = 99');
    newer.close();
    expect(refusal()).toEqual(['unavailable', 'database-newer', true]);
  });

  it('refuses a file that is no database', () => {
    writeFileSync(pathOf(), 'Ceci n’est pas une base de données. '.repeat(200));
    expect(refusal()).toEqual(['unavailable', 'database-damaged', true]);
  });

  it('takes a file of which nothing is left for no new one', async () => {
    await open().close();
    writeFileSync(pathOf(), '');
    expect(refusal()).toEqual(['unavailable', 'database-missing', true]);
    expect(statSync(pathOf()).size).toBe(0);
    rmSync(pathOf());
    expect(refusal()).toEqual(['unavailable', 'database-missing', true]);
    expect(existsSync(pathOf())).toBe(false);
  });

  it.each([
    'backups.json',
    'smart-recruiting-search.db',
    'backup/smart-recruiting-0badcafe-2026-03-01T09-00-00-000Z-regular.db',
  ])('makes no new database where %s tells of one that is gone', (trace) => {
    mkdirSync(join(dataDir, 'backup'));
    writeFileSync(join(dataDir, trace), 'x');
    expect(refusal()).toEqual(['unavailable', 'database-missing', true]);
  });

  it('makes a new database where a person agreed, once', async () => {
    await open().close();
    rmSync(pathOf());
    agreeToNew(pathOf());
    await open().close();
    rmSync(pathOf());
    expect(refusal()).toEqual(['unavailable', 'database-missing', true]);
  });

  it('takes an empty file for a new one where no database ever was', async () => {
    writeFileSync(pathOf(), '');
    const database = open();
    expect(settings(database)).toBe(0);
    await database.close();
  });

  it('names the PC that has a shared folder, where it is another one', async () => {
    const first = open();
    const met = (): AppError => {
      try {
        void open().close();
      } catch (error) {
        if (error instanceof AppError) return error;
      }
      throw new Error('It was opened twice.');
    };
    expect(met()).toMatchObject({ reason: 'database-locked', details: { path: pathOf() } });
    expect(met().details).not.toHaveProperty('host');
    // As another PC, which has the lock, would have left it.
    writeFileSync(join(dataDir, 'smart-recruiting.holder'), 'PC-ACCUEIL\n');
    expect(met().details).toEqual({ path: pathOf(), host: 'PC-ACCUEIL' });
    expect(errorText(met(), 'fr')).toContain('smart-recruiting.db, poste PC-ACCUEIL)');
    await first.close();
    await open().close();
  });

  it('makes a lock anew that is damaged, and one that is held stays held', async () => {
    writeFileSync(join(dataDir, 'smart-recruiting.lock'), 'Ceci n’est pas un verrou. '.repeat(200));
    const first = open();
    expect(refusal()).toEqual(['conflict', 'database-locked', true]);
    await first.close();
  });

  it('refuses a database in which a page was overwritten', async () => {
    const database = open();
    await database.write((db) => {
      for (let row = 0; row < 5_000; row += 1) db.prepare(insertSetting).run(`row ${row}`);
    });
    await database.close();
    const bytes = readFileSync(pathOf());
    bytes.fill(0xa5, bytes.length - 3 * 16_384, bytes.length - 16_384);
    writeFileSync(pathOf(), bytes);
    expect(refusal()).toEqual(['unavailable', 'database-damaged', true]);
  });

  it('leaves the lock free after a refusal', () => {
    writeFileSync(pathOf(), 'no database at all'.repeat(500));
    expect(refusal()).toEqual(['unavailable', 'database-damaged', true]);
    rmSync(pathOf());
    const database = open();
    expect(settings(database)).toBe(0);
    return database.close();
  });

  it('tells a folder in which it may not write', () => {
    asOrdinaryUser(dataDir, () => expect(refusal()).toEqual(['unavailable', 'read-only', true]));
  });

  it('tells a database file which it may not write', async () => {
    await open().close();
    chmodSync(pathOf(), 0o444);
    asOrdinaryUser(dataDir, () => expect(refusal()).toEqual(['unavailable', 'read-only', true]));
    expect(statSync(pathOf()).mode & 0o777).toBe(0o444);
  });
});

/** Root may write everywhere: the check is made as nobody, in a folder that belongs to somebody else. */
function asOrdinaryUser(folder: string, check: () => void): void {
  const isRoot = process.getuid?.() === 0;
  chmodSync(folder, 0o555);
  if (isRoot) process.seteuid?.(65_534);
  try {
    check();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o755);
  }
}
