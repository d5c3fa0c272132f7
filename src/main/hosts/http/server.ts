import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { Dispatcher } from '../../../shared/rpc/transport';
import { healthAnswer, healthPath } from '../instance';
import { createPage, type PageOptions } from '../page';
import { isPortRefused } from '../port-refused';
import { guard, makeSecret, tokenParameter, type GuardOptions } from './guard';
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

/** Above the ports that Linux hands to outgoing connections, and within those that are registered for nobody. */
const firstUsualPort = 61_000;
const usualPorts = 4_500;

/** Node's own 5 s let a busy computer close a connection in the very moment in which the page uses it again. */
const idleConnectionMs = 120_000;

/**
 * Serves the page, its files and the contract on the loopback address only. Rejects with Node's own error, such as
 * `EADDRINUSE`, when the port cannot be had.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  return await listen({ ...options, isScriptless: false }, (host) => {
    host.get(healthPath, (context) => context.text(healthAnswer));
    host.route('/', rpcRoutes(options.dispatcher, options.log));
    host.route('/', createPage(options));
  });
}

/** Serves what `serve` adds to whoever knows the token, on the loopback address only. Rejects as `startServer` does. */
export async function listen(
  options: Pick<ServerOptions, 'port' | 'entryRefused'> & Pick<GuardOptions, 'isScriptless'>,
  serve: (host: Hono) => void,
): Promise<RunningServer> {
  const { entryRefused, isScriptless } = options;
  const token = makeSecret();
  let port = options.port;
  const host = new Hono();
  host.use(guard({ token, port: () => port, entryRefused, isScriptless }));
  serve(host);

  // The adaptor types the server as any of Node's kinds; with options for the plain one it makes that.
  const server = createAdaptorServer({
    fetch: host.fetch,
    serverOptions: { keepAliveTimeout: idleConnectionMs },
  }) as Server;
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

/**
 * Serves a data folder at the same port each time, or at any free one while another program has it. Browsers keep what
 * they know of a page by its address: with a new port at each start they would fetch and compile it anew, and forget
 * what the page remembers for the person. Rejects as `startServer` does.
 */
export async function startServerAtUsualPort(
  options: Omit<ServerOptions, 'port'>,
  dataDir: string,
): Promise<RunningServer> {
  try {
    return await startServer({ ...options, port: usualPort(dataDir) });
  } catch (error) {
    if (!isPortRefused(error)) throw error;
    return await startServer({ ...options, port: 0 });
  }
}

/** Where a data folder is served when nothing else listens there. */
export function usualPort(dataDir: string): number {
  return firstUsualPort + (createHash('sha256').update(dataDir).digest().readUInt16BE() % usualPorts);
}
