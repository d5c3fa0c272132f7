import type { DashboardTabName, DashboardTabs, FacetValue } from '../../../shared/contract/dashboards';
import type { DashboardFacet, DashboardQuery } from '../../../shared/domain/dashboard/dashboard-filter';
import type { CompanyList } from '../../../shared/contract/dashboard-companies';
import type { ReadDb } from '../db/open';
import type { CompanyQuestion } from '../ports';
import { createColumnKeeper, type KeptColumns } from './column-keeper';
import { openQuery, type OpenQuery } from './dashboard-scope';
import { directorTab } from './director-tab';
import { facetValues } from './facet-values';
import type { DashboardFinder } from './manners';
import { offersTab } from './offers-tab';
import { skillsTab, untaughtSkills } from './skills-tab';
import { companiesTab, companyList } from './companies-tab';
import { trendsTab } from './trends-tab';

/** Counts offers in memory. Every answer is of the database as it is when the question comes. */
export interface DashboardEngine {
  tab<Name extends DashboardTabName>(name: Name, query: DashboardQuery): DashboardTabs[Name];
  companyList(question: CompanyQuestion): CompanyList;
  values(query: DashboardQuery, facet: DashboardFacet, text: string): FacetValue[];
  /** The keys of the skills that offers ask for and no formation teaches, without manners; null where none is taught. */
  untaughtSkills(): string[] | null;
  /** Reads what is not in memory yet, so that the next question does not wait for it. */
  prepare(): void;
  /** What the columns take in memory. */
  readonly bytes: number;
}

const tabs: { readonly [Name in DashboardTabName]: (open: OpenQuery) => DashboardTabs[Name] } = {
  offers: offersTab,
  trends: trendsTab,
  companies: companiesTab,
  skills: skillsTab,
  director: directorTab,
};

/** An engine on a connection of its own, which nobody else may use. The finder reads what formations teach. */
export function createDashboardEngine(db: ReadDb, skillFinder: DashboardFinder): DashboardEngine {
  const keeper = createColumnKeeper(db, skillFinder);
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
    tab: (name, query) => answer(query, (open) => tabs[name](open)),
    companyList: ({ query, standing, page }) => answer(query, (open) => companyList(open, standing, page)),
    values: (query, facet, text) => answer(query, (open) => facetValues(open, facet, text)),
    untaughtSkills: () => atOneMoment(untaughtSkills),
    prepare: () =>
      atOneMoment((kept) => {
        kept.taught();
      }),
    get bytes() {
      return keeper.bytes;
    },
  };
}
