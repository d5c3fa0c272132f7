import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const fromRoot = (path: string): string => resolve(import.meta.dirname, path);

// Every program of the application: three hosts, three workers, the preload and the page.
export default defineConfig({
  main: {
    build: {
      externalizeDeps: true,
      outDir: 'out/main',
      rollupOptions: {
        input: {
          electron: fromRoot('src/main/hosts/electron/main.ts'),
          http: fromRoot('src/main/hosts/http/main.ts'),
          cli: fromRoot('src/main/hosts/cli/main.ts'),
          'csv-worker': fromRoot('src/main/workers/csv/entry.ts'),
          'match-worker': fromRoot('src/main/workers/match/entry.ts'),
          'embed-process': fromRoot('src/main/workers/embed/entry.ts'),
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
    plugins: [react()],
    build: {
      outDir: fromRoot('out/renderer'),
      rollupOptions: { input: { index: fromRoot('src/renderer/index.html') } },
    },
  },
});
