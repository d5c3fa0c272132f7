import { AppError, wireErrorSchema } from '../../shared/domain/app-error';
import type { FileId } from '../../shared/domain/ids';
import { fileNameHeader, filesPath, uploadedFileSchema, type UploadedFile } from '../../shared/rpc/http-wire';
import { pageKeyHeaders } from './page-key';

/**
 * Hands a file over to the application, which keeps it under an opaque handle for a while. Works the same from a
 * server and over the desktop protocol. Throws `unavailable` when nobody answers, and the host's own refusals
 * (`file-too-large`, `disk-full`).
 */
export async function uploadFile(file: File, signal?: AbortSignal): Promise<UploadedFile> {
  const response = await fetch(filesPath, {
    method: 'POST',
    headers: {
      ...pageKeyHeaders(),
      'content-type': 'application/octet-stream',
      [fileNameHeader]: encodeURIComponent(file.name),
    },
    body: file,
    ...(signal ? { signal } : {}),
  }).catch(() => {
    // A folder that was dropped, or a file taken away meanwhile, fails here too: the browser cannot read it.
    throw new AppError('unavailable', 'The file could not be handed over.', 'file-unreadable', { file: file.name });
  });
  const body: unknown = await response.json().catch(() => null);
  const uploaded = uploadedFileSchema.safeParse(body);
  if (uploaded.success) return uploaded.data;
  throw errorOf(body);
}

function errorOf(body: unknown): AppError {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  const parsed = wireErrorSchema.safeParse(error);
  return parsed.success
    ? AppError.fromWire(parsed.data)
    : new AppError('internal', 'The answer to an upload cannot be read.');
}

/** Lets the browser or the desktop shell save a file of the application, as a link with `download` does. */
export function downloadFile(fileId: FileId): void {
  const link = document.createElement('a');
  link.href = `${filesPath}/${fileId}`;
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
