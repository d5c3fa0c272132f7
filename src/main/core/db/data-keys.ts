import { closeSync, openSync, readSync } from 'node:fs';

/** What a database is encrypted with. Its id is no secret: it stands in the clear at the beginning of every file under it. */
export interface DataKey {
  /** 32 hexadecimal digits, by chance. */
  readonly id: string;
  /** 64 hexadecimal digits, by chance. */
  readonly secret: string;
}

/** How many bytes at the beginning of a file tell the key that it is under. */
export const idBytes = 16;
const plainBeginning = Buffer.from('SQLite format 3\0', 'latin1');

/** The keys that this thread may use; each thread gets them from whoever starts it, and none writes them anywhere. */
const held = new Map<string, DataKey>();

/** Has files under a key opened with it from now on. */
export function holdDataKey(key: DataKey): void {
  held.set(key.id, key);
}

export function heldDataKey(id: string): DataKey | undefined {
  return held.get(id);
}

/** All of them, for a thread that opens files too. */
export function heldDataKeys(): readonly DataKey[] {
  return [...held.values()];
}

/** What the file is called that holds a key, sealed. It lies beside the databases that are under it. */
export function keyFileName(id: string): string {
  return `smart-recruiting-${id}.key`;
}

/**
 * The id of the key that the file at `path` is under; null for one that is plain, empty or not there. Only for a file that no
 * connection of this process has open, or of which none counts: `openedKeyId` asks of any other. Throws what reading throws.
 */
export function keyIdOf(path: string): string | null {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  try {
    const beginning = Buffer.alloc(idBytes);
    return readSync(file, beginning) < idBytes ? null : keyIdOfBeginning(beginning);
  } finally {
    closeSync(file);
  }
}

/** The id of the key that a file is under which begins with these bytes; null for a plain one. */
export function keyIdOfBeginning(beginning: Buffer): string | null {
  return beginning.equals(plainBeginning) ? null : beginning.toString('hex');
}

/** The id of the key that the file at `path` is under, where this thread has it; null besides for a file that is under one that it has not, or damaged. */
export function heldKeyIdOf(path: string): string | null {
  const id = keyIdOf(path);
  return id !== null && held.has(id) ? id : null;
}
