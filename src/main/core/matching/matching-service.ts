import { AppError, type ErrorDetails } from '../../../shared/domain/app-error';
import type { JobId, OfferId } from '../../../shared/domain/ids';
import type { OfferMatches } from '../../../shared/domain/match';
import type { JobContext, JobRunner } from '../jobs/job-runner';
import * as matchRepository from './match-repository';
import { embedStaleTexts, rankStaleOffers, type RankingParts } from './rank-stale-offers';

export interface MatchingService {
  /** The formations of one offer, best first. Throws `not-found`. */
  ofOffer(offerId: OfferId): OfferMatches;
  /**
   * Has everything embedded and ranked that lacks a valid ranking; answers with the job that does it, which may run
   * already. To be called after each commit of offers, companies or formations, outside of a write.
   */
  refresh(): Promise<JobId>;
  /** Has only the missing vectors computed, of formations and of the offers that wait for a ranking. */
  embed(): Promise<JobId>;
}

export interface MatchingParts extends RankingParts {
  readonly jobRunner: JobRunner;
}

export function createMatchingService(parts: MatchingParts): MatchingService {
  // A running job takes up what is committed while it runs, until it decides that nothing is left.
  let current: { readonly jobId: Promise<JobId>; wanted: boolean } | null = null;

  const run = async (context: JobContext): Promise<ErrorDetails> => {
    const own = current;
    try {
      let ranked = 0;
      do {
        if (own) own.wanted = false;
        ranked += await rankStaleOffers(parts, context);
      } while (own?.wanted);
      return { ranked };
    } finally {
      if (current === own) current = null;
    }
  };

  return {
    ofOffer(offerId) {
      const matches = matchRepository.findOfOffer(parts.database.read, offerId);
      if (!matches) throw new AppError('not-found', `There is no offer ${offerId}.`, null, { offerId });
      return matches;
    },

    async refresh() {
      if (current && parts.jobRunner.active('rank')) {
        current.wanted = true;
        return await current.jobId;
      }
      const jobId = parts.jobRunner.start({ kind: 'rank', subject: '', changes: ['matches', 'offers'], run });
      current = { jobId, wanted: false };
      return await jobId;
    },

    embed: () =>
      parts.jobRunner.start({
        kind: 'rank',
        subject: '',
        changes: [],
        run: (context) => embedStaleTexts(parts, context),
      }),
  };
}
