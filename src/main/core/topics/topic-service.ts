import type { Topics } from '../../../shared/contract/dashboard-topics';
import { offersOfAllLevels } from '../../../shared/contract/dashboard-rows';
import type { OfferFilter } from '../../../shared/contract/offers';
import type { DashboardFilter } from '../../../shared/domain/dashboard/dashboard-filter';
import { compare } from '../../../shared/domain/dashboard/figures';
import type { DashboardService } from '../dashboards/dashboard-service';
import type { Database } from '../db/open';
import type { OfferService } from '../offers/offer-service';
import type { TopicThread } from '../ports';
import { topicsOf } from './topic-engine';

export interface TopicService {
  /** What the offers of a dashboard are about that no formation suits, the level of view left aside. */
  unmatched(filter: DashboardFilter, signal: AbortSignal): Promise<Topics>;
}

export interface TopicParts {
  readonly database: Database;
  readonly dashboardService: Pick<DashboardService, 'tab' | 'untaughtSkills'>;
  readonly offerService: Pick<OfferService, 'ids' | 'count'>;
  readonly thread: TopicThread | undefined;
}

/** The newest offers of a year that are grouped; more would take longer than a person waits. */
const mostOffers = 10_000;

export function createTopicService(parts: TopicParts): TopicService {
  const { database, dashboardService, offerService, thread } = parts;
  return {
    async unmatched(filter, signal) {
      const { scope } = await dashboardService.tab('director', filter, signal);
      const { smallNumber } = scope;
      const offersOf = (days: 'now' | 'before'): OfferFilter => ({
        ...offersOfAllLevels(filter, scope, days),
        outcome: 'no-suitable-formation',
      });
      const [now, before] = [offersOf('now'), offersOf('before')];
      const question = {
        ...{ now: offerService.ids(now, mostOffers), before: offerService.ids(before, mostOffers), smallNumber },
        untaughtSkills: await dashboardService.untaughtSkills(signal),
      };
      const topics = thread ? await thread.topics(database.path, question, signal) : topicsOf(database.read, question);
      return { ...topics, total: compare(offerService.count(now), offerService.count(before), smallNumber) };
    },
  };
}
