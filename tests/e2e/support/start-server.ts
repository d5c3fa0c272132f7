import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningServer {
  /** The address of the first visit, with its token. */
  readonly url: string;
  /** Ends the program as a person would and waits until it has closed its database. */
  stop(): Promise<void>;
}

// Another built checkout can be tested by naming its folder.
const programDir = process.env['E2E_PROGRAM_DIR'] ?? resolve(import.meta.dirname, '..', '..', '..');
const startWithinMs = 60_000;

/** Starts the built browser host on a data folder, with further arguments. Rejects with what it said when it does not come up. */
export async function startServer(dataDir: string, args: readonly string[] = []): Promise<RunningServer> {
  const program = join(programDir, 'out', 'main', 'http.js');
  const child = spawn(process.execPath, [program, '--data-dir', dataDir, '--port', '0', '--lang', 'fr', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const url = await new Promise<string>((found, fail) => {
    const timer = setTimeout(() => fail(new Error(`No address within ${startWithinMs} ms. ${said}`)), startWithinMs);
    createInterface(child.stdout).on('line', (line) => {
      if (!line.startsWith('http://')) return;
      clearTimeout(timer);
      found(line.trim());
    });
    void ended.then(() => fail(new Error(`The program ended before it had an address. ${said}`)));
  });
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
