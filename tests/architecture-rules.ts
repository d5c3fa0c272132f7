/**
 * The import table of docs/architecture.md as data. The first rule whose `folder` matches a file decides.
 * `<topic>` stands for one folder name; the same word in `may` means the same folder.
 */
export interface ImportRule {
  readonly folder: string;
  /** Files and folders of `src/` that may be imported, besides the own folder; a name that ends in `.ts` is no folder. */
  readonly may: readonly string[];
  /** Packages and Node modules that may be imported; `node:*` stands for all modules of Node. */
  readonly packages: readonly string[];
}

const shared = ['shared'] as const;

export const importRules: readonly ImportRule[] = [
  { folder: 'shared/domain', may: ['shared/util'], packages: ['zod'] },
  { folder: 'shared/util', may: ['shared/domain'], packages: ['zod'] },
  { folder: 'shared/texts', may: ['shared/domain'], packages: [] },
  { folder: 'shared/contract', may: ['shared/domain', 'shared/util'], packages: ['zod'] },
  {
    folder: 'shared/rpc',
    may: ['shared/contract', 'shared/domain/app-error', 'shared/domain/ids', 'shared/util'],
    packages: ['zod'],
  },
  {
    folder: 'main/core/db',
    // schema.ts gathers the tables that lie beside their topics.
    may: [...shared, 'main/core/*/*-table.ts', 'main/core/ports'],
    packages: [
      'better-sqlite3',
      'drizzle-orm',
      'zod',
      'node:async_hooks',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      // Who has the folder of a shared drive.
      'node:os',
      'node:zlib',
      'node:path',
      'node:timers/promises',
    ],
  },
  {
    // Keeps the very offers that the list keeps, by the same SQL, in a thread that has no services.
    folder: 'main/core/search',
    may: [
      ...shared,
      'main/core/db',
      'main/core/ports',
      'main/core/jobs',
      'main/core/*/*-service.ts',
      'main/core/offers/offer-conditions',
      'main/core/offers/offer-list-query',
      'main/core/offers/offer-table',
      // Vectors are compared where they are kept; the function has no thread and no other code.
      'main/workers/simd',
    ],
    packages: ['better-sqlite3', 'zod', 'node:crypto', 'node:fs', 'node:path'],
  },
  {
    // Makes the passages that students see of the texts that they see.
    folder: 'main/core/kiosk',
    may: [
      ...shared,
      'main/core/ports',
      'main/core/*/*-service.ts',
      'main/core/search/excerpt',
      'main/core/search/search-words',
    ],
    packages: ['zod', 'node:crypto', 'node:fs', 'node:path'],
  },
  {
    // Compares what a student wrote, as the search reads it, with the sentences that students see.
    folder: 'main/core/students',
    may: [
      ...shared,
      'main/core/db',
      'main/core/ports',
      'main/core/*/*-service.ts',
      'main/core/*/*-table.ts',
      'main/core/kiosk/public-offer',
      'main/core/search/wish-text',
    ],
    packages: ['drizzle-orm', 'zod'],
  },
  {
    folder: 'main/core/<topic>',
    may: [
      ...shared,
      'main/core/db',
      'main/core/ports',
      'main/core/jobs',
      'main/core/*/*-service.ts',
      'main/core/*/*-table.ts',
    ],
    packages: [
      'better-sqlite3',
      'drizzle-orm',
      'eld',
      'fflate',
      'zod',
      'node:crypto',
      'node:path',
      'yauzl',
      'node:zlib',
      'node:fs',
      'node:fs/promises',
      'node:timers/promises',
    ],
  },
  {
    folder: 'main/core',
    may: [...shared, 'main/core'],
    packages: ['better-sqlite3', 'drizzle-orm', 'node:crypto', 'node:path'],
  },
  {
    folder: 'main/workers/csv',
    may: [...shared, 'main/workers', 'main/core/ports'],
    packages: ['papaparse', 'iconv-lite', 'jschardet', 'zod', 'node:*'],
  },
  {
    folder: 'main/workers/sheet',
    may: [...shared, 'main/workers'],
    packages: ['fflate/browser', 'read-excel-file/node', 'yauzl', 'node:*'],
  },
  { folder: 'main/workers/json', may: [...shared, 'main/workers'], packages: ['node:*'] },
  {
    folder: 'main/workers/documents',
    may: [...shared, 'main/workers', 'main/core/ports'],
    packages: ['html-to-text', 'iconv-lite', 'mammoth', 'postal-mime', 'unpdf', 'yauzl', 'zod', 'node:*'],
  },
  {
    folder: 'main/workers/letters',
    may: [...shared, 'main/workers', 'main/core/ports'],
    packages: ['nodemailer', 'pdfkit', 'zod', 'node:*'],
  },
  {
    folder: 'main/workers/embed',
    may: [...shared, 'main/workers', 'main/core/ports'],
    packages: ['@huggingface/transformers', 'onnxruntime-node', 'zod', 'node:*'],
  },
  { folder: 'main/workers/match', may: [...shared, 'main/workers', 'main/core/ports'], packages: ['zod', 'node:*'] },
  {
    // Stores a file with the core's own code on a connection of its own (docs/decisions/0012-imports-in-a-thread.md).
    folder: 'main/workers/write',
    may: [
      ...shared,
      'main/workers',
      'main/core/db/checkpoints',
      'main/core/db/convert-database',
      'main/core/db/copy-database',
      'main/core/db/open-in-thread',
      'main/core/db/page-sums',
      'main/core/db/rehearse',
      'main/core/db/salvage',
      'main/core/imports/intake-services',
      'main/core/imports/store-file',
      'main/core/ports',
    ],
    packages: ['zod', 'node:*'],
  },
  {
    // Reads the database with the core's own code on a connection of its own (docs/decisions/0014-dashboards-in-memory.md).
    folder: 'main/workers/dashboards',
    may: [
      ...shared,
      'main/workers',
      'main/core/dashboards/dashboard-engine',
      'main/core/db/open-in-thread',
      'main/core/ports',
      // What formations teach is read with the vocabulary of offers.
      'main/core/reading/skill-finder-service',
    ],
    packages: ['zod', 'node:*'],
  },
  {
    // The same for the topics of offers, in another thread: nobody who counts waits for them.
    folder: 'main/workers/topics',
    may: [...shared, 'main/workers', 'main/core/topics/topic-engine', 'main/core/db/open-in-thread', 'main/core/ports'],
    packages: ['zod', 'node:*'],
  },
  {
    // The same for the search, which writes an index of its own (docs/decisions/0018-search-beside-the-database.md).
    folder: 'main/workers/search',
    may: [
      ...shared,
      'main/workers',
      'main/core/search/search-engine',
      'main/core/db/open-in-thread',
      'main/core/ports',
    ],
    packages: ['zod', 'node:*'],
  },
  {
    // Reaches folders that may hang with the core's own code, in a process of its own.
    folder: 'main/workers/away',
    may: [
      ...shared,
      'main/workers',
      'main/core/db/data-keys',
      'main/core/db/folder-files',
      'main/core/ports',
      'main/core/watched-folder/folder-files',
    ],
    packages: ['zod', 'node:*'],
  },
  {
    // Only the adapters see ports.ts: they are what the core is given. Threads are given keys as they start, and tell of slow statements.
    folder: 'main/workers',
    may: [...shared, 'main/workers', 'main/core/ports', 'main/core/db/data-keys', 'main/core/db/watch-slow'],
    packages: ['zod', 'node:*'],
  },
  {
    folder: 'main/hosts/electron/preload',
    may: ['shared/rpc/page-port'],
    packages: ['electron'],
  },
  {
    // What stands in the application's place while its database is damaged or locked: there is no core to ask.
    folder: 'main/hosts/rescue',
    may: [
      ...shared,
      'main/core/backups/rescue',
      'main/core/db',
      'main/core/encryption/unlock-service',
      'main/core/ports',
      'main/hosts/*.ts',
      'main/workers/spawn-thread',
    ],
    packages: ['hono', 'node:*'],
  },
  {
    folder: 'main/hosts/electron',
    may: [...shared, 'main/core/app', 'main/core/ports', 'main/workers', 'main/hosts/*.ts', 'main/hosts/rescue'],
    packages: ['electron', 'electron-updater', 'zod', 'node:*'],
  },
  {
    folder: 'main/hosts/<host>',
    may: [...shared, 'main/core/app', 'main/core/ports', 'main/workers', 'main/hosts/*.ts', 'main/hosts/rescue'],
    packages: ['@hono/node-server', 'hono', 'commander', 'open', 'zod', 'node:*'],
  },
  {
    folder: 'main/hosts',
    may: [...shared, 'main/core', 'main/workers'],
    packages: ['hono', 'pino', 'env-paths', 'zod', 'node:*'],
  },
  {
    folder: 'renderer/charts',
    may: [...shared, 'renderer/i18n', 'renderer/components'],
    // The figures of a chart lead to their rows.
    packages: ['react', 'react-router', '@nivo/*', '@mui/material', 'react-i18next'],
  },
  {
    folder: 'renderer/i18n',
    may: [...shared],
    packages: ['i18next', 'react-i18next', 'react', '@mui/material', '@mui/x-data-grid'],
  },
  {
    folder: 'renderer/api',
    may: [...shared],
    packages: ['react', '@tanstack/react-query'],
  },
  {
    folder: 'renderer/components',
    may: [...shared, 'renderer/api', 'renderer/i18n'],
    packages: ['react', 'react-router', 'react-i18next', '@mui/*', '@emotion/*'],
  },
  // The panel of an offer, the editor and the search show the formations of a text in the same way.
  ...['editor', 'offers'].map((feature) => ({
    folder: `renderer/features/${feature}`,
    may: [...shared, 'renderer/api', 'renderer/components', 'renderer/i18n', 'renderer/features/matches'],
    packages: ['react', 'react-router', 'react-i18next', '@mui/*', '@tanstack/react-query'],
  })),
  {
    // Offers that are found are shown as those of the list are.
    folder: 'renderer/features/search',
    may: [
      ...[...shared, 'renderer/api', 'renderer/components', 'renderer/i18n'],
      ...['renderer/features/matches', 'renderer/features/offers'],
    ],
    packages: ['react', 'react-router', 'react-i18next', '@mui/*', '@tanstack/react-query'],
  },
  {
    // What a student looks for is found as the office finds it.
    folder: 'renderer/features/students',
    may: [
      ...[...shared, 'renderer/api', 'renderer/components', 'renderer/i18n'],
      ...['renderer/features/matches', 'renderer/features/search'],
    ],
    packages: ['react', 'react-router', 'react-i18next', '@mui/*', '@tanstack/react-query'],
  },
  {
    folder: 'renderer/features/<feature>',
    may: [...shared, 'renderer/api', 'renderer/components', 'renderer/charts', 'renderer/i18n'],
    packages: ['react', 'react-router', 'react-i18next', '@mui/*', '@tanstack/react-query'],
  },
  {
    folder: 'renderer',
    may: [...shared, 'renderer'],
    packages: [
      'react',
      'react-dom',
      'react-router',
      'react-i18next',
      '@mui/*',
      '@emotion/*',
      '@tanstack/react-query',
      '@fontsource-variable/inter',
    ],
  },
];
