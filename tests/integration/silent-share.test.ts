import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAwayFiles } from '../../src/main/workers/away/away-files';
import { spawnProcess } from '../../src/main/workers/spawn-process';
import { buildEntries } from '../support/build-entry';

let entry = '';
let dir = '';
beforeAll(async () => {
  ({ away: entry } = await buildEntries('away', { away: 'src/main/workers/away/entry.ts' }));
});
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'smart-recruiting é '));
});
afterEach(() => rmSync(dir, { recursive: true }));

const backupName = 'smart-recruiting-0badcafe-2026-03-02T09-00-00-000Z-regular.db';
const bounds = { answerWithinMs: 5_000, standStillMs: 500, leaveAloneMs: 60_000 };

it('is reached by a process of its own, both ways, whole', async () => {
  const files = createAwayFiles(spawnProcess(entry), bounds);
  const [here, share] = [join(dir, 'here.db'), join(dir, 'partage')];
  const bytes = Buffer.from(Array.from({ length: 3 * 1024 * 1024 + 7 }, (_, index) => index % 251));
  writeFileSync(here, bytes);
  try {
    expect(await files.list(share)).toEqual([]);
    await files.check(share);
    await files.bring(here, join(share, backupName));
    await files.write(join(share, 'small.txt'), 'Été');
    expect(await files.read(join(share, 'small.txt'))).toBe('Été');
    expect(await files.read(join(share, 'none.txt'))).toBeNull();
    const keyId = bytes.subarray(0, 16).toString('hex');
    expect(await files.list(share)).toEqual([{ name: backupName, sizeBytes: bytes.length, keyId }]);
    await files.fetch(join(share, backupName), join(dir, 'back.db'));
    expect(readFileSync(join(dir, 'back.db')).equals(bytes)).toBe(true);
    await expect(files.peek(join(share, backupName))).rejects.toMatchObject({ reason: 'database-damaged' });
    await files.remove([join(share, backupName), join(share, 'none.db')]);
    expect(await files.list(share)).toEqual([]);
    await expect(files.bring(join(dir, 'gone.db'), join(share, backupName))).rejects.toMatchObject({
      reason: 'folder-away',
    });
    expect(await files.list(share)).toEqual([]);
  } finally {
    await files.dispose();
  }
});

// A pipe that nobody writes to is the file of a disk that never answers: who opens it waits in the system itself.
it.skipIf(process.platform === 'win32')(
  'that hangs is given up, and the next question has a fresh process',
  async () => {
    const share = join(dir, 'partage');
    mkdirSync(share);
    execFileSync('mkfifo', [join(share, 'pipe')]);
    const files = createAwayFiles(spawnProcess(entry), bounds);
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 20);
    try {
      await expect(files.fetch(join(share, 'pipe'), join(dir, 'here.db'))).rejects.toMatchObject({
        reason: 'folder-silent',
        details: { folder: share },
      });
      // Whoever asked went on meanwhile.
      expect(ticks).toBeGreaterThan(5);
      await expect(files.list(share)).rejects.toMatchObject({ reason: 'folder-silent' });
      await files.check(join(dir, 'another'));
    } finally {
      clearInterval(ticking);
      await files.dispose();
    }
  },
);
