import type { RankingParameters } from '../score';
import type { Score } from '../match';
import type { OccupationComparison, Shares } from './explanation';

/**
 * How much of what formations are ordered by comes from shared words, from likeness of meaning and from the occupations
 * that both texts are about (models/training/ranking.md, section 5), each as a part of the whole. `meaning` is the
 * cosine of both vectors.
 */
export function sharesOf(
  { semantic, lexical }: Pick<Score, 'semantic' | 'lexical'>,
  meaning: number,
  { lexicalWeight, occupation }: RankingParameters,
): Shares {
  const words = lexicalWeight * lexical;
  const own = occupation === null ? semantic : Math.min(semantic, Math.max(0, meaning) / (1 + occupation.weight));
  const total = semantic + words;
  if (total <= 0) return { words: 0, meaning: 0, occupation: 0 };
  return { words: words / total, meaning: own / total, occupation: (semantic - own) / total };
}

/** An occupation that a text is about, and which part of the text's meaning it takes. */
export interface OccupationPart {
  /** A parent of ROME with its official label. */
  readonly code: string;
  readonly label: string;
  /** 0 to 1; the parts of all occupations add up to 1. */
  readonly part: number;
}

/** As many occupations as can be said in one sentence. */
const namedOccupations = 3;
/** An occupation that one side is hardly about is not shared, whatever the other is about. */
const leastPart = 0.1;

/** Compares what two texts are about, each list with the largest part first: what they share, and what comes first. */
export function compareOccupations(
  offer: readonly OccupationPart[],
  formation: readonly OccupationPart[],
): OccupationComparison {
  const parts = new Map(formation.map(({ code, part }) => [code, part]));
  const shared = offer
    .map(({ code, label, part }) => ({ code, label, offer: part, formation: parts.get(code) ?? 0 }))
    .filter((own) => Math.min(own.offer, own.formation) >= leastPart)
    .sort((one, two) => two.offer * two.formation - one.offer * one.formation)
    .slice(0, namedOccupations);
  return { shared, offer: nameOf(offer[0]), formation: nameOf(formation[0]) };
}

function nameOf(occupation: OccupationPart | undefined): OccupationComparison['offer'] {
  return occupation ? { code: occupation.code, label: occupation.label } : null;
}
