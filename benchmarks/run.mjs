import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';

// `node benchmarks/run.mjs import [options]`: builds one benchmark and the workers it starts to plain files, as the
// application itself is built, and runs it. What it measures is the code that ships, without a compiler beside it.

const root = resolve(import.meta.dirname, '..');
const [name = '', ...options] = process.argv.slice(2);
const entry = resolve(import.meta.dirname, `${name}.ts`);
if (!/^[a-z-]+$/.test(name) || !existsSync(entry)) {
  console.error('Usage: node benchmarks/run.mjs <name of a benchmark> [options]');
  process.exit(2);
}

const outDir = resolve(root, '.cache/built/benchmarks', name);
await build({
  root,
  configFile: false,
  logLevel: 'error',
  // Plain JavaScript is bundled, as in electron.config.ts: loading hundreds of files would count as memory and time.
  ssr: { noExternal: ['drizzle-orm', 'hono', 'iconv-lite', 'jschardet', 'papaparse', 'zod'] },
  build: {
    ssr: true,
    target: 'node24',
    outDir,
    emptyOutDir: true,
    rollupOptions: {
      input: {
        [name]: entry,
        'csv-worker': resolve(root, 'src/main/workers/csv/entry.ts'),
        'write-worker': resolve(root, 'src/main/workers/write/entry.ts'),
        'dashboards-worker': resolve(root, 'src/main/workers/dashboards/entry.ts'),
        'search-worker': resolve(root, 'src/main/workers/search/entry.ts'),
        'match-worker': resolve(root, 'src/main/workers/match/entry.ts'),
        'embed-worker': resolve(root, 'src/main/workers/embed/entry.ts'),
        'embed-process': resolve(root, 'src/main/workers/embed/network-entry.ts'),
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
const child = spawn(process.execPath, [resolve(outDir, `${name}.js`), ...options], { cwd: root, stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
