import { randomUUID } from 'node:crypto';
import { BroadcastChannel } from 'node:worker_threads';
import { tellSlowStatements } from '../core/db/watch-slow';
import type { Log } from '../core/ports';
import { slowStatementSchema } from '../workers/join-application';

/** Where the statements end up that took longer than 50 ms, whichever thread they kept. */
export interface SlowStatements {
  /** What threads are given to tell theirs. */
  readonly channel: string;
  end(): void;
}

/** Writes the slow statements of this thread, and of those that are given the channel, to the log, where the health page reads them. */
export function noteSlowStatements(log: Log): SlowStatements {
  const name = `slow-statements-${randomUUID()}`;
  const channel = new BroadcastChannel(name);
  channel.onmessage = ({ data }: { readonly data?: unknown }) => {
    const told = slowStatementSchema.safeParse(data);
    if (told.success) log.info('slow statement', told.data);
  };
  // It keeps no program from ending.
  channel.unref();
  tellSlowStatements((statement, durationMs) => log.info('slow statement', { statement, durationMs }));
  return {
    channel: name,
    end() {
      tellSlowStatements(null);
      channel.close();
    },
  };
}
