import type { CompanyList } from '../../../shared/contract/dashboard-companies';
import type { DashboardTabName, DashboardTabs, FacetValue } from '../../../shared/contract/dashboards';
import type {
  DashboardFacet,
  DashboardFilter,
  DashboardQuery,
} from '../../../shared/domain/dashboard/dashboard-filter';
import { localDay } from '../../../shared/util/local-day';
import type { Database } from '../db/open';
import { openReadConnection, type ReadConnection } from '../db/open-in-thread';
import type { Clock, CompanyQuestion, DashboardThread } from '../ports';
import type { SettingService } from '../settings/setting-service';
import { createDashboardEngine, type DashboardEngine } from './dashboard-engine';
import type { DashboardFinder } from './manners';

export interface DashboardService {
  /** Each answer is of the offers as they are, on the day and with the settings that hold when the question comes. */
  tab<Name extends DashboardTabName>(
    name: Name,
    filter: DashboardFilter,
    signal: AbortSignal,
  ): Promise<DashboardTabs[Name]>;
  companyList(
    filter: DashboardFilter,
    question: Omit<CompanyQuestion, 'query'>,
    signal: AbortSignal,
  ): Promise<CompanyList>;
  values(filter: DashboardFilter, facet: DashboardFacet, text: string, signal: AbortSignal): Promise<FacetValue[]>;
  /** The keys of the skills that offers ask for and no formation teaches; null where none says what it teaches. */
  untaughtSkills(signal: AbortSignal): Promise<readonly string[] | null>;
  /** Has many offers read some seconds from now, before anybody asks; returns what calls it off. */
  prepareSoon(): () => void;
  dispose(): void;
}

export interface DashboardParts {
  readonly database: Database;
  readonly settingService: SettingService;
  readonly clock: Clock;
  readonly thread: DashboardThread | undefined;
  readonly skillFinder: DashboardFinder;
}

/** Fewer offers than this are read within a second, when somebody asks: not worth the memory of every start. */
const manyOffers = 20_000;
/** What a start has to do first is over by then. */
const prepareAfterMs = 8_000;

export function createDashboardService({
  database,
  settingService,
  clock,
  thread,
  skillFinder,
}: DashboardParts): DashboardService {
  const { path } = database;
  const own = thread ? null : countHere(path, skillFinder);
  const counting = thread ?? own?.counting;
  if (!counting) throw new Error('There is a thread, or a connection.');
  const queryOf = (filter: DashboardFilter): DashboardQuery => {
    const { academicYearStart, smallNumber } = settingService.get();
    return { filter, today: localDay(clock.now()), yearStart: academicYearStart, smallNumber };
  };
  return {
    tab: (name, filter, signal) => counting.tab(path, { name, query: queryOf(filter) }, signal),
    companyList: (filter, question, signal) =>
      counting.companyList(path, { query: queryOf(filter), ...question }, signal),
    values: (filter, facet, text, signal) => counting.values(path, { query: queryOf(filter), facet, text }, signal),
    untaughtSkills: (signal) => counting.untaughtSkills(path, signal),
    prepareSoon() {
      const timer = setTimeout(() => {
        const offers = database.read.prepare<number>('select count(*) from ranking').pluck().get() ?? 0;
        // The first question does it, and says what is wrong, where this cannot.
        if (offers >= manyOffers) counting.prepare(path).catch(() => undefined);
      }, prepareAfterMs);
      timer.unref();
      return () => clearTimeout(timer);
    },
    dispose: () => own?.close(),
  };
}

/** The same without a thread, on a connection that opens with the first question. */
function countHere(
  path: string,
  skillFinder: DashboardFinder,
): { readonly counting: DashboardThread; readonly close: () => void } {
  let opened: { readonly connection: ReadConnection; readonly engine: DashboardEngine } | null = null;
  const engine = (): DashboardEngine => {
    if (opened === null) {
      const connection = openReadConnection(path);
      opened = { connection, engine: createDashboardEngine(connection.read, skillFinder) };
    }
    return opened.engine;
  };
  return {
    counting: {
      tab: async (_path, { name, query }) => await Promise.resolve(engine().tab(name, query)),
      companyList: async (_path, question) => await Promise.resolve(engine().companyList(question)),
      values: async (_path, { query, facet, text }) => await Promise.resolve(engine().values(query, facet, text)),
      untaughtSkills: async () => await Promise.resolve(engine().untaughtSkills()),
      prepare: async () => await Promise.resolve(engine().prepare()),
    },
    close: () => opened?.connection.close(),
  };
}
