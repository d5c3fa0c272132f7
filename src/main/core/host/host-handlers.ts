import { statSync } from 'node:fs';
import type { GroupHandlers } from '../../../shared/contract/define';
import type { Health } from '../../../shared/contract/health';
import type { host, HostInfo } from '../../../shared/contract/host';
import { AppError } from '../../../shared/domain/app-error';
import type { Database } from '../db/open';
import type { ChangeFeed } from '../jobs/change-feed';
import { integrityOf } from '../db/rehearse';
import type { Diagnose, Embedder, WriteThread } from '../ports';
import type { IntegrityWatch } from './integrity-watch';

export interface HostFacts {
  readonly version: string;
  readonly shell: HostInfo['shell'];
  readonly dataDir: string;
  readonly updates: HostInfo['updates'];
  readonly notices: HostInfo['notices'];
}

export interface HostParts {
  readonly feed: ChangeFeed;
  readonly embedder: Embedder;
  readonly database: Database;
  readonly isEmpty: () => boolean;
  /** When the newest backup was made. */
  readonly backedUpAt: () => Promise<string | null>;
  readonly backupFailure: () => Health['backupFailure'];
  readonly unsavedDays: () => Promise<Health['unsavedDays']>;
  readonly rehearsal: () => Health['rehearsal'];
  readonly encryption: () => Promise<Health['database']['encryption']>;
  /** Whether the database could not be encrypted, or made plain, as is still asked for. */
  readonly hasEncryptionFailed: () => boolean;
  readonly integrityWatch: IntegrityWatch;
  readonly diagnose: Diagnose | undefined;
  /** Only of a host that can. */
  readonly restart: (() => void) | undefined;
  /** Without it the core's own thread checks. */
  readonly writeThread: WriteThread | undefined;
}

/** Where no host tells more. */
const undiagnosed = {
  ...{ system: `Node ${process.versions.node}`, freeBytes: null },
  ...{ failures: [], failureCounts: { all: 0, new: 0 }, slow: [], jobs: [], workers: [] },
};

export function createHostHandlers(facts: HostFacts, parts: HostParts): GroupHandlers<typeof host> {
  const { feed, embedder, database } = parts;
  return {
    health: async ({ since = null }, signal) => {
      const { system, ...diagnosed } = (await parts.diagnose?.(since)) ?? undiagnosed;
      return {
        application: {
          ...{ version: facts.version, shell: facts.shell, system },
          isSafe: facts.notices.includes('safe-mode'),
        },
        model: await modelOf(embedder, signal),
        database: {
          ...sizesOf(database.path),
          isEmpty: parts.isEmpty(),
          isDamaged: database.damage !== null,
          encryption: await parts.encryption(),
          pragmas: { ...database.pragmas() },
        },
        backedUpAt: await parts.backedUpAt(),
        ...{ backupFailure: parts.backupFailure(), unsavedDays: await parts.unsavedDays() },
        rehearsal: parts.rehearsal(),
        afterCrash: parts.integrityWatch.state(),
        process: consumption(),
        ...diagnosed,
      };
    },
    checkDatabase: async () => {
      const { path } = database;
      const integrity = await (parts.writeThread ? parts.writeThread.integrity(path) : integrityOf(path));
      if (integrity !== 'ok') {
        database.markDamaged(integrity);
        feed.announce(['settings']);
      }
      return { integrity };
    },
    info: async (_input, signal) => {
      const encryption = parts.hasEncryptionFailed() ? ['encryption-failed' as const] : [];
      const failing = parts.backupFailure() ? ['backups-failing' as const] : [];
      const notices = [...facts.notices, ...noticesOf(database), ...encryption, ...failing];
      return { ...facts, notices, canRestart: parts.restart !== undefined, model: await modelOf(embedder, signal) };
    },
    restart: () => {
      if (!parts.restart) throw new AppError('unavailable', 'This host cannot start itself anew.');
      parts.restart();
      return null;
    },
    changes: (_input, signal) => feed.listen(signal),
  };
}

/** What the database itself has to tell on the first page. */
function noticesOf({ damage, restore }: Database): HostInfo['notices'] {
  const restoreNotices = { restored: [], refused: ['restore-refused'], postponed: ['restore-postponed'] } as const;
  return [...(damage ? ['database-damaged' as const] : []), ...(restore ? restoreNotices[restore.state] : [])];
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
