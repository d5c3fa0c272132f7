import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../shared/domain/app-error';
import { fileIdSchema } from '../../shared/domain/ids';
import { createFileStore } from './file-store';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-files-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const now = new Date('2026-03-02T09:00:00Z');
const clock = { now: () => now };

async function* chunks(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) {
    await Promise.resolve();
    yield Buffer.from(text);
  }
}

async function* failing(): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield Buffer.from('half');
  throw new Error('cut');
}

async function refusal(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof AppError ? [error.code, error.reason] : error),
  );
}

describe('the file store', () => {
  it('keeps what it receives, under a handle that nobody guesses, for a later process too', async () => {
    const store = createFileStore({ dir, clock: { now: () => new Date() } });
    const stored = await store.receive('offres été.csv', chunks('a;b\n', '1;2\n'));
    expect(stored).toMatchObject({ name: 'offres été.csv', sizeBytes: 8 });
    expect(stored.fileId).toMatch(/^[A-Za-z0-9_-]{32}$/);
    const later = createFileStore({ dir, clock: { now: () => new Date() } });
    const { path, name, sizeBytes } = later.locate(stored.fileId);
    expect({ text: readFileSync(path, 'utf8'), name, sizeBytes }).toEqual({
      text: 'a;b\n1;2\n',
      name: 'offres été.csv',
      sizeBytes: 8,
    });
  });

  it('keeps only the last part of a name that came with a path or control characters', async () => {
    const store = createFileStore({ dir, clock });
    const names = ['C:\\Users\\a\\f.csv', '../../etc/passwd', 'a\r\nb.csv', '', '///'];
    const kept = await Promise.all(names.map(async (name) => (await store.receive(name, chunks('x'))).name));
    expect(kept).toEqual(['f.csv', 'passwd', 'ab.csv', 'file', 'file']);
  });

  it('refuses a file above the limit and leaves nothing of it', async () => {
    const store = createFileStore({ dir, clock, maxBytes: 5 });
    expect(await refusal(store.receive('a.csv', chunks('12345')))).toBe('no refusal');
    const before = readdirSync(dir);
    expect(await refusal(store.receive('a.csv', chunks('123', '456')))).toEqual(['invalid-input', 'file-too-large']);
    expect(readdirSync(dir)).toEqual(before);
  });

  it('leaves nothing of a file that was cut on its way, nor of an export that failed', async () => {
    const store = createFileStore({ dir, clock });
    expect(await refusal(store.receive('a.csv', failing()))).toEqual(new Error('cut'));
    const made = store.create('matches.csv');
    const broken = (async function* () {
      await Promise.resolve();
      yield 'half';
      throw new Error('stop');
    })();
    expect(await refusal(made.write(broken))).toEqual(new Error('stop'));
    expect(readdirSync(dir)).toEqual([]);
    expect(() => store.locate(made.fileId)).toThrow(AppError);
  });

  it('does not know a made file before it is whole', async () => {
    const store = createFileStore({ dir, clock: { now: () => new Date() } });
    const made = store.create('matches.csv');
    expect(() => store.locate(made.fileId)).toThrow('unknown or too old');
    await made.write(
      (async function* () {
        await Promise.resolve();
        yield 'id;é\n';
      })(),
    );
    expect(readFileSync(store.locate(made.fileId).path, 'utf8')).toBe('id;é\n');
  });

  it('forgets files after a day, and gives no foreign file out', async () => {
    const store = createFileStore({ dir, clock });
    const { fileId, path } = await store.receive('a.csv', chunks('x'));
    const yesterday = new Date(now.getTime() - 25 * 60 * 60 * 1000);
    utimesSync(path, yesterday, yesterday);
    expect(() => store.locate(fileId)).toThrow('unknown or too old');
    store.removeExpired();
    expect(readdirSync(dir).filter((name) => name === fileId)).toEqual([]);
    writeFileSync(join(dir, 'A'.repeat(32)), 'not ours');
    expect(() => store.locate(fileIdSchema.parse('A'.repeat(32)))).toThrow('unknown or too old');
  });

  it('reads an adopted file where it lies and never removes it', () => {
    const store = createFileStore({ dir: join(dir, 'store'), clock });
    const path = join(dir, 'mine.csv');
    writeFileSync(path, '123');
    const fileId = store.adopt(path);
    store.removeExpired();
    expect(store.locate(fileId)).toEqual({ path, name: 'mine.csv', sizeBytes: 3, packageOrigin: null });
  });
});
