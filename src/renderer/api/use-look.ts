import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { AppClient } from '../../shared/contract/contract';
import type { CallOptions } from '../../shared/contract/define';
import type { AppError } from '../../shared/domain/app-error';
import { useClient } from './client-context';

/** The procedures that find out what another one would do. */
type Look = 'previewUndo' | 'previewUndoPackage' | 'previewGoBack';
type Input<P extends Look> = Parameters<AppClient['imports'][P]>[0];
type Answer<P extends Look> = AppClient['imports'][P] extends (...args: never) => AsyncIterable<infer A> ? A : never;
type Procedure<P extends Look> = (input: Input<P>, options: CallOptions) => AsyncIterable<Answer<P>>;

/**
 * What an action would do to what is stored, asked anew each time: it may change meanwhile. Null asks nothing; a question
 * that is no longer put is given up.
 */
export function useLook<P extends Look>(look: P, input: Input<P> | null): UseQueryResult<Answer<P> | null, AppError> {
  const client = useClient();
  return useQuery<Answer<P> | null, AppError>({
    queryKey: ['imports', look, input],
    gcTime: 0,
    enabled: input !== null,
    queryFn: async ({ signal }) => {
      // Indexing by a type variable loses that input and answer are of one procedure.
      const ask = client.imports[look] as unknown as Procedure<P>;
      if (input !== null) for await (const answer of ask(input, { signal })) return answer;
      return null;
    },
  });
}
