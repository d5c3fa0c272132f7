import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { Log } from '../../src/main/core/ports';
import { resolvePaths } from '../../src/main/hosts/paths';
import { noteSlowStatements } from '../../src/main/hosts/slow-statements';
import { startWriteThread } from '../../src/main/hosts/start-workers';
import { buildEntries } from '../support/build-entry';
import { openTemporaryDatabase } from '../support/temporary-database';

/** So many companies that no machine copies them within 50 ms. */
const companies = `insert into company (name, name_key, content_hash, created_at, updated_at)
  with recursive n(i) as (select 1 union all select i + 1 from n where i < 400000)
  select 'Company ' || i, 'company ' || i, 'hash ' || i, '2026-03-02', '2026-03-02' from n`;

it('that keep a thread are told in the log of the application, as those of its own are', async () => {
  const built = await buildEntries('slow', {
    'write-worker': 'src/main/workers/write/entry.ts',
    'csv-worker': 'src/main/workers/csv/entry.ts',
  });
  const told: string[] = [];
  const log: Log = {
    info: (message, details) => void told.push(`${message}: ${String(details?.['statement'])}`),
    warn: () => undefined,
    error: (message, error) => void told.push(`${message} ${String(error)}`),
  };
  const slow = noteSlowStatements(log);
  const paths = { ...resolvePaths(null), entriesDir: dirname(built['write-worker']) };
  const thread = startWriteThread(paths, log, { slowChannel: slow.channel });
  try {
    await using one = openTemporaryDatabase();
    await one.database.write((db) => db.prepare(companies).run());
    expect(told.some((line) => line.startsWith('slow statement: insert into company'))).toBe(true);
    await thread.copy(one.database.path, join(one.dataDir, 'copy.db'));
    await expect.poll(() => told).toContain('slow statement: VACUUM INTO ?');
  } finally {
    slow.end();
    await thread.dispose();
  }
});
