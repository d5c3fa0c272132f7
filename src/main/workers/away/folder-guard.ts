import { AppError, type ErrorReason } from '../../../shared/domain/app-error';

/** A list of some hundred files over a slow line takes a second or two. */
const answerWithinMs = 10_000;
/** How long a copy may stand still; a megabyte passes in this time over the slowest line that an office has. */
const standStillMs = 20_000;
/** How long nobody asks a folder again for its files that did not answer: a page that is opened must not wait each time. */
const leaveAloneMs = 60_000;
/** A process waits for a folder for as long as its system wants to; nobody waits for the process. */
const endWithinMs = 1_000;

/** Bounds in milliseconds, for tests that cannot wait. */
export type AwayBounds = Partial<
  Readonly<Record<'answerWithinMs' | 'standStillMs' | 'leaveAloneMs' | 'endWithinMs', number>>
>;

/** Asks folders that may hang, for so long and no longer. */
export interface FolderGuard {
  /** Throws `unavailable` with the guard's reason when there is no answer in time; else what the work throws. */
  ask<T>(folder: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** The same for whoever only wants to look: a folder that was silent just now is not asked. */
  look<T>(folder: string, work: (signal: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** The same for what comes piece by piece: slow is not silent. */
  follow<T>(
    folder: string,
    work: (signal: AbortSignal) => AsyncIterable<T>,
    signal?: AbortSignal,
  ): AsyncGenerator<T, void>;
  /** Waits for the end of a process, but not for long. */
  ending(end: Promise<void>): Promise<void>;
}

export function createFolderGuard(reason: ErrorReason, bounds: AwayBounds): FolderGuard {
  const within = { answerWithinMs, standStillMs, leaveAloneMs, endWithinMs, ...bounds };
  const silentUntilMs = new Map<string, number>();
  const silent = (folder: string, cause?: unknown): AppError =>
    new AppError('unavailable', 'The folder does not answer.', reason, { folder }, { cause });

  /** One question, from its beginning to its end. */
  const begin = (folder: string, withinMs: number, asker?: AbortSignal) => {
    const silence = new AbortController();
    const timer = setTimeout(() => silence.abort(), withinMs);
    return {
      signal: asker ? AbortSignal.any([silence.signal, asker]) : silence.signal,
      live: () => void timer.refresh(),
      answered: () => void silentUntilMs.delete(folder),
      /** What whoever asked is told of an error. */
      told(error: unknown): unknown {
        const isStopped = error instanceof AppError && error.reason === 'worker-stopped';
        if (asker?.aborted || (!silence.signal.aborted && !isStopped)) return error;
        silentUntilMs.set(folder, performance.now() + within.leaveAloneMs);
        return silent(folder, error);
      },
      end: () => clearTimeout(timer),
    };
  };
  const ask: FolderGuard['ask'] = async (folder, work, asker) => {
    const question = begin(folder, within.answerWithinMs, asker);
    try {
      const answer = await work(question.signal);
      question.answered();
      return answer;
    } catch (error) {
      throw question.told(error);
    } finally {
      question.end();
    }
  };
  return {
    ask,
    async *follow(folder, work, asker) {
      const question = begin(folder, within.standStillMs, asker);
      try {
        for await (const piece of work(question.signal)) {
          question.live();
          yield piece;
          // Whoever takes the pieces has their own time.
          question.live();
        }
        question.answered();
      } catch (error) {
        throw question.told(error);
      } finally {
        question.end();
      }
    },
    look: async (folder, work, asker) => {
      if (performance.now() < (silentUntilMs.get(folder) ?? 0)) throw silent(folder);
      return await ask(folder, work, asker);
    },
    async ending(end) {
      const timeIsUp = new Promise<void>((resolve) => setTimeout(resolve, within.endWithinMs).unref());
      await Promise.race([end, timeIsUp]);
    },
  };
}
