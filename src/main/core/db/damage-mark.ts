import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { AppError } from '../../../shared/domain/app-error';
import { removePageSums } from './page-sums';

/** Stands beside a database that was found damaged while it was open: the next start asks what is to become of it. */
function markFile(path: string): string {
  return `${path}.damaged`;
}

/** What a database is refused with that was found damaged; `found` says what is wrong, for the log. */
export function damagedDatabase(path: string, found: string): AppError {
  return new AppError('unavailable', found, 'database-damaged', { path });
}

export function markDamage(path: string, found: string): void {
  try {
    writeFileSync(markFile(path), `${found}\n`);
  } catch {
    // A full disk: whoever uses the application now is told all the same.
  }
}

export function hasDamageMark(path: string): boolean {
  return existsSync(markFile(path));
}

/** Takes the database at `path` as it is: it was replaced, or a person wants to go on with it. */
export function forgetDamage(path: string): void {
  rmSync(markFile(path), { force: true });
  removePageSums(path);
}
