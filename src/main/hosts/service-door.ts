import { setTimeout as delay } from 'node:timers/promises';
import { AppError, cancelled, type ErrorReason } from '../../shared/domain/app-error';
import type { ServiceDoor } from '../core/ports';
import { isForbidden, policyFileOf } from './machine-policy';

/** A page of 150 offers is about a megabyte. */
const mostBytes = 32 * 1024 * 1024;
const timeoutMs = 30_000;

/**
 * The only hosts that are ever asked, whatever address is wanted, and how long one is left alone between two requests.
 * Adzuna allows 25 a minute, France Travail ten a second.
 */
const pausesMs: Readonly<Record<string, number>> = {
  'entreprise.francetravail.fr': 200,
  'api.francetravail.io': 200,
  'api.adzuna.com': 2_500,
};

export interface ServiceDoorOptions {
  /** In place of Node's own, of the time that a service has to answer and of the pauses; for tests. */
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly pauseMs?: number;
}

/**
 * Asks services by HTTPS, with certificates checked and without following anywhere else. Errors carry nothing of the
 * request: its address or its form may hold keys.
 */
export function createServiceDoor(options: ServiceDoorOptions = {}): ServiceDoor {
  const { fetch: send = fetch } = options;
  const nextAt = new Map<string, number>();
  return {
    async ask({ url, headers, form }, signal) {
      const pauseMs = Object.hasOwn(pausesMs, url.host) ? pausesMs[url.host] : undefined;
      if (url.protocol !== 'https:' || pauseMs === undefined) throw new Error('This is no service that is asked.');
      const now = performance.now();
      const turn = Math.max(now, nextAt.get(url.host) ?? 0);
      nextAt.set(url.host, turn + (options.pauseMs ?? pauseMs));
      await delay(turn - now, undefined, { signal }).catch(() => {
        throw cancelled();
      });
      const deadline = AbortSignal.timeout(options.timeoutMs ?? timeoutMs);
      const failure = (reason: ErrorReason): AppError => {
        if (signal.aborted) return cancelled();
        return new AppError(
          'unavailable',
          'The service was not reached.',
          deadline.aborted ? 'service-timeout' : reason,
        );
      };
      const init = form ? { method: 'POST', body: form } : {};
      const answer = await send(url, {
        ...{ ...init, headers, redirect: 'error' },
        signal: AbortSignal.any([signal, deadline]),
      }).catch(() => {
        throw failure('service-offline');
      });
      const text = await textOf(answer).catch(() => {
        throw failure('service-answer-cut');
      });
      return { status: answer.status, header: (name) => answer.headers.get(name), text };
    },
  };
}

/** The door of this PC; none where whoever looks after it wants no service to be asked, whatever a person switches on. */
export function allowedServiceDoor(): ServiceDoor | undefined {
  const place = { env: process.env, policyFile: policyFileOf(process) };
  return isForbidden('services', place) ? undefined : createServiceDoor();
}

async function textOf(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of answer.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new Error('The answer is too large.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
