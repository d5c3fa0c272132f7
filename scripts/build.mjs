import { fileURLToPath } from 'node:url';
import { ensureBuilt } from './ensure-built.mjs';
import { prepare } from './prepare.mjs';
import { runMain, say } from './project.mjs';

// `npm run build`: builds every program where a source has changed.
await runMain(async () => {
  const code = await prepare(fileURLToPath(import.meta.url));
  if (code !== null) return code;
  const isBuilt = await ensureBuilt();
  say(isBuilt ? 'Construit.' : 'Déjà à jour.', isBuilt ? 'Built.' : 'Already up to date.');
  return 0;
});
