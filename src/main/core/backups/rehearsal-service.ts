import { join } from 'node:path';
import type { Rehearsal } from '../../../shared/contract/settings';
import { AppError } from '../../../shared/domain/app-error';
import { rehearsalFileName } from '../db/leftovers';
import type { Database } from '../db/open';
import { rehearseRestore } from '../db/rehearse';
import type { Clock, WriteThread } from '../ports';
import { keepOn } from './keep-on';
import type { SettingService } from '../settings/setting-service';

const everyMs = 30 * 24 * 3_600_000;
/** What the start needs the machine for is over by then. */
const firstAfterMs = 5 * 60_000;
const lookEveryMs = 6 * 3_600_000;

/** Tries once a month whether the newest backup can be restored. */
export interface RehearsalService {
  /** Rehearses when the last time is a month ago, or failed. Never throws: what went wrong is the outcome. */
  ensure(): Promise<void>;
  /** Rehearses in its turn until the function it answers with is called, which waits for one that goes on. */
  keepOn(): () => Promise<void>;
}

export interface RehearsalParts {
  readonly database: Database;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly settingService: SettingService;
  /** Without it the core's own thread does it. */
  readonly writeThread?: WriteThread | undefined;
  /** Does something with the newest backup of this database; null while there is none. */
  readonly withNewest: <T>(work: (path: string) => Promise<T>) => Promise<T | null>;
  readonly report: (error: unknown) => AppError;
}

export function createRehearsalService(parts: RehearsalParts): RehearsalService {
  const { database, clock, settingService, writeThread } = parts;
  const place = join(parts.dataDir, rehearsalFileName);
  let last: Promise<void> = Promise.resolve();

  const isDue = (): boolean => {
    const { rehearsal } = settingService.get();
    // One that failed is tried again until a backup, that one or a later one, can be restored.
    if (rehearsal === null || rehearsal.failure !== null) return true;
    // A clock that went back would otherwise put it off for as long.
    return Math.abs(clock.now().getTime() - Date.parse(rehearsal.at)) >= everyMs;
  };
  const rehearse = async (): Promise<Omit<Rehearsal, 'at'> | null> => {
    try {
      const content = await parts.withNewest(async (path) =>
        writeThread ? await writeThread.rehearse(path, place) : rehearseRestore(path, place),
      );
      return content && { offers: content.offers, failure: null };
    } catch (error) {
      // A backup that is out of reach for now was not tried: next time.
      if (error instanceof AppError && ['folder-silent', 'folder-away'].includes(error.reason ?? '')) return null;
      return { offers: null, failure: parts.report(error).toWire() };
    }
  };
  const ensure = async (): Promise<void> => {
    const outcome = database.isReadOnly || !isDue() ? null : await rehearse();
    if (outcome === null) return;
    try {
      await settingService.update({ rehearsal: { at: clock.now().toISOString(), ...outcome } });
    } catch (error) {
      parts.report(error);
    }
  };
  const next = (): void => void (last = last.then(ensure));

  return {
    ensure,
    keepOn: () => keepOn(next, { firstAfterMs, everyMs: lookEveryMs }, () => last),
  };
}
