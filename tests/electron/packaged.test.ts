import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadedPackages } from '../../packaging/app-packages.mjs';
import { readArchive, readArchived } from '../../packaging/archive.mjs';
import { assertLicences, isAllowed, type billOfMaterials } from '../../packaging/licences.mjs';
import { assertStaged, filesIn, stageApp } from '../../packaging/stage.mjs';
import { Desktop } from './desktop';

const root = resolve(import.meta.dirname, '../..');
/** A folder that electron-builder packed, when `npm run package -- --check` runs this file. */
const packed = process.env['SMART_RECRUITING_PACKED'];
const platform = process.platform as 'linux' | 'win32' | 'darwin'; // Those that this test runs on.
const target = { platform, arch: process.arch === 'arm64' ? 'arm64' : 'x64' } as const;

let folder = '';
let programDir = '';
let resourcesDir = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smart recruiting é-'));
  programDir = join(folder, 'app');
  if (packed) {
    resourcesDir = join(packed, 'resources');
    unpack(join(resourcesDir, 'app.asar'), programDir);
  } else {
    stageApp({ root, into: programDir, target });
    resourcesDir = join(folder, 'resources');
    mkdirSync(resourcesDir);
    for (const name of ['models', 'data', 'resources'])
      symlinkSync(join(root, name), join(resourcesDir, name), 'junction');
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let dataDir = '';
const started: Desktop[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting-packaged-'));
});
afterEach(async () => {
  for (const desktop of started.splice(0)) {
    desktop.kill();
    await desktop.exited;
  }
  rmSync(dataDir, { recursive: true, force: true });
});

/** Plain Node cannot look into an archive as Electron's can. */
function unpack(archive: string, into: string): void {
  for (const file of readArchive(archive)) {
    const to = join(into, file.path);
    mkdirSync(dirname(to), { recursive: true });
    if (file.offset === null) cpSync(join(`${archive}.unpacked`, file.path), to);
    else writeFileSync(to, readArchived(archive, file));
  }
}

describe('the application as it is packed', () => {
  it(
    'starts away from its checkout, imports the sample, ranks a text by its model, and ends',
    { timeout: 120_000 },
    async () => {
      const desktop = new Desktop(dataDir, { STAND_IN_RESOURCES: resourcesDir }, { programDir });
      started.push(desktop);
      const client = await desktop.connect();
      expect(await client.host.info({})).toMatchObject({ shell: 'electron', model: { state: 'ready' } });
      const page = await desktop.request('app://smart-recruiting/');
      expect([page.status, Buffer.from(page.body).includes('<div id="root">')]).toEqual([200, true]);
      const { jobId } = await client.university.loadSample({});
      for await (const job of client.jobs.watch({ jobId })) expect(job.state).not.toBe('failed');
      expect((await client.university.overview({})).offers).toBe(1500);
      // One text instead of the whole ranking, which another test waits for.
      const [ranking] = (await client.jobs.list({ page: 0, pageSize: 1 })).rows;
      if (ranking?.kind === 'rank') await client.jobs.cancel({ jobId: ranking.id });
      const text = {
        title: 'Développeur web',
        description:
          'Développer et maintenir des applications web en JavaScript, PHP et SQL au sein d’une équipe agile.',
        ...{ skills: ['JavaScript'], company: null, contact: null, city: null },
      };
      expect((await client.matches.preview(text)).outcome).toBe('ranked');
      expect(await desktop.close()).toBe(0);
    },
  );

  it('loads every library that its bundles leave to node_modules, and names them all', () => {
    const bundles = filesIn(join(programDir, 'out', 'main')).filter((file) => file.endsWith('.js'));
    const imported = bundles.flatMap((file) => importsOf(readFileSync(join(programDir, 'out', 'main', file), 'utf8')));
    const outside = [...new Set(imported)].filter((name) => name !== 'electron' && !isBuiltin(name)).sort();
    const packages = new Set(
      outside.map((name) =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
    );
    // Loaded by path or by another package, not by an import of a bundle.
    const others = ['@expo-google-fonts/inter', 'onnxruntime-node'];
    expect([...packages, ...others].sort()).toEqual([...loadedPackages].sort());
    const script = [...outside, 'onnxruntime-node'].map((name) => `await import(${JSON.stringify(name)});`).join('\n');
    const file = join(programDir, 'load-all.mjs');
    writeFileSync(file, `${script}\nprocess.stdout.write('all');\n`);
    expect(execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })).toBe('all');
    rmSync(file);
  });

  it('holds nothing of another system, of a browser’s engine or of the development', () => {
    assertStaged(programDir, target);
    const unwanted = /(^|\/)(onnxruntime-web|node-(linux|win)-x64|@img|typescript|vite)\/|\.(map|d\.ts)$/;
    expect(filesIn(programDir).filter((file) => unwanted.test(file))).toEqual([]);
    expect(readdirSync(programDir).sort()).toEqual(['node_modules', 'notices', 'out', 'package.json']);
  });

  it('names each package with its version and licence, and says no path of this computer', () => {
    const sbom = JSON.parse(readFileSync(join(programDir, 'notices', 'sbom.cdx.json'), 'utf8')) as ReturnType<
      typeof billOfMaterials
    >;
    const names = sbom.components.map(({ name }) => name);
    // The driver by the name under which it is published, not by the one that it is installed as.
    const published = loadedPackages.map((name) => (name === 'better-sqlite3' ? `${name}-multiple-ciphers` : name));
    // Some that are bundled into the main program, some into the page, some loaded.
    expect(names).toEqual(expect.arrayContaining(['hono', 'zod', 'react-dom', '@mui/material', ...published]));
    expect(names).not.toContain('sharp');
    // What is no package: its faults and its licences count as well.
    const others = sbom.components.filter(({ type }) => type !== 'library');
    expect(others.map(({ type, name }) => [type, name])).toEqual([
      ['framework', 'electron'],
      ['machine-learning-model', 'smart-recruiting-fr-v1'],
      ['data', 'ROME 4.0'],
      ['data', 'Communes (INSEE)'],
    ]);
    const notices = ['sbom.cdx.json', 'licences.txt'].map((name) =>
      readFileSync(join(programDir, 'notices', name), 'utf8'),
    );
    for (const text of notices) expect(text).not.toContain(root);
    expect(notices[1]).toContain('SIL OPEN FONT LICENSE');
    expect(notices[1]).toContain('Licence Ouverte 2.0');
    // Each package is followed by its licence and a text of some length, also where it brings none itself.
    const [, ...parts] = notices[1]?.split(`\n${'-'.repeat(80)}\n\n`) ?? [];
    expect(parts.length).toBeGreaterThan(names.length / 2);
    expect(parts.filter((part) => part.length < 400).map((part) => part.split('\n')[0])).toEqual([]);
  });
});

describe('licences', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['MIT AND OFL-1.1', true],
    ['(MIT OR Apache-2.0) AND GPL-3.0-only', false],
    ['GPL-3.0-only AND MIT OR ISC', true],
    ['GPL-3.0-only AND (MIT OR ISC)', false],
    ['(MIT AND (GPL-3.0-only OR Zlib))', true],
    ['(MIT', false],
    ['MIT ISC', false],
    ['MIT WITH some-exception', false],
    ['', false],
    ['Apache-2.0 AND LGPL-3.0-or-later AND MIT', false],
    ['GPL-3.0-only', false],
    ['unknown', false],
    ['SEE LICENSE IN LICENSE', false],
  ])('%s is allowed: %s', (licence, isFine) => {
    expect(isAllowed(licence)).toBe(isFine);
  });

  it('stop the packaging, naming what is not allowed', () => {
    const entry = {
      name: 'some',
      published: 'some',
      version: '1.0.0',
      license: 'LGPL-3.0-or-later',
      path: 'node_modules/some',
    };
    expect(() => assertLicences([entry])).toThrow('node_modules/some (LGPL-3.0-or-later)');
  });
});

/** The modules that a bundle asks for by a bare name: the bundler writes imports first, before any code or comment. */
function importsOf(code: string): readonly string[] {
  const lines = code.split('\n');
  const head = lines
    .slice(
      0,
      lines.findIndex((line) => !/^(#!|import\s)/.test(line)),
    )
    .join('\n');
  const statements = head.matchAll(/^import\s(?:[^'"]*?\sfrom\s)?["']([^"'.][^"']*)["'];?$/gm);
  const calls = code.matchAll(/(?<!\{ )\bimport\(["'](@?[a-z][^"'`$]*)["']\)/g);
  return [...statements, ...calls].map(([, name = '']) => name);
}
