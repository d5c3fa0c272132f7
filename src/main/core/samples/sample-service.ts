import { join } from 'node:path';
import { AppError, throwIfCancelled, type ErrorDetails } from '../../../shared/domain/app-error';
import { generateOffers, type OfferOfFile } from '../../../shared/domain/generate-offers';
import type { JobId } from '../../../shared/domain/ids';
import type { ImportKind } from '../../../shared/domain/import';
import type { CompanyService } from '../companies/company-service';
import type { Database, WriteDb } from '../db/open';
import type { FormationService } from '../formations/formation-service';
import type { JobContext, JobRunner } from '../jobs/job-runner';
import type { OfferService } from '../offers/offer-service';
import type { Clock, CsvReader, ImportDraft } from '../ports';
import type { SettingService } from '../settings/setting-service';
import type { UniversityService } from '../university/university-service';
import { readComponentsSync } from './read-components';

/** The invented university of data/samples. */
const universityName = 'Université de Valmont';

/** Enough for every table, filter and chart to have something to show, little enough to be ranked in a minute. */
const sampleOfferCount = 1_500;
const sampleYears = 3;
const sampleSeed = 20_260_901;

/** Rows stored between two looks at the signal. */
const batchSize = 250;

export interface SampleService {
  /** Starts the job that fills an empty database. Throws `conflict` when there are offers or formations already. */
  loadSample(): Promise<JobId>;
}

export interface SampleParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly csvReader: CsvReader;
  readonly samplesDir: string;
  readonly jobRunner: JobRunner;
  readonly settingService: SettingService;
  readonly universityService: UniversityService;
  readonly offerService: OfferService;
  readonly formationService: FormationService;
  readonly companyService: CompanyService;
  /** Has what was loaded ranked, in a job of its own. */
  readonly startRanking: () => Promise<JobId>;
}

interface SampleFiles {
  readonly formations: readonly Extract<ImportDraft, { kind: 'formations' }>[];
  readonly companies: readonly Extract<ImportDraft, { kind: 'companies' }>[];
  readonly offers: readonly Extract<ImportDraft, { kind: 'offers' }>[];
}

export function createSampleService(parts: SampleParts): SampleService {
  return {
    async loadSample() {
      refuseUnlessEmpty(parts);
      if (parts.jobRunner.active('load-sample')) {
        throw new AppError('conflict', 'The sample is being loaded already.', 'job-running');
      }
      return await parts.jobRunner.start({
        kind: 'load-sample',
        subject: universityName,
        changes: ['university', 'offers', 'formations', 'companies', 'settings'],
        run: (context) => load(parts, context),
      });
    },
  };
}

function refuseUnlessEmpty({ universityService }: SampleParts): void {
  const { offers, formations } = universityService.overview();
  if (offers === 0 && formations === 0) return;
  throw new AppError('conflict', 'The sample is for an empty database.', null, { offers, formations });
}

async function load(parts: SampleParts, context: JobContext): Promise<ErrorDetails> {
  const files = await readAll(parts, context);
  const offers = spreadOffers(parts, files);
  await parts.database.write(async (db) => {
    // Somebody may have imported while this job waited for its turn.
    refuseUnlessEmpty(parts);
    if (parts.settingService.get(db).universityName === '') parts.settingService.apply(db, { universityName });
    await storeAll(parts, db, files, offers, context);
  });
  context.announce(['university', 'offers', 'formations', 'companies', 'settings']);
  await parts.startRanking();
  return { formations: files.formations.length, companies: files.companies.length, offers: offers.length };
}

/** The written offers, spread over the latest years up to today. */
function spreadOffers({ clock, settingService }: SampleParts, { offers }: SampleFiles): OfferOfFile[] {
  const today = clock.now().toISOString().slice(0, 10);
  const yearStart = settingService.get().academicYearStart;
  const options = { count: sampleOfferCount, seed: sampleSeed, years: sampleYears, today, yearStart };
  // In the order of their days, so that ids tell the order of arrival as they do for real ones.
  return [...generateOffers({ offers, ...options })].sort((one, other) =>
    (one.offer.postedOn ?? '').localeCompare(other.offer.postedOn ?? ''),
  );
}

async function readAll(parts: SampleParts, context: JobContext): Promise<SampleFiles> {
  const all: ImportDraft[] = [];
  const kinds: readonly ImportKind[] = ['formations', 'companies', 'offers'];
  for (const [index, kind] of kinds.entries()) {
    context.progress('read', index, kinds.length);
    const path = join(parts.samplesDir, `${kind}.csv`);
    const options = { kind, format: null, mapping: null };
    for await (const { rows } of parts.csvReader.read(path, options, context.signal)) {
      for (const { line, draft } of rows) {
        if (draft) all.push(draft);
        else context.log.warn('sample row left out', { kind, line });
      }
    }
  }
  context.progress('read', kinds.length, kinds.length);
  return {
    formations: all.filter((draft) => draft.kind === 'formations'),
    companies: all.filter((draft) => draft.kind === 'companies'),
    offers: all.filter((draft) => draft.kind === 'offers'),
  };
}

async function storeAll(
  parts: SampleParts,
  db: WriteDb,
  files: SampleFiles,
  offers: readonly OfferOfFile[],
  context: JobContext,
): Promise<void> {
  const origin = { importId: null, at: parts.clock.now().toISOString() };
  const components = parts.universityService.openComponentIntake(db, origin);
  for (const component of readComponentsSync(join(parts.samplesDir, 'components.csv'))) components.put(component);
  const formations = parts.formationService.openIntake(db, null);
  const companies = parts.companyService.openIntake(db, null);
  const offerIntake = parts.offerService.openIntake(db, null);
  const steps: readonly (() => void)[] = [
    ...files.formations.map(
      ({ formation }) =>
        () =>
          void formations.put(formation),
    ),
    ...files.companies.map(
      ({ company }) =>
        () =>
          void companies.put(company),
    ),
    ...offers.map(
      ({ offer, contact }) =>
        () =>
          void offerIntake.put(offer, contact),
    ),
  ];
  for (const [index, step] of steps.entries()) {
    step();
    if (index % batchSize !== batchSize - 1) continue;
    context.progress('commit', index + 1, steps.length);
    await nextTurn();
    throwIfCancelled(context.signal);
  }
}

/** Lets calls and cancellations through between two batches. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
