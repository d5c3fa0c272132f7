import { z } from 'zod';

/** The closed list of reasons for which a call can fail; the interface translates them. */
export const errorCodes = [
  'invalid-input',
  'unknown-procedure',
  'not-found',
  'conflict',
  'cancelled',
  'unavailable',
  'internal',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/**
 * What went wrong, precisely enough to be told in the user's language. Each value names one sentence in `shared/texts/`.
 * `invalid-input` and `unavailable` say too little to a person on their own.
 */
export const errorReasons = [
  'file-missing',
  'file-is-folder',
  'folder-empty',
  'folder-unreadable',
  'file-unreadable',
  'file-empty',
  'file-binary',
  'file-too-large',
  'file-expired',
  'file-header-only',
  'file-no-header-line',
  'file-too-many-columns',
  'file-field-too-long',
  'file-unclosed-quote',
  'file-workbook-old',
  'file-workbook-protected',
  'file-workbook-damaged',
  'file-workbook-too-large',
  'file-opendocument',
  'file-sheet-missing',
  'file-many',
  'file-doubtful',
  'file-json-damaged',
  'file-json-empty',
  'file-json-kind',
  'file-json-mixed',
  'package-foreign',
  'package-newer',
  'package-protected',
  'package-unsafe',
  'package-too-large',
  'package-damaged',
  'package-rows-differ',
  'package-university-missing',
  'package-licence-missing',
  'column-missing',
  'column-mapped-twice',
  'import-not-undoable',
  'import-not-redoable',
  'import-undone',
  'import-not-rereadable',
  'match-key-unsuitable',
  'export-format-unsuitable',
  'sample-not-empty',
  'job-running',
  'disk-full',
  'read-only',
  'database-locked',
  'database-newer',
  'database-foreign',
  'database-damaged',
  'database-missing',
  'key-needed',
  'key-wrong',
  'key-file-missing',
  'recovery-key-wrong',
  'opener-missing',
  'encryption-changed',
  'encryption-failed',
  'model-missing',
  'model-damaged',
  'worker-stopped',
  'nothing-to-match',
  'output-unwritable',
  'output-is-input',
  'offer-changed',
  'action-impossible',
  'title-missing',
  'start-reversed',
  'rome-code-wrong',
  'siret-wrong',
  'closing-reason-missing',
  'refusal-reason-missing',
  'subject-missing',
  'name-missing',
  'offer-sent',
  'view-name-taken',
  'consent-missing',
  'kept-too-long',
  'kept-until-past',
  'availability-reversed',
  'kiosk-on',
  'kiosk-code-wrong',
  'kiosk-code-later',
  'offer-withdrawn',
  'manager-missing',
  'manager-known',
  'email-invalid',
  'company-changed',
  'company-name-missing',
  'company-used',
  'siret-taken',
  'website-refused',
  'logo-unusable',
  'backup-gone',
  'backup-damaged',
  'folder-unusable',
  'folder-silent',
  'folder-away',
  'folder-unwatchable',
  'watched-folder-silent',
  'watched-folder-away',
  'contact-empty',
  'merge-below',
  'service-forbidden',
  'service-off',
  'service-keys-missing',
  'service-keys-refused',
  'service-access-refused',
  'service-question-empty',
  'service-question-refused',
  'service-place-unknown',
  'service-limit',
  'service-busy',
  'service-failing',
  'service-answer-bad',
  'service-answer-cut',
  'service-timeout',
  'service-offline',
  'document-type',
  'document-too-large',
  'document-protected',
  'document-damaged',
  'document-empty',
  'document-too-slow',
] as const;
export type ErrorReason = (typeof errorReasons)[number];

export const errorDetailsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
export type ErrorDetails = z.infer<typeof errorDetailsSchema>;

export const wireErrorSchema = z.object({
  code: z.enum(errorCodes),
  reason: z.enum(errorReasons).nullable(),
  message: z.string(),
  details: errorDetailsSchema,
});
export type WireError = z.infer<typeof wireErrorSchema>;

/**
 * An expected failure. `message` is English and for developers; people read the translation of `reason` (or of
 * `code` where there is none), filled with `details` (plain values: file name, line, column, path, incident).
 */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly reason: ErrorReason | null = null,
    readonly details: ErrorDetails = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  toWire(): WireError {
    return { code: this.code, reason: this.reason, message: this.message, details: this.details };
  }

  static fromWire(wire: unknown): AppError {
    const parsed = wireErrorSchema.safeParse(wire);
    if (!parsed.success) return new AppError('internal', 'The other side sent an error that cannot be read.');
    return new AppError(parsed.data.code, parsed.data.message, parsed.data.reason, parsed.data.details);
  }
}

/** The error of everything that ended because someone asked for it. */
export function cancelled(): AppError {
  return new AppError('cancelled', 'The operation was cancelled.');
}

/** Throws `cancelled` once the signal is aborted; long loops call it between batches. */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled();
}
