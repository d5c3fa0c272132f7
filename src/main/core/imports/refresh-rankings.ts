import type { MatchingService } from '../matching/matching-service';
import type { Log } from '../ports';

/**
 * Has rankings follow what was stored or taken back, which stands whatever comes of this: what is not ranked is found by
 * itself the next time that anything is.
 */
export async function refreshRankings(parts: {
  readonly matchingService: Pick<MatchingService, 'refresh'>;
  readonly log: Log;
}): Promise<void> {
  try {
    await parts.matchingService.refresh();
  } catch (error) {
    parts.log.error('the rankings after an import were not begun', error);
  }
}
