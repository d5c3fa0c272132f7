import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { healthAnswer, healthPath } from './server';

const instanceSchema = z.object({
  port: z.int().positive(),
  token: z.string(),
  url: z.string(),
  pid: z.int().positive(),
});
type Instance = z.infer<typeof instanceSchema>;

/** A server of this machine answers at once, or is not ours. */
const answerWithinMs = 1_500;

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

/** The address of an application that is running on the data folder, or null when there is none that answers. */
export async function findRunningInstance(dataDir: string): Promise<string | null> {
  const instance = readInstance(dataDir);
  if (!instance) return null;
  try {
    const response = await fetch(`http://127.0.0.1:${instance.port}${healthPath}`, {
      headers: { authorization: `Bearer ${instance.token}` },
      signal: AbortSignal.timeout(answerWithinMs),
    });
    return (await response.text()) === healthAnswer ? instance.url : null;
  } catch {
    return null;
  }
}

function readInstance(dataDir: string): Instance | null {
  try {
    return instanceSchema.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return null;
  }
}
