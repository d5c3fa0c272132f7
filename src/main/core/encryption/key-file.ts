import { createCipheriv, createDecipheriv, createHmac, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { keyFileName, type DataKey } from '../db/data-keys';
import { syncName } from '../db/sync';
import type { KeyVault } from '../ports';
import { isRecoveryKey, recoveryDigits } from './recovery-key';

/**
 * Parameters of scrypt (RFC 7914) as OWASP asks for them for passwords (Password Storage Cheat Sheet, 2023): 128 MB and about
 * half a second for each try.
 */
const cost = { n: 2 ** 17, r: 8, p: 1 } as const;
const idPattern = /^[0-9a-f]{32}$/;
const namePattern = /^smart-recruiting-([0-9a-f]{32})\.key$/;

const sealSchema = z.object({
  by: z.enum(['passphrase', 'recovery']),
  // Bounds, so that a file that somebody changed cannot take all memory.
  n: z
    .int()
    .min(2 ** 14)
    .max(2 ** 20),
  r: z.int().min(1).max(16),
  p: z.int().min(1).max(4),
  salt: z.base64(),
  iv: z.base64(),
  sealed: z.base64(),
  tag: z.base64(),
});
type Seal = z.infer<typeof sealSchema>;

const keyFileSchema = z.object({
  version: z.literal(1),
  id: z.string().regex(idPattern),
  /** Rises with each change: a copy that was out of reach then is older, and known to be. */
  revision: z.int().nonnegative(),
  /** The key under what a person knows: a passphrase, the recovery key of the sheet. */
  seals: z.array(sealSchema),
  /** The key as the system of one PC locked it away for one person; worth nothing elsewhere. */
  system: z.base64().nullable(),
  /** HMAC-SHA256 of id, revision and seals under the key itself: who has it can tell a copy that is whole. */
  mac: z.string(),
});
/** A key as it lies on the disk. Nobody who has the file alone can open it. */
export type KeyFile = z.infer<typeof keyFileSchema>;

export function makeDataKey(): DataKey {
  return { id: randomBytes(16).toString('hex'), secret: randomBytes(32).toString('hex') };
}

/** Seals a key with AES-256-GCM under what scrypt makes of a passphrase or of the recovery key. */
export async function sealKey({ id, secret }: DataKey, by: Seal['by'], words: string): Promise<Seal> {
  const [salt, iv] = [randomBytes(16), randomBytes(12)];
  const cipher = createCipheriv('aes-256-gcm', await stretched(words, salt, { ...cost, by }), iv);
  cipher.setAAD(boundTo(id, by));
  const sealed = Buffer.concat([cipher.update(Buffer.from(secret, 'hex')), cipher.final()]);
  const written = (bytes: Buffer): string => bytes.toString('base64');
  return {
    by,
    ...cost,
    ...{ salt: written(salt), iv: written(iv), sealed: written(sealed) },
    tag: written(cipher.getAuthTag()),
  };
}

export function makeKeyFile(key: DataKey, parts: Pick<KeyFile, 'revision' | 'seals' | 'system'>): KeyFile {
  const file = { version: 1, id: key.id, ...parts } as const;
  return { ...file, mac: macOf(file, key) };
}

/** Whether the seals of a file are those that it was made with. */
export function isWhole(file: KeyFile, key: DataKey): boolean {
  const [given, right] = [Buffer.from(file.mac), Buffer.from(macOf(file, key))];
  return given.length === right.length && timingSafeEqual(given, right);
}

function macOf({ id, revision, seals }: Omit<KeyFile, 'mac'>, { secret }: DataKey): string {
  const content = JSON.stringify([
    id,
    revision,
    seals.map(({ by, n, r, p, salt, iv, sealed, tag }) => [by, n, r, p, salt, iv, sealed, tag]),
  ]);
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(content).digest('base64');
}

/** Opens a key file with a passphrase or the recovery key; null where neither is right. */
export async function openWithWords({ id, seals }: KeyFile, words: string): Promise<DataKey | null> {
  for (const seal of seals) {
    if (seal.by === 'recovery' && !isRecoveryKey(words)) continue;
    const secret = await openSeal(id, seal, words);
    if (secret !== null) return { id, secret };
  }
  return null;
}

/** Opens a key file with what the system locked away; null where it did not, or not for this person on this PC. */
export async function openWithSystem({ id, system }: KeyFile, vault: KeyVault | undefined): Promise<DataKey | null> {
  if (system === null || !(await vault?.isUsable())) return null;
  const secret = (await vault?.open(Buffer.from(system, 'base64'))) ?? null;
  return secret !== null && /^[0-9a-f]{64}$/.test(secret) ? { id, secret } : null;
}

/** The key files of an id that some folders have and that can be read at all, in the order of the folders. */
export function keyFilesIn(folders: readonly string[], id: string): readonly KeyFile[] {
  return folders.flatMap((folder) => {
    try {
      return readKeyFile(readFileSync(join(folder, keyFileName(id)), 'utf8'), id) ?? [];
    } catch {
      // Not there: the next folder may have it.
      return [];
    }
  });
}

/** The key file of an id that a text is; null for one that is torn, or of another. */
export function readKeyFile(text: string, id: string): KeyFile | null {
  try {
    const file = keyFileSchema.parse(JSON.parse(text));
    return file.id === id ? file : null;
  } catch {
    return null;
  }
}

export function keyFileText(file: KeyFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The ids of the keys that have a file in a folder; none where it cannot be read, which opening the database tells. */
export function keyIdsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).flatMap((name) => namePattern.exec(name)?.[1] ?? []);
  } catch {
    return [];
  }
}

/** Writes a key file in one step: there is the former one or the new one, and never half of it. */
export function writeKeyFile(folder: string, file: KeyFile): void {
  const path = join(folder, keyFileName(file.id));
  writeFileSync(`${path}.part`, keyFileText(file), { flush: true, mode: 0o600 });
  renameSync(`${path}.part`, path);
  syncName(path);
}

async function openSeal(id: string, seal: Seal, words: string): Promise<string | null> {
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-gcm', await stretched(words, bytes(seal.salt), seal), bytes(seal.iv), {
      // A shorter tag would be easier to forge.
      authTagLength: 16,
    });
    decipher.setAAD(boundTo(id, seal.by));
    decipher.setAuthTag(bytes(seal.tag));
    return Buffer.concat([decipher.update(bytes(seal.sealed)), decipher.final()]).toString('hex');
  } catch {
    // Node says no more than that the tag does not fit.
    return null;
  }
}

/** What a seal is bound to, so that none can be put in the place of another. */
function boundTo(id: string, by: Seal['by']): Buffer {
  return Buffer.from(`smart-recruiting key 1 ${id} ${by}`);
}

function stretched(words: string, salt: Buffer, { n, r, p, by }: Pick<Seal, 'n' | 'r' | 'p' | 'by'>): Promise<Buffer> {
  // The same letters, however a keyboard composes them.
  const known = by === 'recovery' ? recoveryDigits(words) : words.normalize('NFKC');
  const options = { N: n, r, p, maxmem: 256 * n * r };
  return new Promise((resolve, reject) => {
    scrypt(known, salt, 32, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
