import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '..');

/**
 * Builds entries to plain files, as the application itself is built, and runs one of them in place of this process: what
 * runs is the code that ships, without a compiler beside it. `input` gives each entry its name and its path from the root;
 * `outDir` is emptied first.
 *
 * @param {{ outDir: string, input: Record<string, string>, main: string, options: readonly string[] }} run
 */
export async function runBuilt({ outDir, input, main, options }) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // Plain JavaScript is bundled, as in electron.config.ts: loading hundreds of files would count as memory and time.
    ssr: { noExternal: ['drizzle-orm', 'hono', 'iconv-lite', 'jschardet', 'papaparse', 'zod'] },
    build: {
      ssr: true,
      target: 'node24',
      outDir: resolve(root, outDir),
      emptyOutDir: true,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, path]) => [name, resolve(root, path)])),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const built = resolve(root, outDir, `${main}.js`);
  const child = spawn(process.execPath, [built, ...options], { cwd: root, stdio: 'inherit' });
  child.on('exit', (code, signal) => {
    // Such as for want of memory: it could say nothing itself.
    if (signal !== null) console.error(`${main} was ended by the system (${signal}).`);
    process.exit(code ?? 1);
  });
}
