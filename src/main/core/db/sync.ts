import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** Waits until the disk has the content of the file. */
export function syncFile(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Waits until the disk has the name of the file at `path`, which was just made, renamed or removed. */
export function syncName(path: string): void {
  let folder: number;
  try {
    folder = openSync(dirname(path), 'r');
  } catch {
    // Windows opens no folder; NTFS keeps names in a journal.
    return;
  }
  try {
    fsyncSync(folder);
  } catch {
    // A network share that cannot: nothing more can be done for it.
  } finally {
    closeSync(folder);
  }
}
