import type { AppClient } from '../../../shared/contract/contract';
import type { CallOptions } from '../../../shared/contract/define';
import type { AppError } from '../../../shared/domain/app-error';
import type { TextExplanation } from '../../../shared/domain/explanation/explanation';
import type { FormationId, OfferId } from '../../../shared/domain/ids';
import type { TextToRank } from '../../../shared/domain/match';
import { useCall } from '../../api/use-call';
import { useLive } from '../../api/use-live';

/** What formations are compared with: an offer that is stored, or a text that nobody stored. */
export type ComparedText = { readonly offerId: OfferId } | { readonly text: TextToRank };

/** For questions that are not asked because there is no offer. */
export const noOffer = 0 as OfferId; // Never sent.

export interface AskedExplanation {
  readonly explanation: TextExplanation | null;
  readonly error: AppError | null;
  readonly retry: (() => void) | null;
}

interface TextPair {
  readonly text: TextToRank;
  readonly formationId: FormationId;
}

// A constant, as useLive asks for.
const askExplanation = (client: AppClient, pair: TextPair, options: CallOptions): Promise<TextExplanation> =>
  client.matches.explainText(pair, options);

/** Asks why a formation does or does not suit; a text that is being written is asked about at each pause. */
export function useExplanation(compared: ComparedText, formationId: FormationId): AskedExplanation {
  const isStored = 'offerId' in compared;
  const stored = useCall(
    'matches',
    'explain',
    { offerId: isStored ? compared.offerId : noOffer, formationId },
    { enabled: isStored },
  );
  const live = useLive(askExplanation, isStored ? null : { text: compared.text, formationId });
  if (!isStored) return { explanation: live.answer, error: live.error, retry: null };
  return { explanation: stored.data ?? null, error: stored.error, retry: () => void stored.refetch() };
}
