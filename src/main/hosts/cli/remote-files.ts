import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { AppError, cancelled, wireErrorSchema } from '../../../shared/domain/app-error';
import type { FileId } from '../../../shared/domain/ids';
import type { HttpServer } from '../../../shared/rpc/http-transport';
import { fileNameHeader, filesPath, uploadedFileSchema } from '../../../shared/rpc/http-wire';

/** Hands a file to an application that is open, as its page would. Throws its refusals, `unavailable`, `cancelled`. */
export async function sendTo(server: HttpServer, path: string, signal: AbortSignal): Promise<FileId> {
  const response = await ask(server, filesPath, signal, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', [fileNameHeader]: encodeURIComponent(basename(path)) },
    body: await openAsBlob(path),
  });
  return uploadedFileSchema.parse(await response.json()).fileId;
}

/** The bytes of a file of an application that is open. Throws `not-found`, `unavailable` and `cancelled`. */
export async function* receiveFrom(
  server: HttpServer,
  fileId: FileId,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { body } = await ask(server, `${filesPath}/${fileId}`, signal, {});
  if (body) yield* body;
}

async function ask(server: HttpServer, path: string, signal: AbortSignal, init: RequestInit): Promise<Response> {
  const headers = { ...init.headers, ...server.headers };
  const response = await fetch(server.origin + path, { ...init, headers, signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cancelled();
    throw new AppError('unavailable', 'The open application does not answer.', null, {}, { cause });
  });
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  throw wireErrorSchema.safeParse(error).success
    ? AppError.fromWire(error)
    : new AppError('unavailable', `The open application answered ${response.status}.`);
}
