import { readFileSync } from 'node:fs';
import { AppError } from '../../shared/domain/app-error';

/**
 * The first line of the file at `path`: a passphrase or a recovery key, for whoever starts commands by a program. In an
 * argument or a variable other programs could read it. Throws `file-missing` and `file-unreadable`.
 */
export function readPassphraseFile(path: string): string {
  try {
    const [line = ''] = readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/, 1);
    return line;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const reason = isMissing ? 'file-missing' : 'file-unreadable';
    throw new AppError(isMissing ? 'not-found' : 'invalid-input', 'The passphrase file was not read.', reason, {
      path,
    });
  }
}
