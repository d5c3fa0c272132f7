import { appendFileSync } from 'node:fs';
import { subscribe } from 'node:diagnostics_channel';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { threadId } from 'node:worker_threads';

// Preloaded into every process and thread of a program under test: writes down what it asks of the network.
const file = process.env['NOTE_CONNECTIONS_IN'] ?? '';
const note = (/** @type {object} */ said) =>
  appendFileSync(file, `${JSON.stringify({ pid: process.pid, threadId, ...said })}\n`);
note({ kind: 'start' });
for (const channel of ['net.client.socket', 'udp.socket', 'undici:client:beforeConnect']) {
  subscribe(channel, () => note({ kind: 'connection', channel }));
}
for (const name of /** @type {const} */ (['lookup', 'resolve'])) {
  const asked = /** @type {(...given: unknown[]) => unknown} */ (dns[name]);
  Object.assign(dns, {
    [name]: (/** @type {unknown[]} */ ...given) => (note({ kind: 'name', name: given[0] }), asked(...given)),
  });
}
syncBuiltinESMExports();
