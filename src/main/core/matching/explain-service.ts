import { AppError } from '../../../shared/domain/app-error';
import type { Explanation, Standing, TextExplanation } from '../../../shared/domain/explanation/explanation';
import type { Formation } from '../../../shared/domain/formation';
import type { FormationId, OfferId } from '../../../shared/domain/ids';
import { keptMatches, type TextToRank } from '../../../shared/domain/match';
import type { Offer } from '../../../shared/domain/offer';
import { isInsufficient } from '../../../shared/domain/text/is-insufficient';
import { offerMatchText } from '../../../shared/domain/text/match-text';
import { embedTexts } from '../embeddings/embedding-service';
import type { FormationService } from '../formations/formation-service';
import type { OfferService } from '../offers/offer-service';
import type { RankedFormation } from '../ports';
import { createCorpusReader, type ExplainCorpus, type ExplainCorpusParts } from './explain-corpus';
import {
  explainPair,
  readFormations,
  readOffers,
  type ExplainedFormation,
  type ExplainedOffer,
  type OfferToExplain,
} from './explain-pair';

export interface ExplainService {
  /**
   * Why a formation does or does not suit an offer, whether it was proposed for it or not; the same answer for the same
   * two texts. Throws `not-found`, `unavailable` (`model-missing`, `model-damaged`, `worker-stopped`), `cancelled`.
   */
  explain(offerId: OfferId, formationId: FormationId, signal: AbortSignal): Promise<Explanation>;
  /** The same for a text that nobody stored. */
  explainText(text: TextToRank, formationId: FormationId, signal: AbortSignal): Promise<TextExplanation>;
}

export interface ExplainServiceParts extends ExplainCorpusParts {
  readonly offerService: OfferService;
  readonly formationService: FormationService;
}

/** One offer beside all formations; kept because the next question is mostly about the same offer. */
interface RankedOffer {
  readonly stamp: string;
  readonly corpus: ExplainCorpus;
  readonly isInsufficient: boolean;
  readonly explained: ExplainedOffer;
  /** All formations, best first. */
  readonly formations: readonly RankedFormation[];
}

export function createExplainService(parts: ExplainServiceParts): ExplainService {
  const { offerService, formationService, embeddingService, settingService } = parts;
  const readCorpus = createCorpusReader(parts);
  let latest: RankedOffer | null = null;

  const rankOffer = async (offer: OfferToExplain, corpus: ExplainCorpus, signal: AbortSignal): Promise<RankedOffer> => {
    const stamp = JSON.stringify(offer);
    if (latest?.stamp !== stamp || latest.corpus !== corpus) {
      latest = { stamp, corpus, ...(await rankAll(parts, offer, corpus, signal)) };
    }
    return latest;
  };

  const explain = async (
    offer: OfferToExplain,
    formationId: FormationId,
    signal: AbortSignal,
  ): Promise<TextExplanation> => {
    const formation = formationService.get(formationId);
    const model = await embeddingService.model(signal);
    const corpus = await readCorpus(model, signal);
    const ranked = await rankOffer(offer, corpus, signal);
    const explained = await readFormation(parts, formation, corpus, signal);
    const rank = ranked.formations.findIndex((found) => found.formationId === formationId);
    const scores = ranked.formations[rank];
    if (!explained || (!scores && !ranked.isInsufficient)) throw goneMeanwhile(formationId);
    const threshold = settingService.get().matchThreshold ?? model.ranking.threshold;
    const standing = scores ? standingOf(ranked.formations, scores, rank, threshold) : null;
    return {
      formationId,
      outcome: !standing ? 'insufficient-text' : standing.bestScore >= threshold ? 'ranked' : 'no-suitable-formation',
      standing,
      ...explainPair(ranked.explained, explained, scores ?? nothingInCommon, model, corpus.weightOf),
    };
  };

  return {
    explain: async (offerId, formationId, signal) => {
      const offer = offerService.get(offerId);
      return { offerId, ...(await explain(toExplain(offer), formationId, signal)) };
    },
    explainText: (text, formationId, signal) =>
      explain({ ...text, levels: text.levels ?? [], contractType: text.contractType ?? null }, formationId, signal),
  };
}

const nothingInCommon = { semantic: 0, lexical: 0 };

/** A formation was changed between two reads; whoever asks again gets an answer. */
function goneMeanwhile(formationId: FormationId): AppError {
  return new AppError('conflict', `Formation ${formationId} changed while it was explained.`, null, { formationId });
}

function toExplain(offer: Offer): OfferToExplain {
  const { rawTitle, description, skills, company, contact, city, levels, contractType } = offer;
  return {
    title: rawTitle,
    ...{ description, skills, city, levels, contractType },
    company: company?.name ?? null,
    contact: contact?.name ?? null,
  };
}

async function rankAll(
  parts: ExplainCorpusParts,
  offer: OfferToExplain,
  corpus: ExplainCorpus,
  signal: AbortSignal,
): Promise<Omit<RankedOffer, 'stamp' | 'corpus'>> {
  const { embedder, matcher } = parts;
  const { model, version, items } = corpus;
  const text = offerMatchText(offer, offer);
  const vector = await embedTexts(embedder, model, [text], signal);
  const [explained] = await readOffers(parts, model, [offer], vector, signal);
  if (!explained) throw new Error('One offer was read, none came.');
  if (isInsufficient(text)) return { isInsufficient: true, explained, formations: [] };
  const all = { version, formations: [...items.values()], parameters: model.ranking };
  const [ranking] = await matcher.rank(all, [{ id: 1, ...text, vector }], items.size, signal);
  return { isInsufficient: false, explained, formations: ranking?.formations ?? [] };
}

async function readFormation(
  parts: ExplainCorpusParts,
  formation: Formation,
  { model, items, explained }: ExplainCorpus,
  signal: AbortSignal,
): Promise<ExplainedFormation | null> {
  const known = explained.get(formation.id);
  const item = items.get(formation.id);
  if (known || !item) return known ?? null;
  const [read] = await readFormations(parts, model, [formation], item.vector, signal);
  if (read) explained.set(formation.id, read);
  return read ?? null;
}

function standingOf(
  formations: readonly RankedFormation[],
  { score, semantic, lexical }: RankedFormation,
  index: number,
  threshold: number,
): Standing {
  return {
    ...{ score, semantic, lexical, threshold },
    rank: index + 1,
    formations: formations.length,
    bestScore: formations[0]?.score ?? 0,
    lastKeptScore: formations[keptMatches - 1]?.score ?? null,
  };
}
