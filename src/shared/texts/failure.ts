import type { ErrorCode, ErrorReason } from '../domain/app-error';

/** A failure in words: what happened, and what to do now. */
export interface Failure {
  readonly what: string;
  readonly todo: string;
}

/** The sentences of one area; together the areas have every reason once. */
export type FailuresOf = Readonly<Partial<Record<ErrorReason, Failure>>>;

/** The sentences about failures in one language, for the page and for the terminal. */
export interface Failures {
  /** Where no reason is known. */
  readonly codes: Readonly<Record<ErrorCode, Failure>>;
  readonly reasons: Readonly<Record<ErrorReason, Failure>>;
  /** Names what is meant; `{{value}}` stands for it, and `{{told}}` and `{{found}}` for numbers of rows. */
  readonly where: Readonly<Record<'file' | 'folder' | 'line' | 'column' | 'field' | 'host' | 'rows', string>>;
  /** What to do with the number, `{{incident}}`, under which the log tells more. */
  readonly incident: string;
  /** Follows a failure by which no data changed. */
  readonly nothingLost: string;
}

/** What to do instead where there is no page to do it on. */
export type TodoInTerminal = Readonly<Partial<Record<ErrorReason, string>>>;
