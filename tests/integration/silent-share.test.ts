import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { createAwayFiles } from '../../src/main/workers/away/away-files';
import { createWatchedFiles } from '../../src/main/workers/away/watched-files';
import { spawnProcess } from '../../src/main/workers/spawn-process';
import { buildEntries } from '../support/build-entry';

let entry = '';
let watchedEntry = '';
let dir = '';
beforeAll(async () => {
  ({ away: entry, watched: watchedEntry } = await buildEntries('away', {
    away: 'src/main/workers/away/entry.ts',
    watched: 'src/main/workers/away/watched-entry.ts',
  }));
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

it('that is watched is read by a process of its own, whole, and has its files put away', async () => {
  const files = createWatchedFiles(spawnProcess(watchedEntry), bounds);
  const bytes = Buffer.from(Array.from({ length: 1024 * 1024 + 7 }, (_, index) => index % 251));
  writeFileSync(join(dir, 'été.csv'), bytes);
  writeFileSync(join(dir, 'faux.csv'), 'x');
  mkdirSync(join(dir, 'archives'));
  try {
    await files.check(dir);
    const { files: found, subfolders } = await files.list(dir);
    expect([found.map(({ name, sizeBytes }) => [name, sizeBytes]), subfolders]).toEqual([
      [
        ['été.csv', bytes.length],
        ['faux.csv', 1],
      ],
      ['archives'],
    ]);
    expect((await collect(files.read(dir, 'été.csv'))).equals(bytes)).toBe(true);
    await expect(collect(files.read(dir, 'parti.csv'))).rejects.toMatchObject({ reason: 'file-unreadable' });
    await files.putAway(dir, 'été.csv');
    await files.putAside(dir, 'faux.csv', 'Pourquoi');
    await expect(files.putAway(dir, 'parti.csv')).rejects.toMatchObject({ reason: 'file-unreadable' });
    expect(await files.list(dir)).toEqual({ files: [], subfolders: ['archives'] });
    expect(readFileSync(join(dir, 'importés', 'été.csv')).equals(bytes)).toBe(true);
    expect(readFileSync(join(dir, 'refusés', 'faux.csv.txt'), 'utf8')).toBe('Pourquoi');
    await expect(files.list(join(dir, 'parti'))).rejects.toMatchObject({ reason: 'watched-folder-away' });
    await expect(files.check('relatif')).rejects.toMatchObject({ reason: 'folder-unwatchable' });
  } finally {
    await files.dispose();
  }
});

it.skipIf(process.platform === 'win32')(
  'that is watched and hangs is asked again by a fresh process, and whoever stops waits for nothing',
  async () => {
    execFileSync('mkfifo', [join(dir, 'pipe')]);
    const files = createWatchedFiles(spawnProcess(watchedEntry), { ...bounds, leaveAloneMs: 0 });
    try {
      await expect(collect(files.read(dir, 'pipe'))).rejects.toMatchObject({
        reason: 'watched-folder-silent',
        details: { folder: dir },
      });
      expect((await files.list(dir)).files).toEqual([]);
      const stopping = new AbortController();
      const reading = collect(files.read(dir, 'pipe', stopping.signal));
      stopping.abort();
      await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
    } finally {
      await files.dispose();
    }
  },
);

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}
