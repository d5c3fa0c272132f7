import type { DashboardTabName, DashboardTabs } from '../../../shared/contract/dashboards';
import type { DashboardThread, TabQuestion } from '../../core/ports';
import { lazyWorker, type SpawnWorker } from '../lazy-worker';
import { dashboardsContract } from './dashboards-contract';

/** How long the thread keeps the offers after the last question, in milliseconds: a dashboard is looked at for a while. */
const idleMs = 30 * 60_000;

/** Bounds for the thread: a small nursery, so that the rows of the first reading are cleared early. */
export const dashboardThreadLimits = { maxYoungGenerationSizeMb: 16 } as const;

/**
 * The port `DashboardThread` over a thread that runs `dashboards/entry.ts`; `referenceDir` (absolute) holds the vocabulary of
 * skills. `dispose` stops the thread.
 */
export function createDashboardThread(
  spawn: SpawnWorker,
  referenceDir: string,
): DashboardThread & { dispose(): Promise<void> } {
  const worker = lazyWorker(dashboardsContract, spawn, { idleMs });
  const { dashboards } = worker.client;
  return {
    async tab<Name extends DashboardTabName>(databasePath: string, question: TabQuestion<Name>, signal: AbortSignal) {
      const answer = await dashboards.tab({ databasePath, referenceDir, ...question }, { signal });
      return answer as DashboardTabs[Name]; // The thread answers with the tab that it was asked for.
    },
    companyList: (databasePath, question, signal) =>
      dashboards.companyList({ databasePath, referenceDir, ...question }, { signal }),
    values: (databasePath, search, signal) => dashboards.values({ databasePath, referenceDir, ...search }, { signal }),
    untaughtSkills: (databasePath, signal) => dashboards.untaughtSkills({ databasePath, referenceDir }, { signal }),
    async prepare(databasePath) {
      await dashboards.prepare({ databasePath, referenceDir });
    },
    dispose: () => worker.dispose(),
  };
}
