import { useEffect, useRef, useState } from 'react';
import type { Candidate } from '../../../../shared/domain/candidate';
import type { OfferId } from '../../../../shared/domain/ids';
import { useAction, useCall } from '../../../api/use-call';

/**
 * What is new for a profile that somebody has just opened, which it is said to have been looked at from now on. It stays
 * new as long as the profile is open, and what comes in meanwhile is added.
 */
export function useSeenProfile({ id }: Candidate): ReadonlySet<OfferId> {
  const { data } = useCall('candidates', 'news', {});
  const { mutate: see } = useAction('candidates', 'see');
  const [news, setNews] = useState<ReadonlySet<OfferId>>(new Set());
  const isSeen = useRef(false);
  const latest = data?.profiles.find(({ candidateId }) => candidateId === id)?.offerIds ?? [];
  if (latest.some((offerId) => !news.has(offerId))) setNews(new Set([...news, ...latest]));
  const isKnown = data !== undefined;
  useEffect(() => {
    if (!isKnown || isSeen.current) return;
    isSeen.current = true;
    see({ candidateId: id });
  }, [id, isKnown, see]);
  return news;
}
