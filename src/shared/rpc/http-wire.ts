import { z } from 'zod';
import { wireErrorSchema, type ErrorCode } from '../domain/app-error';
import { fileIdSchema } from '../domain/ids';

/**
 * How the contract travels over HTTP.
 *
 * `POST /rpc/call/<group.name>` takes `{ input }` and answers 200 `{ value }`, or the status of `httpStatus` with
 * `{ error }`. `POST /rpc/stream/<group.name>` takes `{ input }` and answers one JSON a line: `{ item }` as often as
 * needed, then `{ end: true }` or `{ error }`. A body that stops without one of the two was cut. Closing the request
 * aborts the procedure.
 *
 * `POST /files` takes the bytes of one file as its body and its name in `fileNameHeader`, and answers 200 with
 * `uploadedFileSchema` or `{ error }`. `GET /files/<fileId>` answers with the file as an attachment.
 */
export const callPath = '/rpc/call/';
export const streamPath = '/rpc/stream/';
export const filesPath = '/files';

/**
 * Shows a server in a browser that a POST comes from its own page. Cookies go to whatever listens on another port of the same
 * host, which may be somebody else's program; what a page stores is its own. The first address has the key behind its `#`.
 */
export const pageKeyHeader = 'x-page-key';
export const pageKeyParameter = 'page-key';

/** Carries `encodeURIComponent(file name)`: headers hold no accents. */
export const fileNameHeader = 'x-file-name';

export const requestBodySchema = z.strictObject({ input: z.unknown() });

export const callBodySchema = z.union([
  z.strictObject({ error: wireErrorSchema }),
  z.strictObject({ value: z.unknown() }),
]);

export const streamLineSchema = z.union([
  z.strictObject({ error: wireErrorSchema }),
  z.strictObject({ end: z.literal(true) }),
  z.strictObject({ item: z.unknown() }),
]);

export const uploadedFileSchema = z.strictObject({
  fileId: fileIdSchema,
  name: z.string(),
  sizeBytes: z.int().nonnegative(),
});
export type UploadedFile = z.infer<typeof uploadedFileSchema>;

/** The HTTP status that goes with each error code; clients read the body, people read the log. */
export const httpStatus = {
  'invalid-input': 400,
  'unknown-procedure': 404,
  'not-found': 404,
  conflict: 409,
  cancelled: 499,
  unavailable: 503,
  internal: 500,
} as const satisfies Record<ErrorCode, number>;
