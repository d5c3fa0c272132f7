import { randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { AppError } from '../../shared/domain/app-error';

/** How the name of a file ends while it is being written. */
const partSuffix = '.part';

/** Files of the data folder are the person's alone; those written where a person asked follow the folder's customs. */
const fileModes = { own: 0o600, shared: 0o666 } as const;

/**
 * Writes beside the target, syncs and renames: the target holds everything or does not exist. Returns the size in
 * bytes. Throws `invalid-input` (`file-too-large`) above `limit` bytes.
 */
export async function writeAtomically(
  path: string,
  chunks: AsyncIterable<Uint8Array | string>,
  limit = Infinity,
  audience: keyof typeof fileModes = 'own',
): Promise<number> {
  // Its own name each time: a file of the person's that ends alike is never touched.
  const part = `${path}.${randomBytes(4).toString('hex')}${partSuffix}`;
  let file: FileHandle | null = null;
  try {
    file = await open(part, 'wx', fileModes[audience]);
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

/**
 * Writes a file where a person asked for it, whole or not at all. Throws `unavailable` (`disk-full`, `output-unwritable`
 * with the path as `file`) where the place is the matter, and whatever `chunks` throws.
 */
export async function writeOutput(path: string, chunks: AsyncIterable<Uint8Array | string>): Promise<void> {
  let failed: { readonly error: unknown } | null = null;
  const noticing = async function* (): AsyncIterable<Uint8Array | string> {
    try {
      yield* chunks;
    } catch (error) {
      failed = { error };
      throw error;
    }
  };
  try {
    await writeAtomically(path, noticing(), Infinity, 'shared');
  } catch (error) {
    if (failed) throw error;
    const known = writeFailure(error, path);
    if (known instanceof AppError && known.reason === 'disk-full') throw known;
    throw new AppError(
      'unavailable',
      'The output cannot be written.',
      'output-unwritable',
      { file: path },
      { cause: error },
    );
  }
}
