import { useEffect, useState } from 'react';
import type { AppClient } from '../../shared/contract/contract';
import type { CallOptions } from '../../shared/contract/define';
import { AppError } from '../../shared/domain/app-error';
import { useClient } from './client-context';

/** A pause of this long is taken for the end of a thought. */
const pauseMs = 250;

export interface Live<Answer> {
  /** The last answer, which may be to an earlier input; null before the first. */
  readonly answer: Answer | null;
  readonly error: AppError | null;
  /** Whether the answer is to an earlier input. */
  readonly isBehind: boolean;
}

/**
 * Asks again whenever `input` changes and a pause follows; a newer question cancels the one before. Null asks nothing
 * and forgets the answer. `ask` must be a constant, such as a function outside of the component. Answers are not kept:
 * the next input is another text.
 */
export function useLive<Input, Answer>(
  ask: (client: AppClient, input: Input, options: CallOptions) => Promise<Answer>,
  input: Input | null,
): Live<Answer> {
  const client = useClient();
  const key = input === null ? null : JSON.stringify(input);
  const [state, setState] = useState<{ key: string | null; answer: Answer | null; error: AppError | null }>({
    ...{ key: null, answer: null, error: null },
  });

  useEffect(() => {
    if (key === null) return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      // It was written from an Input just above.
      ask(client, JSON.parse(key) as Input, { signal: abort.signal }).then(
        (answer) => {
          if (!abort.signal.aborted) setState({ key, answer, error: null });
        },
        (error: unknown) => {
          if (abort.signal.aborted) return;
          const known = error instanceof AppError ? error : new AppError('internal', String(error));
          setState((former) => ({ ...former, key, error: known }));
        },
      );
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [ask, client, key]);

  if (key === null) return { answer: null, error: null, isBehind: false };
  return { answer: state.answer, error: state.error, isBehind: state.key !== key };
}
