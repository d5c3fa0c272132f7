/** Carries the contract's two verbs to wherever the handlers are. Values are JSON-shaped. */
export interface Transport {
  /** Rejects with an AppError; aborting rejects with `cancelled`. */
  call(procedure: string, input: unknown, signal: AbortSignal): Promise<unknown>;
  /** Ends normally, or by throwing an AppError; aborting throws `cancelled`. */
  stream(procedure: string, input: unknown, signal: AbortSignal): AsyncIterable<unknown>;
}

/** The same two verbs on the serving side, after routing and validation. */
export interface Dispatcher extends Transport {
  /** Whether the procedure answers once, many times, or is not in the contract. */
  kindOf(procedure: string): 'call' | 'stream' | null;
}
