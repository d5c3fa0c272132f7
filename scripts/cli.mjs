import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { prepare } from './prepare.mjs';
import { inProject, runMain } from './project.mjs';

// `npm run --silent cli -- <command>`: makes sure that the program is there and becomes it.
await runMain(async () => {
  const code = await prepare(fileURLToPath(import.meta.url));
  if (code !== null) return code;
  await ensureBuilt();
  // npm changes to the project's folder; file names are meant from where the person stands.
  process.chdir(process.env['INIT_CWD'] ?? process.cwd());
  await import(pathToFileURL(inProject('out', 'main', 'cli.js')).href);
  return Number(process.exitCode ?? 0);
});
