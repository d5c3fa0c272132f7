import type { JobId } from '../../shared/domain/ids';
import { createCompanyDuplicatesService } from './companies/company-duplicates-service';
import { createCompanyEditingService } from './companies/company-editing-service';
import { createCompanyMergingService } from './companies/company-merging-service';
import { createCompanyService } from './companies/company-service';
import { createDashboardService } from './dashboards/dashboard-service';
import { createOfferDuplicatesService } from './offers/offer-duplicates-service';
import { createPackageService } from './packages/package-service';
import { createTopicService } from './topics/topic-service';
import { createDecisionService } from './decisions/decision-service';
import { createEmbeddingService } from './embeddings/embedding-service';
import { createExportService } from './exports/export-service';
import { createFormationManagerService } from './formations/formation-manager-service';
import { createFormationService } from './formations/formation-service';
import { createImportService } from './imports/import-service';
import { type JobRunner } from './jobs/job-runner';
import { createExplainService } from './matching/explain-service';
import { createMatchingService } from './matching/matching-service';
import { createPreviewService } from './matching/preview-service';
import { createOfferEditingService } from './offers/offer-editing-service';
import { createOfferService } from './offers/offer-service';
import { createReadingService } from './reading/reading-service';
import { createTextReadingService } from './reading/text-reading-service';
import { openSkillFinder } from './reading/skill-finder-service';
import { moveReturnedCodes } from './reference/move-codes';
import { createSampleService } from './samples/sample-service';
import { createSearchService } from './search/search-service';
import { createSettingService } from './settings/setting-service';
import { createLetterService } from './transmissions/letter-service';
import { createTransmissionService } from './transmissions/transmission-service';
import { createUniversityService } from './university/university-service';
import type { Ports } from './ports';
import type { Database } from './db/open';

export interface ServiceOptions {
  readonly ports: Ports;
  readonly database: Database;
  /** Where the files of the sample university lie. */
  readonly samplesDir: string;
  /** Where the tables of public facts lie. */
  readonly referenceDir: string;
}

/**
 * The services that most handlers share, joined to each other. `reportSearch` gets what kept the index of the search from
 * following.
 */
export async function createServices(
  { ports, database, samplesDir, referenceDir }: ServiceOptions,
  jobRunner: JobRunner,
  reportSearch: (error: unknown) => void,
) {
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
  const offerDuplicatesService = createOfferDuplicatesService({ database, clock, offerEditingService });
  importService.onReversal((db) => offerDuplicatesService.follow(db));
  importService.onReversal((db) => moveReturnedCodes(db, records));
  offerEditingService.onComeOrGone((db) => moveReturnedCodes(db, records));
  const sampleService = createSampleService({
    ...{ database, clock, csvReader, samplesDir, jobRunner, startRanking },
    ...{ importService, settingService, universityService },
  });
  const dashboardService = createDashboardService({
    ...{ database, settingService, clock, skillFinder },
    thread: ports.dashboardThread,
  });
  const searchService = createSearchService({
    ...{ ...records, database, clock, embedder, embeddingService },
    ...{ thread: ports.searchThread, report: reportSearch },
  });
  const exportService = createExportService({
    ...{ ...exchange, transmissionService, decisionService, database, importService, searchService },
  });
  return {
    ...records,
    companyEditingService: createCompanyEditingService({ database, clock, companyService }),
    companyDuplicatesService: createCompanyDuplicatesService({ database, clock }),
    companyMergingService: createCompanyMergingService({ database, clock, companyService }),
    dashboardService,
    topicService: createTopicService({
      ...{ database, dashboardService, offerService },
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
    searchService,
    exportService,
    offerDuplicatesService,
    packageService: createPackageService({ ...exchange, database, exportService }),
  };
}
