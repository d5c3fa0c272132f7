import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentReader } from '../../src/main/core/ports';
import { createDocumentReader, documentThreadLimits } from '../../src/main/workers/documents/document-reader';
import { spawnThread } from '../../src/main/workers/spawn-thread';
import { buildEntries } from '../support/build-entry';
import { makeDocx, makePdf } from '../support/make-documents';
import { openApp } from '../support/open-app';

const never = new AbortController().signal;

let folder = '';
let entry = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
  ({ documents: entry } = await buildEntries('documents', { documents: 'src/main/workers/documents/entry.ts' }));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (bytes: Buffer): string => {
  const path = join(folder, 'stored');
  writeFileSync(path, bytes);
  return path;
};

async function withReader(limitMs: number | undefined, work: (reader: DocumentReader) => Promise<void>): Promise<void> {
  const reader = createDocumentReader(spawnThread(entry, { resourceLimits: documentThreadLimits }), limitMs);
  try {
    await work(reader);
  } finally {
    await reader.dispose();
  }
}

describe('the thread that reads documents', () => {
  it('reads one after the other, and tells what it refuses by the name that people know', async () => {
    await withReader(undefined, async (reader) => {
      expect((await reader.read(file(makeDocx(['Stage'])), 'offre.docx', never)).text).toBe('Stage');
      expect((await reader.read(file(makePdf(['Alternance'])), 'offre.pdf', never)).text).toBe('Alternance');
      const refused = reader.read(file(makePdf(['x'], { isProtected: true })), 'secret.pdf', never);
      await expect(refused).rejects.toMatchObject({ reason: 'document-protected', details: { file: 'secret.pdf' } });
    });
  });

  it('is ended when a document takes too long, and comes back for the next one', async () => {
    const pages = Array.from({ length: 50 }, (_, page) => `Page ${page} ${'mot '.repeat(40_000)}`);
    await withReader(150, async (reader) => {
      const slow = reader.read(file(makePdf(pages)), 'lent.pdf', never);
      await expect(slow).rejects.toMatchObject({ reason: 'document-too-slow', details: { file: 'lent.pdf' } });
    });
    await withReader(undefined, async (reader) => {
      const abort = new AbortController();
      const given = reader.read(file(makePdf(pages)), 'lent.pdf', abort.signal);
      abort.abort();
      await expect(given).rejects.toMatchObject({ code: 'cancelled' });
      expect((await reader.read(file(makeDocx(['Stage'])), 'offre.docx', never)).text).toBe('Stage');
    });
  });
});

describe('a document that was handed over', () => {
  async function* chunksOf(bytes: Buffer) {
    yield await Promise.resolve(bytes);
  }

  it.each([
    ['was read', makeDocx(['Stage en gestion'])],
    ['was refused', Buffer.from('{\\rtf1 Bonjour}')],
  ])('is not kept once it %s', async (_what, bytes) => {
    // Its clock is the real one, as the times of files are.
    await using app = await openApp({ clock: { now: () => new Date() } });
    const { fileId } = await app.fileStore.receive('offre.docx', chunksOf(bytes));
    await app.client.offers.readDocument({ fileId }).catch(() => undefined);
    expect(readdirSync(join(app.dataDir, 'files'))).toEqual([]);
    await expect(app.client.offers.readDocument({ fileId })).rejects.toMatchObject({ reason: 'file-expired' });
  });

  it('stays where a person put it', async () => {
    await using app = await openApp();
    const path = file(makeDocx(['Stage en gestion']));
    const { text } = await app.client.offers.readDocument({ fileId: app.fileStore.adopt(path) });
    expect([text, existsSync(path)]).toEqual(['Stage en gestion', true]);
  });
});
