import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runProgram, type Ended } from '../support/run-program';

// A disk that does not give some of its sectors back, made of a library that is loaded before the program: only Linux has
// that, and only where there is a compiler.

const pageBytes = 16_384;
let folder = '';
let library = '';
let dataDir = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-bad-'));
  library = join(folder, 'bad-disk.so');
  dataDir = join(folder, 'data');
});
afterAll(() => rmSync(folder, { recursive: true }));

const hasCompiler = process.platform === 'linux' && spawnSync('cc', ['--version']).status === 0;
const path = (): string => join(dataDir, 'smart-recruiting.db');
const cli = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  runProgram('out/main/cli.js', [...args, '--json', '--data-dir', dataDir], env);
const answer = ({ stdout }: Ended): Record<string, unknown> =>
  JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Record<string, unknown>;

/** Where the middle page of the offers lies. */
function pageOfOffers(): number {
  const sqlite = new BetterSqlite(path(), { readonly: true });
  const pages = sqlite.prepare("select pageno from dbstat where name = 'offer' and pagetype = 'leaf'").pluck().all();
  sqlite.close();
  return Number(pages[Math.floor(pages.length / 2)]);
}

it.runIf(hasCompiler)(
  'asks what is to become of a database with sectors that cannot be read, and salvages the others',
  async () => {
    const source = resolve(import.meta.dirname, '../support/bad-disk.c');
    expect(spawnSync('cc', ['-shared', '-fPIC', '-o', library, source, '-ldl']).status).toBe(0);
    const offers = join(folder, 'offers.csv');
    const lines = Array.from({ length: 300 }, (_, row) => `${row};Stage ${row};Brumelis;${'Une mission. '.repeat(40)}`);
    writeFileSync(offers, ['id;titre;entreprise;description', ...lines].join('\n'));
    expect((await cli(['import', 'offers', offers])).code).toBe(0);
    const bytes = readFileSync(path());
    const from = (pageOfOffers() - 1) * pageBytes;
    const badDisk = {
      LD_PRELOAD: library,
      BAD_INODE: String(statSync(path()).ino),
      ...{ BAD_FROM: String(from), BAD_TO: String(from + pageBytes) },
    };

    const refused = await cli(['doctor'], badDisk);
    expect([refused.code, answer(refused)]).toEqual([1, expect.objectContaining({ reason: 'database-damaged' })]);
    const salvaged = await cli(['doctor', '--salvage'], badDisk);
    expect([salvaged.code, salvaged.stderr]).toEqual([0, '']);
    const { tables } = answer(salvaged) as { tables: { table: string; kept: number; lost: number }[] };
    const [found] = tables.filter(({ table }) => table === 'offer');
    expect(found).toMatchObject({ kept: expect.any(Number) as number });
    expect((found?.kept ?? 0) + (found?.lost ?? 0)).toBe(300);
    expect(found?.lost).toBeGreaterThan(0);
    expect(found?.lost).toBeLessThan(60);

    // The next start puts it in the place of the other, which is kept as far as it can be read.
    const next = await cli(['doctor'], badDisk);
    expect([next.code, answer(next)['offers']]).toEqual([0, found?.kept]);
    const backups = join(dataDir, 'backup');
    const kept = readdirSync(backups).filter((name) => name.endsWith('.damaged'));
    expect(kept).toHaveLength(1);
    const expected = Buffer.from(bytes);
    expected.fill(0, from, from + pageBytes);
    expect(readFileSync(join(backups, kept[0] ?? '')).equals(expected)).toBe(true);
    expect(existsSync(`${path()}.restoring`)).toBe(false);
  },
);
