import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { throwIfCancelled, type ErrorDetails } from '../../../shared/domain/app-error';
import { keptMatches } from '../../../shared/domain/match';
import { rankingVersion } from '../../../shared/domain/score';
import { isInsufficient } from '../../../shared/domain/text/is-insufficient';
import { formationMatchText, offerTextRules, type MatchText } from '../../../shared/domain/text/match-text';
import { inTurns, stretchesOf } from '../db/in-turns';
import type { Database, WriteDb } from '../db/open';
import type { EmbeddingService, OwnedText } from '../embeddings/embedding-service';
import type { JobContext } from '../jobs/job-runner';
import type { Clock, EmbeddingModel, MatchCorpus, Matcher, RankedFormation } from '../ports';
import type { SettingService } from '../settings/setting-service';
import * as matchRepository from './match-repository';
import type { OfferToRank, RankingKey, RankingResult } from './match-repository';

export interface RankingParts {
  readonly database: Database;
  readonly embeddingService: EmbeddingService;
  readonly matcher: Matcher;
  readonly settingService: SettingService;
  readonly clock: Clock;
}

/** Offers that are read, embedded or ranked at once; small enough that cancelling is quick. */
const batchSize = 128;
/** Offers whose outdated matches are removed in one transaction; others may write between two of them. */
const removedAtOnce = 500;
/** Rankings that are stored before the event loop gets its turn; about 10 ms. */
const storedAtOnce = 32;
/** How often views are told of new rankings while the job runs, in milliseconds. */
const announceEveryMs = 1_500;

/** The first half of `rankStaleOffers`; a ranking that follows finds every vector that this one stored. */
export async function embedStaleTexts(parts: RankingParts, context: JobContext): Promise<ErrorDetails> {
  const ranking = readFormations(parts, await parts.embeddingService.model(context.signal));
  const formations = await embedFormations(parts, ranking, context);
  const total = matchRepository.countStale(parts.database.read, ranking.key);
  const offers = await embedStale(parts, ranking, total, context);
  return { embedded: formations + offers };
}

/** Everything that does not change from one batch to the next. */
export interface Ranking {
  readonly model: EmbeddingModel;
  readonly key: RankingKey;
  readonly formations: readonly OwnedText[];
  readonly formationsStamp: string;
  /** What scores depend on besides the offer; the key holds the threshold too. */
  readonly version: string;
  /** Below this score no formation is proposed. */
  readonly threshold: number;
}

interface LoadedRanking extends Ranking {
  readonly corpus: MatchCorpus;
}

/** Embeds and ranks whatever is stale and returns how many offers were ranked. */
export async function rankStaleOffers(parts: RankingParts, context: JobContext): Promise<number> {
  const { database, embeddingService } = parts;
  const model = await embeddingService.model(context.signal);
  let ranked = 0;
  // What waited before a pass that ranked nothing; offers that somebody writes meanwhile are others afterwards.
  let stuckAt: string | null = null;
  // Each pass ranks what is stale at its beginning; offers and formations that change during one are left to the next.
  while (true) {
    throwIfCancelled(context.signal);
    const ranking = readFormations(parts, model);
    if (ranking.formations.length === 0) {
      await removeRankings(parts, matchRepository.rankedIds, context);
      return ranked;
    }
    await removeRankings(parts, (db) => matchRepository.outdatedIds(db, ranking.key), context);
    const total = matchRepository.countStale(database.read, ranking.key);
    if (total === 0) break;
    const waiting = nameOfWaiting(parts.database, ranking.key);
    if (waiting === stuckAt) throw new Error(`${total} offers cannot be ranked.`);
    await embedFormations(parts, ranking, context);
    const corpus = corpusOf(parts, ranking);
    if (!corpus) continue;
    await embedStale(parts, ranking, total, context);
    const done = await matchStale(parts, { ...ranking, corpus }, total, context);
    stuckAt = done === 0 ? waiting : null;
    ranked += done;
  }
  await embeddingService.forgetOtherModels(model, context.signal);
  return ranked;
}

/**
 * The first offers that wait as they are now, and by what they are ranked, for a threshold may change as well; when a pass
 * left these alone, another one would, too.
 */
function nameOfWaiting({ read }: Database, key: RankingKey): string {
  const stamps = matchRepository.staleOffers(read, key, 0, batchSize).map(({ id, stamp }) => [id, stamp]);
  return JSON.stringify([key, stamps]);
}

/** Whether `rankStaleOffers` would find something to do; `model` is asked for only when that decides. */
export async function isAnythingStale(parts: RankingParts, model: () => Promise<EmbeddingModel>): Promise<boolean> {
  const db = parts.database.read;
  if (matchRepository.formationsStamp(db) === '') return matchRepository.hasRankings(db);
  if (matchRepository.hasPending(db)) return true;
  if (!matchRepository.hasRankings(db)) return false;
  return matchRepository.countStale(db, readFormations(parts, await model()).key) > 0;
}

/** Makes offers pending at once, whoever cancels meanwhile, and then removes their matches, which takes longer. */
async function removeRankings(
  { database }: RankingParts,
  idsIn: (db: WriteDb) => readonly number[],
  context: JobContext,
): Promise<void> {
  const ids = await database.write(async (db) => {
    const found = idsIn(db);
    await inTurns(found, (id) => matchRepository.removeRanking(db, id));
    return found;
  });
  if (ids.length === 0) return;
  context.announce(['matches', 'offers']);
  for (const stretch of stretchesOf(ids, removedAtOnce)) {
    throwIfCancelled(context.signal);
    await database.write((db) => inTurns(stretch, (id) => matchRepository.removeMatches(db, id)));
  }
}

/** The formations as they are now, prepared, and what names a ranking with them. */
export function readFormations(
  { database, settingService }: Pick<RankingParts, 'database' | 'settingService'>,
  model: EmbeddingModel,
): Ranking {
  const formationsStamp = matchRepository.formationsStamp(database.read);
  const formations = matchRepository
    .formationsToRank(database.read)
    .map((formation) => ({ ownerId: formation.id, text: formationMatchText(formation) }));
  const version = corpusName(model, formations);
  const threshold = settingService.get().matchThreshold ?? model.ranking.threshold;
  const key = { modelId: model.id, corpus: `${version}:${threshold}:${offerTextRules}` };
  return { model, key, formations, formationsStamp, version, threshold };
}

/** Computes the missing vectors of the formations and returns how many that were. */
async function embedFormations(
  { embeddingService }: RankingParts,
  { model, formations, formationsStamp }: Ranking,
  context: JobContext,
): Promise<number> {
  const isCurrent = (db: WriteDb) => {
    const isSame = matchRepository.formationsStamp(db) === formationsStamp;
    return () => isSame;
  };
  context.progress('embed', 0, null);
  let embedded = 0;
  for (const batch of stretchesOf(formations, batchSize)) {
    embedded += await embeddingService.embedMissing('formation', model, batch, isCurrent, context.signal);
  }
  return embedded;
}

/** All formations with their vectors; null when one changed while its text was embedded. */
function corpusOf({ embeddingService }: RankingParts, { model, formations, version }: Ranking): MatchCorpus | null {
  const vectors = embeddingService.valid('formation', model, formations);
  const items = formations.flatMap((item) => toMatchItem(item, vectors));
  return items.length < formations.length ? null : { version, formations: items, parameters: model.ranking };
}

/** Names whatever scores depend on besides the offer. */
function corpusName(model: EmbeddingModel, texts: readonly OwnedText[]): string {
  const hash = createHash('sha256').update(JSON.stringify([rankingVersion, model.id, model.ranking]));
  for (const { ownerId, text } of texts) {
    const { title, body, levels, romeCodes } = text;
    hash.update(`${ownerId}\n${title}\n${body}\n${levels.join(' ')}\n${JSON.stringify(romeCodes)}\n`);
  }
  return `${rankingVersion}:${hash.digest('base64url').slice(0, 22)}`;
}

/** Computes the missing vectors of the stale offers and returns how many that were. */
async function embedStale(parts: RankingParts, ranking: Ranking, total: number, context: JobContext): Promise<number> {
  let done = 0;
  let embedded = 0;
  for (const offers of staleBatches(parts.database, ranking.key)) {
    throwIfCancelled(context.signal);
    const texts = (await parts.embeddingService.prepareOffers(offers, context.signal)).filter(
      ({ text }) => !isInsufficient(text),
    );
    const isCurrent = (db: WriteDb) => unchangedSince(db, offers);
    embedded += await parts.embeddingService.embedMissing('offer', ranking.model, texts, isCurrent, context.signal);
    done += offers.length;
    context.progress('embed', Math.min(done, total), total);
    await nextTurn();
  }
  return embedded;
}

async function matchStale(
  parts: RankingParts,
  ranking: LoadedRanking,
  total: number,
  context: JobContext,
): Promise<number> {
  let done = 0;
  let ranked = 0;
  let announcedMs = performance.now();
  for (const offers of staleBatches(parts.database, ranking.key)) {
    throwIfCancelled(context.signal);
    const results = await rankBatch(parts, ranking, offers, context.signal);
    ranked += await store(parts, ranking, offers, results);
    done += offers.length;
    context.progress('match', Math.min(done, total), total);
    if (performance.now() - announcedMs < announceEveryMs) continue;
    announcedMs = performance.now();
    context.announce(['matches', 'offers']);
  }
  return ranked;
}

async function rankBatch(
  { embeddingService, matcher }: RankingParts,
  { model, threshold, corpus }: LoadedRanking,
  offers: readonly OfferToRank[],
  signal: AbortSignal,
): Promise<readonly RankingResult[]> {
  const texts = await embeddingService.prepareOffers(offers, signal);
  const sufficient = texts.filter(({ text }) => !isInsufficient(text));
  const vectors = embeddingService.valid('offer', model, sufficient);
  // An offer without a vector was changed meanwhile and stays stale.
  const items = sufficient.flatMap((item) => toMatchItem(item, vectors));
  const rankings = items.length === 0 ? [] : await matcher.rank(corpus, items, keptMatches, signal);
  const insufficient = texts.filter(({ text }) => isInsufficient(text));
  return [
    ...insufficient.map(({ ownerId }): RankingResult => {
      return { offerId: ownerId, outcome: 'insufficient-text', bestScore: null, formations: [] };
    }),
    ...rankings.map(({ offerId, formations }) => resultOf(offerId, formations, threshold)),
  ];
}

function resultOf(offerId: number, formations: readonly RankedFormation[], threshold: number): RankingResult {
  const proposed = formations.filter(({ score }) => score >= threshold);
  const outcome = proposed.length > 0 ? 'ranked' : 'no-suitable-formation';
  return { offerId, outcome, bestScore: formations[0]?.score ?? null, formations: proposed };
}

/** Stores what is still true in one transaction, giving the event loop its turn; returns how many that were. */
async function store(
  { database, clock }: RankingParts,
  { key, formationsStamp }: Ranking,
  offers: readonly OfferToRank[],
  results: readonly RankingResult[],
): Promise<number> {
  const rankedAt = clock.now().toISOString();
  return await database.write(async (db) => {
    if (matchRepository.formationsStamp(db) !== formationsStamp) return 0;
    const isStill = unchangedSince(db, offers);
    const current = results.filter(({ offerId }) => isStill(offerId));
    for (const [index, result] of current.entries()) {
      if (index % storedAtOnce === storedAtOnce - 1) await nextTurn();
      matchRepository.replaceRanking(db, key, result, rankedAt);
    }
    return current.length;
  });
}

/** Stale offers in id order; each batch is read when it is its turn. */
function* staleBatches(database: Database, key: RankingKey): Iterable<readonly OfferToRank[]> {
  let after = 0;
  while (true) {
    const offers = matchRepository.staleOffers(database.read, key, after, batchSize);
    const last = offers.at(-1);
    if (!last) return;
    yield offers;
    after = last.id;
  }
}

function unchangedSince(db: WriteDb, offers: readonly OfferToRank[]): (offerId: number) => boolean {
  const read = new Map(offers.map(({ id, stamp }) => [id, stamp]));
  const now = matchRepository.stampsOf(db, [...read.keys()]);
  return (offerId) => now.has(offerId) && now.get(offerId) === read.get(offerId);
}

function toMatchItem(
  { ownerId, text }: OwnedText,
  vectors: ReadonlyMap<number, Float32Array>,
): readonly (MatchText & { readonly id: number; readonly vector: Float32Array })[] {
  const vector = vectors.get(ownerId);
  return vector ? [{ id: ownerId, ...text, vector }] : [];
}
