import { open, type FileHandle } from 'node:fs/promises';
import { AppError, throwIfCancelled } from '../../../shared/domain/app-error';

/** For looking at bytes only: one buffer that is used again and again. */
export const scanBytes = 512 * 1024;
/**
 * For text: V8 collects strings of more than 128 KB only when it cleans the whole heap, and a long file would pile up
 * hundreds of megabytes until then.
 */
export const textBytes = 56 * 1024;

/** Opens a file for reading. Throws `not-found` (`file-missing`) or `invalid-input` (`file-is-folder`, `file-unreadable`). */
async function openFile(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, 'r');
    if ((await file.stat()).isFile()) return file;
    await file.close();
    throw new AppError('invalid-input', 'A folder stands where a file is wanted.', 'file-is-folder');
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(error);
  }
}

function unreadable(error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  const options = { cause: error };
  if (code === 'ENOENT') return new AppError('not-found', 'The file is not there.', 'file-missing', {}, options);
  if (code === 'EISDIR') return new AppError('invalid-input', 'This is a folder.', 'file-is-folder', {}, options);
  return new AppError('invalid-input', 'The file cannot be read.', 'file-unreadable', { system: code }, options);
}

/**
 * The bytes of a file in blocks, from the start. A block is valid until the next one is asked for. Errors as
 * `openFile`; `cancelled` between blocks.
 */
export async function* readBlocks(path: string, blockBytes: number, signal: AbortSignal): AsyncGenerator<Buffer> {
  const file = await openFile(path);
  const buffer = Buffer.allocUnsafe(blockBytes);
  try {
    while (true) {
      throwIfCancelled(signal);
      const { bytesRead } = await file.read(buffer, 0, blockBytes, null).catch((error: unknown) => {
        throw unreadable(error);
      });
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
