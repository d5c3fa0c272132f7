import type { Port } from '../../shared/rpc/message-port';

/** A port whose cancelled requests are looked after until the other side has ended them. */
export interface WatchedPort {
  readonly port: Port;
  /** Resolves once every cancelled request has ended, or the port has closed; null when there is none. */
  heeded(): Promise<void> | null;
}

/** The frames after which the other side has nothing left to do for a request. */
const lastReplies: ReadonlySet<unknown> = new Set(['result', 'end', 'error']);

/**
 * Whoever cancels a request goes on at once, whether the other side notices or not. Calls `onUnheeded` when it still
 * works on a cancelled request after `heedMs` milliseconds.
 */
export function watchCancels(port: Port, heedMs: number, onUnheeded: () => void): WatchedPort {
  const cancelled = new Map<unknown, NodeJS.Timeout>();
  let allHeeded: Promise<void> | null = null;
  let resolveHeeded = (): void => undefined;
  const forget = (request: unknown): void => {
    clearTimeout(cancelled.get(request));
    cancelled.delete(request);
    if (cancelled.size > 0) return;
    resolveHeeded();
    allHeeded = null;
  };
  port.onFrame((frame) => {
    if (typeof frame !== 'object' || frame === null || !('id' in frame) || !('type' in frame)) return;
    if (lastReplies.has(frame.type) && cancelled.has(frame.id)) forget(frame.id);
  });
  port.onClose(() => {
    for (const request of [...cancelled.keys()]) forget(request);
  });
  return {
    port: {
      post(frame, transfer) {
        if (frame.type === 'cancel') cancelled.set(frame.id, setTimeout(onUnheeded, heedMs).unref());
        port.post(frame, transfer);
      },
      onFrame: (listener) => port.onFrame(listener),
      onClose: (listener) => port.onClose(listener),
    },
    heeded() {
      if (cancelled.size === 0) return null;
      allHeeded ??= new Promise<void>((resolve) => (resolveHeeded = resolve));
      return allHeeded;
    },
  };
}
