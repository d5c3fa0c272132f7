import type { Dispatcher, Transport } from './transport';

/**
 * The carrier for the terminal and for tests. Values are copied through JSON as on a real wire, so that nobody comes
 * to rely on shared objects, class instances or `undefined`.
 */
export function inProcessTransport(dispatcher: Dispatcher): Transport {
  return {
    call: async (procedure, input, signal) => copy(await dispatcher.call(procedure, copy(input), signal)),
    async *stream(procedure, input, signal) {
      for await (const item of dispatcher.stream(procedure, copy(input), signal)) yield copy(item);
    },
  };
}

function copy(value: unknown): unknown {
  const json = JSON.stringify(value);
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
}
