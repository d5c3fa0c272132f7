import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
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

/**
 * The absolute path of a file that is to be written. Throws `unavailable` (`output-unwritable`) before any work is done
 * where there is no such folder, or a folder has that name.
 */
export function checkOutput(file: string): string {
  const path = resolve(file);
  const isFolder = (name: string): boolean => statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (isFolder(path) || !isFolder(dirname(path))) {
    throw new AppError('unavailable', `${path} cannot be written.`, 'output-unwritable', { file });
  }
  return path;
}
