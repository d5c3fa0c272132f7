import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Asked } from '../../../shared/contract/connectors';
import type { AppError } from '../../../shared/domain/app-error';
import type { OfferService } from '../../../shared/domain/import';
import type { ServiceQuestion } from '../../../shared/domain/service-question';
import { useClient } from '../../api/client-context';

/** A question for a service; null asks again what became of the offers of before. */
export interface Asking {
  readonly service: OfferService;
  readonly question: ServiceQuestion | null;
}

export type AskedOutcome = NonNullable<Asked['outcome']>;

/** Asks a service, and stops when the person does or leaves the page. */
export function useAsking(onOutcome: (outcome: AskedOutcome) => void): {
  readonly asking: UseMutationResult<AskedOutcome | null, AppError, Asking>;
  /** How far it is; null before the first word of it. */
  readonly progress: Asked | null;
  readonly stop: () => void;
} {
  const client = useClient();
  const queryClient = useQueryClient();
  const abort = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<Asked | null>(null);
  useEffect(() => () => abort.current?.abort(), []);
  const asking = useMutation<AskedOutcome | null, AppError, Asking>({
    mutationFn: async ({ service, question }) => {
      setProgress(null);
      const { signal } = (abort.current = new AbortController());
      const steps =
        question === null
          ? client.connectors.refresh({ service }, { signal })
          : client.connectors.search({ service, question }, { signal });
      try {
        let last: Asked | null = null;
        for await (const step of steps) setProgress((last = step));
        return last?.outcome ?? null;
      } catch (error) {
        // What a person stopped is no fault to be told.
        if (signal.aborted) return null;
        throw error;
      }
    },
    onSuccess: (outcome) => {
      if (outcome) onOutcome(outcome);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['connectors'] }),
  });
  return { asking, progress, stop: () => abort.current?.abort() };
}
