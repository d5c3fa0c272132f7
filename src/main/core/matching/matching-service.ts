import { AppError, type ErrorDetails } from '../../../shared/domain/app-error';
import type { JobId, OfferId } from '../../../shared/domain/ids';
import type { OfferMatches } from '../../../shared/domain/match';
import type { JobContext, JobRunner } from '../jobs/job-runner';
import type { EmbeddingModel } from '../ports';
import * as matchRepository from './match-repository';
import { embedStaleTexts, isAnythingStale, rankStaleOffers, type RankingParts } from './rank-stale-offers';

export interface MatchingService {
  /** The formations of one offer, best first. Throws `not-found`. */
  ofOffer(offerId: OfferId): OfferMatches;
  /**
   * Has everything embedded and ranked that lacks a valid ranking; answers with the job that does it, which may run
   * already, never with one that was asked to stop. To be called after each commit of offers, companies or formations, outside of a write.
   */
  refresh(): Promise<JobId>;
  /**
   * The same, when anything is stale: an earlier run was interrupted, or the model is a new one. For the start of the
   * application; answers null when all is up to date. Throws `unavailable` (`model-…`), and `cancelled`.
   */
  resume(signal: AbortSignal): Promise<JobId | null>;
  /** Has only the missing vectors computed, of formations and of the offers that wait for a ranking. */
  embed(): Promise<JobId>;
}

/** What the ranking job does with the offers besides ranking them. */
export interface RankingFollowUp {
  /** Does what is to be done and returns how many offers that were. */
  readStale(context: JobContext): Promise<number>;
  /** Whether `readStale` would find something to do; `model` is asked for only when that decides. */
  isAnythingStale(model: () => Promise<EmbeddingModel>): Promise<boolean>;
}

export interface MatchingParts extends RankingParts {
  readonly jobRunner: JobRunner;
  /** Left out where offers are only ranked. */
  readonly followUp?: RankingFollowUp;
}

/** One job that ranks. It takes up what is committed while it runs, until it decides that nothing is left. */
interface RankingRun {
  readonly jobId: Promise<JobId>;
  /** Null while the job is being stored: nobody can have cancelled it then. */
  storedId: JobId | null;
  /** Whether somebody asked for a ranking after the present pass had begun. */
  isWanted: boolean;
}

export function createMatchingService(parts: MatchingParts): MatchingService {
  const { jobRunner } = parts;
  let current: RankingRun | null = null;

  const start = (): Promise<JobId> => {
    const jobId = jobRunner.start({
      kind: 'rank',
      subject: '',
      changes: ['matches', 'offers'],
      run: (context) => perform(own, context),
    });
    const own: RankingRun = { jobId, storedId: null, isWanted: false };
    current = own;
    jobId.then(
      (id) => (own.storedId = id),
      () => forget(own),
    );
    return jobId;
  };
  const forget = (own: RankingRun): void => {
    if (current === own) current = null;
  };
  const refresh = (): Promise<JobId> => {
    if (!current || (current.storedId !== null && !jobRunner.isGoingOn(current.storedId))) return start();
    current.isWanted = true;
    return current.jobId;
  };

  const perform = async (own: RankingRun, context: JobContext): Promise<ErrorDetails> => {
    let ranked = 0;
    let read = 0;
    try {
      do {
        own.isWanted = false;
        ranked += await rankStaleOffers(parts, context);
        // Afterwards, because formations are what people wait for.
        read += (await parts.followUp?.readStale(context)) ?? 0;
      } while (own.isWanted);
      return parts.followUp ? { ranked, read } : { ranked };
    } finally {
      forget(own);
      // Only after a cancel or a failure: what others asked for meanwhile is not what was given up.
      if (own.isWanted) {
        await refresh().catch((error: unknown) => {
          // When the application closes nothing is queued any more: the next start finds what waits.
          if (!context.signal.aborted) context.log.error('a ranking was not queued again', error);
        });
      }
    }
  };

  return {
    ofOffer(offerId) {
      const matches = matchRepository.findOfOffer(parts.database.read, offerId);
      if (!matches) throw new AppError('not-found', `There is no offer ${offerId}.`, null, { offerId });
      return matches;
    },

    refresh,

    resume: async (signal) => {
      const model = () => parts.embeddingService.model(signal);
      const isStale = (await isAnythingStale(parts, model)) || (await parts.followUp?.isAnythingStale(model));
      return isStale ? await refresh() : null;
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
