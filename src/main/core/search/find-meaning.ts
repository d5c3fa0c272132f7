import type { IdTest } from './find-words';
import { idSet } from './id-set';
import type { OfferVectors } from './offer-vectors';

/**
 * How near a meaning has to be: by itself, and as a part of the nearest. Set by what the sample university's searches find
 * (tests/integration/search.test.ts): further down offers of other trades come in. Nothing but the text decides it, so that
 * each criterion keeps what it says of one and the same list: how many are found under it can be told before it is chosen.
 */
const nearKeywords = { least: 0.42, leastPart: 0.75 } as const;
const nearDescription = { least: 0.3, leastPart: 0.75 } as const;
/** What words of a description find has to be about the same, and so near. */
const aboutTheSame = { least: 0.2, leastPart: 0.65 } as const;
/**
 * How near the nearest of some offers has to be to be shown where others are nearer, and what else of them is shown beside
 * it. Found on the sample and on other offers: below, nearly all are of other trades (docs/search.md).
 */
const nearOfSome = { least: 0.42, leastPart: 0.85 } as const;
/** Companies are named for offers of the same work: what merely shares words with a wish names somebody of another trade. */
const leastPartOfCompanies = 0.72;
/** What counts as the nearest at most: an offer that says just the same does not make the others far. */
const mostNearest = 0.8;

/** Offers found by their meaning. */
export interface FoundByMeaning {
  /** The best first; of equal ones the newest, as words do. */
  readonly ids: readonly number[];
  /** Those that are of the very same work. */
  readonly isClose: IdTest;
  /** Says of an offer that has words of the text whether it counts; of keywords each does. */
  readonly isAbout: IdTest;
}

/** What the words of a text say beside its meaning. */
export interface WordsBeside {
  /** Whether no offer has to have all of them. */
  readonly isLoose: boolean;
  /** Whether an offer has the names among them. */
  readonly isNamed: IdTest;
  /** Whether an offer has those that say something of the work. */
  readonly hasWorkWords: IdTest;
}

/**
 * What is near to a vector among the offers that a text names. Where `isAmong` names some of the offers, those that come
 * close to the nearest of these are found as well.
 */
export function findMeaning(
  vectors: OfferVectors,
  vector: Float32Array,
  { isLoose, isNamed, hasWorkWords }: WordsBeside,
  isAmong: IdTest | null = null,
): FoundByMeaning {
  const bounds = isLoose ? nearDescription : nearKeywords;
  const ids: number[] = [];
  const cosines: number[] = [];
  let nearest = 0;
  let nearestAmong = 0;
  vectors.each(vector, isLoose ? aboutTheSame.least : bounds.least, (id, cosine) => {
    if (!isNamed(id)) return;
    ids.push(id);
    cosines.push(cosine);
    if (cosine > nearest) nearest = cosine;
    if (cosine > nearestAmong && isAmong?.(id)) nearestAmong = cosine;
  });
  const among = nearestAmong < nearOfSome.least ? Infinity : nearestAmong * nearOfSome.leastPart;
  const atLeast = ({ least, leastPart }: typeof bounds | typeof aboutTheSame): number =>
    Math.min(Math.max(least, Math.min(nearest, mostNearest) * leastPart), among);
  const from = (least: number): number[] => ids.filter((_id, place) => (cosines[place] ?? 0) >= least);
  const near = atLeast(bounds);
  const close = idSet(from(Math.max(bounds.least, nearest * leastPartOfCompanies)));
  const about = isLoose ? idSet(from(atLeast(aboutTheSame))) : null;
  // Of what has no meaning yet nothing but its words says what it is about.
  const isToldByWords: IdTest = (id) => !vectors.has(id) && hasWorkWords(id);
  return {
    ids: bestFirst(ids, cosines, near),
    isClose: (id) => close.has(id) || isToldByWords(id),
    isAbout: (id) => about === null || about.has(id) || isToldByWords(id),
  };
}

/** A cosine is told apart to a millionth; ids fit into 31 bits, so that both fit into a number, and numbers sort at once. */
const steps = 1_000_000;
const idRange = 2 ** 31;

function bestFirst(ids: readonly number[], cosines: readonly number[], least: number): readonly number[] {
  const keys: number[] = [];
  ids.forEach((id, place) => {
    const cosine = cosines[place] ?? 0;
    if (cosine >= least) keys.push(Math.round((2 - cosine) * steps) * idRange + (idRange - 1 - id));
  });
  return Array.from(Float64Array.from(keys).sort(), (key) => idRange - 1 - (key % idRange));
}
