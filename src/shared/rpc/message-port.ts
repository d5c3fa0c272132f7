import { z } from 'zod';
import { AppError, cancelled, wireErrorSchema } from '../domain/app-error';
import type { Dispatcher, Transport } from './transport';

const id = z.int().nonnegative();

/** What travels on a port. `pull` asks for the next item of a stream, so that a slow reader is never flooded. */
const requestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call'), id, procedure: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('stream'), id, procedure: z.string(), input: z.unknown() }),
  z.object({ type: z.literal('pull'), id }),
  z.object({ type: z.literal('cancel'), id }),
]);
const replySchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('result'), id, value: z.unknown() }),
  z.object({ type: z.literal('item'), id, value: z.unknown() }),
  z.object({ type: z.literal('end'), id }),
  z.object({ type: z.literal('error'), id, error: wireErrorSchema }),
]);
type Request = z.infer<typeof requestSchema>;
type Reply = z.infer<typeof replySchema>;
export type Frame = Request | Reply;

/** The least that a renderer port, a thread, a utility process and a child process have in common. */
export interface Port {
  /** `transfer` lists array buffers that may be moved instead of copied where the carrier can. */
  post(frame: Frame, transfer?: readonly ArrayBuffer[]): void;
  onFrame(listener: (frame: unknown) => void): void;
  onClose(listener: () => void): void;
}

/** Finds the buffers of a value that may be moved to the other side; the default moves none. */
export type TransferOf = (value: unknown) => readonly ArrayBuffer[];
const moveNothing: TransferOf = () => [];

interface Serving {
  readonly abort: AbortController;
  readonly pull: () => void;
}

/** Serves a dispatcher on a port until the port closes, which aborts everything that still runs. */
export function servePort(port: Port, dispatcher: Dispatcher, transferOf: TransferOf = moveNothing): void {
  const running = new Map<number, Serving>();
  const fail = (request: number, error: unknown): void => {
    const known = error instanceof AppError ? error : new AppError('internal', 'An unforeseen error happened.');
    port.post({ type: 'error', id: request, error: known.toWire() });
  };

  const serveCall = async (request: number, procedure: string, input: unknown, signal: AbortSignal): Promise<void> => {
    const value = await dispatcher.call(procedure, input, signal);
    port.post({ type: 'result', id: request, value }, transferOf(value));
  };
  const serveStream = async (
    request: number,
    items: AsyncIterable<unknown>,
    demand: { readonly wait: () => Promise<void> },
  ): Promise<void> => {
    const iterator = items[Symbol.asyncIterator]();
    try {
      while (true) {
        await demand.wait();
        const next = await iterator.next();
        if (next.done) break;
        port.post({ type: 'item', id: request, value: next.value }, transferOf(next.value));
      }
      port.post({ type: 'end', id: request });
    } finally {
      // A reader who left between two items asks for no more: the producer would wait for ever.
      await iterator.return?.();
    }
  };

  port.onFrame((raw) => {
    const parsed = requestSchema.safeParse(raw);
    if (!parsed.success) return;
    const request = parsed.data;
    if (request.type === 'pull') return running.get(request.id)?.pull();
    if (request.type === 'cancel') return running.get(request.id)?.abort.abort();
    if (running.has(request.id)) return;
    const abort = new AbortController();
    const demand = createDemand(abort.signal);
    running.set(request.id, { abort, pull: demand.add });
    const { procedure, input } = request;
    const work =
      request.type === 'call'
        ? serveCall(request.id, procedure, input, abort.signal)
        : serveStream(request.id, dispatcher.stream(procedure, input, abort.signal), demand);
    void work.catch((error: unknown) => fail(request.id, error)).finally(() => running.delete(request.id));
  });
  port.onClose(() => {
    for (const serving of running.values()) serving.abort.abort();
  });
}

/** Counts the items that the reader asked for and lets the producer wait for the next one. */
function createDemand(signal: AbortSignal): { readonly add: () => void; readonly wait: () => Promise<void> } {
  let asked = 0;
  let wake: (() => void) | null = null;
  const notify = (): void => {
    wake?.();
    wake = null;
  };
  signal.addEventListener('abort', notify, { once: true });
  return {
    add: () => {
      asked += 1;
      notify();
    },
    wait: async () => {
      while (asked === 0 && !signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
      if (signal.aborted) throw cancelled();
      asked -= 1;
    },
  };
}

interface Pending {
  readonly onReply: (reply: Reply) => void;
  readonly onClose: () => void;
}

/** Calls the dispatcher at the other end of a port. Once it closes, pending and later calls end as `unavailable`. */
export function portTransport(port: Port, transferOf: TransferOf = moveNothing): Transport {
  const pending = new Map<number, Pending>();
  let nextId = 0;
  let closed = false;
  port.onFrame((raw) => {
    const parsed = replySchema.safeParse(raw);
    if (parsed.success) pending.get(parsed.data.id)?.onReply(parsed.data);
  });
  port.onClose(() => {
    closed = true;
    for (const waiting of [...pending.values()]) waiting.onClose();
  });

  /** Sends one request and feeds its replies to `onReply` until `settle` is called. */
  const begin = (
    type: 'call' | 'stream',
    procedure: string,
    input: unknown,
    signal: AbortSignal,
    on: { readonly reply: (reply: Reply) => void; readonly failure: (error: AppError) => void },
  ): { readonly id: number; readonly settle: () => void } => {
    const request = nextId++;
    const onAbort = (): void => {
      if (!closed) port.post({ type: 'cancel', id: request });
      settle();
      on.failure(cancelled());
    };
    const settle = (): void => {
      pending.delete(request);
      signal.removeEventListener('abort', onAbort);
    };
    pending.set(request, {
      onReply: on.reply,
      onClose: () => {
        settle();
        on.failure(portClosed());
      },
    });
    signal.addEventListener('abort', onAbort, { once: true });
    port.post({ type, id: request, procedure, input }, transferOf(input));
    return { id: request, settle };
  };

  return {
    async call(procedure, input, signal) {
      if (signal.aborted) throw cancelled();
      if (closed) throw portClosed();
      return await new Promise((resolve, reject) => {
        const started = begin('call', procedure, input, signal, {
          reply: (reply) => {
            started.settle();
            if (reply.type === 'result') resolve(reply.value);
            else if (reply.type === 'error') reject(AppError.fromWire(reply.error));
            else reject(new AppError('internal', `Unexpected ${reply.type} in answer to a call.`));
          },
          failure: reject,
        });
      });
    },

    async *stream(procedure, input, signal) {
      if (signal.aborted) throw cancelled();
      if (closed) throw portClosed();
      let deliver: ((reply: Reply) => void) | null = null;
      let fail: ((error: AppError) => void) | null = null;
      let failed: AppError | null = null;
      const started = begin('stream', procedure, input, signal, {
        reply: (reply) => deliver?.(reply),
        failure: (error) => {
          failed = error;
          fail?.(error);
        },
      });
      let ended = false;
      try {
        while (true) {
          const reply = await new Promise<Reply>((resolve, reject) => {
            if (failed) return reject(failed);
            deliver = resolve;
            fail = reject;
            port.post({ type: 'pull', id: started.id });
          });
          ended = reply.type !== 'item';
          if (reply.type === 'item') yield reply.value;
          else if (reply.type === 'end') return;
          else if (reply.type === 'error') throw AppError.fromWire(reply.error);
        }
      } finally {
        started.settle();
        if (!ended && !failed && !closed) port.post({ type: 'cancel', id: started.id });
      }
    },
  };
}

function portClosed(): AppError {
  return new AppError('unavailable', 'The other side of the connection is gone.', 'worker-stopped');
}
