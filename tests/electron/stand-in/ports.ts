import { EventEmitter } from 'node:events';
import type { MessagePortMain as RealMessagePort } from 'electron';
import { tellTest } from './wire.ts';

/** Ports whose other end was sent to the page, by the id that stands for that end on the wire. */
const portsOfPage = new Map<number, MessagePort>();
let nextPortId = 1;

/** One end of a channel in the main process. */
export class MessagePort {
  readonly events = new EventEmitter();
  other: MessagePort | null = null;
  /** Set once the other end lives in the page. */
  pageId: number | null = null;
  isStarted = false;
  readonly waiting: unknown[] = [];

  readonly postMessage: RealMessagePort['postMessage'] = (message) => {
    // Electron clones values too: what cannot be cloned must fail here as it would there.
    const data: unknown = structuredClone(message);
    if (this.pageId !== null) tellTest({ type: 'port-message', portId: this.pageId, data });
  };
  readonly start: RealMessagePort['start'] = () => {
    this.isStarted = true;
    for (const data of this.waiting.splice(0)) this.events.emit('message', { data, ports: [] });
  };
  readonly close: RealMessagePort['close'] = () => {
    if (this.pageId === null) return;
    portsOfPage.delete(this.pageId);
    tellTest({ type: 'port-closed', portId: this.pageId });
    this.pageId = null;
  };
  on(event: 'message' | 'close', listener: (event: { readonly data: unknown }) => void): this {
    this.events.on(event, listener);
    return this;
  }
  receive(data: unknown): void {
    if (this.isStarted) this.events.emit('message', { data, ports: [] });
    else this.waiting.push(data);
  }
}

/** Hands one end of a channel to the page and returns the id that it has there. */
export function sendToPage(end: unknown): number {
  if (!(end instanceof MessagePort) || !end.other) throw new Error('Only an end of a channel can be sent to a page.');
  const portId = nextPortId++;
  end.other.pageId = portId;
  portsOfPage.set(portId, end.other);
  return portId;
}

export function receiveFromPage(portId: number, data: unknown): void {
  portsOfPage.get(portId)?.receive(data);
}

/** The page is gone, or has closed its end. */
export function closeFromPage(portId: number): void {
  const port = portsOfPage.get(portId);
  portsOfPage.delete(portId);
  if (!port) return;
  port.pageId = null;
  port.events.emit('close');
}
