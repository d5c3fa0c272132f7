import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { readArchive } from './archive.mjs';
import { assertFuses } from './hooks.mjs';
import { filesIn } from './stage.mjs';

/** @typedef {import('./stage.mjs').Target} Target */

/** All but Electron's own runtime, compressed as an installer would: what an office downloads of ours. */
export const maxCompressedBytes = 60_000_000;

/**
 * Looks at a folder that electron-builder packed: fuses, what is in the archive and beside it, and sizes.
 * @param {{ folder: string, runtime: string, target: Target }} packed `runtime` holds the files that are Electron's
 * @returns {string[]} what was found, in lines
 * @throws naming what is wrong
 */
export function checkPacked({ folder, runtime, target }) {
  const program = programOf(target);
  assertFuses(join(folder, program));
  const ofRuntime = new Set([...filesIn(runtime), program, 'LICENSE.electron.txt']);
  const own = filesIn(folder).filter((file) => !ofRuntime.has(file));
  const sizes = own.map((file) => ({ file, ...sizesOf(join(folder, file)) }));
  const total = sum(sizes.map(({ sizeBytes }) => sizeBytes));
  const compressed = sum(sizes.map(({ compressedBytes }) => compressedBytes));
  const archived = readArchive(join(folder, 'resources', 'app.asar'));
  const strange = archived.filter(({ path }) => !/^(package\.json$|out\/|node_modules\/|notices\/)/.test(path));
  if (strange.length > 0)
    throw new Error(`Not part of the application: ${strange.map(({ path }) => path).join(', ')}.`);
  const foreign = [...archived.map(({ path }) => path), ...own].filter((path) =>
    /(^|\/)(onnxruntime-web|node-(linux|win)-x64|electron)\//.test(path),
  );
  if (foreign.length > 0) throw new Error(`Packed without need: ${foreign.join(', ')}.`);
  if (compressed > maxCompressedBytes) throw new Error(`${compressed} bytes compressed are too many.`);
  const largest = [...sizes].sort((one, other) => other.compressedBytes - one.compressedBytes).slice(0, 4);
  return [
    `${target.platform}-${target.arch}: ${own.length} files beside the runtime, ${archived.length} in the archive`,
    `  ${megabytes(total)} MB, ${megabytes(compressed)} MB compressed (at most ${megabytes(maxCompressedBytes)})`,
    ...largest.map(({ file, compressedBytes }) => `  ${megabytes(compressedBytes).padStart(5)} MB ${basename(file)}`),
  ];
}

/**
 * The file that has the fuses in it, by its path inside a packed folder: on macOS the framework.
 * @param {Target} target
 */
export function programOf({ platform }) {
  if (platform === 'win32') return 'Smart Recruiting.exe';
  if (platform === 'linux') return 'smart-recruiting';
  const framework = ['Contents', 'Frameworks', 'Electron Framework.framework', 'Electron Framework'];
  return join('Smart Recruiting.app', ...framework);
}

/** @param {string} file */
function sizesOf(file) {
  return { sizeBytes: statSync(file).size, compressedBytes: deflateRawSync(readFileSync(file)).length };
}

/** @param {readonly number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(1);
}
