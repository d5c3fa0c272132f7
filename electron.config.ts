import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const fromRoot = (path: string): string => resolve(import.meta.dirname, path);

/** Dependencies without native code or files of their own; the others are loaded from node_modules. */
const bundled = [
  '@hono/node-server',
  'commander',
  'drizzle-orm',
  'eld',
  'env-paths',
  'fflate',
  'hono',
  'html-to-text',
  'iconv-lite',
  'jschardet',
  'mammoth',
  'nodemailer',
  'papaparse',
  'pino',
  'postal-mime',
  'unpdf',
  'yauzl',
  'zod',
];

/**
 * Addresses inside the page have several parts (/offers/12), so assets are named from the root; electron-vite would
 * name them from the page, for a page that is opened as a file.
 */
const assetsFromRoot: Plugin = { name: 'assets-from-root', config: () => ({ base: '/' }) };

// Every program of the application: three hosts, ten workers, the preload and the page.
export default defineConfig({
  main: {
    build: {
      // Plain JavaScript is bundled: a start that opens one file instead of hundreds is twice as quick.
      externalizeDeps: { exclude: bundled },
      outDir: 'out/main',
      rollupOptions: {
        input: {
          electron: fromRoot('src/main/hosts/electron/main.ts'),
          http: fromRoot('src/main/hosts/http/main.ts'),
          cli: fromRoot('src/main/hosts/cli/main.ts'),
          'csv-worker': fromRoot('src/main/workers/csv/entry.ts'),
          'write-worker': fromRoot('src/main/workers/write/entry.ts'),
          'dashboards-worker': fromRoot('src/main/workers/dashboards/entry.ts'),
          'topics-worker': fromRoot('src/main/workers/topics/entry.ts'),
          'search-worker': fromRoot('src/main/workers/search/entry.ts'),
          'documents-worker': fromRoot('src/main/workers/documents/entry.ts'),
          'letters-worker': fromRoot('src/main/workers/letters/entry.ts'),
          'match-worker': fromRoot('src/main/workers/match/entry.ts'),
          'embed-worker': fromRoot('src/main/workers/embed/entry.ts'),
          'embed-process': fromRoot('src/main/workers/embed/network-entry.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: fromRoot('src/main/hosts/electron/preload.ts') },
        // A sandboxed preload must be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), assetsFromRoot],
    build: {
      outDir: fromRoot('out/renderer'),
      emptyOutDir: true,
      minify: true,
      // The page also runs in the Chrome or Edge that the office has.
      target: 'chrome120',
      rollupOptions: { input: { index: fromRoot('src/renderer/index.html') } },
    },
  },
});
