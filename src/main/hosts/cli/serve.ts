import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CommandContext } from './with-app';

/** `serve`: becomes the browser host, whose exit code it returns. */
export async function serve(port: number | null, { paths, terminal, passphraseFile }: CommandContext): Promise<number> {
  const entry = join(paths.entriesDir, 'http.js');
  const asked = port === null ? [] : ['--port', String(port)];
  const unlocking = passphraseFile === null ? [] : ['--passphrase-file', passphraseFile];
  const args = [entry, ...asked, ...unlocking, '--data-dir', paths.dataDir, '--lang', terminal.language];
  const host = spawn(process.execPath, args, { stdio: 'inherit' });
  // Ctrl+C reaches both; whoever ends only this process means the host.
  process.on('SIGTERM', () => host.kill('SIGTERM'));
  return await new Promise((resolve, reject) => {
    host.on('error', reject);
    host.on('exit', (code) => resolve(code ?? 1));
  });
}
