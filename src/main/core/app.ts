import { contract } from '../../shared/contract/contract';
import type { HostInfo } from '../../shared/contract/host';
import type { JobId } from '../../shared/domain/ids';
import { createRouter } from '../../shared/rpc/router';
import type { Dispatcher } from '../../shared/rpc/transport';
import { createBackupHandlers } from './backups/backup-handlers';
import { createBackupService } from './backups/backup-service';
import { createCompanyDuplicatesService } from './companies/company-duplicates-service';
import { createCompanyEditingService } from './companies/company-editing-service';
import { createCompanyHandlers } from './companies/company-handlers';
import { createCompanyMergingService } from './companies/company-merging-service';
import { createCompanyService } from './companies/company-service';
import { createDashboardHandlers } from './dashboards/dashboard-handlers';
import { createDashboardService } from './dashboards/dashboard-service';
import { createDashboardViewHandlers } from './dashboards/dashboard-view-handlers';
import { createDashboardViewService } from './dashboards/dashboard-view-service';
import { createReportService } from './exports/report-service';
import { createTopicService } from './topics/topic-service';
import type { Database } from './db/open';
import { createDecisionHandlers } from './decisions/decision-handlers';
import { createDecisionService } from './decisions/decision-service';
import { createEmbeddingService } from './embeddings/embedding-service';
import { createExportHandlers } from './exports/export-handlers';
import { createExportService } from './exports/export-service';
import { createFormationHandlers } from './formations/formation-handlers';
import { createFormationManagerHandlers } from './formations/formation-manager-handlers';
import { createFormationManagerService } from './formations/formation-manager-service';
import { createFormationService } from './formations/formation-service';
import { createHostHandlers } from './host/host-handlers';
import { startHousekeeping } from './housekeeping';
import { createImportHandlers } from './imports/import-handlers';
import { createImportProfileHandlers } from './imports/import-profile-handlers';
import { createImportService } from './imports/import-service';
import { createIncidents, explainDatabaseErrors } from './incidents';
import { createChangeFeed } from './jobs/change-feed';
import { createJobHandlers } from './jobs/job-handlers';
import { createJobRunner, type JobRunner } from './jobs/job-runner';
import { createExplainService } from './matching/explain-service';
import { createMatchesHandlers } from './matching/matches-handlers';
import { createMatchingService } from './matching/matching-service';
import { createPreviewService } from './matching/preview-service';
import { createRankSoon } from './matching/rank-soon';
import { createOfferEditingService } from './offers/offer-editing-service';
import { createOfferHandlers } from './offers/offer-handlers';
import { createOfferService } from './offers/offer-service';
import type { Ports } from './ports';
import { createReadingService } from './reading/reading-service';
import { createTextReadingService } from './reading/text-reading-service';
import { openSkillFinder } from './reading/skill-finder-service';
import { loadReferenceTables } from './reference/reference-service';
import { createOccupationHandlers } from './reference/occupation-handlers';
import { createOccupationService } from './reference/occupation-service';
import { createSampleService } from './samples/sample-service';
import { createSearchHandlers } from './search/search-handlers';
import { createSearchService } from './search/search-service';
import { followChanges } from './search/follow-changes';
import { createSettingHandlers } from './settings/setting-handlers';
import { createSettingService } from './settings/setting-service';
import { createLetterService } from './transmissions/letter-service';
import { createStudentHandlers } from './students/student-handlers';
import { createStudentService } from './students/student-service';
import { createTransmissionHandlers } from './transmissions/transmission-handlers';
import { createTransmissionService } from './transmissions/transmission-service';
import { createLogoHandlers } from './university/logo-handlers';
import { createLogoService } from './university/logo-service';
import { createUniversityHandlers } from './university/university-handlers';
import { createUniversityService } from './university/university-service';

export interface AppOptions {
  readonly ports: Ports;
  /** Open and migrated; whoever opened it closes it, after `dispose`. */
  readonly database: Database;
  /** Where the files of the sample university lie. */
  readonly samplesDir: string;
  /** Where the tables of public facts lie. */
  readonly referenceDir: string;
  /** Where backups and what waits for the next start lie; shown to people. */
  readonly dataDir: string;
  readonly version: string;
  readonly shell: HostInfo['shell'];
  /**
   * Whether the application stays open, so that it may go on with a ranking that an earlier run left behind, and makes
   * backups in their turn.
   */
  readonly staysOpen?: boolean;
}

export interface App {
  readonly dispatcher: Dispatcher;
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
  const services = await createServices(options, jobRunner);
  const { companyEditingService, offerEditingService, importService } = services;
  // Beside the instance that writes, that one does it.
  const bins = [offerEditingService, companyEditingService];
  const emptying = bins.map((bin) => () => bin.emptyTrash());
  const chores = database.isReadOnly ? [] : [...emptying, () => importService.eraseOld()];
  const stopHousekeeping = await startHousekeeping(chores, (error) => incidents.report('housekeeping', error));
  const rankSoon = createRankSoon({
    ...{ database, matchingService: services.matchingService },
    report: (error) => incidents.report('ranking after a change', error),
  });
  const backupService = createBackupService({
    ...{ database, dataDir, clock, jobRunner, settingService: services.settingService, writeThread: ports.writeThread },
    report: (error) => incidents.toAppError('backup', error),
    announce: () => feed.announce(['backups']),
  });
  const searchService = createSearchService({
    ...{ database, clock: ports.clock, embedder: ports.embedder, thread: ports.searchThread },
    ...{ embeddingService: services.embeddingService, offerService: services.offerService },
    report: (error) => incidents.report('search index', error),
  });
  jobRunner.onBackup((reason) => backupService.ensure(reason));
  const endBackups = options.staysOpen ? backupService.keepOn() : () => Promise.resolve();
  const logoService = createLogoService({
    ...{ database, clock },
    universityName: () => services.settingService.get().universityName,
  });
  const notices: HostInfo['notices'] = jobRunner.foundInterrupted ? ['jobs-interrupted'] : [];
  const handlers = {
    host: createHostHandlers(
      { version, shell, dataDir, notices },
      {
        ...{ feed, database, embedder: ports.embedder, diagnose: ports.diagnose },
        backedUpAt: () => backupService.lastAt(),
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
    exports: createExportHandlers(services.exportService, createReportService({ ...ports, logoService })),
    matches: createMatchesHandlers(services.matchingService, services.explainService, services.previewService),
    decisions: createDecisionHandlers(services.decisionService),
    transmissions: createTransmissionHandlers(services.transmissionService, services.letterService),
    managers: createFormationManagerHandlers(services.formationManagerService),
    jobs: createJobHandlers(jobRunner),
    backups: createBackupHandlers(backupService),
    dashboardViews: createDashboardViewHandlers(createDashboardViewService({ database, clock })),
    logos: createLogoHandlers(logoService),
    dashboards: createDashboardHandlers(services.dashboardService, services.topicService),
    search: createSearchHandlers(searchService),
    occupations: createOccupationHandlers(createOccupationService(database, options.referenceDir)),
    students: createStudentHandlers(createStudentService({ ...services, database })),
  };
  const closing = new AbortController();
  const stopPreparing = options.staysOpen ? services.dashboardService.prepareSoon() : () => undefined;
  if (options.staysOpen) {
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
    dispatcher,
    async dispose() {
      closing.abort();
      rankSoon.dispose();
      stopPreparing();
      const isTidy = stopHousekeeping();
      await jobRunner.dispose();
      await isTidy;
      await endBackups();
      feed.close();
      await searchService.dispose();
      services.dashboardService.dispose();
    },
  };
}

async function createServices({ ports, database, samplesDir, referenceDir }: AppOptions, jobRunner: JobRunner) {
  const { clock, csvReader, embedder, fileStore, log, matcher, writeThread } = ports;
  const settingService = createSettingService(database);
  const companyService = createCompanyService({ database, clock });
  const offerService = createOfferService({ database, clock, settingService, companyService });
  const offerEditingService = createOfferEditingService({ database, clock, settingService, companyService });
  const decisionService = createDecisionService({ database, clock, settingService });
  const universityService = createUniversityService({
    database,
    countOffersByOutcome: () => offerService.countByOutcome(),
    settingService,
  });
  const formationService = createFormationService({ database, clock, universityService });
  const embeddingService = createEmbeddingService(database, embedder);
  const skillFinder = openSkillFinder(referenceDir);
  const readingService = createReadingService({ database, embeddingService, matcher, skillFinder, clock });
  const textReadingService = createTextReadingService({ database, embedder, embeddingService, matcher, skillFinder });
  const matchingService = createMatchingService({
    ...{ database, jobRunner, embeddingService, matcher, settingService, clock },
    followUp: readingService,
  });
  const explainService = createExplainService({
    ...{ database, embedder, matcher, skillFinder, embeddingService, settingService, offerService, formationService },
  });
  const previewService = createPreviewService({
    ...{ database, embedder, matcher, embeddingService, settingService, formationService },
  });
  const records = { settingService, companyService, offerService, universityService, formationService };
  const startRanking = (): Promise<JobId> => matchingService.refresh();
  settingService.afterUpdate(async (now, before) => {
    if (now.matchThreshold !== before.matchThreshold) await startRanking();
  });
  const transmissionService = createTransmissionService({
    ...{ ...records, database, clock, offerEditingService, decisionService, matchingService },
  });
  const letterService = createLetterService({ ...ports, ...records, jobRunner, transmissionService });
  const exchange = { ...records, matchingService, jobRunner, fileStore, clock };
  const importService = await createImportService({ ...exchange, database, csvReader, writeThread, log });
  const sampleService = createSampleService({
    ...{ database, clock, csvReader, samplesDir, jobRunner, startRanking },
    ...{ importService, settingService, universityService },
  });
  const dashboardService = createDashboardService({
    ...{ database, settingService, clock, skillFinder },
    thread: ports.dashboardThread,
  });
  const exportService = createExportService({
    ...{ ...exchange, transmissionService, decisionService, database, importService },
  });
  return {
    ...records,
    companyEditingService: createCompanyEditingService({ database, clock, companyService }),
    companyDuplicatesService: createCompanyDuplicatesService({ database, clock }),
    companyMergingService: createCompanyMergingService({ database, clock, companyService }),
    dashboardService,
    topicService: createTopicService({
      ...{ database, dashboardService, offerService, skillFinder },
      thread: ports.topicThread,
    }),
    formationManagerService: createFormationManagerService({ database, clock }),
    transmissionService,
    letterService,
    decisionService,
    offerEditingService,
    embeddingService,
    readingService,
    textReadingService,
    matchingService,
    explainService,
    previewService,
    sampleService,
    importService,
    exportService,
  };
}
