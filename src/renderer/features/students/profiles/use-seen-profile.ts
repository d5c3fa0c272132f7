import { useEffect, useRef, useState } from 'react';
import type { Candidate } from '../../../../shared/domain/candidate';
import type { OfferId } from '../../../../shared/domain/ids';
import { useAction, useCall } from '../../../api/use-call';

/**
 * What is new for a profile that somebody has just opened, which it is said to have been looked at from now on. It stays
 * new as long as the profile is open, and what comes in meanwhile is added.
 */
export function useSeenProfile({ id }: Candidate): ReadonlySet<OfferId> {
  const { data: opening, mutate: see } = useAction('candidates', 'see');
  const { data: later, isFetching } = useCall('candidates', 'news', {}, { enabled: opening !== undefined });
  const [news, setNews] = useState<ReadonlySet<OfferId>>(new Set());
  const isSeen = useRef(false);
  // An answer of before that is still kept may name what was seen at an earlier time.
  const came = isFetching ? [] : (later?.profiles.find(({ candidateId }) => candidateId === id)?.offerIds ?? []);
  const latest = opening ? [...opening.offerIds, ...came] : [];
  if (latest.some((offerId) => !news.has(offerId))) setNews(new Set([...news, ...latest]));
  useEffect(() => {
    if (isSeen.current) return;
    isSeen.current = true;
    see({ candidateId: id });
  }, [id, see]);
  return news;
}
