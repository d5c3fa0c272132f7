import { statSync } from 'node:fs';
import type { GroupHandlers } from '../../../shared/contract/define';
import type { Health } from '../../../shared/contract/health';
import type { host, HostInfo } from '../../../shared/contract/host';
import { AppError } from '../../../shared/domain/app-error';
import type { Database } from '../db/open';
import type { ChangeFeed } from '../jobs/change-feed';
import type { Diagnose, Embedder } from '../ports';

export interface HostFacts {
  readonly version: string;
  readonly shell: HostInfo['shell'];
  readonly dataDir: string;
  readonly notices: HostInfo['notices'];
}

export interface HostParts {
  readonly feed: ChangeFeed;
  readonly embedder: Embedder;
  readonly database: Database;
  /** When the newest backup was made. */
  readonly backedUpAt: () => string | null;
  readonly diagnose: Diagnose | undefined;
}

/** Where no host tells more. */
const undiagnosed = { system: `Node ${process.versions.node}`, freeBytes: null, failures: [], slow: [] };

export function createHostHandlers(facts: HostFacts, parts: HostParts): GroupHandlers<typeof host> {
  const { feed, embedder, database } = parts;
  return {
    health: async (_input, signal) => {
      const { system, ...diagnosed } = parts.diagnose?.() ?? undiagnosed;
      return {
        application: { version: facts.version, shell: facts.shell, system },
        model: await modelOf(embedder, signal),
        database: { ...sizesOf(database.path), pragmas: { ...database.pragmas() } },
        backedUpAt: parts.backedUpAt(),
        process: consumption(),
        ...diagnosed,
      };
    },
    checkDatabase: () => ({ integrity: database.examine().integrity }),
    info: async (_input, signal) => ({ ...facts, model: await modelOf(embedder, signal) }),
    changes: (_input, signal) => feed.listen(signal),
  };
}

/** A model that is not there is something to be told, not a failure of the question. */
async function modelOf(embedder: Embedder, signal: AbortSignal): Promise<HostInfo['model']> {
  try {
    const { id } = await embedder.model(signal);
    return { id, state: 'ready' };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const id = typeof error.details['modelId'] === 'string' ? error.details['modelId'] : '';
    if (error.reason === 'model-damaged') return { id, state: 'damaged' };
    if (error.reason === 'model-missing') return { id, state: 'missing' };
    throw error;
  }
}

function sizesOf(path: string): { readonly sizeBytes: number; readonly journalBytes: number } {
  const size = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return { sizeBytes: size(path), journalBytes: size(`${path}-wal`) };
}

function consumption(): Health['process'] {
  const { user, system } = process.cpuUsage();
  return { upSeconds: process.uptime(), memoryBytes: process.memoryUsage().rss, cpuSeconds: (user + system) / 1e6 };
}
