#!/usr/bin/env node
import { AppError } from '../../../shared/domain/app-error';
import { errorText, nothingLost } from '../error-text';
import { systemLanguage, type Language } from '../language';
import { resolvePaths } from '../paths';
import { startFailureText } from '../start-failure';
import { readArguments, type CliRequest } from './arguments';
import { runDoctor } from './doctor';
import { goBack, importFiles, listImports, redoImport, rereadImport, undoImport } from './import-commands';
import { matchCommand } from './match';
import { embed, exportFile, loadSample, rank } from './ranking-commands';
import { runRescue } from './rescue';
import { rome } from './rome';
import { serve } from './serve';
import { createTerminal, type Terminal } from './terminal';
import { textsOf } from './texts';
import { fetchOffers } from './fetch-offers';
import { watchFolder } from './watch';
import type { CommandContext } from './with-app';

/** Commands that store what they have as they go; all others store everything or nothing. */
const storedBitByBit: readonly CliRequest['command'][] = ['rank', 'embed', 'sample-load'];

const exitCodes = { done: 0, failed: 1, usage: 2, cancelled: 130 } as const;

// A reader that closes early, such as `head`, is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.done);
  throw error;
});

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const language = wantedLanguage(args) ?? systemLanguage();
  const texts = textsOf(language);
  const read = readArguments(args, resolvePaths(null).version, texts);
  if ('exitCode' in read) {
    const stream = read.exitCode === exitCodes.done ? process.stdout : process.stderr;
    stream.write(read.text);
    return read.exitCode;
  }
  const paths = resolvePaths(read.dataDir);
  const terminal = createTerminal({
    language,
    texts,
    isJson: read.isJson,
    out: process.stdout,
    err: process.stderr,
    isInteractive: process.stderr.isTTY === true,
  });
  const abort = new AbortController();
  const { passphraseFile } = read;
  const context: CommandContext = { paths, terminal, passphraseFile, signal: abort.signal };
  const onInterrupt = (): void => {
    // Asked a second time, it ends at once; the database is whole either way.
    if (abort.signal.aborted) process.exit(exitCodes.cancelled);
    abort.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onInterrupt);
  try {
    return await runCommand(read.request, context);
  } catch (error) {
    return tellFailure(error, read.request.command, context);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, onInterrupt);
  }
}

/** Needed before the arguments are read, because the help is written in it. */
function wantedLanguage(args: readonly string[]): Language | null {
  const joined = args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  const value = joined ?? args[args.indexOf('--lang') + 1];
  const isGiven = joined !== undefined || args.includes('--lang');
  return isGiven && (value === 'fr' || value === 'en') ? value : null;
}

async function runCommand(request: CliRequest, context: CommandContext): Promise<number> {
  switch (request.command) {
    case 'match':
      await matchCommand(request, context);
      return exitCodes.done;
    case 'import':
      return (await importFiles(request, context, (error) => tellExpectedFailure(error, context.terminal)))
        ? exitCodes.done
        : exitCodes.failed;
    case 'fetch':
      await fetchOffers(request, context);
      return exitCodes.done;
    case 'watch':
      await watchFolder(request, context);
      return exitCodes.done;
    case 'rome':
      return (await rome(request, context)) ? exitCodes.done : exitCodes.failed;
    case 'imports-list':
      await listImports(context);
      return exitCodes.done;
    case 'imports-undo':
      await undoImport(request.importId, context);
      return exitCodes.done;
    case 'imports-redo':
      await redoImport(request.importId, context);
      return exitCodes.done;
    case 'imports-reread':
      await rereadImport(request, context);
      return exitCodes.done;
    case 'imports-go-back':
      await goBack(request, context);
      return exitCodes.done;
    case 'embed':
      await embed(context);
      return exitCodes.done;
    case 'rank':
      await rank(context);
      return exitCodes.done;
    case 'export':
      await exportFile(request, context);
      return exitCodes.done;
    case 'serve':
      return await serve(request.port, context);
    case 'doctor':
      return (await (request.rescue ? runRescue(request.rescue, context) : runDoctor(context)))
        ? exitCodes.done
        : exitCodes.failed;
    case 'sample-load':
      await loadSample(context);
      return exitCodes.done;
  }
}

function tellFailure(
  error: unknown,
  command: CliRequest['command'],
  { terminal, paths, signal }: CommandContext,
): number {
  const { texts, language } = terminal;
  if (signal.aborted || (error instanceof AppError && error.code === 'cancelled')) {
    const text = storedBitByBit.includes(command) ? texts.cancelledMidway : texts.cancelled;
    terminal.failure(text, { code: 'cancelled', reason: null, message: 'Cancelled.' });
    return exitCodes.cancelled;
  }
  if (!(error instanceof AppError)) {
    const message = error instanceof Error ? error.message : String(error);
    const text = texts.error(startFailureText(error, language, paths));
    terminal.failure(text, { code: 'internal', reason: null, message });
    return exitCodes.failed;
  }
  tellExpectedFailure(error, terminal);
  return exitCodes.failed;
}

function tellExpectedFailure(error: AppError, terminal: Terminal): void {
  const { texts, language } = terminal;
  const { code, reason, message, details } = error.toWire();
  // Of a damaged database nobody knows that yet.
  const end = reason === 'database-damaged' ? '' : ` ${nothingLost(language)}`;
  const text = texts.error(`${errorText(error, language)}${end}`);
  terminal.failure(text, { ...details, code, reason, message });
}
