import { throwIfCancelled } from '../../../shared/domain/app-error';
import { isJobOver, type Job } from '../../../shared/domain/job';

/** A job as it is now, and who is to be told when it changes. */
export interface WatchedJob {
  job: Job;
  readonly watchers: Set<() => void>;
}

/** The job as it is now, then each time its watchers are told, until it is over. Throws `cancelled`. */
export async function* watchEntry(entry: WatchedJob, signal: AbortSignal): AsyncGenerator<Job> {
  let changed = false;
  let wake = (): void => undefined;
  const onChange = (): void => {
    changed = true;
    wake();
  };
  entry.watchers.add(onChange);
  signal.addEventListener('abort', onChange, { once: true });
  try {
    while (true) {
      changed = false;
      const { job } = entry;
      yield job;
      if (isJobOver(job.state)) return;
      if (!changed) await new Promise<void>((resolve) => (wake = resolve));
      throwIfCancelled(signal);
    }
  } finally {
    entry.watchers.delete(onChange);
    signal.removeEventListener('abort', onChange);
  }
}
