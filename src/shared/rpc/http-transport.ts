import { AppError, cancelled } from '../domain/app-error';
import { callBodySchema, callPath, streamLineSchema, streamPath } from './http-wire';
import type { Transport } from './transport';

/** Where a server is, and what it asks of whoever comes. */
export interface HttpServer {
  /** Such as `http://127.0.0.1:4800`; empty for the server that a page came from. */
  readonly origin: string;
  /** What each request carries besides its own headers, such as the right to be let in; asked for with each of them. */
  readonly headers: Readonly<Record<string, string>>;
}

/** Carries the contract over the requests of `http-wire.ts`, to the server that this page came from or to another. */
export function httpTransport(server: HttpServer): Transport {
  return {
    async call(procedure, input, signal) {
      const response = await post(server, callPath + procedure, input, signal);
      const body = callBodySchema.safeParse(await readJson(response, signal));
      if (!body.success) throw unreadable(response.status);
      if ('error' in body.data) throw AppError.fromWire(body.data.error);
      return body.data.value;
    },
    async *stream(procedure, input, signal) {
      const response = await post(server, streamPath + procedure, input, signal);
      for await (const line of readLines(response, signal)) {
        const parsed = streamLineSchema.safeParse(parseJson(line));
        if (!parsed.success) throw unreadable(response.status);
        if ('error' in parsed.data) throw AppError.fromWire(parsed.data.error);
        if ('end' in parsed.data) return;
        yield parsed.data.item;
      }
      throw gone();
    },
  };
}

async function post(server: HttpServer, path: string, input: unknown, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(server.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...server.headers },
      body: JSON.stringify({ input }),
      signal,
    });
  } catch {
    throw signal.aborted ? cancelled() : gone();
  }
}

async function readJson(response: Response, signal: AbortSignal): Promise<unknown> {
  try {
    return parseJson(await response.text());
  } catch {
    throw signal.aborted ? cancelled() : gone();
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The lines of a body as they arrive; leaving the loop cancels the request. */
async function* readLines(response: Response, signal: AbortSignal): AsyncIterable<string> {
  if (!response.body) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    while (true) {
      const chunk = await reader.read();
      if (chunk.done) break;
      const lines = (rest + chunk.value).split('\n');
      rest = lines.pop() ?? '';
      yield* lines.filter((line) => line !== '');
    }
  } catch {
    throw signal.aborted ? cancelled() : gone();
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (rest !== '') yield rest;
}

function gone(): AppError {
  return new AppError('unavailable', 'The application does not answer.');
}

function unreadable(status: number): AppError {
  if (status === 401 || status === 403) return new AppError('unavailable', 'This page is no longer admitted.');
  return new AppError('internal', `The server answered ${status} with a body that cannot be read.`);
}
