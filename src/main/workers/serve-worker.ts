import { randomUUID } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import type { Contract, Handlers } from '../../shared/contract/define';
import { servePort, type Port } from '../../shared/rpc/message-port';
import { createRouter } from '../../shared/rpc/router';
import { transferBuffers } from './transfer-buffers';

/** Serves a worker's contract on the port to whoever started it: a thread, a child or a utility process. */
export function serveWorker<C extends Contract>(contract: C, handlers: Handlers<C>): void {
  const dispatcher = createRouter(contract, handlers, {
    announce: () => undefined,
    report: (procedure, error) => {
      const incident = randomUUID();
      const trace = error instanceof Error ? error.stack : String(error);
      process.stderr.write(`${JSON.stringify({ level: 'error', procedure, incident, trace })}\n`);
      return incident;
    },
  });
  servePort(ownPort(), dispatcher, transferBuffers);
}

/** Electron's `process.parentPort` in a utility process. */
interface ElectronParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}

function ownPort(): Port {
  if (parentPort) return threadPort(parentPort);
  const electronPort = (process as { readonly parentPort?: ElectronParentPort }).parentPort; // Not in Node's types.
  if (electronPort) return utilityPort(electronPort);
  if (process.send) return childPort(process.send.bind(process));
  throw new Error('A worker entry is started by the application, not by hand.');
}

function threadPort(port: NonNullable<typeof parentPort>): Port {
  return {
    post: (frame, transfer) => port.postMessage(frame, transfer),
    onFrame: (listener) => port.on('message', listener),
    onClose: (listener) => port.on('close', listener),
  };
}

function utilityPort(port: ElectronParentPort): Port {
  return {
    post: (frame) => port.postMessage(frame),
    onFrame: (listener) => void port.on('message', (event) => listener(event.data)),
    // Electron ends the process together with its parent.
    onClose: () => undefined,
  };
}

function childPort(send: NonNullable<typeof process.send>): Port {
  // Without its parent, even one that was killed, a child has nothing left to do.
  process.on('disconnect', () => process.exit());
  return {
    post: (frame) => void send(frame, undefined, undefined, () => undefined),
    onFrame: (listener) => process.on('message', listener),
    onClose: (listener) => process.on('disconnect', listener),
  };
}
