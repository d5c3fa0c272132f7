import type { BackupFailure } from '../../../shared/contract/settings';
import type { AppError } from '../../../shared/domain/app-error';
import type { Clock } from '../ports';
import type { SettingService } from '../settings/setting-service';

/** Since when no backup could be made where it belongs, kept over restarts: a share that is gone for months is not forgotten. */
export interface BackupFailures {
  /** Null while the last one was made, or none was tried. */
  get(): BackupFailure | null;
  /** The same, or what is found to be in the way just now. */
  with(unseen: AppError | null): BackupFailure | null;
  /** Notes why one was not made, or by null that it was. Never throws: a disk that is full takes no note either. */
  note(failure: AppError | null): Promise<void>;
}

export function createBackupFailures(parts: {
  readonly settingService: SettingService;
  readonly clock: Clock;
  readonly report: (error: unknown) => AppError;
}): BackupFailures {
  const { settingService, clock, report } = parts;
  /** What could not be stored. */
  let unstored: BackupFailure | null = null;
  const get = (): BackupFailure | null => settingService.get().backupFailure ?? unstored;
  const since = (): string => get()?.since ?? clock.now().toISOString();
  return {
    get,
    with: (unseen) => (unseen ? { since: since(), failure: unseen.toWire() } : get()),
    async note(failure) {
      const next = failure && { since: since(), failure: failure.toWire() };
      unstored = next;
      // Each write to the database is a reason for the next backup.
      if (JSON.stringify(settingService.get().backupFailure) === JSON.stringify(next)) return;
      try {
        await settingService.update({ backupFailure: next });
        unstored = null;
      } catch (error) {
        report(error);
      }
    },
  };
}
