import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

// What whoever looks after a machine decides for everybody on it, of all that leaves it (docs/decisions/0024 and 0025).

type Env = Readonly<Record<string, string | undefined>>;

/** What the IT service lays down; what it does not name is left to the people. */
const policySchema = z.object({
  updates: z.enum(['off', 'ask']).optional(),
  services: z.enum(['off', 'ask']).optional(),
});
export type OutsideWay = keyof z.infer<typeof policySchema>;

const ownVariable = { updates: 'SMART_RECRUITING_UPDATES', services: 'SMART_RECRUITING_SERVICES' } as const;

/** The file with which an administrator decides; an absolute path that only such a one can write to. */
export function policyFileOf({ platform, env }: { readonly platform: NodeJS.Platform; readonly env: Env }): string {
  if (platform === 'win32') return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Smart Recruiting', 'policy.json');
  if (platform === 'darwin') return '/Library/Application Support/Smart Recruiting/policy.json';
  return '/etc/smart-recruiting/policy.json';
}

/** Whether a way out is closed, by the environment or by the policy's file. */
export function isForbidden(
  way: OutsideWay,
  { env, policyFile }: { readonly env: Env; readonly policyFile: string },
): boolean {
  const isOffline = !['', '0', undefined].includes(env['SMART_RECRUITING_OFFLINE']);
  if (isOffline || env[ownVariable[way]] === 'off') return true;
  if (!existsSync(policyFile)) return false;
  try {
    return policySchema.parse(JSON.parse(readFileSync(policyFile, 'utf8')))[way] === 'off';
  } catch {
    // Somebody wanted to lay something down: as long as nobody knows what, nothing leaves the machine.
    return true;
  }
}
