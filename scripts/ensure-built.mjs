import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inProject, inWords, root, run, say, StopError } from './project.mjs';

export const stampFile = inProject('out', '.inputs');
const inputs = ['src', 'electron.config.ts', 'package.json', 'package-lock.json', 'tsconfig.base.json'];
const programs = [
  'electron',
  'http',
  'cli',
  'csv-worker',
  'write-worker',
  'documents-worker',
  'match-worker',
  'embed-worker',
  'embed-process',
  'away-process',
  'watched-process',
];
const outputs = [
  ...programs.map((name) => `out/main/${name}.js`),
  'out/renderer/index.html',
  'out/preload/preload.cjs',
];

/**
 * Builds the application, only when a source has changed since the last build.
 * @returns {Promise<boolean>} whether it was built now
 */
export async function ensureBuilt() {
  const hash = hashInputs();
  const isCurrent = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash;
  if (isCurrent && outputs.every((path) => existsSync(inProject(path)))) return false;
  say('Construction de l’application…', 'Building the application…');
  rmSync(stampFile, { force: true });
  let printed = '';
  const code = await build((text) => (printed += text));
  if (code !== 0) {
    process.stderr.write(printed);
    throw new StopError(inWords('La construction a échoué (voir ci-dessus).', 'The build failed (see above).'));
  }
  mkdirSync(inProject('out'), { recursive: true });
  writeFileSync(stampFile, hash);
  return true;
}

/**
 * Runs the bundler on every program of the application.
 * @param {(text: string) => void} onOutput
 * @returns {Promise<number>} its exit code
 */
function build(onOutput) {
  const bundler = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  return run(process.execPath, [bundler, 'build', '-c', 'electron.config.ts'], { onOutput });
}

/** Names and contents of everything that the build reads; times would say "changed" after every checkout. */
function hashInputs() {
  const hash = createHash('sha256');
  for (const path of inputs.map((input) => inProject(input)).flatMap(listFiles)) {
    hash.update(relative(root, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  if (!existsSync(path)) return [];
  const isFolder = path === inProject('src');
  if (!isFolder) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name) && !entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
