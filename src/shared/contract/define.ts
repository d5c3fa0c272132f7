import type { z } from 'zod';

/** Topics whose rows a successful call may change; views that show a topic ask again when it is announced. */
export const topics = [
  'settings',
  'university',
  'offers',
  'formations',
  'companies',
  'matches',
  'decisions',
  'transmissions',
  'managers',
  'imports',
  'jobs',
  'exports',
  'backups',
  'named-views',
  'candidates',
  'kiosk',
  'rome',
  'connectors',
  'encryption',
] as const;
export type Topic = (typeof topics)[number];

/** One question, one answer, in well under a second. Anything slower is a job. */
export interface CallDef<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'call';
  readonly input: Input;
  readonly output: Output;
  readonly changes: readonly Topic[];
}

/** Many answers until the producer ends or the caller aborts. */
export interface StreamDef<Input extends z.ZodType = z.ZodType, Item extends z.ZodType = z.ZodType> {
  readonly kind: 'stream';
  readonly input: Input;
  readonly item: Item;
}

export type ProcedureDef = CallDef | StreamDef;
export type Contract = Readonly<Record<string, Readonly<Record<string, ProcedureDef>>>>;

/** Declares a procedure with one answer. `changes` names the topics that a success makes stale. */
export function call<Input extends z.ZodType, Output extends z.ZodType>(definition: {
  readonly input: Input;
  readonly output: Output;
  readonly changes?: readonly Topic[];
}): CallDef<Input, Output> {
  return { kind: 'call', input: definition.input, output: definition.output, changes: definition.changes ?? [] };
}

/** Declares a procedure with a sequence of answers. */
export function stream<Input extends z.ZodType, Item extends z.ZodType>(definition: {
  readonly input: Input;
  readonly item: Item;
}): StreamDef<Input, Item> {
  return { kind: 'stream', input: definition.input, item: definition.item };
}

export interface CallOptions {
  /** Aborting ends the call or stream with the error `cancelled`. */
  readonly signal?: AbortSignal;
}

type ClientProcedure<P> =
  P extends CallDef<infer Input, infer Output>
    ? (input: z.input<Input>, options?: CallOptions) => Promise<z.output<Output>>
    : P extends StreamDef<infer Input, infer Item>
      ? (input: z.input<Input>, options?: CallOptions) => AsyncIterable<z.output<Item>>
      : never;

/** What a caller sees: one method a procedure, typed by its declaration. */
export type Client<C extends Contract> = {
  readonly [G in keyof C]: { readonly [P in keyof C[G]]: ClientProcedure<C[G][P]> };
};

type Handler<P> =
  P extends CallDef<infer Input, infer Output>
    ? (input: z.output<Input>, signal: AbortSignal) => Promise<z.input<Output>> | z.input<Output>
    : P extends StreamDef<infer Input, infer Item>
      ? (input: z.output<Input>, signal: AbortSignal) => AsyncIterable<z.input<Item>>
      : never;

/** What the core provides for one group of procedures. */
export type GroupHandlers<G extends Readonly<Record<string, ProcedureDef>>> = {
  readonly [P in keyof G]: Handler<G[P]>;
};

/** What the core provides: a missing, misspelt or wrongly typed handler does not compile. */
export type Handlers<C extends Contract> = { readonly [G in keyof C]: GroupHandlers<C[G]> };
