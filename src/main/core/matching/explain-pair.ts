import { bestPassages, type EmbeddedPassages, type WordWeight } from '../../../shared/domain/explanation/best-passages';
import {
  compareSkills,
  type EmbeddedSkills,
  type SkillWording,
} from '../../../shared/domain/explanation/compare-skills';
import {
  compareContract,
  compareLevels,
  contractPassages,
  type ContractPassages,
} from '../../../shared/domain/explanation/compare-terms';
import type { PairReasons, SkillComparison } from '../../../shared/domain/explanation/explanation';
import { compareOccupations, sharesOf, type OccupationPart } from '../../../shared/domain/explanation/shares';
import {
  formationPassages,
  itemPassage,
  offerPassages,
  type TellingPassage,
} from '../../../shared/domain/explanation/told-text';
import type { ContractType } from '../../../shared/domain/offer';
import { readText } from '../../../shared/domain/reading/read-text';
import type { SkillFinder } from '../../../shared/domain/reading/skill-finder';
import type { OfferIdentity } from '../../../shared/domain/text/identity';
import { lexicalWeightOf } from '../../../shared/domain/score';
import { offerMatchText, type FormationMatter, type OfferMatter } from '../../../shared/domain/text/match-text';
import { dotRows } from '../../../shared/util/dot-rows';
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
  readonly asked: SkillComparison['asked'];
  /** What the ranking compares beside the title. */
  readonly comparedBody: string;
}

export interface ExplainedFormation extends ExplainedSide {
  readonly formation: FormationToExplain;
  /** The skills of the vocabulary that it names anywhere. */
  readonly codes: ReadonlySet<string>;
  readonly contracts: ContractPassages;
}

export interface ExplainParts {
  readonly embedder: Embedder;
  readonly matcher: Matcher;
  readonly skillFinder: SkillFinder;
}

/**
 * Takes offers apart for `explainPair`; `vectors` are those that they are ranked by, row after row, of the model. An
 * offer without a list of skills, levels or a contract type is read for them. Throws what the embedder and the matcher
 * throw.
 */
export async function readOffers(
  parts: ExplainParts,
  model: EmbeddingModel,
  offers: readonly OfferToExplain[],
  vectors: Float32Array,
  signal: AbortSignal,
): Promise<readonly ExplainedOffer[]> {
  const { skillFinder } = parts;
  const read = offers.map((offer) => {
    const { skills, levels, contractType } = readText(skillFinder, offer.title, offer.description);
    const tools = skills.filter(({ kind }) => kind !== 'soft');
    const isListed = offer.skills.length > 0;
    return {
      offer: {
        ...offer,
        levels: offer.levels.length > 0 ? offer.levels : (levels?.value ?? []),
        contractType: offer.contractType ?? contractType?.value ?? null,
      },
      asked: isListed ? ('listed' as const) : tools.length > 0 ? ('read' as const) : ('unknown' as const),
      comparedBody: offerMatchText(offer, offer).body,
      passages: offerPassages(offer, offer),
      skills: isListed
        ? offer.skills.map((label) => wordingOf(label, skillFinder))
        : tools.map(({ code, label }) => ({ label, codes: [code], passage: itemPassage(label) })),
      romeCodes: [],
    };
  });
  const sides = await readSides(parts, model, read, vectors, signal);
  return read.map(({ offer, asked, comparedBody }, row) => ({ ...at(sides, row), offer, asked, comparedBody }));
}

/** The same for formations; what they teach is said by their skills and their keywords. */
export async function readFormations(
  parts: ExplainParts,
  model: EmbeddingModel,
  formations: readonly FormationToExplain[],
  vectors: Float32Array,
  signal: AbortSignal,
): Promise<readonly ExplainedFormation[]> {
  const { skillFinder } = parts;
  const read = formations.map((formation) => {
    const { title, description, skills, keywords } = formation;
    const codes = skillFinder.skillsIn([title, description, ...skills, ...keywords].join('\n')).map(({ code }) => code);
    return {
      formation,
      codes: new Set(codes),
      contracts: contractPassages(formation),
      passages: formationPassages(formation),
      skills: [...skills, ...keywords].map((label) => wordingOf(label, skillFinder)),
      romeCodes: formation.romeCodes ?? [],
    };
  });
  const sides = await readSides(parts, model, read, vectors, signal);
  return read.map(({ formation, codes, contracts }, row) => ({ ...at(sides, row), formation, codes, contracts }));
}

function wordingOf(label: string, finder: SkillFinder): SkillWording {
  return { label, codes: finder.skillsIn(label, 'title').map(({ code }) => code), passage: itemPassage(label) };
}

/** Why the formation does or does not suit the offer; `scores` are those of the ranking. The same pair, the same answer. */
export function explainPair(
  { offer, asked, comparedBody, ...left }: ExplainedOffer,
  { formation, codes, contracts, ...right }: ExplainedFormation,
  scores: Pick<RankedFormation, 'semantic' | 'lexical'>,
  model: EmbeddingModel,
  weightOf: WordWeight,
): PairReasons {
  const { dimensions, ranking } = model;
  const texts = { offer: left.texts.passages, formation: right.texts.passages, formationCodes: codes };
  return {
    shares: sharesOf(scores, dotRows(left.vector, 0, right.vector, 0, dimensions), {
      ...ranking,
      lexicalWeight: lexicalWeightOf(comparedBody, ranking),
    }),
    passages: [...bestPassages(left.texts, right.texts, dimensions, weightOf)],
    skills: { ...compareSkills(left.skills, right.skills, texts, dimensions), asked },
    occupations: left.occupations && right.occupations ? compareOccupations(left.occupations, right.occupations) : null,
    level: compareLevels(offer.levels, formation.level, formation.diplomaType),
    contract: compareContract(offer.contractType, contracts),
  };
}

interface SideToRead {
  readonly passages: readonly TellingPassage[];
  readonly skills: readonly SkillWording[];
  readonly romeCodes: readonly string[];
}

/** Embeds all passages and skills at once and names the occupations of all vectors. */
async function readSides(
  { embedder, matcher }: ExplainParts,
  { dimensions, ranking }: EmbeddingModel,
  sides: readonly SideToRead[],
  vectors: Float32Array,
  signal: AbortSignal,
): Promise<readonly ExplainedSide[]> {
  const texts = sides.flatMap(({ passages, skills }) => [
    ...passages.map(({ prepared }) => prepared),
    ...skills.map(({ passage }) => passage?.prepared ?? ''),
  ]);
  const codes = sides.map(({ romeCodes }) => romeCodes);
  const [rows, occupations] = await Promise.all([
    texts.length === 0 ? new Float32Array(0) : embedder.embed(texts, signal),
    ranking.occupation === null ? null : matcher.occupations(vectors, ranking.occupation, signal, codes),
  ]);
  let next = 0;
  const take = (count: number): Float32Array => {
    const from = next;
    next += count;
    return rows.subarray(from * dimensions, next * dimensions);
  };
  return sides.map(({ passages, skills }, row) => ({
    texts: { passages, vectors: take(passages.length) },
    skills: { skills, vectors: take(skills.length) },
    vector: vectors.subarray(row * dimensions, (row + 1) * dimensions),
    occupations: occupations?.[row] ?? null,
  }));
}

function at<T>(list: readonly T[], row: number): T {
  const found = list[row];
  if (found === undefined) throw new RangeError(`There is no row ${row}.`);
  return found;
}
