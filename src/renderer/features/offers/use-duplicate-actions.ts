import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefOffer } from '../../../shared/contract/offer-duplicates';
import { useClient } from '../../api/client-context';
import { useToldActions } from '../../components/use-told-actions';

interface Pair {
  readonly one: BriefOffer;
  readonly other: BriefOffer;
}

/** What can be said of two offers that look alike. Each tells what it did and how to take it back. */
export interface DuplicateActions {
  /** `kept` stays, the other of the pair is laid aside; null says that they are two. */
  readonly decide: (pair: Pair, kept: BriefOffer | null) => Promise<void>;
  readonly takeBack: (pair: Pair) => Promise<void>;
}

export function useDuplicateActions(): DuplicateActions {
  const { t } = useTranslation();
  const client = useClient();
  const { tell, attempt } = useToldActions('offer-duplicates');
  return useMemo(() => {
    const takeBack = ({ one, other }: Pair): Promise<void> =>
      attempt(async () => {
        await client.offerDuplicates.takeBack({ oneId: one.id, otherId: other.id });
        tell(t('offerDuplicates.takenBack'), null);
      });
    return {
      takeBack,
      decide: (pair, kept) =>
        attempt(async () => {
          const { one, other } = pair;
          await client.offerDuplicates.decide({ oneId: one.id, otherId: other.id, keptId: kept?.id ?? null });
          const text =
            kept === null
              ? t('offerDuplicates.apartDone', { one: one.title, other: other.title })
              : t('offerDuplicates.keptDone', { title: kept === one ? other.title : one.title });
          tell(text, () => takeBack(pair));
        }),
    };
  }, [attempt, client, t, tell]);
}
