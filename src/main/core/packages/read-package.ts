import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import yauzl from 'yauzl';
import { AppError, throwIfCancelled, type ErrorDetails, type ErrorReason } from '../../../shared/domain/app-error';
import {
  manifestName,
  packageManifestSchema,
  packageMarkSchema,
  packageVersion,
  type PackageManifest,
  type PackagePart,
} from '../../../shared/domain/package';
import { countRecords } from './count-records';

/** What a package may hold; a year of offers of a large university takes some hundred megabytes. */
export interface PackageLimits {
  readonly unpackedBytes: number;
  /** How many times as large as in the package a file may become, once it is larger than `alwaysBytes`. */
  readonly ratio: number;
  readonly alwaysBytes: number;
}

export const packageLimits: PackageLimits = { unpackedBytes: 1024 ** 3, ratio: 200, alwaysBytes: 16 * 1024 ** 2 };
const manifestBytes = 64 * 1024;
/** Names of files beside each other and nothing else: no folder, no way up, no drive. */
const plainName = /^[a-z0-9][a-z0-9-]{0,40}\.(?:json|csv)$/;

/** A package whose directory and manifest are in order; its parts are checked as they are read. */
export interface PackageReader {
  readonly manifest: PackageManifest;
  /** The bytes of a part. Throws behind the last one when they are not those, or not as many rows, that the manifest tells. */
  read(part: PackagePart): AsyncIterable<Uint8Array>;
  close(): void;
}

/**
 * Opens a package without trusting it: every entry has to be named by the manifest, and none may become larger than it
 * says. Throws `invalid-input` with `package-foreign` for any other file, `package-newer`, `package-protected`,
 * `package-unsafe` for names that lead elsewhere and files that nobody named, `package-too-large` for what unpacks to
 * too much, `package-damaged`, and `package-rows-differ`, with the numbers, for a table that lost rows before it was packed.
 */
export async function openPackage(
  path: string,
  signal: AbortSignal,
  limits: PackageLimits = packageLimits,
): Promise<PackageReader> {
  if (!(await isZip(path))) throw refused('package-foreign', 'This is no ZIP file.');
  const zip = await whole(() =>
    // Names are judged here, and not by the library, which would only call them damaged.
    yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }),
  );
  try {
    const entries = await readDirectory(zip, signal, limits);
    const manifest = await readManifest(zip, entries);
    checkParts(manifest, entries);
    return {
      manifest,
      read: (part) => readPart(zip, entries, part, signal),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

type Entries = ReadonlyMap<string, yauzl.Entry>;

async function readDirectory(zip: yauzl.ZipFile, signal: AbortSignal, limits: PackageLimits): Promise<Entries> {
  const found: (readonly [string, yauzl.Entry])[] = [];
  await whole(async () => {
    for await (const entry of zip.eachEntry()) {
      throwIfCancelled(signal);
      // Bytes, as names are not decoded; an honest one is ASCII.
      found.push([Buffer.from(entry.fileName).toString('latin1'), entry]);
      if (found.length > mostEntries) throw refused('package-unsafe', 'The package holds too many files.');
    }
  });
  const entries = new Map(found);
  if (!entries.has(manifestName)) throw refused('package-foreign', 'The ZIP file has no manifest.');
  if (found.some(([, entry]) => entry.isEncrypted())) throw refused('package-protected', 'The package is encrypted.');
  const strange = found.find(([name]) => !plainName.test(name))?.[0];
  if (strange !== undefined || entries.size < found.length) {
    throw refused('package-unsafe', 'A file of the package has no plain name of its own.', { entry: strange ?? null });
  }
  checkSizes(found, limits);
  return entries;
}

/** Other ZIP files may hold thousands; a package holds four files at most. */
const mostEntries = 100;

/** By what the directory says: the library lets no entry become larger than that. */
function checkSizes(found: readonly (readonly [string, yauzl.Entry])[], limits: PackageLimits): void {
  let unpacked = 0;
  for (const [name, { uncompressedSize, compressedSize }] of found) {
    unpacked += uncompressedSize;
    const isBomb = uncompressedSize > limits.alwaysBytes && uncompressedSize > compressedSize * limits.ratio;
    const isLongManifest = name === manifestName && uncompressedSize > manifestBytes;
    if (isBomb || isLongManifest || unpacked > limits.unpackedBytes) {
      const details = { entry: name, unpackedBytes: unpacked, limitBytes: limits.unpackedBytes };
      throw refused('package-too-large', 'The package unpacks to too much.', details);
    }
  }
}

async function readManifest(zip: yauzl.ZipFile, entries: Entries): Promise<PackageManifest> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytesOf(zip, entries, manifestName)) chunks.push(chunk);
  const said = parse(Buffer.concat(chunks).toString('utf8'));
  const mark = packageMarkSchema.safeParse(said);
  if (!mark.success) throw refused('package-foreign', 'The manifest is of something else.');
  const { schemaVersion } = mark.data;
  if (schemaVersion > packageVersion) {
    throw refused('package-newer', 'The package was written by a newer version.', { schemaVersion });
  }
  const manifest = packageManifestSchema.safeParse(said);
  if (!manifest.success) throw refused('package-damaged', 'The manifest cannot be read.');
  return manifest.data;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** Every file is named once by the manifest, of the size that it says, and there is no other. */
function checkParts({ parts }: PackageManifest, entries: Entries): void {
  const named = new Set(parts.map(({ file }) => file));
  const kinds = new Set(parts.map(({ kind }) => kind));
  const stranger = [...entries.keys()].find((name) => name !== manifestName && !named.has(name));
  if (stranger !== undefined) {
    throw refused('package-unsafe', 'The manifest does not speak of a file.', { entry: stranger });
  }
  const isWhole = parts.every(({ file, sizeBytes }) => entries.get(file)?.uncompressedSize === sizeBytes);
  if (!isWhole || named.size < parts.length || kinds.size < parts.length || named.has(manifestName)) {
    throw refused('package-damaged', 'The files are not those of the manifest.');
  }
}

async function* readPart(
  zip: yauzl.ZipFile,
  entries: Entries,
  { file, rows, sha256 }: PackagePart,
  signal: AbortSignal,
): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256');
  const counter = countRecords();
  for await (const chunk of bytesOf(zip, entries, file)) {
    throwIfCancelled(signal);
    hash.update(chunk);
    counter.add(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== sha256) throw refused('package-damaged', 'A checksum is wrong.', { entry: file });
  // The first record names the columns.
  const found = Math.max(0, counter.records() - 1);
  if (found !== rows) {
    throw refused('package-rows-differ', 'A table has not as many rows as it should.', { file, told: rows, found });
  }
}

async function* bytesOf(zip: yauzl.ZipFile, entries: Entries, name: string): AsyncIterable<Uint8Array> {
  const entry = entries.get(name);
  if (!entry) throw refused('package-damaged', 'A file is missing.', { entry: name });
  const stream = await whole(() => zip.openReadStreamPromise(entry));
  try {
    for await (const chunk of stream) yield chunk as Buffer; // yauzl's streams carry bytes.
  } catch (error) {
    throw asDamaged(error);
  }
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch((cause: unknown) => {
    throw new AppError('not-found', 'The file cannot be read.', 'file-unreadable', {}, { cause });
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && buffer.toString('latin1') === 'PK\u0003\u0004';
  } finally {
    await file.close();
  }
}

/** Whatever the library throws means that the file is not as it was written. */
async function whole<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asDamaged(error);
  }
}

function asDamaged(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  return new AppError('invalid-input', 'The package cannot be read.', 'package-damaged', {}, { cause });
}

function refused(reason: ErrorReason, message: string, details: ErrorDetails = {}): AppError {
  return new AppError('invalid-input', message, reason, details);
}
