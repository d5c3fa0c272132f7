import { randomUUID } from 'node:crypto';
import type { Contract, Handlers } from '../../shared/contract/define';
import { AppError } from '../../shared/domain/app-error';
import { toDatabaseError } from './db/database-error';
import type { Log } from './ports';

/** Keeps unforeseen failures in the log under an id that the user can quote. */
export interface Incidents {
  /** Logs the error with its stack and returns the id. */
  readonly report: (where: string, error: unknown) => string;
  /** AppErrors as they are, database failures as what they mean, the rest as `internal` with an incident id. */
  readonly toAppError: (where: string, error: unknown) => AppError;
}

export function createIncidents(log: Log, databasePath: string): Incidents {
  const report = (where: string, error: unknown): string => {
    const incident = randomUUID().slice(0, 8);
    log.error('incident', error, { incident, where });
    return incident;
  };
  return {
    report,
    toAppError(where, error) {
      const known = toDatabaseError(error, databasePath);
      if (known instanceof AppError) {
        // Nobody did anything wrong, yet somebody has to look at the disk: the log keeps the details.
        if (known !== error) log.error('database', error, { where, reason: known.reason });
        return known;
      }
      const incident = report(where, error);
      return new AppError('internal', 'An unforeseen error happened.', null, { incident }, { cause: error });
    },
  };
}

type AnyHandler = (input: unknown, signal: AbortSignal) => unknown;

/**
 * The same handlers, whose database failures come out as what they mean (`disk-full`, `database-locked`, …) instead of
 * as an incident. What a stream throws while it goes on is left alone: streams only read what is in memory.
 */
export function explainDatabaseErrors<C extends Contract>(handlers: Handlers<C>, databasePath: string): Handlers<C> {
  const explained = (handler: AnyHandler): AnyHandler => {
    return (input, signal) => {
      try {
        const answer = handler(input, signal);
        if (!(answer instanceof Promise)) return answer;
        return answer.catch((error: unknown) => {
          throw toDatabaseError(error, databasePath);
        });
      } catch (error) {
        throw toDatabaseError(error, databasePath);
      }
    };
  };
  const groups = Object.entries(handlers as Record<string, Record<string, AnyHandler>>).map(
    ([name, group]) =>
      [name, Object.fromEntries(Object.entries(group).map(([verb, handler]) => [verb, explained(handler)]))] as const,
  );
  // Every handler is replaced by one of the same type; the compiler cannot see through fromEntries.
  return Object.fromEntries(groups) as Handlers<C>;
}
