import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyDatabase, examineDatabase } from './copy-database';
import { databaseFileName, openDatabase, type Database } from './open';
import { applyRestore, requestedRestore, requestRestore } from './restore';
import { searchFileName } from './search-file';

const migrationsDir = join(process.cwd(), 'resources', 'migrations');
const now = new Date('2026-03-02T09:00:00.000Z');

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting é '));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const open = (): Database => openDatabase({ dataDir, migrationsDir, now });
const path = (): string => join(dataDir, databaseFileName);
const copyPath = (): string => join(dataDir, 'copies', 'one.db');

async function setTheme(theme: string): Promise<void> {
  const database = open();
  const put =
    "insert into setting (key, value) values ('theme', json_quote(?)) on conflict do update set value = excluded.value";
  await database.write((db) => void db.prepare<unknown, [string]>(put).run(theme));
  await database.close();
}

const themeOf = (database: Database): unknown =>
  database.read.prepare("select value ->> '$' from setting where key = 'theme'").pluck().get();

function themeIn(file: string): unknown {
  const sqlite = new BetterSqlite(file, { readonly: true });
  const theme = sqlite.prepare("select value ->> '$' from setting where key = 'theme'").pluck().get();
  sqlite.close();
  return theme;
}

function changeCopy(sql: string): void {
  const sqlite = new BetterSqlite(copyPath());
  sqlite.exec(sql);
  sqlite.close();
  // As a program makes it that wrote all of it.
  rmSync(`${copyPath()}.sha256`);
}

describe('a copy of a database', () => {
  it('is whole and counted while the database is in use', async () => {
    await setTheme('dark');
    const database = open();
    await database.write(
      (db) => void db.prepare("update setting set value = json_quote('light') where key = 'theme'").run(),
    );
    const content = copyDatabase(path(), copyPath());
    expect(content).toMatchObject({ offers: 0, formations: 0, companies: 0 });
    expect(content.sizeBytes).toBeGreaterThan(0);
    expect(themeIn(copyPath())).toBe('light');
    expect(readdirSync(join(dataDir, 'copies'))).toEqual(['one.db', 'one.db.sha256']);
    await database.close();
  });

  it('leaves the former copy and no half one when the database is damaged', async () => {
    await setTheme('dark');
    copyDatabase(path(), copyPath());
    const bytes = readFileSync(path());
    bytes.fill(0xff, bytes.length / 2);
    writeFileSync(path(), bytes);
    expect(() => copyDatabase(path(), copyPath())).toThrow(
      expect.objectContaining({ reason: 'database-damaged', details: { path: path() } }),
    );
    expect(themeIn(copyPath())).toBe('dark');
    expect(readdirSync(join(dataDir, 'copies'))).toEqual(['one.db', 'one.db.sha256']);
  });

  it('is refused where it is another program’s file', () => {
    const other = join(dataDir, 'other.db');
    const sqlite = new BetterSqlite(other);
    sqlite.exec('create table offer (id integer)');
    sqlite.close();
    expect(() => examineDatabase(other)).toThrow(expect.objectContaining({ reason: 'database-foreign' }));
  });
});

describe('a restore', () => {
  beforeEach(async () => {
    await setTheme('dark');
    copyDatabase(path(), copyPath());
    await setTheme('light');
  });

  it('is refused when a letter in the copy has changed, of which SQLite sees nothing', async () => {
    const bytes = readFileSync(copyPath());
    bytes.write('dusk', bytes.indexOf('dark'));
    writeFileSync(copyPath(), bytes);
    expect(examineDatabase(copyPath())).toMatchObject({ offers: 0 });
    requestRestore(dataDir, copyPath());
    const database = open();
    expect([database.restore?.state, themeOf(database)]).toEqual(['refused', 'light']);
    await database.close();
  });

  it('takes place at the next start, once, and keeps what was there before', async () => {
    requestRestore(dataDir, copyPath());
    expect(requestedRestore(dataDir)).toBe(copyPath());
    const database = open();
    const formerPath = join(dataDir, 'backup', 'smart-recruiting-00000000-2026-03-02T09-00-00-000Z-restore.db');
    expect(database.restore).toEqual({ state: 'restored', path: copyPath(), formerPath, failure: null });
    expect(themeOf(database)).toBe('dark');
    expect(themeIn(formerPath)).toBe('light');
    await database.close();
    const again = open();
    expect(again.restore).toBeNull();
    await again.close();
  });

  it('takes the index of the search away with the former state, also where nobody opens that after a kill', async () => {
    writeFileSync(join(dataDir, searchFileName), '');
    requestRestore(dataDir, copyPath());
    applyRestore({ dataDir, migrationsDir, path: path(), backupDir: join(dataDir, 'backup'), now });
    expect(existsSync(join(dataDir, searchFileName))).toBe(false);
    // The next start knows of no restore.
    const database = open();
    expect([database.restore, themeOf(database)]).toEqual([null, 'dark']);
    await database.close();
  });

  it('can itself be taken back', async () => {
    requestRestore(dataDir, copyPath());
    const database = open();
    await database.close();
    requestRestore(dataDir, database.restore?.formerPath ?? '');
    const back = open();
    expect(themeOf(back)).toBe('light');
    await back.close();
  });

  it('keeps what a killed program left in the journal', async () => {
    const sqlite = new BetterSqlite(path());
    sqlite.pragma('journal_mode = WAL');
    sqlite.exec("update setting set value = json_quote('journal') where key = 'theme'");
    // As after a kill: the journal stays because nobody closes.
    const [file, journal] = [readFileSync(path()), readFileSync(`${path()}-wal`)];
    sqlite.close();
    writeFileSync(path(), file);
    writeFileSync(`${path()}-wal`, journal);
    requestRestore(dataDir, copyPath());
    const database = open();
    expect(themeOf(database)).toBe('dark');
    expect(themeIn(database.restore?.formerPath ?? '')).toBe('journal');
    await database.close();
  });

  it.each([
    ['is damaged', 'backup-damaged', () => writeFileSync(copyPath(), 'no database')],
    ['is gone', 'backup-gone', () => rmSync(copyPath())],
    ['is of a newer version', 'database-newer', () => changeCopy('pragma user_version = 9999')],
    ['is another program’s', 'database-foreign', () => changeCopy('pragma application_id = 42')],
  ] as const)('leaves the database alone when the backup %s', async (_what, reason, harm) => {
    requestRestore(dataDir, copyPath());
    harm();
    const database = open();
    expect(database.restore).toMatchObject({
      state: 'refused',
      path: copyPath(),
      formerPath: null,
      failure: { reason },
    });
    expect(themeOf(database)).toBe('light');
    expect(existsSync(`${path()}.restoring`)).toBe(false);
    await database.close();
    expect(requestedRestore(dataDir)).toBeNull();
  });

  it('waits for the next start when the share with the backup is away, and says why', async () => {
    const share = join(dataDir, 'copies');
    requestRestore(dataDir, copyPath());
    renameSync(share, `${share} away`);
    const database = open();
    expect([database.restore?.state, themeOf(database)]).toEqual(['postponed', 'light']);
    expect(database.restore?.failure).toMatchObject({ reason: 'folder-away', details: { folder: share } });
    await database.close();
    renameSync(`${share} away`, share);
    const back = open();
    expect([back.restore?.state, themeOf(back)]).toEqual(['restored', 'dark']);
    await back.close();
  });

  it('waits for the next start when the backup cannot be read just now', async () => {
    // Nobody is kept from reading a file of his own system as its administrator: a folder stands in its way.
    renameSync(copyPath(), `${copyPath()}.away`);
    mkdirSync(copyPath());
    requestRestore(dataDir, copyPath());
    const database = open();
    expect([database.restore?.state, themeOf(database)]).toEqual(['postponed', 'light']);
    expect(existsSync(`${path()}.restoring`)).toBe(false);
    await database.close();
    expect(requestedRestore(dataDir)).toBe(copyPath());
  });

  it('replaces a damaged database and keeps its bytes', async () => {
    const bytes = readFileSync(path());
    bytes.fill(0xff, bytes.length / 2);
    writeFileSync(path(), bytes);
    requestRestore(dataDir, copyPath());
    const database = open();
    expect(themeOf(database)).toBe('dark');
    expect(readFileSync(database.restore?.formerPath ?? '').equals(bytes)).toBe(true);
    await database.close();
  });

  it('waits for the next start when nothing can be kept of the database', async () => {
    writeFileSync(join(dataDir, 'backup'), 'a file where the folder should be');
    requestRestore(dataDir, copyPath());
    const database = open();
    expect(database.restore?.state).toBe('postponed');
    expect(themeOf(database)).toBe('light');
    await database.close();
    expect(requestedRestore(dataDir)).toBe(copyPath());
  });
});
