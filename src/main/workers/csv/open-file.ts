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
 * The bytes of a file in blocks, from the start; the next one is read while the present one is looked at. A block is
 * valid until the next one is asked for. Errors as `openFile`; `cancelled` between blocks.
 */
export async function* readBlocks(path: string, blockBytes: number, signal: AbortSignal): AsyncGenerator<Buffer> {
  const file = await openFile(path);
  const read = (into: Buffer): Promise<Buffer> => {
    const block = readInto(file, into);
    // The failure is thrown when its turn comes; until then nobody listens.
    block.catch(() => undefined);
    return block;
  };
  let [present, next] = [Buffer.allocUnsafe(blockBytes), Buffer.allocUnsafe(blockBytes)];
  let coming = read(present);
  try {
    while (true) {
      throwIfCancelled(signal);
      const block = await coming;
      if (block.length === 0) return;
      coming = read(next);
      yield block;
      [present, next] = [next, present];
    }
  } finally {
    // Nothing may be read into a file that is closed.
    await coming.catch(() => undefined);
    await file.close();
  }
}

async function readInto(file: FileHandle, buffer: Buffer): Promise<Buffer> {
  try {
    const { bytesRead } = await file.read(buffer, 0, buffer.length, null);
    return buffer.subarray(0, bytesRead);
  } catch (error) {
    throw unreadable(error);
  }
}
