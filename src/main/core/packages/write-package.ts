import { createHash, randomUUID } from 'node:crypto';
import { strToU8, Zip, ZipDeflate } from 'fflate/browser';
import type { ImportKind } from '../../../shared/domain/import';
import { manifestName, packageVersion, type PackageManifest, type PackagePart } from '../../../shared/domain/package';

/** A table on its way into a package: pieces of CSV, each with the rows that it holds. */
export interface PackageTable {
  readonly kind: ImportKind;
  readonly pieces: AsyncIterable<{ readonly text: string; readonly rows: number }>;
}

/** What only whoever asks for the package knows. */
export type PackageSaid = Pick<PackageManifest, 'madeAt' | 'origin' | 'licence' | 'hasPersonalData'>;

/**
 * The bytes of a package, written as its tables come. The manifest stands last, because it tells the checksums of what
 * stands before it.
 */
export async function* writePackage(tables: Iterable<PackageTable>, said: PackageSaid): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    waiting.push(piece);
  });
  const take = (): Uint8Array => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    return bytes;
  };
  const add = (name: string): ZipDeflate => {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = said.madeAt;
    zip.add(entry);
    return entry;
  };
  const parts: PackagePart[] = [];
  for (const { kind, pieces } of tables) {
    const file = `${kind}.csv`;
    const entry = add(file);
    const hash = createHash('sha256');
    let [rows, sizeBytes] = [0, 0];
    for await (const piece of pieces) {
      const bytes = strToU8(piece.text);
      hash.update(bytes);
      sizeBytes += bytes.length;
      rows += piece.rows;
      entry.push(bytes);
      yield take();
    }
    entry.push(new Uint8Array(0), true);
    parts.push({ kind, file, rows, sizeBytes, sha256: hash.digest('hex') });
  }
  const manifest: PackageManifest = {
    format: 'smart-recruiting-package',
    schemaVersion: packageVersion,
    id: randomUUID(),
    ...said,
    parts,
  };
  add(manifestName).push(strToU8(`${JSON.stringify(manifest, null, 2)}\n`), true);
  zip.end();
  yield take();
}
