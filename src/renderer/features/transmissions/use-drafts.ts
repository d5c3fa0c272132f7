import { useState } from 'react';
import type { PreparedDraft } from '../../../shared/contract/transmissions';
import type { FormationId, OfferId } from '../../../shared/domain/ids';
import { useAction } from '../../api/use-call';
import { downloadFile } from '../../api/files';
import type { Message } from './use-message';

export interface Pair {
  readonly offerId: OfferId;
  readonly formationId: FormationId;
}

/** Makes the drafts of a message and saves them; the last ones made stay at hand. */
export function useDrafts() {
  const action = useAction('transmissions', 'prepare');
  const [drafts, setDrafts] = useState<readonly PreparedDraft[] | null>(null);
  const prepare = async (pairs: readonly Pair[], message: Message): Promise<void> => {
    const answer = await action.mutateAsync({ pairs: [...pairs], ...message }).catch(() => null);
    if (!answer) return;
    for (const { fileId } of answer.drafts) downloadFile(fileId);
    setDrafts(answer.drafts);
  };
  return { drafts, prepare, isPreparing: action.isPending, error: action.error };
}
