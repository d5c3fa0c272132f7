import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keyNeeded } from '../../core/db/open-file';
import { openUnlocked } from './ask-words';
import type { CommandContext } from './with-app';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'smart-recruiting-é '));
  writeFileSync(join(folder, 'phrase.txt'), 'trois chevaux bleus\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Of a command that nobody sits before. */
function contextOf(passphraseFile: string | null): CommandContext {
  // Nothing else of it is asked.
  return { passphraseFile, terminal: { language: 'en', isJson: true } } as CommandContext;
}

it('gives what the file says to who asks for a key, and to nobody else', async () => {
  const open = vi.fn((words: string | null) =>
    words === 'trois chevaux bleus' ? Promise.resolve('open') : Promise.reject(keyNeeded('/données.db', 'ab')),
  );
  expect(await openUnlocked(contextOf(join(folder, 'phrase.txt')), open)).toBe('open');
  expect(open.mock.calls).toEqual([[null], ['trois chevaux bleus']]);
  expect(await openUnlocked(contextOf(join(folder, 'none.txt')), () => Promise.resolve('plain'))).toBe('plain');
});

it('says of which file the second key is that the file of the command does not open', async () => {
  const open = (words: string | null): Promise<never> =>
    Promise.reject(words === null ? keyNeeded('/données.db', 'ab') : keyNeeded('/sauvegarde.db', 'cd'));
  await expect(openUnlocked(contextOf(join(folder, 'phrase.txt')), open)).rejects.toMatchObject({
    reason: 'key-needed',
    details: { path: '/sauvegarde.db' },
  });
  await expect(openUnlocked(contextOf(null), open)).rejects.toMatchObject({ details: { path: '/données.db' } });
});
