import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { renamePatiently } from './rename-patiently';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting é '));
  writeFileSync(join(folder, 'new'), 'new');
  writeFileSync(join(folder, 'old'), 'old');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A file that another program holds for so many tries. */
function heldFor(tries: number, code: string): { readonly rename: typeof renameSync; readonly count: () => number } {
  let count = 0;
  const rename: typeof renameSync = (from, to) => {
    count += 1;
    if (count <= tries) throw Object.assign(new Error(code), { code });
    renameSync(from, to);
  };
  return { rename, count: () => count };
}

it.each(['EBUSY', 'EPERM', 'EACCES'])('waits for a program that holds the file: %s', (code) => {
  const held = heldFor(3, code);
  renamePatiently(join(folder, 'new'), join(folder, 'old'), held.rename);
  expect([readFileSync(join(folder, 'old'), 'utf8'), existsSync(join(folder, 'new'))]).toEqual(['new', false]);
  expect(held.count()).toBe(4);
});

it('says so when the file stays held, and leaves both', () => {
  const held = heldFor(Infinity, 'EPERM');
  expect(() => renamePatiently(join(folder, 'new'), join(folder, 'old'), held.rename)).toThrow('EPERM');
  expect(readFileSync(join(folder, 'old'), 'utf8')).toBe('old');
});

it('waits for nothing else', () => {
  const held = heldFor(1, 'ENOSPC');
  expect(() => renamePatiently(join(folder, 'new'), join(folder, 'old'), held.rename)).toThrow('ENOSPC');
  expect(held.count()).toBe(1);
});
