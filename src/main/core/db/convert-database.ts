import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { AppError } from '../../../shared/domain/app-error';
import { emptyJournal } from './checkpoints';
import { checkChecksum, replaceWithChecksum } from './checksum';
import { contentSums, findDifference } from './content-sums';
import { peekVersion, vacuumInto } from './copy-database';
import { damagedDatabase } from './damage-mark';
import { heldDataKey, heldDataKeys, keyFileName, keyIdOf, type DataKey } from './data-keys';
import { toDatabaseError } from './database-error';
import { keyNeeded, openFile, rekeyFile } from './open-file';
import { findChangedBlock } from './page-sums';
import { integrityOf } from './rehearse';
import { renamePatiently } from './rename-patiently';
import { removeSearchFile } from './search-file';
import { syncFile, syncName } from './sync';
import { isProven, wantedKey, wantKey, wantNothing } from './wanted-key';

/**
 * Brings the database at `path`, which nobody may have open, under the key that is wanted for its data folder, or makes it
 * plain. A copy is made under the new key, checked, compared row by row and synced, and then takes the place in one step: a
 * crash at any point leaves the former database or the new one, and the next start goes on. Answers why it could not be done
 * now, whatever it was, so that the application opens all the same; null when it is as wanted. Throws `database-damaged` where
 * the database itself is, and `key-needed` where the key was not given.
 */
export function applyWantedKey(dataDir: string, path: string): AppError | null {
  const half = `${path}.converting`;
  removeQuietly(half);
  const wish = wantedKey(dataDir);
  if (!existsSync(path)) return null;
  const present = keyIdOf(path);
  if (present !== null && !heldDataKey(present)) {
    // Of a key that nobody knows: damaged, which opening it says, unless a key that is held reads what stands behind the id.
    const isDamaged = heldDataKeys().length > 0 && !existsSync(join(dirname(path), keyFileName(present)));
    if (isDamaged) throw damagedDatabase(path, 'The file begins with the id of no key.');
    return null;
  }
  // After a restore from another PC.
  if (wish === null && present !== null) wantKey(dataDir, present);
  if (wish === null || wish.keyId === present) {
    if (wish?.keyId === null) wantNothing(dataDir);
    return null;
  }
  const key = heldDataKey(wish.keyId ?? '') ?? null;
  if (wish.keyId !== null && key === null) throw keyNeeded(path, wish.keyId);
  const former = heldDataKey(present ?? '');
  if (key === null && !(former && isProven(wish, former))) return null;
  try {
    const changed = findChangedBlock(path);
    if (changed !== null) throw damagedDatabase(path, `The file is not as it was closed, from byte ${changed} on.`);
    emptyJournal(path);
    writeUnder(path, half, key);
    // First: the index is made anew where it is missing, and must not stay behind with plain words.
    removeSearchFile(dataDir);
    for (const suffix of ['-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    renamePatiently(half, path);
    syncName(path);
    if (key === null) wantNothing(dataDir);
    return null;
  } catch (error) {
    removeQuietly(half);
    return notConverted(toDatabaseError(error, path), path);
  }
}

/** Why a conversion was not done; throws where it was because the database itself is damaged, which somebody has to decide on. */
function notConverted(error: unknown, path: string): AppError {
  const known = error instanceof AppError ? error : null;
  if (known?.reason === 'database-damaged' && known.details['path'] === path) throw known;
  if (known && known.reason !== 'database-damaged') return known;
  const message = `The database could not be converted: ${String(error)}`;
  return new AppError('unavailable', message, 'encryption-failed', { path }, { cause: error });
}

/** Something that stays is in the way of the next conversion, which says so, and of nothing else. */
function removeQuietly(half: string): void {
  try {
    rmSync(half, { force: true });
  } catch {
    // Held by another program.
  }
}

/**
 * Replaces the plain backup at `path` by one under the key `keyId`. Throws as `copyDatabase`, and leaves the backup
 * as it was then.
 */
export function encryptBackup(path: string, keyId: string): void {
  const half = `${path}.part`;
  const key = heldDataKey(keyId);
  if (!key) throw keyNeeded(path, keyId);
  try {
    rmSync(half, { force: true });
    // A fresh checksum would make a sound one of what is damaged.
    checkChecksum(path, path);
    writeUnder(path, half, key);
    replaceWithChecksum(half, path);
  } catch (error) {
    rmSync(half, { force: true });
    throw toDatabaseError(error, path);
  }
}

/** Copies a database to `half` under a key, or plain, and makes sure that everything is in it. */
function writeUnder(path: string, half: string, key: DataKey | null): void {
  const version = vacuumInto(path, half);
  const copy = openFile(half);
  try {
    rekeyFile(copy, key);
  } catch (error) {
    throw toDatabaseError(error, half);
  } finally {
    copy.close();
  }
  if (keyIdOf(half) !== (key?.id ?? null)) throw new Error(`The copy of ${path} is not under the key that is wanted.`);
  if (peekVersion(half) !== version) throw new Error(`The copy of ${path} is not at version ${version}.`);
  const integrity = integrityOf(half);
  if (integrity !== 'ok') throw damagedDatabase(half, integrity);
  const differing = findDifference(contentSums(path), contentSums(half));
  if (differing !== null) throw new Error(`The copy of ${path} differs in ${differing}.`);
  syncFile(half);
}
