import { createDirectMatcher, createWordEmbedder } from './word-embedder';
import { createQuietLog } from './quiet-log';
import { openTemporaryDatabase, type TemporaryDatabase } from './temporary-database';
import { AppError } from '../../src/shared/domain/app-error';
import { offerIdSchema, type JobId } from '../../src/shared/domain/ids';
import type { Job } from '../../src/shared/domain/job';
import { createEmbeddingService } from '../../src/main/core/embeddings/embedding-service';
import { createChangeFeed } from '../../src/main/core/jobs/change-feed';
import { createJobRunner, type JobRunner } from '../../src/main/core/jobs/job-runner';
import type { Embedder, Matcher } from '../../src/main/core/ports';
import { createSettingService, type SettingService } from '../../src/main/core/settings/setting-service';
import { createMatchingService, type MatchingService } from '../../src/main/core/matching/matching-service';

export const never = new AbortController().signal;
const clock = { now: () => new Date('2026-03-02T09:00:00Z') };

/** What a test of the ranking works on. */
export interface Bench extends AsyncDisposable {
  readonly place: TemporaryDatabase;
  readonly jobRunner: JobRunner;
  readonly embedder: ReturnType<typeof createWordEmbedder>;
  readonly matcher: ReturnType<typeof createDirectMatcher>;
  readonly matchingService: MatchingService;
  readonly settingService: SettingService;
  /** Refreshes and waits for the job. */
  rank(): Promise<Job>;
  use(embedder: Embedder, matcher?: Matcher): MatchingService;
}

/** A database, its jobs and the ranking on it, with an embedder that knows words only; whoever opens it disposes of it. */
export async function openBench(): Promise<Bench> {
  const place = openTemporaryDatabase();
  const { database } = place;
  const toAppError = (_where: string, error: unknown): AppError =>
    error instanceof AppError ? error : new AppError('internal', String(error));
  const jobRunner = await createJobRunner({
    database,
    clock,
    log: createQuietLog(),
    feed: createChangeFeed(),
    toAppError,
  });
  const embedder = createWordEmbedder();
  const matcher = createDirectMatcher();
  const settingService = createSettingService(database);
  const use = (from: Embedder, by: Matcher = matcher): MatchingService =>
    createMatchingService({
      database,
      jobRunner,
      embeddingService: createEmbeddingService(database, from),
      matcher: by,
      settingService,
      clock,
    });
  const matchingService = use(embedder);
  return {
    place,
    jobRunner,
    embedder,
    matcher,
    matchingService,
    settingService,
    use,
    rank: async () => await endOf(jobRunner, await matchingService.refresh()),
    async [Symbol.asyncDispose]() {
      await jobRunner.dispose();
      await place[Symbol.asyncDispose]();
    },
  };
}

/** Waits for the end of a job and gives it as it was then. */
export async function endOf(jobRunner: JobRunner, jobId: JobId): Promise<Job> {
  let last = jobRunner.get(jobId);
  for await (const job of jobRunner.watch(jobId, new AbortController().signal)) last = job;
  return last;
}

export async function addFormation(
  { place }: Bench,
  id: number,
  title: string,
  keywords: readonly string[] = [],
): Promise<void> {
  await place.database.write((db) => {
    db.prepare(
      `INSERT INTO formation (id, title, diploma_type, keywords, jobs, title_key, identity_key, content_hash, created_at,
         updated_at, description)
       VALUES (?, ?, 'BUT', ?, '[]', '', '', ?, '2026-01-01', '2026-01-01', '')`,
    ).run(id, title, JSON.stringify(keywords), `formation ${id}`);
  });
}

export async function addOffer({ place }: Bench, id: number, title: string, description: string): Promise<void> {
  await place.database.write((db) => {
    db.prepare(
      `INSERT INTO offer (id, title, raw_title, status, academic_year, title_key, content_hash, created_at, updated_at,
         description)
       VALUES (?, ?, ?, 'published', 2025, '', ?, '2026-01-01', '2026-01-01', ?)`,
    ).run(id, title, title, `offer ${id}`, description);
  });
}

export async function addCompany({ place }: Bench, id: number, name: string): Promise<void> {
  await place.database.write((db) => {
    db.prepare(
      `INSERT INTO company (id, name, name_key, content_hash, created_at, updated_at)
       VALUES (?, ?, '', ?, '2026-01-01', '2026-01-01')`,
    ).run(id, name, `company ${id}`);
    db.prepare(
      `INSERT INTO contact (company_id, name, identity_key, created_at) VALUES (?, 'Anne Rive', ?, '2026-01-01')`,
    ).run(id, `contact ${id}`);
  });
}

/** Runs one statement that changes something. */
export async function sql({ place }: Bench, statement: string): Promise<void> {
  await place.database.write((db) => void db.prepare(statement).run());
}

/** What became of each ranked offer. */
export function outcomes({ place }: Bench): unknown {
  return place.database.read.prepare('SELECT offer_id AS offer, outcome FROM ranking ORDER BY offer_id').all();
}

export const offerId = (id: number) => offerIdSchema.parse(id);

/** Two formations, an offer for each, one that says too little and one that suits neither. */
export async function fill(bench: Bench): Promise<void> {
  await addFormation(bench, 1, 'Génie civil', ['béton', 'chantier', 'structure']);
  await addFormation(bench, 2, 'Comptabilité et gestion', ['comptable', 'fiscalité', 'audit']);
  await addOffer(bench, 1, 'Stage assistant comptable', 'Comptabilité, fiscalité et audit en cabinet.');
  await addOffer(bench, 2, 'Conducteur de travaux, génie civil', 'Chantier de génie civil, béton et structure.');
  await addOffer(bench, 3, 'Stage', 'Voir pièce jointe');
  await addOffer(bench, 4, 'Toiletteur canin', 'Tondre les caniches, brosser les épagneuls');
}
