import { createReadStream } from 'node:fs';
import { contract, type AppClient } from '../../../shared/contract/contract';
import { AppError, cancelled } from '../../../shared/domain/app-error';
import type { FileId, JobId } from '../../../shared/domain/ids';
import { isJobOver, type Job } from '../../../shared/domain/job';
import { createClient } from '../../../shared/rpc/client';
import { httpTransport } from '../../../shared/rpc/http-transport';
import { inProcessTransport } from '../../../shared/rpc/in-process';
import { compose, composeBeside, type ComposedApp } from '../compose';
import { endAtUncaught } from '../last-resort';
import { findRunningInstance, type RunningInstance } from '../instance';
import type { AppPaths } from '../paths';
import { openUnlocked } from './ask-words';
import { receiveFrom, sendTo } from './remote-files';
import type { Terminal } from './terminal';

/** What a command works with. */
export interface CommandContext {
  readonly paths: AppPaths;
  readonly terminal: Terminal;
  /** Where the passphrase of encrypted data stands; null asks the terminal. */
  readonly passphraseFile: string | null;
  /** Aborts at Ctrl+C. */
  readonly signal: AbortSignal;
}

/** The application that a command speaks with: opened for it alone, or the one that is open on the data already. */
export interface Session {
  readonly client: AppClient;
  /** Whether the application was open before: it then ranks by itself what a command imports. */
  readonly isOpenElsewhere: boolean;
  /** Gives the application a file to read. Throws with a `file-…` reason. */
  handOver(path: string): Promise<FileId>;
  /** The bytes of a file that the application made. */
  fetchFile(fileId: FileId): AsyncIterable<Uint8Array>;
}

/**
 * Opens the application on its data, lets `work` use it, and closes it whatever happens. Where it is open already and
 * serves a page, that one does the work, so that its page shows it; where it is open without a server, in a desktop
 * window or in another command, the data are taken. Throws what `compose` throws, such as `database-locked`.
 */
export async function withApp<T>(context: CommandContext, work: (session: Session) => Promise<T>): Promise<T> {
  const running = await findRunningInstance(context.paths.dataDir);
  // Another version may know other procedures; its data folder is simply in use.
  if (running?.version === context.paths.version) return await work(sessionWith(running, context.signal));
  const { paths } = context;
  const composed = await openUnlocked(context, (words) => compose({ paths, shell: 'terminal', words }));
  return await withComposed(composed, context, (open) => work(sessionOf(open)));
}

/**
 * The same for commands that only read: beside an open application they read what it has stored. `isBeside` tells
 * whether there is one.
 */
export async function withAppToRead<T>(
  context: CommandContext,
  work: (client: AppClient, composed: ComposedApp, isBeside: boolean) => Promise<T>,
): Promise<T> {
  const { paths } = context;
  const composed = await openUnlocked(context, (words) =>
    compose({ paths, shell: 'terminal', words }).catch((error: unknown) => {
      if (error instanceof AppError && error.reason === 'database-locked') return composeBeside(paths, words);
      throw error;
    }),
  );
  return await withComposed(composed, context, (open) => work(clientOf(open), open, open.database.isReadOnly));
}

async function withComposed<T>(
  composed: ComposedApp,
  { terminal, paths }: CommandContext,
  work: (composed: ComposedApp) => Promise<T>,
): Promise<T> {
  const stopWatching = endAtUncaught({
    ...{ log: composed.log, logsDir: paths.logsDir, language: terminal.language },
    tell: (text) => terminal.failure(terminal.texts.error(text), { code: 'internal', reason: null, message: text }),
    end: () => composed.dispose(),
    exit: (code) => process.exit(code),
  });
  try {
    return await work(composed);
  } catch (error) {
    // Expected failures are told; of the others only the log keeps where they came from.
    if (!(error instanceof AppError)) composed.log.error('A command failed.', error);
    throw error;
  } finally {
    await composed.dispose();
    stopWatching();
  }
}

function clientOf({ dispatcher }: ComposedApp): AppClient {
  return createClient(contract, inProcessTransport(dispatcher));
}

function sessionOf(composed: ComposedApp): Session {
  const { fileStore } = composed;
  return {
    client: clientOf(composed),
    isOpenElsewhere: false,
    handOver: (path) => Promise.resolve(fileStore.adopt(path)),
    fetchFile: (fileId) => createReadStream(fileStore.locate(fileId).path),
  };
}

function sessionWith({ server }: RunningInstance, signal: AbortSignal): Session {
  return {
    client: createClient(contract, httpTransport(server)),
    isOpenElsewhere: true,
    handOver: (path) => sendTo(server, path, signal),
    fetchFile: (fileId) => receiveFrom(server, fileId, signal),
  };
}

/**
 * Follows a job to its end and returns it. Ctrl+C cancels it. Throws its own error when it failed, and `cancelled`.
 */
export async function followJob(client: AppClient, jobId: JobId, { terminal, signal }: CommandContext): Promise<Job> {
  const cancel = (): void => void client.jobs.cancel({ jobId }).catch(() => undefined);
  if (signal.aborted) cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    for await (const job of client.jobs.watch({ jobId })) {
      if (job.progress) terminal.progress({ ...job.progress, label: terminal.texts.steps[job.progress.step] });
      if (isJobOver(job.state)) return successOf(job);
    }
    throw new AppError('internal', 'The job ended without saying how.');
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

function successOf(job: Job): Job {
  if (job.state === 'succeeded') return job;
  if (job.state === 'cancelled') throw cancelled();
  throw job.error
    ? AppError.fromWire(job.error)
    : new AppError('unavailable', 'The job was interrupted.', 'worker-stopped');
}

/**
 * Ends the ranking that an import has started, which on the command line `rank` does when it is asked for. An
 * application that is open goes on with it.
 */
export async function leaveRanking({ client, isOpenElsewhere }: Session): Promise<void> {
  if (isOpenElsewhere) return;
  const { rows } = await client.jobs.list({ page: 0, pageSize: 20 });
  for (const { id, kind, state } of rows) {
    if (kind === 'rank' && !isJobOver(state)) await client.jobs.cancel({ jobId: id });
  }
}
