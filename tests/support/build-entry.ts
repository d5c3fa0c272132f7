import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');

/**
 * Builds TypeScript entries to plain files that Node runs, as the application's own build does, and returns where the
 * files lie by name. Below the project, so that its packages are found.
 */
export async function buildEntries<Name extends string>(
  folder: string,
  entries: Readonly<Record<Name, string>>,
): Promise<Record<Name, string>> {
  const outDir = resolve(root, '.cache/built', folder);
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      target: 'node24',
      outDir,
      emptyOutDir: true,
      rollupOptions: {
        input: Object.fromEntries(
          (Object.entries(entries) as [Name, string][]).map(([name, path]) => [name, resolve(root, path)]),
        ),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const names = Object.keys(entries) as Name[];
  return Object.fromEntries(names.map((name) => [name, resolve(outDir, `${name}.js`)])) as Record<Name, string>;
}
