import type { Client, Contract } from '../../shared/contract/define';
import { AppError, throwIfCancelled } from '../../shared/domain/app-error';
import { createClient } from '../../shared/rpc/client';
import { portTransport, type Port } from '../../shared/rpc/message-port';
import type { Transport } from '../../shared/rpc/transport';
import { transferBuffers } from './transfer-buffers';
import { watchCancels, type WatchedPort } from './watch-cancels';

/** A worker that runs. `stop` ends it at once and resolves when it is gone. */
export interface WorkerConnection {
  readonly port: Port;
  stop(): Promise<void>;
}

/** Starts a fresh worker; a failure to start shows as a port that closes. */
export type SpawnWorker = () => WorkerConnection;

export interface LazyWorker<C extends Contract> {
  readonly client: Client<C>;
  /** Stops the worker now where it has nothing to do; the next call starts a fresh one. */
  readonly rest: () => void;
  /** Stops the worker for good: pending and later calls end as `unavailable` (`worker-stopped`). */
  readonly dispose: () => Promise<void>;
}

export interface LazyWorkerOptions {
  /** How long the worker may have nothing to do before it is stopped, in milliseconds; null keeps it. */
  readonly idleMs: number | null;
  /** How long the worker may go on with a cancelled request before it is stopped, in milliseconds; 5 s by default. */
  readonly heedMs?: number;
}

const defaultHeedMs = 5_000;

interface Running {
  readonly connection: WorkerConnection;
  readonly watched: WatchedPort;
  readonly transport: Transport;
}

/**
 * A worker that is started on first need and stopped when idle. When it crashes, the pending calls end as
 * `unavailable` (`worker-stopped`) and the next call starts a fresh one. A worker that goes on with what was cancelled is
 * stopped; calls that come meanwhile wait for that, so that they are not lost with it.
 */
export function lazyWorker<C extends Contract>(
  contract: C,
  spawn: SpawnWorker,
  { idleMs, heedMs = defaultHeedMs }: LazyWorkerOptions,
): LazyWorker<C> {
  let current: Running | null = null;
  const stopping = new Set<Promise<void>>();
  let running = 0;
  let idleTimer: NodeJS.Timeout | undefined;
  let disposed = false;

  const stop = (): void => {
    if (!current) return;
    const stopped = current.connection.stop();
    current = null;
    stopping.add(stopped);
    void stopped.finally(() => stopping.delete(stopped));
  };
  const started = (): Transport => {
    if (disposed) throw new AppError('unavailable', 'The worker was stopped for good.', 'worker-stopped');
    if (current) return current.transport;
    const connection = spawn();
    const isCurrent = (): boolean => current?.connection === connection;
    connection.port.onClose(() => {
      if (isCurrent()) current = null;
    });
    const watched = watchCancels(connection.port, heedMs, () => {
      if (isCurrent()) stop();
    });
    current = { connection, watched, transport: portTransport(watched.port, transferBuffers) };
    return current.transport;
  };
  /** Waits until the worker has ended what was cancelled, or was stopped for not doing so. */
  const untilHeeded = async (signal: AbortSignal): Promise<void> => {
    for (let heeded = current?.watched.heeded(); heeded; heeded = current?.watched.heeded()) {
      await Promise.race([heeded, aborted(signal)]);
      throwIfCancelled(signal);
    }
  };
  const begin = (): void => {
    running += 1;
    clearTimeout(idleTimer);
  };
  const end = (): void => {
    running -= 1;
    if (running === 0 && idleMs !== null && !disposed) idleTimer = setTimeout(stop, idleMs);
  };

  const transport: Transport = {
    async call(procedure, input, signal) {
      begin();
      try {
        if (current?.watched.heeded()) await untilHeeded(signal);
        return await started().call(procedure, input, signal);
      } finally {
        end();
      }
    },
    async *stream(procedure, input, signal) {
      begin();
      try {
        if (current?.watched.heeded()) await untilHeeded(signal);
        yield* started().stream(procedure, input, signal);
      } finally {
        end();
      }
    },
  };

  return {
    client: createClient(contract, transport),
    rest() {
      if (running > 0) return;
      clearTimeout(idleTimer);
      stop();
    },
    async dispose() {
      disposed = true;
      clearTimeout(idleTimer);
      stop();
      await Promise.all(stopping);
    },
  };
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
