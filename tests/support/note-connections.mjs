import { appendFileSync } from 'node:fs';
import dgram from 'node:dgram';
import dns from 'node:dns';
import net, { isIP } from 'node:net';
import { syncBuiltinESMExports } from 'node:module';
import { threadId } from 'node:worker_threads';

// Preloaded into every process and thread of a program under test: writes down what it asks of any network, and refuses it.
// HTTP, HTTPS, TLS and `fetch` all end in a socket of `node:net`, and whatever has a name to look up, in `node:dns`.
const file = process.env['NOTE_CONNECTIONS_IN'] ?? '';
const note = (/** @type {object} */ said) =>
  appendFileSync(file, `${JSON.stringify({ pid: process.pid, threadId, ...said })}\n`);
const refuse = (/** @type {string} */ kind, /** @type {unknown} */ to) => {
  note({ kind, to: String(to) });
  return Object.assign(new Error(`A test refuses the ${kind} ${String(to)}.`), { code: 'ENETUNREACH' });
};
note({ kind: 'start' });

/** This computer itself; a name other than its own counts as one that somebody else would have to resolve. */
const isHere = (/** @type {unknown} */ host) =>
  typeof host !== 'string' || host === 'localhost' || host === '::1' || host.startsWith('127.');

/**
 * Where a socket is to lead: either what `net.connect` made of its arguments, or options, or a path, or a port with a host.
 * @param {readonly unknown[]} given
 * @returns {{ readonly path?: unknown, readonly host?: unknown, readonly port?: unknown }}
 */
function placeOf(given) {
  const [first, second] = Array.isArray(given[0]) ? /** @type {unknown[]} */ (given[0]) : given;
  if (typeof first === 'object' && first !== null) return first;
  return isNaN(Number(first)) ? { path: first } : { port: first, host: second };
}

/** @typedef {(this: net.Socket, ...given: unknown[]) => net.Socket} Connect */
const connect = /** @type {Connect} */ (Reflect.get(net.Socket.prototype, 'connect'));
net.Socket.prototype.connect = /** @type {Connect} */ function (...given) {
  const { path, host, port } = placeOf(given);
  if (typeof path === 'string' || isHere(host)) return connect.apply(this, given);
  const error = refuse('connection', `${String(host)}:${String(port)}`);
  // As late as a network would say so: whoever asks listens only then.
  setImmediate(() => this.destroy(error));
  return this;
};

/** @typedef {(this: dgram.Socket, ...given: unknown[]) => dgram.Socket} Bind */
const bind = /** @type {Bind} */ (Reflect.get(dgram.Socket.prototype, 'bind'));
dgram.Socket.prototype.bind = /** @type {Bind} */ function (...given) {
  note({ kind: 'datagrams', to: 'bind' });
  return bind.apply(this, given);
};
for (const name of /** @type {const} */ (['send', 'connect'])) {
  dgram.Socket.prototype[name] = (/** @type {unknown[]} */ ...given) => {
    throw refuse(
      'datagrams',
      given.find((part) => typeof part === 'string' && (isIP(part) !== 0 || part.includes('.'))),
    );
  };
}

/**
 * @param {object} owner
 * @param {boolean} isPromised
 */
function refuseNames(owner, isPromised) {
  /** @type {[string, unknown][]} */
  const parts = Object.entries(owner);
  for (const [name, part] of parts) {
    if (typeof part !== 'function' || !/^(lookup|resolve\w*|reverse)$/.test(name)) continue;
    const asked = /** @type {(...given: unknown[]) => unknown} */ (part);
    const answer = (/** @type {unknown[]} */ ...given) => {
      const [host] = given;
      if (name !== 'reverse' && (isHere(host) || isIP(String(host)) !== 0)) return asked(...given);
      const error = refuse('name', host);
      if (isPromised) return Promise.reject(error);
      const then = given.at(-1);
      if (typeof then === 'function') process.nextTick(/** @type {(error: Error) => void} */ (then), error);
      return undefined;
    };
    Reflect.set(owner, name, answer);
  }
}
refuseNames(dns, false);
refuseNames(dns.promises, true);
syncBuiltinESMExports();
