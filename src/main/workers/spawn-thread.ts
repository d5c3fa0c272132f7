import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { SpawnWorker } from './lazy-worker';

/** A thread that runs, for who wants to know what it takes. */
export interface StartedThread {
  readonly ended: Promise<void>;
  /** Memory of its own in bytes, and seconds of the processor since it began. */
  use(): Promise<{ readonly memoryBytes: number; readonly cpuSeconds: number }>;
}

export interface SpawnOptions {
  /** What the worker reads as `process.argv.slice(2)`. */
  readonly args?: readonly string[];
  /** What the thread reads as `workerData`: told in a message, where no list of processes shows it. Asked at each start. */
  readonly given?: () => unknown;
  /** Bounds on the memory of a thread, in megabytes; a process takes what it needs. */
  readonly resourceLimits?: ResourceLimits;
  /** Told of each thread that starts. */
  readonly onStarted?: (thread: StartedThread) => void;
  /** Told why a worker ended without being asked to. */
  readonly onFailure?: (error: unknown) => void;
}

/** Starts the built entry at `entryPath` (absolute) as a thread of this process. */
export function spawnThread(entryPath: string, options: SpawnOptions = {}): SpawnWorker {
  return () => {
    // Standard output belongs to the answer of a command: whatever a worker prints goes to the error stream.
    const worker = new Worker(entryPath, {
      argv: [...(options.args ?? [])],
      execArgv: [],
      workerData: options.given?.(),
      stdout: true,
      ...(options.resourceLimits ? { resourceLimits: options.resourceLimits } : {}),
    });
    options.onStarted?.({
      ended: new Promise((resolve) => worker.once('exit', () => resolve())),
      use: () => useOf(worker),
    });
    worker.stdout.on('data', (chunk: Buffer) => process.stderr.write(chunk));
    worker.on('error', (error) => options.onFailure?.(error));
    worker.on('messageerror', (error) => {
      options.onFailure?.(error);
      void worker.terminate();
    });
    return {
      port: {
        post: (frame, transfer) => worker.postMessage(frame, transfer),
        onFrame: (listener) => worker.on('message', listener),
        onClose: (listener) => worker.on('exit', listener),
      },
      stop: async () => {
        await worker.terminate();
      },
    };
  };
}

async function useOf(worker: Worker): Promise<{ readonly memoryBytes: number; readonly cpuSeconds: number }> {
  const [heap, { user, system }] = await Promise.all([worker.getHeapStatistics(), worker.cpuUsage()]);
  const memoryBytes = heap.total_heap_size + heap.malloced_memory + heap.external_memory;
  return { memoryBytes, cpuSeconds: (user + system) / 1e6 };
}
