import { spawn } from 'node:child_process';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** @param {readonly string[]} parts */
export const inProject = (...parts) => resolve(root, ...parts);

/**
 * @param {string} text
 * @returns {unknown}
 */
export function parseJson(text) {
  return JSON.parse(text);
}

/** Whether the person's system speaks French; `say` then does, too. */
const isFrench = /^fr(?![a-z])/i.test(
  [process.env['LC_ALL'], process.env['LC_MESSAGES'], process.env['LANG']].find((value) => value) ??
    Intl.DateTimeFormat().resolvedOptions().locale,
);

/**
 * One sentence in the person's language.
 * @param {string} french
 * @param {string} english
 */
export const inWords = (french, english) => (isFrench ? french : english);

/**
 * Tells the person something on the error stream: standard output belongs to the answers of commands.
 * @param {string} french
 * @param {string} english
 */
export function say(french, english) {
  process.stderr.write(`${inWords(french, english)}\n`);
}

/** What was said is already enough; the program ends with code 1 and no stack. */
export class StopError extends Error {}

/** Colours for a person at a terminal, none in a file: programs whose output is passed on see only a pipe. */
export const colourEnvironment = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };

/**
 * Runs a program without a shell, so that no argument is ever interpreted, and waits for its end.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions, timeoutMs?: number,
 *   onOutput?: (text: string) => void }} [options] `onOutput` receives what the program prints, on both streams
 * @returns {Promise<number>} its exit code; 127 when it cannot be started, 124 after `timeoutMs`, 128 when killed
 */
export function run(program, args, options = {}) {
  const { env = process.env, timeoutMs, onOutput } = options;
  const stdio = options.stdio ?? (onOutput ? ['ignore', 'pipe', 'pipe'] : ['ignore', 2, 2]);
  return new Promise((settle) => {
    const child = spawn(program, args, { cwd: root, env, stdio, windowsHide: true });
    let isLate = false;
    const timer = timeoutMs
      ? setTimeout(() => {
          isLate = true;
          child.kill('SIGKILL');
        }, timeoutMs)
      : undefined;
    for (const output of [child.stdout, child.stderr]) {
      output?.setEncoding('utf8').on('data', (/** @type {string} */ text) => onOutput?.(text));
    }
    child.on('error', () => {
      clearTimeout(timer);
      settle(127);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      settle(isLate ? 124 : (code ?? 128));
    });
  });
}

/**
 * Runs the body of a program and turns its end into an exit code.
 * @param {() => Promise<number>} body
 */
export async function runMain(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    if (!(error instanceof StopError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
