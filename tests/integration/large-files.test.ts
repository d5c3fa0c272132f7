import { mkdtempSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { createCsvReader } from '../../src/main/workers/csv/csv-reader';
import { spawnThread } from '../../src/main/workers/spawn-thread';
import { buildEntries } from '../support/build-entry';

const blockRows = 4_000;
const blocks = 40;
/** A quarter of the file: V8 ends a thread that comes to hold more. */
const heldMb = 32;

let entries = { csv: '' };
beforeAll(async () => {
  entries = await buildEntries('large-files', { csv: 'src/main/workers/csv/entry.ts' });
});

/** Writes a file of 128 MB; its last row only is another. */
async function writeLarge(path: string): Promise<void> {
  const row = `Stage;${'Analyser les besoins à venir. '.repeat(26)}\r\n`;
  const block = row.repeat(blockRows);
  const file = await open(path, 'w');
  await file.write('intitulé;description\r\n');
  for (let count = 0; count < blocks; count += 1) await file.write(block);
  await file.write('Dernière;Fin');
  await file.close();
}

it('a file is read as it streams by, in a thread that may hold a quarter of it', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-large-'));
  const resourceLimits = { maxOldGenerationSizeMb: heldMb, maxYoungGenerationSizeMb: 8 };
  const reader = createCsvReader(spawnThread(entries.csv, { resourceLimits }));
  const never = new AbortController().signal;
  try {
    const path = join(folder, 'large.csv');
    await writeLarge(path);
    const options = { kind: 'offers', format: null, mapping: null } as const;
    const { format, rows: firstRows } = await reader.inspect(path, options, 20, never);
    expect([format, firstRows.length]).toEqual([{ encoding: 'utf-8', delimiter: ';' }, 20]);
    let count = 0;
    let last: unknown = null;
    for await (const { rows } of reader.read(path, options, never)) {
      count += rows.length;
      last = rows.at(-1) ?? last;
    }
    expect(count).toBe(blockRows * blocks + 1);
    expect(last).toMatchObject({ line: blockRows * blocks + 2, draft: { offer: { title: 'Dernière' } }, issues: [] });
  } finally {
    await reader.dispose();
    rmSync(folder, { recursive: true });
  }
});
