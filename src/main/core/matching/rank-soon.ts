import type { Database } from '../db/open';
import * as matchRepository from './match-repository';
import type { MatchingService } from './matching-service';

/** Longer than an editor goes on without saving while somebody writes. */
const pauseMs = 6_000;

/** Has offers ranked once nobody writes any more. */
export interface RankSoon {
  /** To be called after each commit of what somebody is writing. */
  readonly ask: () => void;
  /** Nothing is started any more; the next start of the application finds what waits. */
  readonly dispose: () => void;
}

export interface RankSoonParts {
  readonly database: Database;
  readonly matchingService: Pick<MatchingService, 'refresh'>;
  /** Gets what kept a ranking from being started. */
  readonly report: (error: unknown) => void;
}

/** Starts a ranking when six seconds have gone by since it was last asked for, if any offer waits for one then. */
export function createRankSoon({ database, matchingService, report }: RankSoonParts): RankSoon {
  let timer: NodeJS.Timeout | undefined;
  const start = async (): Promise<void> => {
    if (matchRepository.hasPending(database.read)) await matchingService.refresh();
  };
  return {
    ask() {
      clearTimeout(timer);
      timer = setTimeout(() => void start().catch(report), pauseMs);
      timer.unref();
    },
    dispose: () => clearTimeout(timer),
  };
}
