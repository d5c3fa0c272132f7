import {
  keepPreviousData,
  useMutation,
  useQueries,
  useQuery,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { AppClient, AppContract } from '../../shared/contract/contract';
import type { CallDef, CallOptions } from '../../shared/contract/define';
import type { AppError } from '../../shared/domain/app-error';
import { useClient } from './client-context';

type Group = keyof AppContract;
/** The procedures of a group that answer once. */
type Call<G extends Group> = {
  [P in keyof AppContract[G] & string]: AppContract[G][P] extends CallDef ? P : never;
}[keyof AppContract[G] & string];
type Procedure<I, O> = (input: I, options?: CallOptions) => Promise<O>;
type Input<G extends Group, P extends Call<G>> = AppClient[G][P] extends Procedure<infer I, unknown> ? I : never;
type Output<G extends Group, P extends Call<G>> = AppClient[G][P] extends Procedure<never, infer O> ? O : never;

interface CallQueryOptions<Answer> {
  /** False leaves the question unasked, such as while nothing is open. */
  readonly enabled?: boolean;
  /** Shows the former answer while the next one comes; for tables whose page or filter changes. */
  readonly keepPrevious?: boolean;
  /** Asks again after this many milliseconds while the answer says so. */
  readonly refetchWhile?: (answer: Answer) => number | false;
}

function procedureOf<G extends Group, P extends Call<G>>(client: AppClient, group: G, procedure: P) {
  // Client<C> is computed from the same contract as Input and Output; indexing by two type variables loses the link.
  return client[group][procedure] as unknown as Procedure<Input<G, P>, Output<G, P>>;
}

/**
 * Asks one question of the contract and keeps its answer, refreshed when its topics change. Keys are
 * `[group, procedure, input]`. The error of the result is an AppError.
 */
export function useCall<G extends Group, P extends Call<G>>(
  group: G,
  procedure: P,
  input: Input<G, P>,
  options: CallQueryOptions<Output<G, P>> = {},
): UseQueryResult<Output<G, P>, AppError> {
  const client = useClient();
  const { enabled = true, keepPrevious = false, refetchWhile } = options;
  const pause = (answer: Output<G, P> | undefined): number | false =>
    answer === undefined || !refetchWhile ? false : refetchWhile(answer);
  const query = useQuery<unknown, AppError>({
    queryKey: [group, procedure, input],
    queryFn: ({ signal }) => procedureOf(client, group, procedure)(input, { signal }),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(refetchWhile ? { refetchInterval: ({ state: { data } }) => pause(data as Output<G, P> | undefined) } : {}),
  });
  // The query function above answers with Output<G, P>; the library cannot follow a type that is still open here.
  return query as UseQueryResult<Output<G, P>, AppError>;
}

/** Asks one question of the contract for several inputs; answers in their order, each as `useCall`. */
export function useCalls<G extends Group, P extends Call<G>>(
  group: G,
  procedure: P,
  inputs: readonly Input<G, P>[],
): readonly UseQueryResult<Output<G, P>, AppError>[] {
  const client = useClient();
  const queries = useQueries({
    queries: inputs.map((input) => ({
      queryKey: [group, procedure, input],
      queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<unknown> =>
        procedureOf(client, group, procedure)(input, { signal }),
    })),
  });
  // As in useCall.
  return queries as unknown as readonly UseQueryResult<Output<G, P>, AppError>[];
}

/** A call that changes something, made when a person asks for it. */
export function useAction<G extends Group, P extends Call<G>>(
  group: G,
  procedure: P,
): UseMutationResult<Output<G, P>, AppError, Input<G, P>> {
  const client = useClient();
  return useMutation<Output<G, P>, AppError, Input<G, P>>({
    mutationKey: [group, procedure],
    mutationFn: (input) => procedureOf(client, group, procedure)(input),
  });
}
