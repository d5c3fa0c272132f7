import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';

/**
 * The absolute path of a file that somebody named. Throws `not-found` (`file-missing`) and `invalid-input`
 * (`file-is-folder`) at once; what is wrong inside the file is found by reading it.
 */
export function checkFile(file: string): string {
  const path = resolve(file);
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new AppError('not-found', `There is no file ${path}.`, 'file-missing', { file });
  if (found.isDirectory()) throw new AppError('invalid-input', `${path} is a folder.`, 'file-is-folder', { file });
  return path;
}
