import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../shared/domain/app-error';
import { fileIdSchema, type FileId } from '../../shared/domain/ids';
import type { Clock, FileStore, StoredFile } from '../core/ports';
import { packageOriginSchema } from '../../shared/domain/package';
import { writeAtomically, writeFailure } from './write-file';

/** What a host adds to the core's view of the store: taking files in, and looking after the folder. */
export interface HostFileStore extends FileStore {
  /**
   * Stores bytes that a person handed over under `name`. Throws `invalid-input` (`file-too-large`), `unavailable`
   * (`disk-full`, `read-only`), or whatever the chunks throw; nothing is left behind then.
   */
  receive(name: string, chunks: AsyncIterable<Uint8Array>): Promise<StoredFile & { readonly fileId: FileId }>;
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
const labelSuffix = '.json';
const labelSchema = z.object({ name: z.string(), packageOrigin: packageOriginSchema.nullable().default(null) });
type Label = z.infer<typeof labelSchema>;

/** A folder of files under unguessable handles. It survives a restart: a download still works after one. */
export function createFileStore({ dir, clock, maxBytes = defaultMaxBytes }: FileStoreOptions): HostFileStore {
  const adopted = new Map<FileId, string>();
  const pathOf = (fileId: FileId): string => join(dir, fileId);

  const store = async (
    fileId: FileId,
    label: Label,
    chunks: AsyncIterable<Uint8Array | string>,
    limit: number,
  ): Promise<StoredFile> => {
    const path = pathOf(fileId);
    try {
      mkdirSync(dir, { recursive: true, mode: 0o700 });
      const sizeBytes = await writeAtomically(path, chunks, limit);
      writeFileSync(path + labelSuffix, JSON.stringify(label), { mode: 0o600 });
      return { path, ...label, sizeBytes };
    } catch (error) {
      throw writeFailure(error, label.name);
    }
  };

  return {
    locate(fileId) {
      const path = adopted.get(fileId) ?? pathOf(fileId);
      try {
        const { size: sizeBytes, mtimeMs } = statSync(path);
        if (adopted.has(fileId)) return { path, name: basename(path), sizeBytes, packageOrigin: null };
        if (mtimeMs < clock.now().getTime() - timeToLiveMs) throw new Error('expired');
        const label = labelSchema.parse(JSON.parse(readFileSync(path + labelSuffix, 'utf8')));
        return { path, ...label, sizeBytes };
      } catch (cause) {
        throw new AppError('not-found', 'This file handle is unknown or too old.', 'file-expired', {}, { cause });
      }
    },

    discard(fileId) {
      if (adopted.delete(fileId)) return;
      for (const path of [pathOf(fileId), pathOf(fileId) + labelSuffix]) {
        try {
          rmSync(path, { force: true });
        } catch {
          // Another program has it open: it goes with what is too old.
        }
      }
    },

    create(name, packageOrigin) {
      const fileId = newFileId();
      const label = { name: cleanName(name), packageOrigin: packageOrigin ?? null };
      return { fileId, write: (chunks) => store(fileId, label, chunks, Infinity) };
    },

    async receive(name, chunks) {
      const fileId = newFileId();
      return { fileId, ...(await store(fileId, { name: cleanName(name), packageOrigin: null }, chunks, maxBytes)) };
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
