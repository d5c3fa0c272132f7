import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/domain/app-error';
import type { Clock } from '../ports';

export interface KioskService {
  isOn(): boolean;
  /** Throws `conflict` (`kiosk-on`) when students have the PC already: their code stays. */
  enter(code: string): Promise<void>;
  /** Throws `conflict`: `kiosk-code-wrong`, and `kiosk-code-later` for a while after several wrong ones. */
  leave(code: string): Promise<void>;
}

/**
 * Beside the database and not in it: it is a state of this PC, which no backup carries to another one. Who can remove
 * the file has the data in any case, so that removing it is the way out when the code was forgotten.
 */
export const kioskFileName = 'kiosk.json';

const storedSchema = z.object({ salt: z.base64(), hash: z.base64() });
type Stored = z.infer<typeof storedSchema>;

const hashBytes = 32;
const attemptsAtOnce = 5;
const waitMs = 60_000;

/** The code is kept as its scrypt hash (RFC 7914, Node's parameters) with a salt of its own. */
export function createKioskService({ dataDir, clock }: { dataDir: string; clock: Clock }): KioskService {
  const path = join(dataDir, kioskFileName);
  let isOn = isThere(path);
  let wrong = 0;
  let refusedUntil = 0;
  return {
    isOn: () => isOn,
    async enter(code) {
      if (isOn) throw new AppError('conflict', 'Students have this PC already.', 'kiosk-on');
      const salt = randomBytes(16);
      const stored: Stored = { salt: salt.toString('base64'), hash: (await hashOf(code, salt)).toString('base64') };
      writeFileSync(`${path}.part`, JSON.stringify(stored), { mode: 0o600 });
      renameSync(`${path}.part`, path);
      isOn = true;
    },
    async leave(code) {
      if (!isOn) return;
      const now = clock.now().getTime();
      if (now < refusedUntil) throw new AppError('conflict', 'Too many wrong codes.', 'kiosk-code-later');
      wrong += 1;
      if (wrong >= attemptsAtOnce) {
        refusedUntil = now + waitMs;
        wrong = 0;
      }
      if (!(await isCode(path, code))) throw new AppError('conflict', 'This is not the code.', 'kiosk-code-wrong');
      rmSync(path, { force: true });
      [isOn, wrong, refusedUntil] = [false, 0, 0];
    },
  };
}

/** A file that cannot be read keeps the PC closed. */
function isThere(path: string): boolean {
  try {
    readFileSync(path);
    return true;
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ENOENT');
  }
}

async function isCode(path: string, code: string): Promise<boolean> {
  const stored = storedIn(path);
  if (stored === null) return false;
  const hash = Buffer.from(stored.hash, 'base64');
  const given = await hashOf(code, Buffer.from(stored.salt, 'base64'));
  return hash.length === given.length && timingSafeEqual(hash, given);
}

function storedIn(path: string): Stored | null {
  try {
    return storedSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

function hashOf(code: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(code.normalize('NFC'), salt, hashBytes, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}
