import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/domain/app-error';
import { fileIdSchema, type FileId } from '../../shared/domain/ids';
import type { Clock, FileStore, StoredFile } from '../core/ports';

/** What a host adds to the core's view of the store: taking files in, and looking after the folder. */
export interface HostFileStore extends FileStore {
  /**
   * Stores bytes that a person handed over under `name`. Throws `invalid-input` (`file-too-large`), `unavailable`
   * (`disk-full`, `read-only`), or whatever the chunks throw; nothing is left behind then.
   */
  receive(name: string, chunks: AsyncIterable<Uint8Array>): Promise<StoredFile & { readonly fileId: FileId }>;
  /** Gives a handle to a file where it lies; it is only read, and never removed. */
  adopt(path: string): FileId;
  /** Removes files that are older than their time to live. */
  removeExpired(): void;
}

export interface FileStoreOptions {
  readonly dir: string;
  readonly clock: Clock;
  readonly maxBytes?: number;
}

const defaultMaxBytes = 1024 ** 3;
/** A handle is good for a day: long enough for a page left open overnight, short enough to keep no copies. */
const timeToLiveMs = 24 * 60 * 60 * 1000;
const partSuffix = '.part';
const labelSuffix = '.json';
const labelSchema = z.object({ name: z.string() });

/** A folder of files under unguessable handles. It survives a restart: a download still works after one. */
export function createFileStore({ dir, clock, maxBytes = defaultMaxBytes }: FileStoreOptions): HostFileStore {
  const adopted = new Map<FileId, string>();
  const pathOf = (fileId: FileId): string => join(dir, fileId);

  const store = async (
    fileId: FileId,
    name: string,
    chunks: AsyncIterable<Uint8Array | string>,
    limit: number,
  ): Promise<StoredFile> => {
    const path = pathOf(fileId);
    try {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      const sizeBytes = await writeAtomically(path, chunks, limit);
      writeFileSync(path + labelSuffix, JSON.stringify({ name }), { mode: 0o600 });
      return { path, name, sizeBytes };
    } catch (error) {
      throw writeFailure(error, name);
    }
  };

  return {
    locate(fileId) {
      const path = adopted.get(fileId) ?? pathOf(fileId);
      try {
        const { size: sizeBytes, mtimeMs } = statSync(path);
        if (adopted.has(fileId)) return { path, name: basename(path), sizeBytes };
        if (mtimeMs < clock.now().getTime() - timeToLiveMs) throw new Error('expired');
        const { name } = labelSchema.parse(JSON.parse(readFileSync(path + labelSuffix, 'utf8')));
        return { path, name, sizeBytes };
      } catch (cause) {
        throw new AppError('not-found', 'This file handle is unknown or too old.', 'file-expired', {}, { cause });
      }
    },

    create(name) {
      const fileId = newFileId();
      return { fileId, write: (chunks) => store(fileId, cleanName(name), chunks, Infinity) };
    },

    async receive(name, chunks) {
      const fileId = newFileId();
      return { fileId, ...(await store(fileId, cleanName(name), chunks, maxBytes)) };
    },

    adopt(path) {
      const fileId = newFileId();
      adopted.set(fileId, path);
      return fileId;
    },

    removeExpired() {
      const oldest = clock.now().getTime() - timeToLiveMs;
      for (const name of readFolder(dir)) {
        const path = join(dir, name);
        const found = statSync(path, { throwIfNoEntry: false });
        if (found && found.mtimeMs < oldest) rmSync(path, { force: true });
      }
    },
  };
}

/** 192 random bits: a handle cannot be guessed. */
function newFileId(): FileId {
  return fileIdSchema.parse(randomBytes(24).toString('base64url'));
}

/** The last part of a name, whatever path a browser or a system put before it, without control characters. */
function cleanName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return last.replace(/\p{Cc}/gu, '').slice(0, 255) || 'file';
}

function readFolder(dir: string): readonly string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}

/**
 * Writes beside the target, syncs and renames: the target holds everything or does not exist. Returns the size in
 * bytes. Throws `invalid-input` (`file-too-large`) above `limit` bytes.
 */
export async function writeAtomically(
  path: string,
  chunks: AsyncIterable<Uint8Array | string>,
  limit = Infinity,
): Promise<number> {
  const part = path + partSuffix;
  let file: FileHandle | null = null;
  try {
    file = await open(part, 'w', 0o600);
    let sizeBytes = 0;
    for await (const chunk of chunks) {
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
      sizeBytes += bytes.byteLength;
      if (sizeBytes > limit) {
        throw new AppError('invalid-input', 'The file is too large.', 'file-too-large', { limitBytes: limit });
      }
      await writeAll(file, bytes);
    }
    await file.sync();
    await file.close();
    file = null;
    await rename(part, path);
    return sizeBytes;
  } catch (error) {
    await file?.close().catch(() => undefined);
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  // On a disk that is nearly full, a write may take only a part and say so.
  for (let offset = 0; offset < bytes.byteLength;) {
    const { bytesWritten } = await file.write(bytes, offset);
    offset += bytesWritten;
  }
}

/** Says in the application's own terms why a file cannot be written; other errors are returned as they are. */
export function writeFailure(error: unknown, name: string): unknown {
  if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) return error;
  const details = { file: name };
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new AppError('unavailable', 'There is no space left on the disk.', 'disk-full', details, { cause: error });
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new AppError('unavailable', 'The folder cannot be written to.', 'read-only', details, { cause: error });
    default:
      return error;
  }
}
