import { closeSync, openSync, readSync } from 'node:fs';
import { parseJson } from '../scripts/project.mjs';

/**
 * @typedef {{ size?: number, offset?: string, unpacked?: boolean, link?: string, files?: Record<string, Entry>,
 *   integrity?: { algorithm: string, hash: string } }} Entry
 * @typedef {{ path: string, sizeBytes: number, offset: number | null }} ArchivedFile `offset` is null for a file that
 *   lies beside the archive
 */

/**
 * The table of contents of an asar archive (https://github.com/electron/asar#format): two pickled numbers, then JSON.
 * @param {string} file
 * @returns {ArchivedFile[]} sorted by path, with forward slashes
 */
export function readArchive(file) {
  const handle = openSync(file, 'r');
  try {
    const sizes = readAt(handle, 0, 16);
    const headerBytes = sizes.readUInt32LE(4);
    const text = readAt(handle, 16, sizes.readUInt32LE(12)).toString('utf8');
    const start = 8 + headerBytes;
    /** @type {ArchivedFile[]} */
    const files = [];
    collect(/** @type {Entry} */ (parseJson(text)), '', (path, { size = 0, offset, unpacked }) =>
      files.push({ path, sizeBytes: size, offset: unpacked || offset === undefined ? null : start + Number(offset) }),
    );
    return files.sort((one, other) => (one.path < other.path ? -1 : 1));
  } finally {
    closeSync(handle);
  }
}

/**
 * @param {string} archive
 * @param {ArchivedFile} file one that lies in the archive
 */
export function readArchived(archive, { path, sizeBytes, offset }) {
  if (offset === null) throw new Error(`${path} lies beside the archive.`);
  const handle = openSync(archive, 'r');
  try {
    return readAt(handle, offset, sizeBytes);
  } finally {
    closeSync(handle);
  }
}

/**
 * @param {Entry} entry
 * @param {string} path
 * @param {(path: string, entry: Entry) => void} onFile
 */
function collect(entry, path, onFile) {
  if (!entry.files) return onFile(path, entry);
  for (const [name, inner] of Object.entries(entry.files))
    collect(inner, path === '' ? name : `${path}/${name}`, onFile);
}

/**
 * @param {number} handle
 * @param {number} position
 * @param {number} bytes
 */
function readAt(handle, position, bytes) {
  const buffer = Buffer.alloc(bytes);
  const read = readSync(handle, buffer, 0, bytes, position);
  if (read !== bytes) throw new Error('The archive ends too early.');
  return buffer;
}

/** What Electron's program holds before its switches (https://www.electronjs.org/docs/latest/tutorial/fuses). */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** The switches of version 1 of that list, in their order. */
const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'embeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
];

/**
 * The switches that are burnt into a program of Electron. Throws when it is none.
 * @param {Buffer} program
 * @returns {Record<string, boolean>}
 */
export function readFuses(program) {
  const at = program.indexOf(fuseSentinel);
  if (at < 0) throw new Error('This is no program of Electron: it has no fuses.');
  const wire = program.subarray(at + fuseSentinel.length + 2, at + fuseSentinel.length + 2 + fuseNames.length);
  return Object.fromEntries(fuseNames.map((name, index) => [name, wire[index] === '1'.charCodeAt(0)]));
}
