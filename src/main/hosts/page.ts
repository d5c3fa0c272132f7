import { randomBytes } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Hono, type Context } from 'hono';
import { serveStatic } from 'hono/serve-static';
import { getMimeType } from 'hono/utils/mime';
import { AppError, cancelled } from '../../shared/domain/app-error';
import { fileIdSchema } from '../../shared/domain/ids';
import { fileNameHeader, filesPath, httpStatus, type UploadedFile } from '../../shared/rpc/http-wire';
import { cspNoncePlaceholder } from '../../shared/rpc/page-port';
import type { Log } from '../core/ports';
import type { HostFileStore } from './file-store';

export interface PageOptions {
  readonly rendererDir: string;
  readonly fileStore: HostFileStore;
  readonly log: Log;
}

/**
 * Answers for the page and its files, from a Request to a Response: the browser host puts it behind its server, the
 * desktop host behind its `app:` protocol. Who may ask is decided before it.
 */
export function createPage(options: PageOptions): Hono {
  const page = new Hono();
  page.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(safetyHeaders)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  });
  page.onError((error, context) => errorAnswer(context, error, options.log));
  page.post(filesPath, (context) => receiveFile(context, options));
  page.get(`${filesPath}/:fileId`, (context) => sendFile(context, options));
  page.get('/', (context) => sendIndex(context, options));
  page.get('/index.html', (context) => sendIndex(context, options));
  page.use(
    serveStatic({
      root: options.rendererDir,
      join,
      getContent: async (path) => await readIfFile(path),
      onFound: (path, context) => {
        // Built assets carry a hash of their content in their name: a new build has new names.
        const isHashed = path.startsWith(join(options.rendererDir, 'assets'));
        context.header('Cache-Control', isHashed ? 'private, max-age=31536000, immutable' : 'no-cache');
      },
    }),
  );
  // Addresses inside the page (/offers/12) are not files: the page itself knows what to show.
  page.get('*', (context) => {
    const last = context.req.path.split('/').at(-1) ?? '';
    return last.includes('.') ? context.notFound() : sendIndex(context, options);
  });
  return page;
}

const safetyHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=()',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
} as const;

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // The style library writes its rules at run time; they carry the nonce of this very answer.
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

async function sendIndex(context: Context, { rendererDir }: PageOptions): Promise<Response> {
  const html = await readFile(join(rendererDir, 'index.html'), 'utf8');
  const nonce = randomBytes(16).toString('base64');
  context.header('Content-Security-Policy', contentSecurityPolicy(nonce));
  return context.html(html.replaceAll(cspNoncePlaceholder, nonce));
}

async function receiveFile(context: Context, { fileStore }: PageOptions): Promise<Response> {
  const name = readName(context.req.header(fileNameHeader));
  if (!name) throw new AppError('invalid-input', `The header ${fileNameHeader} holds no name.`);
  const { fileId, sizeBytes, name: kept } = await fileStore.receive(name, chunksOf(context.req.raw.body));
  return context.json({ fileId, name: kept, sizeBytes } satisfies UploadedFile);
}

function readName(header: string | undefined): string | null {
  try {
    return header ? decodeURIComponent(header) : null;
  } catch {
    return null;
  }
}

/** The chunks of a body as they arrive; a body cut short by its sender ends in an error and not in half a file. */
async function* chunksOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function sendFile(context: Context, { fileStore }: PageOptions): Response {
  const fileId = fileIdSchema.safeParse(context.req.param('fileId'));
  if (!fileId.success) throw new AppError('not-found', 'This is not a file handle.', 'file-expired');
  const file = fileStore.locate(fileId.data);
  return new Response(bodyOf(createReadStream(file.path)), {
    headers: {
      'Content-Type': getMimeType(file.name) ?? 'application/octet-stream',
      'Content-Length': String(file.sizeBytes),
      'Content-Disposition': contentDisposition(file.name),
    },
  });
}

function bodyOf(stream: ReadStream): ReadableStream {
  // Node's own type for web streams and the global one are the same object at run time.
  return Readable.toWeb(stream) as ReadableStream;
}

/** RFC 6266: an ASCII name for old readers, and the exact one as RFC 5987 writes it. */
export function contentDisposition(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`;
}

async function readIfFile(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await readFile(path);
  } catch {
    return null;
  }
}

/** The answer `{ error }` with the status that goes with its code; what nobody foresaw is logged and hidden. */
export function errorAnswer(context: Context, error: unknown, log: Log): Response {
  // A person who closes the page in the middle of an upload is not a failure.
  const gone = context.req.raw.signal.aborted ? cancelled() : null;
  const known = error instanceof AppError ? error : (gone ?? hide(error, context.req.path, log));
  return Response.json({ error: known.toWire() }, { status: httpStatus[known.code] });
}

function hide(error: unknown, path: string, log: Log): AppError {
  const incident = randomBytes(6).toString('hex');
  log.error('A request failed.', error, { path, incident });
  return new AppError('internal', 'An unforeseen error happened.', null, { incident });
}
