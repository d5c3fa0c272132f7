import type { TransferOf } from '../../shared/rpc/message-port';

/**
 * The buffers of the typed arrays in a value, which are moved instead of copied: whoever sends them can use them no
 * more. An array that is only a part of its buffer is copied.
 */
export const transferBuffers: TransferOf = (value) => {
  const buffers = new Set<ArrayBuffer>();
  const collect = (part: unknown, depth: number): void => {
    if (typeof part !== 'object' || part === null) return;
    if (ArrayBuffer.isView(part)) {
      const { buffer } = part;
      if (buffer instanceof ArrayBuffer && buffer.byteLength === part.byteLength) buffers.add(buffer);
    } else if (depth > 0 && !Array.isArray(part)) {
      for (const inner of Object.values(part)) collect(inner, depth - 1);
    }
  };
  collect(value, 2);
  return [...buffers];
};
