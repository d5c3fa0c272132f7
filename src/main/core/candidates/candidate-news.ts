import type { z } from 'zod';
import { mostNamedNews, mostNewsProfiles, type candidates } from '../../../shared/contract/candidates';
import { AppError } from '../../../shared/domain/app-error';
import type { Candidate } from '../../../shared/domain/candidate';
import { candidateText } from '../../../shared/domain/candidate-text';
import type { CandidateId, OfferId } from '../../../shared/domain/ids';
import { criteriaOfCandidate, studentFilter } from '../../../shared/domain/student-filter';
import { packIds } from '../../../shared/util/packed-ids';
import type { SearchService } from '../search/search-service';
import type { CandidateService } from './candidate-service';

export interface CandidateNews {
  /** What came in for the profiles since somebody last looked at each. Throws `cancelled`. */
  all(signal: AbortSignal): Promise<z.input<typeof candidates.news.output>>;
  /** What came in for one, which counts as seen from here on. Throws `not-found` and `cancelled`. */
  see(candidateId: CandidateId, signal: AbortSignal): Promise<z.input<typeof candidates.see.output>>;
}

export interface CandidateNewsParts {
  readonly candidateService: Pick<CandidateService, 'list' | 'seen' | 'see'>;
  readonly searchService: Pick<SearchService, 'ids'>;
}

const byRelevance = { by: 'relevance', direction: 'desc' } as const;

/**
 * Finds for each profile just what its page shows. New is what was not found when somebody last looked, whenever it was
 * stored: an offer can be published, or found by its meaning, long after that.
 */
export function createCandidateNews({ candidateService, searchService }: CandidateNewsParts): CandidateNews {
  const askedFor = (profile: Candidate) => {
    const text = candidateText(profile);
    const filter = studentFilter(text, criteriaOfCandidate(profile), []);
    return { text, filter, isNearAmongTakable: true, sort: byRelevance } as const;
  };
  /** Those of the offers found that nobody saw, the closest first, copies taken for one. */
  const newAmong = async (
    profile: Candidate,
    found: readonly OfferId[],
    signal: AbortSignal,
  ): Promise<readonly OfferId[]> => {
    const seen = candidateService.seen(profile.id);
    const unseen = seen ? found.filter((id) => !seen.has(id)) : [];
    if (unseen.length === 0) return [];
    const { filter, ...asked } = askedFor(profile);
    const among = packIds(unseen).text;
    return searchService.ids({ ...asked, filter: { ...filter, among }, areCopiesGrouped: true }, signal);
  };
  return {
    async all(signal) {
      const all = new Set<OfferId>();
      const profiles: z.input<typeof candidates.news.output>['profiles'] = [];
      for (const profile of candidateService.list().slice(0, mostNewsProfiles)) {
        if (candidateService.seen(profile.id) === null) continue;
        const ids = await newAmong(profile, await searchService.ids(askedFor(profile), signal), signal);
        for (const id of ids) all.add(id);
        if (ids.length > 0)
          profiles.push({ candidateId: profile.id, count: ids.length, offerIds: ids.slice(0, mostNamedNews) });
      }
      return { offerCount: all.size, profiles };
    },
    async see(candidateId, signal) {
      const profile = candidateService.list().find(({ id }) => id === candidateId);
      if (!profile) throw new AppError('not-found', `There is no profile ${candidateId}.`);
      const found = await searchService.ids(askedFor(profile), signal);
      const offerIds = (await newAmong(profile, found, signal)).slice(0, mostNamedNews);
      // Only what was found: what comes in while this waits for its turn to write is still new.
      await candidateService.see(candidateId, found);
      return { offerIds };
    },
  };
}
