import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPacked, programOf } from '../packaging/check-packed.mjs';
import { assertFuses } from '../packaging/hooks.mjs';
import { stageApp } from '../packaging/stage.mjs';
import { writeStandInRuntime } from '../packaging/stand-in-runtime.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { npmCommand } from './ensure-installed.mjs';
import { prepare } from './prepare.mjs';
import { inProject, inWords, parseJson, run, runMain, StopError } from './project.mjs';

/** @typedef {import('../packaging/stage.mjs').Target} Target */

const systems = /** @type {const} */ ({ win: 'win32', linux: 'linux', mac: 'darwin' });
const builderFolder = inProject('packaging', 'node_modules', 'electron-builder');

// `npm run package`: installers for this system, or for the one that is named: `npm run package -- --win`.
// `--check` packs Linux and Windows against a stand-in for Electron's runtime and looks at the outcome, on any machine.
await runMain(async () => {
  const code = await prepare(fileURLToPath(import.meta.url));
  if (code !== null) return code;
  await ensureBuilt();
  await ensureBuilder();
  const args = process.argv.slice(2);
  if (args.includes('--check')) return await packStandIns();
  const wanted = Object.entries(systems).filter(([name, platform]) =>
    isNamed(args) ? args.includes(`--${name}`) : platform === process.platform,
  );
  for (const [, platform] of wanted) {
    const target = /** @type {Target} */ ({ platform, arch: args.includes('--arm64') ? 'arm64' : 'x64' });
    const ended = await pack(target, null);
    if (ended !== 0) return ended;
    // Read back from what was made, after it was signed.
    assertFuses(join(packedFolder(target, 'installers'), programOf(target)));
  }
  return 0;
});

/** @param {readonly string[]} args */
function isNamed(args) {
  return Object.keys(systems).some((name) => args.includes(`--${name}`));
}

/** Installs electron-builder from its own lock file: 280 packages that nobody needs who only works on the program. */
async function ensureBuilder() {
  if (existsSync(builderFolder)) return;
  const { program, args } = npmCommand();
  const folder = inProject('packaging');
  const code = await run(program, [...args, 'ci', '--prefix', folder, '--no-audit', '--no-fund', '--loglevel=error']);
  if (code === 0) return;
  throw new StopError(
    inWords('electron-builder n’a pas pu être installé (voir ci-dessus).', 'electron-builder could not be installed.'),
  );
}

async function packStandIns() {
  /** @type {string | null} */
  let packed = null;
  for (const platform of /** @type {const} */ (['linux', 'win32'])) {
    const target = /** @type {Target} */ ({ platform, arch: 'x64' });
    const runtime = inProject('dist', `runtime-${platform}`);
    writeStandInRuntime(runtime, platform);
    const code = await pack(target, runtime);
    if (code !== 0) return code;
    const folder = packedFolder(target, 'stand-in');
    const report = checkPacked({ folder, runtime, target });
    process.stdout.write(`${report.join('\n')}\n`);
    if (platform === process.platform) packed = folder;
  }
  return packed === null ? 0 : await startPacked(packed);
}

/**
 * Where electron-builder leaves what it packed, before it makes installers of it.
 * @param {Target} target
 * @param {'installers' | 'stand-in'} output
 */
function packedFolder({ platform, arch }, output) {
  const name = { win32: 'win', linux: 'linux', darwin: 'mac' }[platform];
  const processor = arch === 'x64' ? '' : `-${arch}`;
  return inProject('dist', output, platform === 'darwin' ? `${name}${processor}` : `${name}${processor}-unpacked`);
}

/**
 * Starts what was packed for this system, without its runtime: the tests' stand-in takes Electron's place.
 * @param {string} folder
 */
function startPacked(folder) {
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--project', 'electron', 'tests/electron/packaged.test.ts'];
  const env = { ...process.env, SMART_RECRUITING_PACKED: folder };
  return run(process.execPath, args, { env, stdio: ['ignore', 2, 2] });
}

/**
 * @param {Target} target
 * @param {string | null} runtime a folder that stands for Electron's own; with it nothing is made but the packed folder
 * @returns {Promise<number>} electron-builder's exit code
 */
async function pack(target, runtime) {
  const { platform, arch } = target;
  const app = inProject('dist', 'app', `${platform}-${arch}`);
  stageApp({ root: inProject(), into: app, target });
  const common = /** @type {object} */ (
    parseJson(readFileSync(inProject('packaging', 'electron-builder.json'), 'utf8'))
  );
  const config = {
    ...common,
    electronVersion: electronVersion(),
    directories: { app, output: inProject('dist', runtime ? 'stand-in' : 'installers'), buildResources: 'packaging' },
    ...(runtime ? { electronDist: runtime } : {}),
    publish: publishedAt(),
  };
  const file = inProject('dist', `electron-builder-${platform}-${arch}.json`);
  mkdirSync(inProject('dist'), { recursive: true });
  writeFileSync(file, JSON.stringify(config, null, 2));
  const name = Object.entries(systems).find(([, system]) => system === platform)?.[0] ?? 'linux';
  const cli = inProject('packaging', 'node_modules', 'electron-builder', 'cli.js');
  const options = [`--${name}`, `--${arch}`, '--config', file, '--publish', 'never', ...(runtime ? ['--dir'] : [])];
  return await run(process.execPath, [cli, ...options], { stdio: ['ignore', 2, 2] });
}

/**
 * Where people's applications look for newer versions: noted in what is packed, and beside it what they compare
 * (`latest.yml`). Null without an address: such an application never looks.
 */
function publishedAt() {
  const url = process.env['SMART_RECRUITING_UPDATES_FROM'];
  if (!url) return null;
  if (!url.startsWith('https://')) {
    throw new StopError(inWords('L’adresse des mises à jour doit commencer par https://.', 'Updates need https://.'));
  }
  return { provider: 'generic', url };
}

/** The version of Electron that the application is made for. */
function electronVersion() {
  const text = readFileSync(inProject('node_modules', 'electron', 'package.json'), 'utf8');
  return /** @type {{ version: string }} */ (parseJson(text)).version;
}
