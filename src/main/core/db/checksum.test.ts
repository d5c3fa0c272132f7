import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checksumPathOf, hasRightChecksum, replaceWithChecksum, writeChecksum } from './checksum';
import { renamePatiently } from './rename-patiently';

vi.mock('./rename-patiently', { spy: true });

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'smart-recruiting-checksum-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

it('of a file fits before, while and after another one takes its place', () => {
  const [path, half] = [join(dir, 'backup.db'), join(dir, 'backup.db.part')];
  writeFileSync(path, 'former');
  writeChecksum(path, path);
  writeFileSync(half, 'fresh');
  const rename = vi.mocked(renamePatiently);
  rename
    .mockImplementationOnce((from, to) => copyFileSync(from, to))
    .mockImplementationOnce(() => {
      throw new Error('Killed.');
    });
  expect(() => replaceWithChecksum(half, path)).toThrow('Killed.');
  expect([readFileSync(path, 'utf8'), hasRightChecksum(path)]).toEqual(['former', true]);
  // The same kill, a moment later.
  copyFileSync(half, path);
  expect(hasRightChecksum(path)).toBe(true);
  writeFileSync(path, 'neither');
  expect(hasRightChecksum(path)).toBe(false);

  copyFileSync(half, path);
  replaceWithChecksum(half, path);
  expect([readFileSync(path, 'utf8'), hasRightChecksum(path)]).toEqual(['fresh', true]);
  expect(readFileSync(checksumPathOf(path), 'utf8')).toMatch(/^[0-9a-f]{64} {2}backup\.db\n$/);
});
