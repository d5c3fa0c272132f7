import { createHmac, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { DataKey } from './data-keys';
import { syncName } from './sync';

const fileName = 'encryption.json';

/** Of a database that is to become plain: only who has its key can ask for that. */
const proofOf = ({ id, secret }: DataKey): string =>
  createHmac('sha256', Buffer.from(secret, 'hex')).update(`plain ${id}`).digest('hex');

const wishSchema = z.union([
  z.object({ keyId: z.string().regex(/^[0-9a-f]{32}$/) }),
  z.object({ keyId: z.null(), proof: z.string() }),
]);

/** What the database of a data folder is to be under from the next start on. */
export type WantedKey = z.infer<typeof wishSchema>;

/** Null leaves the database as it is found, as does a file that cannot be read. */
export function wantedKey(dataDir: string): WantedKey | null {
  try {
    return wishSchema.parse(JSON.parse(readFileSync(join(dataDir, fileName), 'utf8')));
  } catch {
    return null;
  }
}

/** The id of the key that is wanted; null where the database is to be plain, or nothing is wanted. */
export function wantedKeyId(dataDir: string): string | null {
  return wantedKey(dataDir)?.keyId ?? null;
}

export function wantKey(dataDir: string, keyId: string): void {
  write(dataDir, { keyId });
}

/** Wants the database plain that is under `key`. */
export function wantPlain(dataDir: string, key: DataKey): void {
  write(dataDir, { keyId: null, proof: proofOf(key) });
}

export function wantNothing(dataDir: string): void {
  rmSync(join(dataDir, fileName), { force: true });
}

/** Whether a wish for a plain database comes from who had its key. */
export function isProven(wish: WantedKey, key: DataKey): boolean {
  if (!('proof' in wish)) return false;
  const [given, right] = [Buffer.from(wish.proof), Buffer.from(proofOf(key))];
  return given.length === right.length && timingSafeEqual(given, right);
}

function write(dataDir: string, wish: WantedKey): void {
  const path = join(dataDir, fileName);
  writeFileSync(`${path}.part`, JSON.stringify(wish), { flush: true });
  renameSync(`${path}.part`, path);
  syncName(path);
}
