import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Dispatcher } from '../../../shared/rpc/transport';
import { createPage, type PageOptions } from '../page';
import { guard, tokenParameter } from './guard';
import { rpcRoutes } from './rpc-routes';

export interface ServerOptions extends PageOptions {
  readonly dispatcher: Dispatcher;
  /** 0 takes any free port. */
  readonly port: number;
  readonly entryRefused: string;
}

export interface RunningServer {
  readonly port: number;
  readonly token: string;
  /** The address that lets a person in. */
  readonly url: string;
  /** Ends all connections, which aborts what they asked for. */
  close(): Promise<void>;
}

/** What `/health` answers to whoever knows the token: another start of the application looks for it. */
export const healthPath = '/health';
export const healthAnswer = 'smart-recruiting';

/**
 * Serves the page, its files and the contract on the loopback address only. Rejects with Node's own error, such as
 * `EADDRINUSE`, when the port cannot be had.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const token = randomBytes(32).toString('base64url');
  let port = options.port;
  const host = new Hono();
  host.use(guard({ token, port: () => port, entryRefused: options.entryRefused }));
  host.get(healthPath, (context) => context.text(healthAnswer));
  host.route('/', rpcRoutes(options.dispatcher, options.log));
  host.route('/', createPage(options));

  // The adaptor types the server as any of Node's kinds; without further options it makes a plain one.
  const server = createAdaptorServer({ fetch: host.fetch }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  ({ port } = server.address() as AddressInfo); // A server that listens on a port has such an address.
  return {
    port,
    token,
    url: `http://127.0.0.1:${port}/?${tokenParameter}=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
