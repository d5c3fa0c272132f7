import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';

/**
 * Writes chunks of text beside `path`, syncs and renames, so that `path` holds the whole file or what it held before.
 * Throws `unavailable` (`disk-full`, `output-unwritable` with the path) and whatever `chunks` throws.
 */
export async function writeOutput(path: string, chunks: AsyncIterable<string>): Promise<void> {
  const suffix = createHash('sha256').update(`${process.pid} ${performance.now()}`).digest('hex').slice(0, 8);
  const temporary = join(dirname(path), `.${suffix}.partial`);
  const file = await open(temporary, 'wx').catch((error: unknown) => {
    throw toOutputError(error, path);
  });
  try {
    for await (const chunk of chunks) {
      await file.appendFile(chunk).catch((error: unknown) => {
        throw toOutputError(error, path);
      });
    }
    await file.sync();
    await file.close();
    await rename(temporary, path).catch((error: unknown) => {
      throw toOutputError(error, path);
    });
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

function toOutputError(error: unknown, path: string): AppError {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  const reason = code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'output-unwritable';
  return new AppError(
    'unavailable',
    `The output cannot be written (${String(code)}).`,
    reason,
    { path },
    { cause: error },
  );
}
