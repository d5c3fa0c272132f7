import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { migrationsDir } from '../../../../tests/support/temporary-database';
import { settingTable } from '../settings/setting-table';
import { openDatabase } from './open';
import { openReadConnection } from './open-in-thread';
import { tellSlowStatements } from './watch-slow';

/** Counts so far that no machine does it within 50 ms; the limit comes from outside. */
const slow = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT count(*)
  FROM n`;

it('tells of statements that take long, on every connection, by their text and never by their values', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
  const told: { statement: string; durationMs: number }[] = [];
  tellSlowStatements((statement, durationMs) => told.push({ statement, durationMs }));
  const database = openDatabase({ dataDir, migrationsDir, now: new Date('2026-03-02T09:00:00Z') });
  try {
    told.length = 0;
    expect(database.read.orm.select().from(settingTable).where(eq(settingTable.key, 'theme')).all()).toEqual([]);
    expect(database.read.prepare<number, [number]>(slow).pluck().get(1_000_000)).toBe(1_000_000);
    await database.write((db) => db.prepare(slow).all(1_000_001));
    expect(await database.snapshot(() => Promise.resolve(database.read.prepare(slow).all(1_000_002)))).toHaveLength(1);
    const beside = openReadConnection(database.path);
    expect(beside.read.prepare(slow).all(1_000_003)).toHaveLength(1);
    beside.close();
    const text = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) SELECT count(*) FROM n';
    expect(told.map(({ statement }) => statement).filter((statement) => statement.startsWith('WITH'))).toEqual([
      ...[text, text, text, text],
    ]);
    expect(told.every(({ durationMs }) => durationMs >= 50)).toBe(true);
  } finally {
    tellSlowStatements(null);
    await database.close();
    rmSync(dataDir, { recursive: true });
  }
});
