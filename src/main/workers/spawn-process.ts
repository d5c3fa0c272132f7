import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { SpawnWorker } from './lazy-worker';
import type { SpawnOptions } from './spawn-thread';

/** Young objects live shortly here: without this V8 keeps room for many of them, 100 MB that are never looked at again. */
const frugalHeap = ['--semi-space-growth-factor=1'];

/** Starts the built entry at `entryPath` (absolute) as a process of its own, with this Node. */
export function spawnProcess(entryPath: string, options: SpawnOptions = {}): SpawnWorker {
  return () => {
    const child = fork(entryPath, [...(options.args ?? [])], {
      serialization: 'advanced',
      execArgv: frugalHeap,
      // Standard output belongs to the answer of a command: whatever a worker prints goes to the error stream.
      stdio: ['ignore', 2, 2, 'ipc'],
    });
    let isStopping = false;
    let isOver = false;
    const closeListeners: (() => void)[] = [];
    const close = (): void => {
      if (isOver) return;
      isOver = true;
      for (const listener of closeListeners) listener();
    };
    child.on('error', (error) => {
      options.onFailure?.(error);
      close();
    });
    child.on('exit', (code, signal) => {
      if (!isStopping) options.onFailure?.(new Error(`The worker process ended (${signal ?? code}).`));
      close();
    });
    return {
      port: {
        // A child that is gone is told by `exit`; the callback keeps the failed write from being thrown as well.
        post: (frame) => void child.send(frame, () => undefined),
        onFrame: (listener) => child.on('message', listener),
        onClose: (listener) => closeListeners.push(listener),
      },
      stop: async () => {
        isStopping = true;
        if (isOver) return;
        const gone = once(child, 'exit');
        child.kill('SIGKILL');
        await gone;
      },
    };
  };
}

/** What is used of Electron's `UtilityProcess`; the Electron host passes it in, so that nothing here knows Electron. */
export interface UtilityChild {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: (code: number) => void): unknown;
  kill(): boolean;
}

/** For example `(entryPath, args) => utilityProcess.fork(entryPath, args, { serviceName: 'embed' })`. */
export type ForkUtility = (entryPath: string, args: string[]) => UtilityChild;

/** Starts the built entry at `entryPath` (absolute) as a utility process of Electron. */
export function spawnUtility(forkUtility: ForkUtility, entryPath: string, options: SpawnOptions = {}): SpawnWorker {
  return () => {
    const child = forkUtility(entryPath, [...(options.args ?? [])]);
    let isStopping = false;
    const gone = new Promise<void>((resolve) => {
      child.on('exit', (code) => {
        if (!isStopping) options.onFailure?.(new Error(`The worker process ended (${code}).`));
        resolve();
      });
    });
    return {
      port: {
        post: (frame) => child.postMessage(frame),
        onFrame: (listener) => void child.on('message', listener),
        onClose: (listener) => void gone.then(listener),
      },
      stop: async () => {
        isStopping = true;
        child.kill();
        await gone;
      },
    };
  };
}
