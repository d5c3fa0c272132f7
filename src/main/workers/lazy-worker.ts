import type { Client, Contract } from '../../shared/contract/define';
import { AppError } from '../../shared/domain/app-error';
import { createClient } from '../../shared/rpc/client';
import { portTransport, type Port } from '../../shared/rpc/message-port';
import type { Transport } from '../../shared/rpc/transport';
import { transferBuffers } from './transfer-buffers';

/** A worker that runs. `stop` ends it at once and resolves when it is gone. */
export interface WorkerConnection {
  readonly port: Port;
  stop(): Promise<void>;
}

/** Starts a fresh worker; a failure to start shows as a port that closes. */
export type SpawnWorker = () => WorkerConnection;

export interface LazyWorker<C extends Contract> {
  readonly client: Client<C>;
  /** Stops the worker for good: pending and later calls end as `unavailable` (`worker-stopped`). */
  readonly dispose: () => Promise<void>;
}

export interface LazyWorkerOptions {
  /** How long the worker may have nothing to do before it is stopped, in milliseconds; null keeps it. */
  readonly idleMs: number | null;
}

/**
 * A worker that is started on first need and stopped when idle. When it crashes, the pending calls end as
 * `unavailable` (`worker-stopped`) and the next call starts a fresh one.
 */
export function lazyWorker<C extends Contract>(
  contract: C,
  spawn: SpawnWorker,
  { idleMs }: LazyWorkerOptions,
): LazyWorker<C> {
  let current: { readonly connection: WorkerConnection; readonly transport: Transport } | null = null;
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
    connection.port.onClose(() => {
      if (current?.connection === connection) current = null;
    });
    current = { connection, transport: portTransport(connection.port, transferBuffers) };
    return current.transport;
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
        return await started().call(procedure, input, signal);
      } finally {
        end();
      }
    },
    async *stream(procedure, input, signal) {
      begin();
      try {
        yield* started().stream(procedure, input, signal);
      } finally {
        end();
      }
    },
  };

  return {
    client: createClient(contract, transport),
    async dispose() {
      disposed = true;
      clearTimeout(idleTimer);
      stop();
      await Promise.all(stopping);
    },
  };
}
