import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import envPaths from 'env-paths';
import { z } from 'zod';

/** Where everything lies, as absolute paths. Only `dataDir` is ever written to. */
export interface AppPaths {
  readonly programDir: string;
  /** The application's own version, from its package.json. */
  readonly version: string;
  /** The built programs: hosts and workers. */
  readonly entriesDir: string;
  readonly rendererDir: string;
  readonly preloadFile: string;
  readonly modelsDir: string;
  readonly resourcesDir: string;
  readonly migrationsDir: string;
  readonly samplesDir: string;
  readonly referenceDir: string;
  readonly dataDir: string;
  readonly filesDir: string;
  readonly logsDir: string;
}

const manifestSchema = z.object({ name: z.string(), version: z.string() });

/**
 * Finds the program's folders from where this code runs, in a checkout as in a packaged application, and the folder of
 * the user's data: `wantedDataDir` if given, else SMART_RECRUITING_DATA_DIR, else the system's usual place.
 */
export function resolvePaths(wantedDataDir: string | null): AppPaths {
  const { programDir, version } = findProgram(import.meta.dirname);
  const dataDir = resolve(wantedDataDir ?? (process.env['SMART_RECRUITING_DATA_DIR'] || defaultDataDir()));
  const resourcesDir = shipped(programDir, 'resources');
  return {
    programDir,
    version,
    entriesDir: join(programDir, 'out', 'main'),
    rendererDir: join(programDir, 'out', 'renderer'),
    preloadFile: join(programDir, 'out', 'preload', 'preload.cjs'),
    modelsDir: shipped(programDir, 'models'),
    resourcesDir,
    migrationsDir: join(resourcesDir, 'migrations'),
    samplesDir: join(shipped(programDir, 'data'), 'samples'),
    referenceDir: join(shipped(programDir, 'data'), 'reference'),
    dataDir,
    filesDir: join(dataDir, 'files'),
    logsDir: join(dataDir, 'logs'),
  };
}

function defaultDataDir(): string {
  // Linux folders are by custom in lower case without spaces, those of Windows and macOS bear the product's name.
  const name = process.platform === 'linux' ? 'smart-recruiting' : 'Smart Recruiting';
  return envPaths(name, { suffix: '' }).data;
}

/** Walks up from a built file, which may lie in `out/main` or in one of its chunks, to the package that it is part of. */
function findProgram(from: string): { readonly programDir: string; readonly version: string } {
  for (let folder = from; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) {
      const manifest = manifestSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
      if (manifest.success && manifest.data.name === 'smart-recruiting') {
        return { programDir: folder, version: manifest.data.version };
      }
    }
    if (dirname(folder) === folder) throw new Error(`No package.json of the application above ${from}.`);
  }
}

/** A folder shipped with the program: beside the archive in a packaged application, else in the checkout. */
function shipped(programDir: string, name: string): string {
  const { resourcesPath } = process as { readonly resourcesPath?: string }; // Set by Electron only.
  const packaged = resourcesPath ? join(resourcesPath, name) : null;
  return packaged && existsSync(packaged) ? packaged : join(programDir, name);
}
