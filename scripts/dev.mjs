import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findElectron } from './electron-runtime.mjs';
import { ensureBuilt, stampFile } from './ensure-built.mjs';
import { prepare } from './prepare.mjs';
import { inProject, inWords, run, runMain, StopError } from './project.mjs';

// `npm run dev`: the application in Electron, started anew whenever a source of its main process or preload changes.
// Its page is the built one; `npm run dev:web` is the page that reloads as its sources change.
await runMain(async () => {
  const code = await prepare(fileURLToPath(import.meta.url));
  if (code !== null) return code;
  const program = findElectron();
  if (program === null) {
    throw new StopError(
      inWords(
        'Electron n’est pas installé\u00a0: «\u00a0npm start -- --electron\u00a0» le télécharge. Sans lui, «\u00a0npm run dev:web\u00a0» montre la même application dans un navigateur.',
        'The Electron runtime is not installed: “npm start -- --electron” fetches it. Without it, “npm run dev:web” shows the same application in a browser.',
      ),
    );
  }
  await ensureBuilt();
  // What it writes to out/ is no finished build.
  rmSync(stampFile, { force: true });
  const bundler = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  return await run(process.execPath, [bundler, 'dev', '--watch', '-c', 'electron.config.ts'], {
    env: { ...process.env, ELECTRON_EXEC_PATH: program },
    stdio: 'inherit',
  });
});
