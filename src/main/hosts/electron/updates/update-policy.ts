import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostInfo } from '../../../../shared/contract/host';
import { isForbidden } from '../../machine-policy';

/** What decides whether this copy of the program may look for a newer one. */
export interface UpdatePlace {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
  /** The running program, and the folder of what is shipped beside it. */
  readonly execPath: string;
  readonly resourcesDir: string;
  /** Where the IT service may lay down what holds for the machine. */
  readonly policyFile: string;
}

/**
 * Whether this copy of the program can be updated by itself: `none` for one that something else installs or that knows no
 * address, `forbidden` where a policy says so, else `possible`.
 */
export function updatesOf(place: UpdatePlace): HostInfo['updates'] {
  if (!place.isPackaged || !existsSync(join(place.resourcesDir, 'app-update.yml')) || !installsItself(place)) {
    return 'none';
  }
  return isForbidden('updates', place) ? 'forbidden' : 'possible';
}

/** One person's own installation: what an administrator installed for everybody, an administrator brings up to date. */
function installsItself({ platform, env, execPath }: UpdatePlace): boolean {
  if (platform === 'darwin') return true;
  if (platform !== 'win32') return Boolean(env['APPIMAGE']);
  const folders = ['ProgramFiles', 'ProgramFiles(x86)', 'ProgramW6432'].flatMap((name) => env[name] ?? []);
  const isForAll = folders.some((folder) => execPath.toLowerCase().startsWith(`${folder.toLowerCase()}\\`));
  // The zip has no way to be uninstalled: it was only unpacked.
  return !isForAll && existsSync(join(dirname(execPath), 'Uninstall Smart Recruiting.exe'));
}
