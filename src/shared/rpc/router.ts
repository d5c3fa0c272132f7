import { z } from 'zod';
import type { CallDef, Contract, Handlers, ProcedureDef, StreamDef, Topic } from '../contract/define';
import { AppError, cancelled } from '../domain/app-error';
import type { Dispatcher } from './transport';

export interface RouterOptions {
  /** Called after a successful call with the topics that it declares as changed. */
  readonly announce: (topics: readonly Topic[]) => void;
  /** Keeps the stack of an unforeseen failure and returns the incident id that the user is shown. */
  readonly report: (procedure: string, error: unknown) => string;
}

type AnyHandler = (input: unknown, signal: AbortSignal) => unknown;

interface Procedure {
  readonly definition: ProcedureDef;
  readonly handler: AnyHandler;
}

/**
 * Joins a contract with its handlers: looks the procedure up, validates what comes in and what goes out, and turns
 * every failure into an AppError (`invalid-input`, `unknown-procedure`, `cancelled`, or `internal` with an incident id).
 */
export function createRouter<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  options: RouterOptions,
): Dispatcher {
  const procedures = collectProcedures(contract, handlers);
  const find = (name: string): Procedure => {
    const procedure = procedures.get(name);
    if (!procedure) throw new AppError('unknown-procedure', `There is no procedure "${name}".`);
    return procedure;
  };
  const failure = (name: string, error: unknown, signal: AbortSignal): AppError => {
    if (signal.aborted) return cancelled();
    if (error instanceof AppError) return error;
    return new AppError('internal', 'An unforeseen error happened.', null, { incident: options.report(name, error) });
  };

  return {
    kindOf: (name) => procedures.get(name)?.definition.kind ?? null,

    async call(name, input, signal) {
      const { definition, handler } = find(name);
      if (definition.kind !== 'call') throw new AppError('invalid-input', `"${name}" is a stream, not a call.`);
      const parsed = parseInput(name, definition, input);
      try {
        const answer = definition.output.parse(await abortable(Promise.resolve(handler(parsed, signal)), signal));
        if (definition.changes.length > 0) options.announce(definition.changes);
        return answer;
      } catch (error) {
        throw failure(name, error, signal);
      }
    },

    async *stream(name, input, signal) {
      const { definition, handler } = find(name);
      if (definition.kind !== 'stream') throw new AppError('invalid-input', `"${name}" is a call, not a stream.`);
      const parsed = parseInput(name, definition, input);
      try {
        const items = handler(parsed, signal) as AsyncIterable<unknown>; // Handlers<C> guarantees it for a stream.
        for await (const item of abortableItems(items, signal)) yield definition.item.parse(item);
      } catch (error) {
        throw failure(name, error, signal);
      }
      if (signal.aborted) throw cancelled();
    },
  };
}

function collectProcedures<C extends Contract>(contract: C, handlers: Handlers<C>): Map<string, Procedure> {
  const procedures = new Map<string, Procedure>();
  for (const [groupName, group] of Object.entries(contract)) {
    for (const [name, definition] of Object.entries(group)) {
      // The mapped type Handlers<C> proves that this entry exists; indexing by plain strings loses that proof.
      const handler = (handlers as Record<string, Record<string, AnyHandler>>)[groupName]?.[name];
      if (!handler) throw new Error(`No handler for ${groupName}.${name}`);
      procedures.set(`${groupName}.${name}`, { definition, handler });
    }
  }
  return procedures;
}

function parseInput(name: string, definition: CallDef | StreamDef, input: unknown): unknown {
  const parsed = definition.input.safeParse(input);
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('invalid-input', `${name}: ${z.prettifyError(parsed.error)}`, null, { field: where });
}

/** Rejects as soon as the signal aborts, even when the handler does not listen to it. */
async function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) throw cancelled();
  let onAbort: () => void = () => undefined;
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(cancelled());
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    // A signal can outlive thousands of calls: a listener left behind would leak.
    signal.removeEventListener('abort', onAbort);
  }
}

async function* abortableItems<T>(items: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  try {
    while (true) {
      const next = await abortable(Promise.resolve(iterator.next()), signal);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // Not awaited: a producer stuck in its own await would hold the caller back.
    void Promise.resolve(iterator.return?.()).catch(() => undefined);
  }
}
