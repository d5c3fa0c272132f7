import { realpathSync, statfsSync } from 'node:fs';

/** The kinds of file systems that Linux reaches over a network: SMB in three generations, NFS (linux/magic.h). */
const networkKinds: ReadonlySet<number> = new Set([0x517b, 0xff534d42, 0xfe534d42, 0x6969]);

/** How a system is asked where a folder lies. */
export interface PlaceAsked {
  readonly platform: NodeJS.Platform;
  /** On Windows a letter that stands for a share becomes the share's own name. */
  readonly realPath: (folder: string) => string;
  readonly kindOf: (folder: string) => number;
}

const thisSystem: PlaceAsked = {
  platform: process.platform,
  realPath: (folder) => realpathSync.native(folder),
  kindOf: (folder) => statfsSync(folder).type,
};

/**
 * Whether a folder lies on another machine. SQLite's journal needs one machine: two that open a database on a share can
 * damage it. Not known on macOS, nor where the folder cannot be asked about: then false.
 */
export function isOnNetwork(folder: string, asked: PlaceAsked = thisSystem): boolean {
  try {
    if (asked.platform === 'win32') return /^\\\\(?![?.]\\)|^\\\\\?\\UNC\\/i.test(asked.realPath(folder));
    return asked.platform === 'linux' && networkKinds.has(asked.kindOf(folder));
  } catch {
    return false;
  }
}
