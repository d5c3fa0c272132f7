import { join } from 'node:path';
import type { Rehearsal } from '../../../shared/contract/settings';
import type { AppError } from '../../../shared/domain/app-error';
import { rehearsalFileName } from '../db/leftovers';
import type { Database } from '../db/open';
import { rehearseRestore } from '../db/rehearse';
import type { Clock, WriteThread } from '../ports';
import type { SettingService } from '../settings/setting-service';

const everyMs = 30 * 24 * 3_600_000;
/** What the start needs the machine for is over by then. */
const firstAfterMs = 5 * 60_000;
const lookEveryMs = 6 * 3_600_000;

/** Tries once a month whether the newest backup can be restored. */
export interface RehearsalService {
  /** Rehearses when the last time is a month ago. Never throws: what went wrong is the outcome. */
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
  /** Where the newest backup of this database lies; null while there is none. */
  readonly newest: () => string | null;
  readonly report: (error: unknown) => AppError;
}

export function createRehearsalService(parts: RehearsalParts): RehearsalService {
  const { database, clock, settingService, writeThread } = parts;
  const place = join(parts.dataDir, rehearsalFileName);
  let last: Promise<void> = Promise.resolve();

  const isDue = (): boolean => {
    const { rehearsal } = settingService.get();
    // A clock that went back would otherwise put it off for as long.
    return rehearsal === null || Math.abs(clock.now().getTime() - Date.parse(rehearsal.at)) >= everyMs;
  };
  const rehearse = async (path: string): Promise<Omit<Rehearsal, 'at'>> => {
    try {
      const { offers } = await (writeThread ? writeThread.rehearse(path, place) : rehearseRestore(path, place));
      return { offers, failure: null };
    } catch (error) {
      return { offers: null, failure: parts.report(error).toWire() };
    }
  };
  const ensure = async (): Promise<void> => {
    const path = database.isReadOnly || !isDue() ? null : parts.newest();
    if (path === null) return;
    const outcome = await rehearse(path);
    try {
      await settingService.update({ rehearsal: { at: clock.now().toISOString(), ...outcome } });
    } catch (error) {
      parts.report(error);
    }
  };
  const next = (): void => void (last = last.then(ensure));

  return {
    ensure,
    keepOn() {
      const timers = [setTimeout(next, firstAfterMs), setInterval(next, lookEveryMs)];
      for (const timer of timers) timer.unref();
      return async () => {
        for (const timer of timers) clearTimeout(timer);
        await last;
      };
    },
  };
}
