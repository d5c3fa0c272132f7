import { bestPassages, type EmbeddedPassages, type WordWeight } from '../../../shared/domain/explanation/best-passages';
import { compareSkills, type EmbeddedSkills } from '../../../shared/domain/explanation/compare-skills';
import { compareContract, compareLevels } from '../../../shared/domain/explanation/compare-terms';
import type { Explanation } from '../../../shared/domain/explanation/explanation';
import { compareOccupations, sharesOf, type OccupationPart } from '../../../shared/domain/explanation/shares';
import { formationPassages, offerPassages, type TellingPassage } from '../../../shared/domain/explanation/told-text';
import type { ContractType } from '../../../shared/domain/offer';
import type { OfferIdentity } from '../../../shared/domain/text/identity';
import type { FormationMatter, OfferMatter } from '../../../shared/domain/text/match-text';
import type { Embedder, EmbeddingModel, Matcher, RankedFormation } from '../ports';

/** What an explanation reads of an offer; `title` as its author wrote it. */
export interface OfferToExplain extends OfferMatter, OfferIdentity {
  readonly levels: readonly number[];
  readonly contractType: ContractType | null;
}

/** What an explanation reads of a formation. */
export interface FormationToExplain extends FormationMatter {
  readonly level: number | null;
}

/** One side of a pair, taken apart and embedded once for all pairs that it is in. */
interface ExplainedSide {
  readonly texts: EmbeddedPassages;
  readonly skills: EmbeddedSkills;
  /** The vector that it is ranked by. */
  readonly vector: Float32Array;
  /** Null for a model without occupations. */
  readonly occupations: readonly OccupationPart[] | null;
}

export interface ExplainedOffer extends ExplainedSide {
  readonly offer: OfferToExplain;
}

export interface ExplainedFormation extends ExplainedSide {
  readonly formation: FormationToExplain;
}

/** What a pair has in common and what it lacks. */
export type PairReasons = Pick<Explanation, 'shares' | 'passages' | 'skills' | 'occupations' | 'level' | 'contract'>;

export interface ExplainParts {
  readonly embedder: Embedder;
  readonly matcher: Matcher;
}

/**
 * Takes offers apart for `explainPair`; `vectors` are those that they are ranked by, row after row, of the model. Throws
 * what the embedder and the matcher throw.
 */
export async function readOffers(
  parts: ExplainParts,
  model: EmbeddingModel,
  offers: readonly OfferToExplain[],
  vectors: Float32Array,
  signal: AbortSignal,
): Promise<readonly ExplainedOffer[]> {
  const passages = offers.map((offer) => offerPassages(offer, offer));
  const isSkill = ({ field }: TellingPassage): boolean => field === 'skill';
  const sides = await readSides(parts, model, { passages, isSkill, vectors }, signal);
  return sides.map((side, row) => ({ ...side, offer: at(offers, row) }));
}

/** The same for formations; what they teach is said by their skills and their keywords. */
export async function readFormations(
  parts: ExplainParts,
  model: EmbeddingModel,
  formations: readonly FormationToExplain[],
  vectors: Float32Array,
  signal: AbortSignal,
): Promise<readonly ExplainedFormation[]> {
  const passages = formations.map((formation) => formationPassages(formation));
  const isSkill = ({ field }: TellingPassage): boolean => field === 'skill' || field === 'keyword';
  const sides = await readSides(parts, model, { passages, isSkill, vectors }, signal);
  return sides.map((side, row) => ({ ...side, formation: at(formations, row) }));
}

/** Why the formation does or does not suit the offer; `scores` are those of the ranking. The same pair, the same answer. */
export function explainPair(
  { offer, ...left }: ExplainedOffer,
  { formation, ...right }: ExplainedFormation,
  scores: Pick<RankedFormation, 'semantic' | 'lexical'>,
  model: EmbeddingModel,
  weightOf: WordWeight,
): PairReasons {
  const { dimensions, ranking } = model;
  const texts = { offer: left.texts.passages, formation: right.texts.passages };
  return {
    shares: sharesOf(scores, dot(left.vector, right.vector), ranking),
    passages: [...bestPassages(left.texts, right.texts, dimensions, weightOf)],
    skills: {
      ...compareSkills(left.skills, right.skills, texts, dimensions),
      asked: offer.skills.length > 0 ? 'listed' : 'unknown',
    },
    occupations: left.occupations && right.occupations ? compareOccupations(left.occupations, right.occupations) : null,
    level: compareLevels(offer.levels, formation.level, formation.diplomaType),
    contract: compareContract(offer.contractType, formation),
  };
}

interface SidesToRead {
  /** Of each side, in order. */
  readonly passages: readonly (readonly TellingPassage[])[];
  readonly isSkill: (passage: TellingPassage) => boolean;
  readonly vectors: Float32Array;
}

/** Embeds all passages at once and names the occupations of all vectors. */
async function readSides(
  { embedder, matcher }: ExplainParts,
  { dimensions, ranking }: EmbeddingModel,
  { passages, isSkill, vectors }: SidesToRead,
  signal: AbortSignal,
): Promise<readonly ExplainedSide[]> {
  const texts = passages.flatMap((own) => own.map(({ prepared }) => prepared));
  const [rows, occupations] = await Promise.all([
    texts.length === 0 ? new Float32Array(0) : embedder.embed(texts, signal),
    ranking.occupation === null ? null : matcher.occupations(vectors, ranking.occupation, signal),
  ]);
  let next = 0;
  return passages.map((own, row) => {
    const from = next;
    next += own.length;
    const ownRows = rows.subarray(from * dimensions, next * dimensions);
    const skills = own.flatMap((passage, place) => (isSkill(passage) ? [{ passage, place }] : []));
    const skillRows = new Float32Array(skills.length * dimensions);
    skills.forEach(({ place }, to) => {
      skillRows.set(ownRows.subarray(place * dimensions, (place + 1) * dimensions), to * dimensions);
    });
    return {
      texts: { passages: own, vectors: ownRows },
      skills: { skills: skills.map(({ passage }) => passage), vectors: skillRows },
      vector: vectors.subarray(row * dimensions, (row + 1) * dimensions),
      occupations: occupations?.[row] ?? null,
    };
  });
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let place = 0; place < left.length; place += 1) sum += (left[place] ?? 0) * (right[place] ?? 0);
  return sum;
}

function at<T>(list: readonly T[], row: number): T {
  const found = list[row];
  if (found === undefined) throw new RangeError(`There is no row ${row}.`);
  return found;
}
