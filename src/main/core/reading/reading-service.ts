import { createHash } from 'node:crypto';
import { throwIfCancelled } from '../../../shared/domain/app-error';
import type { OfferId } from '../../../shared/domain/ids';
import type { OccupationProposal } from '../../../shared/domain/reading/occupation-proposal';
import { domainCodeOf, proposeOccupations } from '../../../shared/domain/reading/propose-occupations';
import { readingRules, readText } from '../../../shared/domain/reading/read-text';
import type { OfferReading } from '../../../shared/domain/reading/reading';
import { isInsufficient } from '../../../shared/domain/text/is-insufficient';
import { offerTextRules } from '../../../shared/domain/text/match-text';
import { inTurns } from '../db/in-turns';
import type { Database } from '../db/open';
import type { EmbeddingService } from '../embeddings/embedding-service';
import type { JobContext } from '../jobs/job-runner';
import type { Clock, EmbeddingModel, Matcher } from '../ports';
import { openSkillIntake } from '../reference/skill-service';
import * as readingRepository from './reading-repository';
import type { OfferToRead } from './reading-repository';
import type { SkillFinderService } from './skill-finder-service';

export interface ReadingService {
  /** What was read in an offer; null while nobody has read it. */
  ofOffer(offerId: OfferId): OfferReading | null;
  /** Reads every offer that has no reading by the present rules and model; returns how many that were. */
  readStale(context: JobContext): Promise<number>;
  /** Whether `readStale` would find something to do; `model` is asked for only when that decides. */
  isAnythingStale(model: () => Promise<EmbeddingModel>): Promise<boolean>;
}

export interface ReadingParts {
  readonly database: Database;
  readonly embeddingService: EmbeddingService;
  readonly matcher: Pick<Matcher, 'occupations'>;
  readonly skillFinder: SkillFinderService;
  readonly clock: Clock;
}

/** Offers that are read and stored at once; small enough that cancelling is quick. */
const batchSize = 128;
/** How often views are told of new readings while the job runs, in milliseconds. */
const announceEveryMs = 1_500;

export function createReadingService(parts: ReadingParts): ReadingService {
  const { database, embeddingService, skillFinder } = parts;
  return {
    ofOffer: (offerId) => readingRepository.find(database.read, offerId),

    async isAnythingStale(model) {
      const db = database.read;
      if (readingRepository.hasUnread(db)) return true;
      const isEmpty = db.prepare('select 1 from offer_reading limit 1').get() === undefined;
      return !isEmpty && readingRepository.countUnread(db, versionOf(skillFinder, await model())) > 0;
    },

    async readStale(context) {
      const model = await embeddingService.model(context.signal);
      const version = versionOf(skillFinder, model);
      const total = readingRepository.countUnread(database.read, version);
      let done = 0;
      let stored = 0;
      let announcedMs = performance.now();
      for (const offers of unreadBatches(database, version)) {
        throwIfCancelled(context.signal);
        const readings = await readBatch(parts, model, offers, context.signal);
        stored += await store(parts, version, offers, readings);
        done += offers.length;
        context.progress('understand', Math.min(done, total), total);
        if (performance.now() - announcedMs < announceEveryMs) continue;
        announcedMs = performance.now();
        context.announce(['offers']);
      }
      return stored;
    },
  };
}

/** Names whatever a reading depends on besides the offer. */
function versionOf({ vocabularyVersion }: SkillFinderService, { id, ranking }: EmbeddingModel): string {
  const weights = createHash('sha256').update(JSON.stringify([id, ranking.descriptionWeight, ranking.occupation]));
  return `${readingRules}.${offerTextRules}:${vocabularyVersion}:${weights.digest('base64url').slice(0, 12)}`;
}

/** Unread offers in id order; each batch is looked up when it is its turn. */
function* unreadBatches(database: Database, version: string): Iterable<readonly OfferToRead[]> {
  let after = 0;
  while (true) {
    const offers = readingRepository.unreadOffers(database.read, version, after, batchSize);
    const last = offers.at(-1);
    if (!last) return;
    yield offers;
    after = last.id;
  }
}

async function readBatch(
  parts: ReadingParts,
  model: EmbeddingModel,
  offers: readonly OfferToRead[],
  signal: AbortSignal,
): Promise<ReadonlyMap<OfferId, OfferReading>> {
  const occupations = await occupationsOf(parts, model, offers, signal);
  const readings = new Map<OfferId, OfferReading>();
  await inTurns(offers, ({ id, title, description }) => {
    readings.set(id, readingOf(parts, { title, description }, occupations.get(id) ?? []));
  });
  return readings;
}

/** What the words of a text say, and what its occupations add to that. */
export function readingOf(
  { database, skillFinder }: Pick<ReadingParts, 'database' | 'skillFinder'>,
  { title, description }: Pick<OfferToRead, 'title' | 'description'>,
  occupations: readonly OccupationProposal[],
): OfferReading {
  const domain = domainCodeOf(occupations);
  const label = domain && readingRepository.domainLabel(database.read, domain.code);
  return {
    ...readText(skillFinder, title, description),
    occupations: [...proposeOccupations(occupations)],
    domain: domain && label !== null ? { ...domain, label } : null,
  };
}

/** What the texts of the offers are about; offers with too little text are left out. */
async function occupationsOf(
  { embeddingService, matcher }: ReadingParts,
  model: EmbeddingModel,
  offers: readonly OfferToRead[],
  signal: AbortSignal,
): Promise<ReadonlyMap<number, readonly OccupationProposal[]>> {
  if (model.ranking.occupation === null) return new Map();
  const texts = (await embeddingService.prepareOffers(offers, signal)).filter(({ text }) => !isInsufficient(text));
  const unchanged = new Map(offers.map((offer) => [Number(offer.id), offer]));
  // Nothing to do after a ranking, which has just needed the same vectors.
  await embeddingService.embedMissing(
    'offer',
    model,
    texts,
    (db) => (ownerId) => {
      const offer = unchanged.get(ownerId);
      return offer !== undefined && readingRepository.isUnchanged(db, offer);
    },
    signal,
  );
  const vectors = [...embeddingService.valid('offer', model, texts)];
  if (vectors.length === 0) return new Map();
  const packed = new Float32Array(vectors.length * model.dimensions);
  vectors.forEach(([, vector], row) => packed.set(vector, row * model.dimensions));
  const found = await matcher.occupations(packed, model.ranking.occupation, signal);
  return new Map(vectors.map(([ownerId], row) => [ownerId, found?.[row] ?? []]));
}

/** Stores what is still true in one transaction, giving the event loop its turns; returns how many that were. */
async function store(
  { database, clock }: ReadingParts,
  version: string,
  offers: readonly OfferToRead[],
  readings: ReadonlyMap<OfferId, OfferReading>,
): Promise<number> {
  const key = { version, readAt: clock.now().toISOString() };
  return await database.write(async (db) => {
    const skills = openSkillIntake(db);
    let stored = 0;
    await inTurns(offers, (offer) => {
      const reading = readings.get(offer.id);
      if (!reading || !readingRepository.isUnchanged(db, offer)) return;
      readingRepository.replace(db, offer, reading, { key, skills });
      stored += 1;
    });
    return stored;
  });
}
