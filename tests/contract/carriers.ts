import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { startServer } from '../../src/main/hosts/http/server';
import { httpTransport } from '../../src/shared/rpc/http-transport';
import { inProcessTransport } from '../../src/shared/rpc/in-process';
import { portTransport, servePort, type Port } from '../../src/shared/rpc/message-port';
import type { Dispatcher, Transport } from '../../src/shared/rpc/transport';
import { createFileStore } from '../../src/main/hosts/file-store';
import { createQuietLog } from '../support/quiet-log';

/** One way from a client to a dispatcher, opened for one test. */
export interface OpenCarrier {
  readonly transport: Transport;
  /** Cuts the connection as a closed window or a stopped program would. */
  readonly cut: () => Promise<void>;
}

export interface Carrier {
  readonly name: string;
  /** How many items a stream may be ahead of its reader: none where items are pulled, some where a socket buffers. */
  readonly maxAhead: number;
  open(dispatcher: Dispatcher): Promise<OpenCarrier>;
}

const inProcess: Carrier = {
  name: 'in-process',
  maxAhead: 1,
  open: (dispatcher) => Promise.resolve({ transport: inProcessTransport(dispatcher), cut: () => Promise.resolve() }),
};

const messagePort: Carrier = {
  name: 'message port',
  maxAhead: 1,
  open: (dispatcher) => {
    const { port1, port2 } = new MessageChannel();
    servePort(nodePort(port1), dispatcher);
    const cut = (): Promise<void> => {
      const closed = new Promise<void>((resolve) => port1.once('close', () => resolve()));
      port2.close();
      return closed;
    };
    return Promise.resolve({ transport: portTransport(nodePort(port2)), cut });
  },
};

function nodePort(port: MessagePort): Port {
  return {
    post: (frame, transfer) => port.postMessage(frame, transfer),
    onFrame: (listener) => port.on('message', listener),
    onClose: (listener) => port.on('close', listener),
  };
}

/** The transport of the page and of commands, and the browser host's own server, with the real network between them. */
const http: Carrier = {
  name: 'HTTP',
  // The buffers of a loopback connection hold some megabytes, that is some hundreds of padded items.
  maxAhead: 2_000,
  open: async (dispatcher) => {
    const fileStore = createFileStore({ dir: '/nonexistent', clock: { now: () => new Date() } });
    const server = await startServer({
      dispatcher,
      fileStore,
      rendererDir: '/nonexistent',
      log: createQuietLog(),
      port: 0,
      entryRefused: '',
    });
    const origin = `http://127.0.0.1:${server.port}`;
    const headers = { authorization: `Bearer ${server.token}`, origin };
    return { transport: httpTransport({ origin, headers }), cut: () => server.close() };
  },
};

export const carriers: readonly Carrier[] = [inProcess, messagePort, http];
