import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HttpServer } from '../../shared/rpc/http-transport';

/** What `/health` answers to whoever knows the token. */
export const healthPath = '/health';
export const healthAnswer = 'smart-recruiting';

const instanceSchema = z.object({
  /** Another version may know other procedures. */
  version: z.string(),
  port: z.int().positive(),
  token: z.string(),
  url: z.string(),
  pid: z.int().positive(),
});
type Instance = z.infer<typeof instanceSchema>;

/** An application that ranks thousands of offers may be slow to answer; one that hangs keeps nobody longer than this. */
const answerWithinMs = 20_000;

const fileOf = (dataDir: string): string => join(dataDir, 'instance.json');

/** Leaves word of this run in the data folder, for the user alone to read: the token lets in whoever has it. */
export function announceInstance(dataDir: string, instance: Instance): void {
  rmSync(fileOf(dataDir), { force: true });
  writeFileSync(fileOf(dataDir), JSON.stringify(instance), { mode: 0o600 });
}

/** Takes that word back, unless another run has left its own since. */
export function withdrawInstance(dataDir: string): void {
  if (readInstance(dataDir)?.pid === process.pid) rmSync(fileOf(dataDir), { force: true });
}

/** An application that is open on a data folder and can be reached. */
export interface RunningInstance {
  readonly version: string;
  /** The address that lets a person in. */
  readonly url: string;
  readonly server: HttpServer;
}

/**
 * The application that is running on the data folder with a server of its own, or null when its process is gone or none
 * answers.
 */
export async function findRunningInstance(dataDir: string): Promise<RunningInstance | null> {
  const instance = readInstance(dataDir);
  // Another program may have the port of a process that is gone.
  if (!instance || !isAlive(instance.pid)) return null;
  const { version, url, port, token } = instance;
  const origin = `http://127.0.0.1:${port}`;
  const server: HttpServer = { origin, headers: { authorization: `Bearer ${token}`, origin } };
  try {
    const signal = AbortSignal.timeout(answerWithinMs);
    const response = await fetch(origin + healthPath, { headers: server.headers, signal });
    return (await response.text()) === healthAnswer ? { version, url, server } : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is one, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function readInstance(dataDir: string): Instance | null {
  try {
    return instanceSchema.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return null;
  }
}
