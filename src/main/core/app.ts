import { contract } from '../../shared/contract/contract';
import type { HostInfo } from '../../shared/contract/host';
import { createRouter } from '../../shared/rpc/router';
import type { Dispatcher } from '../../shared/rpc/transport';
import { createBackupHandlers } from './backups/backup-handlers';
import { isEmpty } from './backups/what-to-back-up';
import { createCandidateHandlers } from './candidates/candidate-handlers';
import { createCandidateNews } from './candidates/candidate-news';
import { createCandidateService } from './candidates/candidate-service';
import { createCompanyHandlers } from './companies/company-handlers';
import { createConnectorHandlers } from './connectors/connector-handlers';
import { createConnectorService } from './connectors/connector-service';
import { createDashboardHandlers } from './dashboards/dashboard-handlers';
import { createNamedViewHandlers } from './views/named-view-handlers';
import { createNamedViewService } from './views/named-view-service';
import { createOfferDuplicateHandlers } from './offers/offer-duplicate-handlers';
import { hasStalePlaces, placeOffers } from './places/place-service';
import { createPackageHandlers } from './packages/package-handlers';
import { createReportService } from './exports/report-service';
import { startDataCare } from './data-care';
import { isOnNetwork } from './db/network-place';
import type { Database } from './db/open';
import { createDecisionHandlers } from './decisions/decision-handlers';
import { createEncryptionHandlers } from './encryption/encryption-handlers';
import { createEncryptionService } from './encryption/encryption-service';
import { createExportHandlers } from './exports/export-handlers';
import { createFormationHandlers } from './formations/formation-handlers';
import { createFormationManagerHandlers } from './formations/formation-manager-handlers';
import { createHostHandlers } from './host/host-handlers';
import { startHousekeeping } from './housekeeping';
import { createImportHandlers } from './imports/import-handlers';
import { createImportProfileHandlers } from './imports/import-profile-handlers';
import { createIncidents, explainDatabaseErrors } from './incidents';
import { createChangeFeed, type ChangeFeed } from './jobs/change-feed';
import { createKioskGate } from './kiosk/kiosk-gate';
import { createKioskHandlers } from './kiosk/kiosk-handlers';
import { createKioskService } from './kiosk/kiosk-service';
import { createJobHandlers } from './jobs/job-handlers';
import { createJobRunner } from './jobs/job-runner';
import { createMatchesHandlers } from './matching/matches-handlers';
import { createRankSoon } from './matching/rank-soon';
import { createOfferHandlers } from './offers/offer-handlers';
import { loadReferenceTables } from './reference/reference-service';
import { createOccupationHandlers } from './reference/occupation-handlers';
import { createOccupationService } from './reference/occupation-service';
import { createRomePackHandlers } from './reference/rome-pack-handlers';
import { createRomePackService } from './reference/rome-pack-service';
import { createSearchHandlers } from './search/search-handlers';
import { followChanges } from './search/follow-changes';
import { createSettingHandlers } from './settings/setting-handlers';
import { createStudentHandlers } from './students/student-handlers';
import { createPassageService } from './students/passage-service';
import { createStudentService } from './students/student-service';
import { createTransmissionHandlers } from './transmissions/transmission-handlers';
import { createLogoHandlers } from './university/logo-handlers';
import { createLogoService } from './university/logo-service';
import { createUniversityHandlers } from './university/university-handlers';
import { createServices, type ServiceOptions } from './services';
import { createWatchedFolderHandlers } from './watched-folder/watched-folder-handlers';
import { createWatchedFolderService } from './watched-folder/watched-folder-service';

export interface AppOptions extends ServiceOptions {
  /** Open and migrated; whoever opened it closes it, after `dispose`. */
  readonly database: Database;
  /** Where backups and what waits for the next start lie; shown to people. */
  readonly dataDir: string;
  readonly version: string;
  readonly shell: HostInfo['shell'];
  /** None where no host tells otherwise. */
  readonly updates?: HostInfo['updates'];
  /**
   * Whether the application stays open, so that it may go on with a ranking that an earlier run left behind, and makes
   * backups in their turn.
   */
  readonly staysOpen?: boolean;
  /** Safe mode: nothing but backups begins of itself, neither a ranking nor the watched folder nor any preparation. */
  readonly isSafe?: boolean;
}

export interface App {
  readonly dispatcher: Dispatcher;
  /** Whether students have this PC: then no file goes in or out either. */
  isKiosk(): boolean;
  /** Interrupts the running job and ends every stream. */
  dispose(): Promise<void>;
}

/** Puts the application together: every procedure of the contract on one database and the ports of a host. */
export async function createApp(options: AppOptions): Promise<App> {
  const { ports, database, version, shell, dataDir } = options;
  const { clock, log } = ports;
  const incidents = createIncidents(log, database.path);
  const feed = createChangeFeed();
  const jobRunner = await createJobRunner({ database, clock, log, feed, toAppError: incidents.toAppError });
  // Without the labels of ROME everything else still works.
  await loadReferenceTables(database, options.referenceDir).catch((error: unknown) =>
    incidents.report('reference tables', error),
  );
  const services = await createServices(options, jobRunner, (error) => incidents.report('search index', error));
  const { companyEditingService, offerEditingService, importService } = services;
  // Beside the instance that writes, that one does it.
  const bins = [offerEditingService, companyEditingService];
  const emptying = bins.map((bin) => () => bin.emptyTrash());
  const candidateService = createCandidateService({ database, clock, writeThread: ports.writeThread });
  const erasing = [...emptying, () => importService.eraseOld(), () => candidateService.eraseExpired()];
  // What they overwrite in the file still stands in its journal.
  const chores = database.isReadOnly ? [] : [...erasing, () => database.emptyJournal()];
  const stopHousekeeping = await startHousekeeping(chores, (error) => incidents.report('housekeeping', error));
  const closing = new AbortController();
  // Goes through the lines of all files: nobody waits for it at the start.
  const erasePeople = async (): Promise<void> => {
    if (await importService.erasePeople(closing.signal)) await database.emptyJournal();
  };
  const stopErasing = startHousekeeping(database.isReadOnly ? [] : [erasePeople], (error) =>
    incidents.report('erasure', error),
  );
  const rankSoon = createRankSoon({
    ...{ database, matchingService: services.matchingService },
    report: (error) => incidents.report('ranking after a change', error),
  });
  const { searchService } = services;
  const care = startDataCare({
    ...{ ports, database, dataDir, jobRunner, settingService: services.settingService, incidents, feed },
    staysOpen: options.staysOpen ?? false,
  });
  const logoService = createLogoService({
    ...{ database, clock },
    universityName: () => services.settingService.get().universityName,
  });
  const watchedFolderService = createWatchedFolderService({
    ...{ ...ports, ...services, database, jobRunner },
    report: (error) => incidents.report('watched folder', error),
    announce: () => feed.announce(['imports']),
  });
  const encryptionService = createEncryptionService({ ...ports, ...services, database, dataDir });
  const kioskService = createKioskService({ dataDir, clock });
  const notices: HostInfo['notices'] = [
    ...(jobRunner.foundInterrupted ? ['jobs-interrupted' as const] : []),
    ...(isOnNetwork(dataDir) ? ['database-on-network' as const] : []),
    ...(options.isSafe ? ['safe-mode' as const] : []),
  ];
  const handlers = {
    host: createHostHandlers(
      { version, shell, dataDir, notices, updates: options.updates ?? 'none' },
      {
        ...{ feed, database, embedder: ports.embedder, diagnose: ports.diagnose, writeThread: ports.writeThread },
        isEmpty: () => isEmpty(database),
        backedUpAt: () => care.backupService.lastAt(),
        backupFailure: () => care.backupService.failure(),
        unsavedDays: () => care.backupService.unsavedDays(),
        restart: ports.restart,
        rehearsal: () => services.settingService.get().rehearsal,
        encryption: () => encryptionService.state(),
        hasEncryptionFailed: () => encryptionService.hasFailed(),
        integrityWatch: care.integrityWatch,
      },
    ),
    settings: createSettingHandlers(services.settingService),
    university: createUniversityHandlers(services.universityService, services.sampleService),
    offers: createOfferHandlers({
      ...{ ...ports, ...services, rankSoon: rankSoon.ask },
      startRanking: () => services.matchingService.refresh(),
    }),
    formations: createFormationHandlers(services.formationService),
    companies: createCompanyHandlers({ ...services, rankSoon: rankSoon.ask }),
    imports: createImportHandlers(services.importService),
    importProfiles: createImportProfileHandlers(database),
    offerDuplicates: createOfferDuplicateHandlers(services.offerDuplicatesService),
    packages: createPackageHandlers(services.packageService),
    exports: createExportHandlers(services.exportService, createReportService({ ...ports, logoService })),
    matches: createMatchesHandlers(services.matchingService, services.explainService, services.previewService),
    decisions: createDecisionHandlers(services.decisionService),
    transmissions: createTransmissionHandlers(services.transmissionService, services.letterService),
    managers: createFormationManagerHandlers(services.formationManagerService),
    jobs: createJobHandlers(jobRunner),
    backups: createBackupHandlers(care.backupService),
    candidates: createCandidateHandlers(candidateService, createCandidateNews({ candidateService, searchService })),
    kiosk: createKioskHandlers(kioskService),
    namedViews: createNamedViewHandlers(createNamedViewService({ database, clock })),
    logos: createLogoHandlers(logoService),
    dashboards: createDashboardHandlers(services.dashboardService, services.topicService),
    search: createSearchHandlers(searchService),
    occupations: createOccupationHandlers(createOccupationService(database, options.referenceDir)),
    romePack: createRomePackHandlers(
      createRomePackService({
        ...{ ...ports, ...services, database, referenceDir: options.referenceDir },
        startRanking: () => services.matchingService.refresh(),
      }),
    ),
    watchedFolder: createWatchedFolderHandlers(watchedFolderService),
    connectors: createConnectorHandlers(createConnectorService({ ...ports, ...services, database, dataDir })),
    encryption: createEncryptionHandlers(encryptionService),
    students: createStudentHandlers(
      createStudentService({ ...services, database }),
      createPassageService({ ...ports, ...services }),
    ),
  };
  let isPlaced: Promise<void> = Promise.resolve();
  const goesOn = (options.staysOpen ?? false) && !options.isSafe;
  const stopWatching = goesOn && !database.isReadOnly ? watchedFolderService.keepOn() : () => undefined;
  const stopPreparing = goesOn ? services.dashboardService.prepareSoon() : () => undefined;
  if (goesOn) {
    isPlaced = placeInBackground(options, feed, closing.signal).catch((error: unknown) => {
      incidents.report('places of offers', error);
    });
    void followChanges(feed, () => searchService.followSoon(), closing.signal);
    // Nobody waits for it; what is wrong with the model is told where the model is shown.
    services.matchingService.resume(closing.signal).catch((error: unknown) => {
      if (!closing.signal.aborted) log.error('The ranking was not resumed.', error);
    });
  }
  const dispatcher = createRouter(contract, explainDatabaseErrors<typeof contract>(handlers, database.path), {
    announce: (topics) => feed.announce(topics),
    report: (procedure, error) => incidents.report(procedure, error),
  });
  return {
    // Whoever has a terminal has the files: the way out when the code was forgotten.
    dispatcher: shell === 'terminal' ? dispatcher : createKioskGate(dispatcher, kioskService, services.offerService),
    isKiosk: () => shell !== 'terminal' && kioskService.isOn(),
    async dispose() {
      closing.abort();
      rankSoon.dispose();
      stopPreparing();
      const isTidy = stopHousekeeping();
      const isErased = stopErasing.then((stop) => stop());
      const isWatched = stopWatching();
      await jobRunner.dispose();
      await isWatched;
      await isTidy;
      await isErased;
      await isPlaced;
      await care.end();
      await encryptionService.over();
      feed.close();
      await searchService.dispose();
      services.dashboardService.dispose();
    },
  };
}

/** Gives offers that other rules placed, or none, their places; views ask again when that moved any. */
async function placeInBackground({ database }: AppOptions, feed: ChangeFeed, signal: AbortSignal): Promise<void> {
  if (database.isReadOnly || !hasStalePlaces(database.read)) return;
  if ((await placeOffers(database, signal)) > 0) feed.announce(['offers']);
}
