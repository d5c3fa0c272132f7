import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import type { ErrorDetails } from '../../shared/domain/app-error';
import type { Log } from '../core/ports';

/** One log file is at most this large before the next one is begun. */
const maxFileBytes = 2 * 1024 * 1024;
const keptFiles = 5;
/** `app.log` and its predecessors `app.1.log` (the youngest) to `app.4.log`. */
export const logFileNames = Array.from({ length: keptFiles }, (_, age) => (age === 0 ? 'app.log' : `app.${age}.log`));

/**
 * Writes structured lines to `app.log` in the folder, which is made when missing, and keeps the last 10 MB.
 * A log that cannot be written, on a full disk for example, never stops the application.
 */
export function createLog(logsDir: string): Log & { close(): void } {
  const file = rotatingFile(logsDir);
  const logger = pino({ base: { pid: process.pid }, timestamp: pino.stdTimeFunctions.isoTime }, file);
  return {
    info: (message, details) => logger.info(details ?? {}, message),
    warn: (message, details) => logger.warn(details ?? {}, message),
    error: (message, error, details) => logger.error({ ...details, error: describe(error) }, message),
    close: () => file.close(),
  };
}

/** For work that has no folder of its own to keep a log in: what fails shows in the errors of its calls. */
export const silentLog: Log & { close(): void } = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  close: () => undefined,
};

/** Logs are sent to support: what an error quotes, and where a person keeps files, stays out of them. */
function describe(error: unknown): ErrorDetails {
  if (!(error instanceof Error)) return { text: typeof error };
  return { stack: plainStack(error), cause: error.cause instanceof Error ? plainStack(error.cause) : null };
}

function plainStack(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return [plainMessage(error), ...frames.map(withoutFolder)].join('\n');
}

function plainMessage(error: Error): string {
  // JSON.parse cites the text that it cannot read.
  if (error instanceof SyntaxError) return error.name;
  const { code, syscall } = error as NodeJS.ErrnoException;
  // The system's messages name the file.
  if (code !== undefined && syscall !== undefined) return `${error.name}: ${code}, ${syscall}`;
  return `${error.name}: ${error.message}`;
}

/** The program lies below a folder that may have its user's name. */
function withoutFolder(frame: string): string {
  return frame.includes('node:')
    ? frame
    : frame.replace(/(?:file:\/\/)?(?:\/?[A-Za-z]:)?[\\/].*[\\/](?=[^\\/]+:\d+:\d+)/, '');
}

function rotatingFile(folder: string): { write(line: string): void; close(): void } {
  const nameOf = (age: number): string => join(folder, logFileNames[age] ?? '');
  let handle: number | null = null;
  let size = 0;

  const open = (): void => {
    mkdirSync(folder, { recursive: true });
    handle = openSync(nameOf(0), 'a', 0o600);
    size = statSync(nameOf(0)).size;
  };
  const close = (): void => {
    if (handle !== null) closeSync(handle);
    handle = null;
  };
  const rotate = (): void => {
    close();
    for (let age = keptFiles - 2; age >= 0; age -= 1) {
      try {
        renameSync(nameOf(age), nameOf(age + 1));
      } catch {
        // That file does not exist yet.
      }
    }
    open();
  };
  return {
    write: (line) => {
      try {
        if (handle === null) open();
        if (size > maxFileBytes) rotate();
        if (handle !== null) size += writeSync(handle, line);
      } catch {
        // There is no place left to say it.
      }
    },
    close,
  };
}
