import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fuseSentinel } from './archive.mjs';

/** Some of the languages that the real runtime comes with. */
const locales = ['de', 'en-GB', 'en-US', 'es', 'fr', 'zh-CN'];

/** Version 1, eight switches, as a fresh runtime has them. */
const freshFuses = Buffer.from(`${fuseSentinel}\x01\x0810110011`, 'latin1');

/**
 * Writes a folder that electron-builder takes for Electron's runtime, where the real one cannot be had: its files by
 * name, and a program with nothing in it but what the packaging changes (fuses; on Windows also resources).
 * @param {string} folder absolute; emptied first
 * @param {'linux' | 'win32'} platform
 */
export function writeStandInRuntime(folder, platform) {
  rmSync(folder, { recursive: true, force: true });
  for (const inner of ['locales', 'resources']) mkdirSync(join(folder, inner), { recursive: true });
  for (const locale of locales) writeFileSync(join(folder, 'locales', `${locale}.pak`), locale);
  writeFileSync(join(folder, 'LICENSE'), 'The licence of Electron stands here.\n');
  writeFileSync(join(folder, 'LICENSES.chromium.html'), '<p>The licences of Chromium stand here.</p>\n');
  if (platform === 'win32') writeFileSync(join(folder, 'electron.exe'), emptyWindowsProgram());
  else writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('\x7fELF'), freshFuses]), { mode: 0o755 });
  if (platform === 'linux') writeFileSync(join(folder, 'chrome-sandbox'), '', { mode: 0o755 });
}

/** A program for Windows with a version and a section that holds the fuses. */
function emptyWindowsProgram() {
  const { NtExecutable, NtExecutableResource, Resource } = loadResedit();
  const program = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(program, true);
  const version = Resource.VersionInfo.createEmpty();
  version.setFileVersion(1, 0, 0, 0, 1033);
  version.setStringValues(
    { lang: 1033, codepage: 1200 },
    { ProductName: 'Electron', OriginalFilename: 'electron.exe' },
  );
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(program);
  // Behind all sections: where it lies is the same to whoever looks for the sentinel.
  program.setExtraData?.(freshFuses.buffer.slice(freshFuses.byteOffset, freshFuses.byteOffset + freshFuses.length));
  return Buffer.from(program.generate());
}

/**
 * @typedef {{ entries: unknown[], outputResource(program: Program): void }} Resources
 * @typedef {{ generate(): ArrayBuffer, setExtraData?(data: ArrayBuffer): void }} Program
 * @typedef {{ setFileVersion(...parts: number[]): void, setStringValues(language: object, values: object): void,
 *   outputToResourceEntries(entries: unknown[]): void }} VersionInfo
 * @typedef {{ NtExecutable: { createEmpty(is32Bit: boolean, isLibrary: boolean): Program },
 *   NtExecutableResource: { from(program: Program, ignoreSignature: boolean): Resources },
 *   Resource: { VersionInfo: { createEmpty(): VersionInfo } } }} Resedit
 */

/** The library with which electron-builder writes Windows resources; installed with it. */
function loadResedit() {
  /** @type {unknown} */
  const loaded = createRequire(import.meta.url)('resedit');
  return /** @type {Resedit} */ (loaded);
}
