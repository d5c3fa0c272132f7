import type { z } from 'zod';
import { mostNamedNews, mostNewsProfiles, type candidates } from '../../../shared/contract/candidates';
import type { Candidate } from '../../../shared/domain/candidate';
import { candidateText } from '../../../shared/domain/candidate-text';
import type { OfferId } from '../../../shared/domain/ids';
import { criteriaOfCandidate, studentFilter } from '../../../shared/domain/student-filter';
import type { Database } from '../db/open';
import type { SearchService } from '../search/search-service';
import type { CandidateService } from './candidate-service';

/** What came in for the profiles since somebody last looked at each. Throws `cancelled`. */
export type CandidateNews = (signal: AbortSignal) => Promise<z.input<typeof candidates.news.output>>;

export interface CandidateNewsParts {
  readonly database: Database;
  readonly candidateService: Pick<CandidateService, 'list'>;
  readonly searchService: Pick<SearchService, 'ids'>;
}

const byRelevance = { by: 'relevance', direction: 'desc' } as const;

/** Finds for each profile just what its page shows, among what was stored since. */
export function createCandidateNews({ database, candidateService, searchService }: CandidateNewsParts): CandidateNews {
  const newOf = async (profile: Candidate, since: string, signal: AbortSignal): Promise<readonly OfferId[]> => {
    const text = candidateText(profile);
    const filter = { ...studentFilter(text, criteriaOfCandidate(profile), []), createdFrom: since };
    const asked = { text, filter, areCopiesGrouped: true, isNearAmongTakable: true } as const;
    return searchService.ids({ ...asked, sort: byRelevance }, signal);
  };
  return async (signal) => {
    const newest = database.read.prepare<string>('select created_at from offer order by id desc limit 1').pluck().get();
    const all = new Set<OfferId>();
    const profiles: z.input<typeof candidates.news.output>['profiles'] = [];
    for (const profile of candidateService.list().slice(0, mostNewsProfiles)) {
      // Mostly nothing came in at all: then nothing is looked for.
      if (profile.seenAt === null || newest === undefined || newest < profile.seenAt) continue;
      const ids = await newOf(profile, profile.seenAt, signal);
      for (const id of ids) all.add(id);
      if (ids.length > 0)
        profiles.push({ candidateId: profile.id, count: ids.length, offerIds: ids.slice(0, mostNamedNews) });
    }
    return { offerCount: all.size, profiles };
  };
}
