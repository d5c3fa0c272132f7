import { renameSync } from 'node:fs';
import { patiently } from './patiently';

/** Renames a file, as `patiently` says. Throws what renaming throws. `rename` stands for the system's. */
export function renamePatiently(from: string, to: string, rename: typeof renameSync = renameSync): void {
  patiently(() => rename(from, to));
}
