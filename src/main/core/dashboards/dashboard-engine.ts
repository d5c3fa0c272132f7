import type { FacetValue, OffersTab, TrendsTab } from '../../../shared/contract/dashboards';
import type { DashboardFacet, DashboardQuery } from '../../../shared/domain/dashboard/dashboard-filter';
import type { ReadDb } from '../db/open';
import { createColumnKeeper, type KeptColumns } from './column-keeper';
import { openQuery, type OpenQuery } from './dashboard-scope';
import { facetValues } from './facet-values';
import { offersTab } from './offers-tab';
import { trendsTab } from './trends-tab';

/** Counts offers in memory. Every answer is of the database as it is when the question comes. */
export interface DashboardEngine {
  offers(query: DashboardQuery): OffersTab;
  trends(query: DashboardQuery): TrendsTab;
  values(query: DashboardQuery, facet: DashboardFacet, text: string): FacetValue[];
  /** Reads what is not in memory yet, so that the next question does not wait for it. */
  prepare(): void;
  /** What the columns take in memory. */
  readonly bytes: number;
}

/** An engine on a connection of its own, which nobody else may use. */
export function createDashboardEngine(db: ReadDb): DashboardEngine {
  const keeper = createColumnKeeper(db);
  /** What was kept and what is read beside it are of the same moment. */
  const atOneMoment = <T>(work: (kept: KeptColumns) => T): T => {
    db.prepare('begin').run();
    try {
      return work(keeper.now());
    } finally {
      db.prepare('commit').run();
    }
  };
  const answer = <T>(query: DashboardQuery, work: (open: OpenQuery) => T): T =>
    atOneMoment((kept) => work(openQuery(db, kept, query)));
  return {
    offers: (query) => answer(query, offersTab),
    trends: (query) => answer(query, trendsTab),
    values: (query, facet, text) => answer(query, (open) => facetValues(open, facet, text)),
    prepare: () => atOneMoment(() => undefined),
    get bytes() {
      return keeper.bytes;
    },
  };
}
