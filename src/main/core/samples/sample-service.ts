import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError, throwIfCancelled, type ErrorDetails } from '../../../shared/domain/app-error';
import { generateOffers, type OfferOfFile } from '../../../shared/domain/generate-offers';
import type { JobId } from '../../../shared/domain/ids';
import type { ColumnMapping, ImportKind } from '../../../shared/domain/import';
import { localDay } from '../../../shared/util/local-day';
import type { Database, WriteDb } from '../db/open';
import type { Origin } from '../db/provenance';
import type { ImportService } from '../imports/import-service';
import type { JobContext, JobRunner } from '../jobs/job-runner';
import type { Clock, CsvReader, FileInspection, ReadRow } from '../ports';
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
  /**
   * Starts the job that fills an empty database, as three imports that can be taken back like any other. Throws
   * `conflict` with `sample-not-empty` when there are offers or formations already, with `job-running` while it loads.
   */
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
  readonly importService: ImportService;
  /** Has what was loaded ranked, in a job of its own. */
  readonly startRanking: () => Promise<JobId>;
}

/** A row, and its cells. */
interface SampleRow {
  readonly row: ReadRow;
  readonly cells: readonly string[];
}

interface SampleFile extends Pick<FileInspection, 'format' | 'header' | 'mapping' | 'notation'> {
  readonly kind: ImportKind;
  readonly rows: readonly SampleRow[];
}

/** What is shown of the offers, whose rows stand in no file: they are drawn from written ones. */
const offerHeader = ['référence', 'intitulé', 'entreprise', 'ville', 'publiée le'];
const offerMapping: ColumnMapping = ['externalId', 'title', 'companyName', 'city', 'postedOn'];

/** What the job changes, once it has stored everything. */
const topics = ['university', 'offers', 'formations', 'companies', 'imports', 'settings'] as const;

export function createSampleService(parts: SampleParts): SampleService {
  parts.importService.onReversal((db, direction, { fileName }) => {
    if (fileName === fileNameOf('formations')) nameAfterReversal(parts.settingService, db, direction === 'redo-import');
  });
  return {
    async loadSample() {
      refuseUnlessEmpty(parts);
      if (parts.jobRunner.active('load-sample')) {
        throw new AppError('conflict', 'The sample is being loaded already.', 'job-running');
      }
      return await parts.jobRunner.start({
        kind: 'load-sample',
        subject: universityName,
        changes: topics,
        run: (context) => load(parts, context),
      });
    },
  };
}

/** Without its formations the invented university is gone, and its name with it; a name that a person gave stays. */
function nameAfterReversal(settings: SettingService, db: WriteDb, isBack: boolean): void {
  const [from, to] = isBack ? ['', universityName] : [universityName, ''];
  if (settings.get(db).universityName === from) settings.apply(db, { universityName: to });
}

/** What the import of one of the sample's files is called. */
function fileNameOf(kind: ImportKind): string {
  return `${universityName} – ${kind}.csv`;
}

function refuseUnlessEmpty({ universityService }: SampleParts): void {
  const { offers, formations } = universityService.overview();
  if (offers === 0 && formations === 0) return;
  throw new AppError('conflict', 'The sample is for an empty database.', 'sample-not-empty', { offers, formations });
}

async function load(parts: SampleParts, context: JobContext): Promise<ErrorDetails> {
  const files = await readAll(parts, context);
  const counts = await parts.database.write(async (db) => {
    // Somebody may have imported while this job waited for its turn.
    refuseUnlessEmpty(parts);
    if (parts.settingService.get(db).universityName === '') parts.settingService.apply(db, { universityName });
    return await storeAll(parts, db, files, context);
  });
  context.announce(topics);
  await parts.startRanking();
  return counts;
}

/** The three files, the offers last because they name the companies. */
async function readAll(parts: SampleParts, context: JobContext): Promise<SampleFile[]> {
  const files: SampleFile[] = [];
  const kinds: readonly ImportKind[] = ['formations', 'companies', 'offers'];
  for (const kind of kinds) {
    context.progress('read', files.length, kinds.length);
    const file = await readOne(parts, kind, context.signal);
    files.push(kind === 'offers' ? spreadOffers(parts, file) : file);
  }
  context.progress('read', kinds.length, kinds.length);
  return files;
}

async function readOne({ csvReader, samplesDir }: SampleParts, kind: ImportKind, signal: AbortSignal) {
  const path = join(samplesDir, `${kind}.csv`);
  const options = { kind, format: null, mapping: null, keepsCells: true };
  const { format, header, mapping, notation } = await csvReader.inspect(path, options, 0, signal);
  const all: SampleRow[] = [];
  for await (const { rows, packedCells } of csvReader.read(path, options, signal)) {
    const cells = packedCells ? csvReader.unpackCells(packedCells) : [];
    for (const [index, row] of rows.entries()) all.push({ row, cells: cells[index] ?? [] });
  }
  return { kind, format, header, mapping, notation, rows: all };
}

/** The written offers, spread over the latest years up to today. */
function spreadOffers({ clock, settingService }: SampleParts, file: SampleFile): SampleFile {
  const offers = file.rows.flatMap(({ row: { draft } }) => (draft?.kind === 'offers' ? [draft] : []));
  const today = localDay(clock.now());
  const yearStart = settingService.get().academicYearStart;
  const options = { count: sampleOfferCount, seed: sampleSeed, years: sampleYears, today, yearStart };
  // In the order of their days, so that ids tell the order of arrival as they do for real ones.
  const spread = [...generateOffers({ offers, ...options })].sort((one, other) =>
    (one.offer.postedOn ?? '').localeCompare(other.offer.postedOn ?? ''),
  );
  return { ...file, header: offerHeader, mapping: offerMapping, rows: spread.map(rowOf) };
}

/** Its row as a file would hold it below `offerHeader`, which is line 1. */
function rowOf({ offer, contact }: OfferOfFile, index: number): SampleRow {
  const day = offer.postedOn?.split('-').toReversed().join('/');
  const cells = [offer.externalId, offer.title, contact.companyName, offer.city, day].map((cell) => cell ?? '');
  return {
    row: { line: index + 2, issues: [], draft: { kind: 'offers', offer, contact, standing: null } },
    cells,
  };
}

/** Stores each file as an import; answers with what was made, by kind. */
async function storeAll(
  parts: SampleParts,
  db: WriteDb,
  files: readonly SampleFile[],
  context: JobContext,
): Promise<ErrorDetails> {
  const at = parts.clock.now().toISOString();
  const total = files.reduce((sum, { rows }) => sum + rows.length, 0);
  const made: Record<string, number> = {};
  let done = 0;
  for (const { rows, ...file } of files) {
    const stored = parts.importService.openStored(db, {
      ...file,
      fileName: fileNameOf(file.kind),
      at,
    });
    if (file.kind === 'formations') putComponents(parts, db, { importId: stored.importId, at });
    for (const { row, cells } of rows) {
      stored.put(row, cells);
      done += 1;
      if (done % batchSize !== 0) continue;
      context.progress('commit', done, total);
      await nextTurn();
      throwIfCancelled(context.signal);
    }
    const { counts, alsoCreated } = stored.finish();
    const { created, rejected } = counts;
    if (rejected > 0) context.log.warn('sample rows left out', { kind: file.kind, rejected });
    made[file.kind] = (made[file.kind] ?? 0) + created;
    // Some offers name a company that the file of companies does not hold.
    if (alsoCreated.companies > 0) made['companies'] = (made['companies'] ?? 0) + alsoCreated.companies;
  }
  return made;
}

/** The components with all that is known of them; they go away with the formations that they hold. */
function putComponents({ universityService, samplesDir }: SampleParts, db: WriteDb, origin: Origin): void {
  const components = universityService.openComponentIntake(db, origin);
  for (const component of readComponentsSync(join(samplesDir, 'components.csv'))) components.put(component);
}
