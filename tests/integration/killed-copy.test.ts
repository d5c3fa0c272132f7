import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { vacuumInto } from '../../src/main/core/db/copy-database';
import { backupFolderName, openDatabase } from '../../src/main/core/db/open';
import type { WriteThread } from '../../src/main/core/ports';
import { AppError } from '../../src/shared/domain/app-error';
import { buildEntries } from '../support/build-entry';
import { openApp } from '../support/open-app';
import { migrationsDir } from '../support/temporary-database';

const student = 'Nadège Ferrandier-Lachaume';
const now = new Date('2026-03-02T09:00:00.000Z');

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'smart-recruiting é '));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** A database with a student's profile, and so much else that a copy takes a moment. Answers where it lies. */
async function makeDatabase(): Promise<string> {
  const database = openDatabase({ dataDir, migrationsDir, now });
  await database.write((db) => {
    db.prepare(
      `insert into candidate (name, wishes, skills, consented_at, kept_until, created_at, updated_at)
       values (?, 'Un stage', '[]', '2026-03-02', '2099-01-01', '2026-03-02', '2026-03-02')`,
    ).run(student);
    const fill = db.prepare('insert into setting (key, value) values (?, json_quote(hex(randomblob(500000))))');
    for (let row = 0; row < 60; row += 1) fill.run(`filler ${row}`);
  });
  await database.close();
  return database.path;
}

const backupDir = (): string => join(dataDir, backupFolderName);
// Journals come and go.
const halves = (): readonly string[] => readdirSync(backupDir()).filter((name) => name.endsWith('.part'));
const filesWithStudent = (): readonly string[] =>
  halves().filter((name) => readFileSync(join(backupDir(), name)).includes(student));

it('leaves nothing of a student’s profile among the backups once a copy was killed half-way', async () => {
  const path = await makeDatabase();
  const { copy } = await buildEntries('killed-copy', { copy: 'src/main/core/db/copy-database.ts' });
  const target = join(backupDir(), 'smart-recruiting-0badcafe-2026-03-02T09-00-00-000Z-regular.db');
  const program = `import { copyDatabase } from ${JSON.stringify(pathToFileURL(copy).href)};
    copyDatabase(${JSON.stringify(path)}, ${JSON.stringify(target)});`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
  const over = once(child, 'exit');
  while (child.exitCode === null && !(existsSync(backupDir()) && filesWithStudent().length > 0)) await delay(2);
  child.kill('SIGKILL');
  await over;
  // Or there would be nothing to find.
  expect(filesWithStudent()).toHaveLength(1);
  expect(existsSync(target)).toBe(false);

  await openDatabase({ dataDir, migrationsDir, now }).close();
  expect(readdirSync(backupDir())).toEqual([]);
});

it('leaves nothing of it either when only the thread was killed that made the copy', async () => {
  let half = '';
  const copy = (path: string, target: string): Promise<never> => {
    half = `${target}.part`;
    mkdirSync(backupDir(), { recursive: true });
    vacuumInto(path, half);
    expect(filesWithStudent()).toHaveLength(1);
    return Promise.reject(new AppError('unavailable', 'The thread ended.'));
  };
  await makeDatabase();
  // Only the copy is asked of it here.
  const writeThread = { copy } as Partial<WriteThread> as WriteThread;
  await using app = await openApp({ writeThread }, undefined, { dataDir });
  expect((await app.endOf((await app.client.backups.start({})).jobId)).state).toBe('failed');
  expect([half.endsWith('.part'), readdirSync(backupDir())]).toEqual([true, []]);
});
