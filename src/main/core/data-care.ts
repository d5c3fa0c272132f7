import { createBackupService, type BackupService } from './backups/backup-service';
import { createRehearsalService } from './backups/rehearsal-service';
import type { Database } from './db/open';
import { watchIntegrity, type IntegrityWatch } from './host/integrity-watch';
import type { Incidents } from './incidents';
import type { ChangeFeed } from './jobs/change-feed';
import type { JobRunner } from './jobs/job-runner';
import type { Ports } from './ports';
import type { SettingService } from './settings/setting-service';

/** What keeps ten years of data: backups, a trial of restoring them, a check after a crash. */
export interface DataCare {
  readonly backupService: BackupService;
  readonly integrityWatch: IntegrityWatch;
  /** Resolves when nothing of it goes on. */
  end(): Promise<void>;
}

export interface DataCareParts {
  readonly ports: Ports;
  readonly database: Database;
  readonly dataDir: string;
  readonly jobRunner: JobRunner;
  readonly settingService: SettingService;
  readonly incidents: Incidents;
  readonly feed: ChangeFeed;
  /** Whether the application stays open, and so does all of it in its turn. */
  readonly staysOpen: boolean;
}

export function startDataCare(parts: DataCareParts): DataCare {
  const { ports, database, dataDir, jobRunner, settingService, incidents, feed, staysOpen } = parts;
  const { clock, log, writeThread, backupFiles } = ports;
  const backupService = createBackupService({
    ...{ database, dataDir, clock, jobRunner, settingService, writeThread, backupFiles },
    report: (error) => incidents.toAppError('backup', error),
    announce: () => feed.announce(['backups']),
  });
  const rehearsalService = createRehearsalService({
    ...{ database, dataDir, clock, settingService, writeThread },
    withNewest: (work) => backupService.withNewest(work),
    report: (error) => incidents.toAppError('rehearsal', error),
  });
  const integrityWatch = watchIntegrity({
    ...{ database, clock, log, writeThread, isWanted: staysOpen },
    announce: () => feed.announce(['settings']),
  });
  // An import is stored by the thread that makes the copy, and would keep all others from writing until it is made.
  jobRunner.onBackup((reason) => (reason === 'import' ? backupService.ensure(reason) : backupService.begin(reason)));
  const turns = staysOpen ? [backupService.keepOn(), rehearsalService.keepOn()] : [];
  return {
    backupService,
    integrityWatch,
    async end() {
      for (const endTurn of turns) await endTurn();
      await backupService.over();
      await integrityWatch.over();
    },
  };
}
