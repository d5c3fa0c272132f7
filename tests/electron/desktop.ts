import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import { contract } from '../../src/shared/contract/contract';
import type { Client } from '../../src/shared/contract/define';
import { createClient } from '../../src/shared/rpc/client';
import { portTransport, type Port } from '../../src/shared/rpc/message-port';
import { pagePortRequest } from '../../src/shared/rpc/page-port';
import type { FromMain, Question, ToMain } from './stand-in/messages';

const root = resolve(import.meta.dirname, '../..');
const pageUrl = 'app://smart-recruiting/';

type Of<T extends FromMain['type']> = Extract<FromMain, { readonly type: T }>;

/** The built main process of the desktop application, in plain Node with the stand-in for Electron. */
export class Desktop {
  readonly said: FromMain[] = [];
  readonly output: string[] = [];
  readonly exited: Promise<number | null>;
  private readonly main: ChildProcess;
  private readonly listeners = new Set<(message: FromMain) => void>();
  private nextId = 1;

  /** `programDir` holds `out/`; arguments of `args` come as a person's double click would give them. */
  constructor(
    dataDir: string,
    env: NodeJS.ProcessEnv = {},
    { programDir = root, args = [] }: { readonly programDir?: string; readonly args?: readonly string[] } = {},
  ) {
    this.main = fork(resolve(programDir, 'out/main/electron.js'), [`--data-dir=${dataDir}`, ...args], {
      execArgv: ['--import', resolve(import.meta.dirname, 'stand-in/register.ts')],
      serialization: 'advanced',
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      env: { ...process.env, LC_ALL: 'fr_FR.UTF-8', ...env },
    });
    for (const stream of [this.main.stdout, this.main.stderr]) {
      stream?.on('data', (chunk: Buffer) => this.output.push(chunk.toString()));
    }
    this.exited = once(this.main, 'exit').then(([code]) => code as number | null);
    this.main.on('message', (message) => {
      const said = message as FromMain; // The stand-in sends nothing else.
      this.said.push(said);
      for (const listener of [...this.listeners]) listener(said);
    });
  }

  send(message: ToMain): void {
    if (this.main.connected) this.main.send(message);
  }

  onSaid(listener: (message: FromMain) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The next message of a kind, or one that was said already. Rejects when the process ends before. */
  async next<T extends FromMain['type']>(type: T, fits: (message: Of<T>) => boolean = () => true): Promise<Of<T>> {
    const isWanted = (message: FromMain): message is Of<T> => message.type === type && fits(message as Of<T>);
    const past = this.said.find(isWanted);
    if (past) return past;
    return await new Promise((settle, reject) => {
      const stop = this.onSaid((message) => {
        if (!isWanted(message)) return;
        stop();
        settle(message);
      });
      void this.exited.then((code) => reject(new Error(`Ended with ${code}: ${this.output.join('')}`)));
    });
  }

  /** What the application decides about something that a page might try. */
  async isAllowed(question: Question): Promise<boolean> {
    const id = this.nextId++;
    this.send({ type: 'ask', id, question });
    return (await this.next('answer', (answer) => answer.id === id)).isAllowed;
  }

  /** Sends a request to the handler of the `app:` protocol. */
  async request(url: string, request: IncomingMessage | null = null): Promise<Of<'response'>> {
    const id = this.nextId++;
    const method = request?.method ?? 'GET';
    const body = request && method !== 'GET' ? new Uint8Array(await buffer(request)) : null;
    const headers = Object.entries(request?.headers ?? {}).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    this.send({ type: 'request', id, url, method, headers: headers.filter(([name]) => isForwarded(name)), body });
    return await this.next('response', (response) => response.id === id);
  }

  /** What the handler of the `app:` protocol answers to a form. */
  async post(url: string, fields: Readonly<Record<string, string>> = {}): Promise<Of<'response'>> {
    const id = this.nextId++;
    const headers: [string, string][] = [['content-type', 'application/x-www-form-urlencoded']];
    const body = new TextEncoder().encode(new URLSearchParams(fields).toString());
    this.send({ type: 'request', id, url, method: 'POST', headers, body });
    return await this.next('response', (response) => response.id === id);
  }

  /** A client of the contract on a port of its own, as the page gets one. */
  async connect(): Promise<Client<typeof contract>> {
    await this.next('load');
    const known = new Set(this.said.flatMap((said) => (said.type === 'frame-port' ? [said.portId] : [])));
    this.send({ type: 'ipc', channel: pagePortRequest, url: pageUrl, isMainFrame: true });
    const { portId } = await this.next('frame-port', (message) => !known.has(message.portId));
    const port: Port = {
      post: (data) => this.send({ type: 'port-message', portId, data }),
      onFrame: (listener) =>
        void this.onSaid((said) => {
          if (said.type === 'port-message' && said.portId === portId) listener(said.data);
        }),
      onClose: (listener) => void this.exited.then(listener),
    };
    return createClient(contract, portTransport(port));
  }

  /** Closes the window, as a person does, and waits for the end of the process. */
  async close({ isMaximized = false } = {}): Promise<number | null> {
    this.send({ type: 'close-window', isMaximized });
    return await this.exited;
  }

  /** For tests that fail half-way. */
  kill(): void {
    this.main.kill('SIGKILL');
  }
}

/** A Request of the page itself says where it goes, but not how its bytes travelled. */
function isForwarded(name: string): boolean {
  return !['host', 'connection', 'content-length', 'transfer-encoding', 'expect'].includes(name);
}

/**
 * Gives Chromium the page of the application: Chromium knows no `app:` protocol, so a server on the loopback address
 * asks the protocol's handler for every answer.
 */
export async function servePageOf(desktop: Desktop): Promise<{ readonly origin: string; readonly server: Server }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', pageUrl).href;
    desktop.request(url, request).then(
      ({ status, headers, body }) => {
        response.writeHead(status, headers.flat());
        response.end(body);
      },
      // The application ends while the page still reads what it may need later.
      () => response.destroy(),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // A server that listens on a port has such an address.
  return { origin: `http://127.0.0.1:${port}`, server };
}

/**
 * Runs the built preload in a page as Electron would, before the page's own scripts, and joins its port with the main
 * process. The window is the page's main frame, at the application's own address.
 */
export async function attachPreload(page: Page, desktop: Desktop): Promise<void> {
  const preload = readFileSync(resolve(root, 'out/preload/preload.cjs'), 'utf8');
  await page.exposeFunction('standInSend', (message: ToMain) => {
    desktop.send(message);
  });
  await page.addInitScript(`(${preloadFrame.toString()})((require) => {${preload}\n});`);
  const deliver = async (message: FromMain): Promise<void> => {
    if (message.type !== 'frame-port' && message.type !== 'port-message' && message.type !== 'port-closed') return;
    // A page that is just being left cannot be told any more.
    await page.evaluate((said) => window.standInDeliver?.(said), message).catch(() => undefined);
  };
  let last: Promise<void> = Promise.resolve();
  desktop.onSaid((message) => {
    last = last.then(() => deliver(message));
  });
}

declare global {
  interface Window {
    standInSend?: (message: ToMain) => Promise<void>;
    standInDeliver?: (message: FromMain) => void;
  }
}

/** Runs inside of Chromium: what `require('electron')` gives a sandboxed preload, over the wire of the test. */
function preloadFrame(runPreload: (require: (name: string) => unknown) => void): void {
  const listeners = new Map<string, (event: { readonly ports: readonly MessagePort[] }) => void>();
  const ports = new Map<number, MessagePort>();
  const send = (message: unknown): void => void window.standInSend?.(message as never);
  window.standInDeliver = (message) => {
    if (message.type === 'frame-port') {
      const { port1, port2 } = new MessageChannel();
      const { portId } = message;
      ports.set(portId, port1);
      port1.onmessage = (event) => send({ type: 'port-message', portId, data: event.data as unknown });
      listeners.get(message.channel)?.({ ports: [port2] });
    }
    if (message.type === 'port-message') ports.get(message.portId)?.postMessage(message.data);
    if (message.type === 'port-closed') ports.get(message.portId)?.close();
  };
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, value: unknown) => Object.defineProperty(window, name, { value }),
    },
    ipcRenderer: {
      send: (channel: string) =>
        send({ type: 'ipc', channel, url: 'app://smart-recruiting/', isMainFrame: window.top === window }),
      on: (channel: string, listener: (event: { readonly ports: readonly MessagePort[] }) => void) =>
        void listeners.set(channel, listener),
    },
  };
  runPreload((name) => {
    if (name !== 'electron') throw new Error(`A sandboxed preload cannot require ${name}.`);
    return electron;
  });
}
