import { mkdirSync, writeFileSync } from 'node:fs';
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

/**
 * Notes in `out/packages/` whose code a bundle holds: an installed application names every package in it and its licence
 * (packaging/app-packages.mjs).
 */
const notePackages = (part: 'main' | 'preload' | 'renderer'): Plugin => ({
  name: 'note-packages',
  generateBundle() {
    // The innermost package of a path, as the lock file names it.
    const paths = [...this.getModuleIds()].flatMap((id) => {
      const inside = id
        .replaceAll('\\', '/')
        .split('\0')
        .join('')
        .replace(/^.*?(?=\bnode_modules\/)/, '');
      return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(inside)?.[0] ?? [];
    });
    mkdirSync(fromRoot('out/packages'), { recursive: true });
    writeFileSync(fromRoot(`out/packages/${part}.json`), JSON.stringify([...new Set(paths)].sort(), null, 2));
  },
});

// Every program of the application: three hosts, eleven workers, the preload and the page.
export default defineConfig({
  main: {
    plugins: [notePackages('main')],
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
          'away-process': fromRoot('src/main/workers/away/entry.ts'),
          'watched-process': fromRoot('src/main/workers/away/watched-entry.ts'),
          'embed-process': fromRoot('src/main/workers/embed/network-entry.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [notePackages('preload')],
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
    plugins: [react(), assetsFromRoot, notePackages('renderer')],
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
