import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { inProject, run, runMain, say } from './project.mjs';

// The migrations in the repository are what drizzle-kit makes of the tables: generating again adds nothing.
await runMain(async () => {
  mkdirSync(inProject('.cache'), { recursive: true });
  const folder = mkdtempSync(inProject('.cache', 'migrations-'));
  try {
    cpSync(inProject('resources', 'migrations'), folder, { recursive: true });
    let printed = '';
    const drizzle = inProject('node_modules', 'drizzle-kit', 'bin.cjs');
    // It takes paths from the project's folder only.
    const args = [
      'generate',
      '--dialect=sqlite',
      '--schema=src/main/core/db/schema.ts',
      `--out=.cache/${basename(folder)}`,
    ];
    await run(process.execPath, [drizzle, ...args], { onOutput: (text) => (printed += text) });
    // It ends with code 0 even when it fails: only its own words tell.
    if (printed.includes('No schema changes')) return 0;
    process.stdout.write(printed);
    say(
      'Les tables ont changé sans leur migration\u00a0: lancez «\u00a0npm run db:generate\u00a0», puis relisez le SQL.',
      'The tables have changed without their migration: run “npm run db:generate”, then read the SQL.',
    );
    return 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
});
