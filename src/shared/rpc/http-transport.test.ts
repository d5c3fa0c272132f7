import { afterEach, expect, it, vi } from 'vitest';
import { httpTransport } from './http-transport';

afterEach(() => vi.unstubAllGlobals());

it('asks for the headers of its server with each request', async () => {
  const carried: (string | null)[] = [];
  vi.stubGlobal('fetch', (_address: string, { headers }: { readonly headers: Record<string, string> }) => {
    carried.push(new Headers(headers).get('x-key'));
    return Promise.resolve(new Response('{"value":null}'));
  });
  let key = 'former';
  const transport = httpTransport({
    origin: '',
    get headers() {
      return { 'x-key': key };
    },
  });
  const { signal } = new AbortController();
  await transport.call('host.info', {}, signal);
  key = 'of now';
  await transport.call('host.info', {}, signal);
  expect(carried).toEqual(['former', 'of now']);
});
