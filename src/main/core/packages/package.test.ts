import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strToU8, zipSync, type Zippable } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { ImportKind } from '../../../shared/domain/import';
import { openPackage, packageLimits } from './read-package';
import { writePackage, type PackageTable } from './write-package';

const folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-'));
afterAll(() => rmSync(folder, { recursive: true }));

const said = {
  madeAt: '2026-03-02T09:00:00.000Z',
  origin: { university: 'Université de l’Est' },
  licence: 'Usage interne',
  hasPersonalData: false,
};
const { signal } = new AbortController();

let files = 0;
function fileOf(bytes: Uint8Array): string {
  const path = join(folder, `${(files += 1)}.smartrecruiting`);
  writeFileSync(path, bytes);
  return path;
}

async function packed(tables: readonly PackageTable[]): Promise<Buffer> {
  const pieces = [];
  for await (const piece of writePackage(tables, said)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A table of one column, with a text a row. */
function tableOf(kind: ImportKind, texts: readonly string[]): PackageTable {
  async function* pieces() {
    yield { text: 'title\r\n', rows: 0 };
    for (const text of texts) yield await Promise.resolve({ text: recordOf(text), rows: 1 });
  }
  return { kind, pieces: pieces() };
}

function recordOf(text: string): string {
  return `"${text.replaceAll('"', '""')}"\r\n`;
}

/** What reading gives of every part. */
async function partsIn(path: string, limits = packageLimits): Promise<Record<string, string>> {
  const reader = await openPackage(path, signal, limits);
  const texts: Record<string, string> = {};
  try {
    for (const part of reader.manifest.parts) {
      const chunks = [];
      for await (const chunk of reader.read(part)) chunks.push(chunk);
      texts[part.kind] = Buffer.concat(chunks).toString('utf8');
    }
  } finally {
    reader.close();
  }
  return texts;
}

/** A package as an attacker or an accident may change it. */
function tampered(change: (manifest: Record<string, unknown>, entries: Zippable) => void): string {
  const csv = strToU8('title\r\nStage\r\n');
  const sha256 = createHash('sha256').update(csv).digest('hex');
  const parts = [{ kind: 'offers', file: 'offers.csv', rows: 1, sizeBytes: csv.length, sha256 }];
  const id = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';
  const manifest = { format: 'smart-recruiting-package', schemaVersion: 1, id, ...said, parts };
  const entries: Zippable = { 'offers.csv': csv };
  change(manifest, entries);
  if (!('manifest.json' in entries)) entries['manifest.json'] = strToU8(JSON.stringify(manifest));
  return fileOf(zipSync(entries));
}

describe('a package', () => {
  it('gives back what was written into it', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(texts, texts, async (offers, companies) => {
        const bytes = await packed([tableOf('offers', offers), tableOf('companies', companies)]);
        const read = await partsIn(fileOf(bytes));
        const whole = (rows: readonly string[]): string => ['title\r\n', ...rows.map(recordOf)].join('');
        expect(read).toEqual({ offers: whole(offers), companies: whole(companies) });
      }),
      { numRuns: 100, seed: 12 },
    );
  });

  it('that is as it was written is taken', async () => {
    expect(await partsIn(tampered(() => undefined))).toEqual({ offers: 'title\r\nStage\r\n' });
  });

  it.each([
    ['leads up', '../offers.csv'],
    ['leads up behind a folder', 'a/../../x.csv'],
    ['is absolute', '/etc/cron.csv'],
    ['names a drive', 'C:\\x.csv'],
    ['leads up as on Windows', '..\\x.csv'],
    ['lies in a folder', 'sub/offers.csv'],
    ['is hidden', '.offers.csv'],
    ['is a program', 'setup.exe'],
  ])('with a file whose name %s is refused', async (_what, name) => {
    const path = tampered((_manifest, entries) => (entries[name] = strToU8('x')));
    await expect(partsIn(path)).rejects.toMatchObject({ code: 'invalid-input', reason: 'package-unsafe' });
  });

  it('with a file that the manifest does not name is refused', async () => {
    const path = tampered((_manifest, entries) => (entries['more.csv'] = strToU8('x')));
    await expect(partsIn(path)).rejects.toMatchObject({ reason: 'package-unsafe', details: { entry: 'more.csv' } });
  });

  it('with two files of one name is refused', async () => {
    const bytes = zipSync({ 'offers.csv': strToU8('a'), 'offerz.csv': strToU8('b'), 'manifest.json': strToU8('{}') });
    const twice = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = twice.indexOf('offerz'); at >= 0; at = twice.indexOf('offerz')) twice.write('offers', at);
    await expect(partsIn(fileOf(twice))).rejects.toMatchObject({ reason: 'package-unsafe' });
  });

  it('whose content has another checksum is refused', async () => {
    const path = tampered((_manifest, entries) => (entries['offers.csv'] = strToU8('title\r\nStagE\r\n')));
    await expect(partsIn(path)).rejects.toMatchObject({ reason: 'package-damaged' });
  });

  it.each([
    ['another size', (part: Record<string, unknown>) => (part['sizeBytes'] = 3)],
    ['a file that is not there', (part: Record<string, unknown>) => (part['file'] = 'other.csv')],
    ['a wrong kind', (part: Record<string, unknown>) => (part['kind'] = 'students')],
  ])('whose manifest tells %s is refused', async (_what, change) => {
    const path = tampered((manifest) => change((manifest['parts'] as Record<string, unknown>[])[0] ?? {}));
    await expect(partsIn(path)).rejects.toMatchObject({ code: 'invalid-input', reason: /^package-(damaged|unsafe)$/ });
  });

  it.each([
    ['lost', 'title\r\n', 0],
    ['gained', 'title\r\nStage\r\n"Stage\r\nde chimie"\r\n', 2],
  ])('whose table %s rows before it was packed is refused with both numbers', async (_what, text, found) => {
    const csv = strToU8(text);
    const path = tampered((manifest, entries) => {
      entries['offers.csv'] = csv;
      const sha256 = createHash('sha256').update(csv).digest('hex');
      Object.assign((manifest['parts'] as object[])[0] ?? {}, { sizeBytes: csv.length, sha256 });
    });
    await expect(partsIn(path)).rejects.toMatchObject({
      ...{ code: 'invalid-input', reason: 'package-rows-differ' },
      details: { file: 'offers.csv', told: 1, found },
    });
  });

  it('of a newer schema is refused, whatever else it holds', async () => {
    const path = tampered((manifest) => Object.assign(manifest, { schemaVersion: 2, parts: 'elsewhere' }));
    await expect(partsIn(path)).rejects.toMatchObject({ reason: 'package-newer', details: { schemaVersion: 2 } });
  });

  it.each([
    ['no manifest', () => fileOf(zipSync({ 'offers.csv': strToU8('x') }))],
    ['a manifest that is no JSON', () => tampered((_m, entries) => (entries['manifest.json'] = strToU8('{')))],
    ['a manifest of something else', () => tampered((_m, entries) => (entries['manifest.json'] = strToU8('[]')))],
    ['no ZIP at all', () => fileOf(strToU8('title;city\nStage;Lyon\n'))],
    ['nothing', () => fileOf(new Uint8Array(0))],
  ])('with %s is none', async (_what, make) => {
    await expect(partsIn(make())).rejects.toMatchObject({ code: 'invalid-input', reason: 'package-foreign' });
  });

  it('that was cut off is refused', async () => {
    const bytes = await packed([tableOf('offers', ['Stage'])]);
    for (let length = 4; length < bytes.length; length += 7) {
      await expect(partsIn(fileOf(bytes.subarray(0, length)))).rejects.toMatchObject({ code: 'invalid-input' });
    }
  });

  it('that is encrypted is refused', async () => {
    const bytes = await packed([tableOf('offers', [])]);
    // The first bit of the flags says so: 8 bytes into an entry of the directory (APPNOTE.TXT 4.3.12, 4.4.4).
    const directory = bytes.indexOf('PK\u0001\u0002');
    bytes.writeUInt16LE(bytes.readUInt16LE(directory + 8) | 1, directory + 8);
    await expect(partsIn(fileOf(bytes))).rejects.toMatchObject({ reason: 'package-protected' });
  });

  it('that unpacks to too much is refused before it is unpacked', async () => {
    const zeros = new Uint8Array(32 * 1024 * 1024);
    const bomb = tampered((_manifest, entries) => (entries['offers.csv'] = zeros));
    await expect(partsIn(bomb)).rejects.toMatchObject({ reason: 'package-too-large' });
    const much = tampered(() => undefined);
    await expect(partsIn(much, { ...packageLimits, unpackedBytes: 100 })).rejects.toMatchObject({
      reason: 'package-too-large',
    });
  });

  it('that holds more than it says is refused as it is unpacked', async () => {
    const bytes = await packed([tableOf('offers', ['Stage '.repeat(10_000)])]);
    const directory = bytes.indexOf('PK\u0001\u0002');
    // The size of the unpacked file: 24 bytes into an entry of the directory.
    bytes.writeUInt32LE(20, directory + 24);
    await expect(partsIn(fileOf(bytes))).rejects.toMatchObject({ reason: 'package-damaged' });
  });
});
