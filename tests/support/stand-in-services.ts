import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServiceDoor } from '../../src/main/hosts/service-door';
import type { ServiceDoor } from '../../src/main/core/ports';

/** A request as the services got it. */
export interface Got {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
  readonly authorization: string | null;
}

type Answer = (response: ServerResponse, got: Got) => void;

export interface StandInServices extends AsyncDisposable {
  /** The application's own way out, whose requests go to this server in place of the services. */
  readonly door: ServiceDoor;
  readonly got: readonly Got[];
  /** What France Travail and Adzuna have; a test adds and removes. */
  readonly franceTravail: Map<string, object>;
  readonly adzuna: Map<string, object>;
  /** Answers every request from now on; null as services do. */
  answer: Answer | null;
}

/** The keys that both services know. */
export const goodKeys = { id: 'PAR_bureau_des_stages_42', secret: 'un-secret-tres-bien-garde-7f3a' };

/** Both services on loopback, as far as they are asked. */
export async function startServices(timeoutMs = 5_000): Promise<StandInServices> {
  const got: Got[] = [];
  const franceTravail = new Map<string, object>();
  const adzuna = new Map<string, object>();
  const server = createServer((request, response) => {
    void read(request).then((asked) => {
      got.push(asked);
      (services.answer ?? usual)(response, asked);
    });
  });
  const usual: Answer = (response, asked) => {
    if (asked.host === 'entreprise.francetravail.fr') return token(response, asked);
    if (asked.host === 'api.adzuna.com') return adzunaPage(response, asked, [...adzuna.values()]);
    if (asked.authorization !== 'Bearer jeton-du-jour') return json(response, 401, { message: 'Unauthorized' });
    if (asked.path.endsWith('/search')) return franceTravailPage(response, asked, [...franceTravail.values()]);
    const offer = franceTravail.get(decodeURIComponent(asked.path.split('/').at(-1) ?? ''));
    return offer ? json(response, 200, offer) : void response.writeHead(204).end();
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const door = createServiceDoor({
    ...{ timeoutMs, pauseMs: 0 },
    fetch: (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      const headers = new Headers(init?.headers);
      headers.set('x-asked-host', url.host);
      return fetch(`http://127.0.0.1:${port}${url.pathname}${url.search}`, { ...init, headers });
    },
  });
  const services: StandInServices = {
    ...{ door, got, franceTravail, adzuna, answer: null },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return services;
}

async function read(request: IncomingMessage): Promise<Got> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const url = new URL(request.url ?? '/', 'http://services');
  return {
    method: request.method ?? '',
    host: String(request.headers['x-asked-host']),
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    form: Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString())),
    authorization: request.headers.authorization ?? null,
  };
}

export function json(
  response: ServerResponse,
  status: number,
  content: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(content));
}

function token(response: ServerResponse, { form }: Got): void {
  const isKnown = form['client_id'] === goodKeys.id && form['client_secret'] === goodKeys.secret;
  if (!isKnown) return json(response, 400, { error: 'invalid_client' });
  json(response, 200, { access_token: 'jeton-du-jour', expires_in: 1_499, token_type: 'Bearer' });
}

function franceTravailPage(response: ServerResponse, { query }: Got, all: readonly object[]): void {
  const [first = 0, last = 0] = (query['range'] ?? '').split('-').map(Number);
  if (first > 3_000 || last > 3_149 || last - first > 149) return json(response, 400, { message: 'range' });
  const resultats = all.slice(first, last + 1);
  if (resultats.length === 0) return void response.writeHead(204).end();
  const range = `offres ${first}-${first + resultats.length - 1}/${all.length}`;
  json(response, resultats.length < all.length ? 206 : 200, { resultats }, { 'content-range': range });
}

function adzunaPage(response: ServerResponse, { path, query }: Got, all: readonly object[]): void {
  if (query['app_id'] !== goodKeys.id || query['app_key'] !== goodKeys.secret) {
    return json(response, 401, { exception: 'AUTH_FAIL' });
  }
  const page = Number(path.split('/').at(-1));
  const size = Number(query['results_per_page']);
  json(response, 200, { count: all.length, results: all.slice((page - 1) * size, page * size) });
}
