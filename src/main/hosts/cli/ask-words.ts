import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { AppError, cancelled } from '../../../shared/domain/app-error';
import { keyNumber } from '../../../shared/domain/key-number';
import { readPassphraseFile } from '../passphrase-file';
import { unlockTexts } from '../rescue/unlock-texts';
import type { CommandContext } from './with-app';

/**
 * Opens the application with `open`; where its data are encrypted, with what the passphrase file of the command says, or
 * with what is typed at the terminal, once for each key. Throws `key-needed` where there is nobody to ask, `cancelled` at
 * Ctrl+C, and what `open` throws.
 */
export async function openUnlocked<T>(context: CommandContext, open: (words: string | null) => Promise<T>): Promise<T> {
  const { passphraseFile, terminal } = context;
  let words: string | null = null;
  let isFileUnread = passphraseFile !== null;
  for (;;) {
    try {
      return await open(words);
    } catch (error) {
      if (!(error instanceof AppError) || error.reason !== 'key-needed') throw error;
      if (!isFileUnread && (!process.stdin.isTTY || terminal.isJson)) throw error;
      const number = keyNumber(String(error.details['keyId']));
      words =
        isFileUnread && passphraseFile !== null
          ? readPassphraseFile(passphraseFile)
          : await readHidden(unlockTexts[terminal.language].ask(number));
      isFileUnread = false;
    }
  }
}

/** Reads a line that is not shown. */
function readHidden(prompt: string): Promise<string> {
  process.stderr.write(prompt);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  return new Promise<string>((resolve, reject) => {
    lines.once('line', resolve);
    lines.once('SIGINT', () => reject(cancelled()));
    lines.once('close', () => reject(cancelled()));
  }).finally(() => {
    lines.close();
    process.stderr.write('\n');
  });
}
