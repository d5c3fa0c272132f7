import { spawn, type ChildProcess } from 'node:child_process';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningProgram {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** The first text on standard output or error that fits; rejects when the program ends without it. */
  said(pattern: RegExp): Promise<RegExpExecArray>;
}

/** Starts a file of the project under this Node, in French unless `env` says otherwise. */
export function startProgram(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): RunningProgram {
  const child = spawn(process.execPath, [resolve(root, file), ...args], {
    cwd: root,
    env: { ...process.env, SMART_RECRUITING_DATA_DIR: undefined, LC_ALL: 'fr_FR.UTF-8', INIT_CWD: root, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  }
  const ended = new Promise<Ended>((settle, reject) => {
    child.on('error', reject);
    child.on('close', (code) => settle({ code, ...said }));
  });
  return {
    child,
    ended,
    async said(pattern) {
      for (let isOver = false; ;) {
        const found = pattern.exec(`${said.stdout}\n${said.stderr}`);
        if (found) return found;
        if (isOver) throw new Error(`Ended without saying ${String(pattern)}: ${said.stdout}${said.stderr}`);
        isOver = await Promise.race([ended.then(() => true), wait(20).then(() => false)]);
      }
    },
  };
}

/** Runs a file of the project to its end. */
export async function runProgram(file: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  return await startProgram(file, args, env).ended;
}

function wait(ms: number): Promise<void> {
  return new Promise((settle) => setTimeout(settle, ms));
}
