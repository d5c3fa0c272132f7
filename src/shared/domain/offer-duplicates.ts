import { prepareText } from './text/prepare-text';
import { letterPairs, similarityOf } from './company-similarity';
import { alikeIn, numbersIn, rarestFirst } from './alike-pairs';

/** What is compared of an offer. */
export interface ComparedOffer {
  readonly id: number;
  readonly companyId: number;
  readonly academicYear: number;
  /** Cleaned for display. */
  readonly title: string;
  readonly contractType: string | null;
  readonly postcode: string | null;
  readonly cityKey: string | null;
  /** Where its reference comes from; null where it has none. */
  readonly referenceOf: string | null;
}

/** Two offers that may be one; `oneId` is the smaller id, `similarity` that of their titles. */
export interface OfferPair {
  readonly oneId: number;
  readonly otherId: number;
  readonly similarity: number;
}

/** Titles at least this alike are proposed: Sørensen–Dice of their letter pairs. */
export const similarTitlesFrom = 0.8;

/**
 * The pairs of offers that may be one, a company and academic year at a time: same company, no other place or contract,
 * titles at least 0.8 alike with the same numbers in them. A source that gives two references means two offers.
 */
export function* findOfferDuplicates(offers: readonly ComparedOffer[]): Iterable<readonly OfferPair[]> {
  for (const group of groupsOf(offers)) {
    const keys = group.map(({ title }) => comparedTitle(title));
    const pairs = rarestFirst(keys);
    const compared = group.map((offer, index) => ({
      ...{ offer, key: keys[index] ?? '' },
      pairs: pairs[index] ?? new Int32Array(),
    }));
    const found: OfferPair[] = [];
    for (const { one, other, similarity } of alikeIn(compared, similarTitlesFrom)) {
      if (numbersIn(one.key) !== numbersIn(other.key) || !mayBeOne(one.offer, other.offer)) continue;
      found.push({ oneId: one.offer.id, otherId: other.offer.id, similarity });
    }
    yield found;
  }
}

/** Words that name the contract, which sources write in the title or beside it. */
const contractWords = new Set(
  'stage stages stagiaire alternance alternant apprentissage apprenti apprentie contrat cdi cdd emploi en de un une'.split(
    ' ',
  ),
);

/** A title as it is compared: one gender, no accents, no contract. */
function comparedTitle(title: string): string {
  const words = prepareText(title).split(' ');
  const telling = words.filter((word) => !contractWords.has(word));
  return (telling.length > 0 ? telling : words).join(' ');
}

/** Titles below this likeness have nothing in common but letters. */
const unlikeBelow = 0.5;

/** Whether two titles may name one offer: they are alike, or one says a part of the other. */
export function mayTitleTheSame(one: string, other: string): boolean {
  if (one === other) return true;
  const words = [one, other].map((title) => new Set(prepareText(title).split(' ')));
  const [short, long] = words.sort((a, b) => a.size - b.size);
  if (short && long && [...short].every((word) => long.has(word))) return true;
  return similarityOf(letterPairs(comparedTitle(one)), letterPairs(comparedTitle(other))) >= unlikeBelow;
}

function groupsOf(offers: readonly ComparedOffer[]): readonly (readonly ComparedOffer[])[] {
  const groups = new Map<string, ComparedOffer[]>();
  for (const offer of [...offers].sort((one, other) => one.id - other.id)) {
    const key = `${offer.companyId} ${offer.academicYear}`;
    const group = groups.get(key);
    if (group) group.push(offer);
    else groups.set(key, [offer]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

function mayBeOne(one: ComparedOffer, other: ComparedOffer): boolean {
  if (one.referenceOf !== null && one.referenceOf === other.referenceOf) return false;
  if (one.contractType !== null && other.contractType !== null && one.contractType !== other.contractType) return false;
  if (one.postcode !== null && other.postcode !== null) return one.postcode === other.postcode;
  return one.cityKey === null || other.cityKey === null || one.cityKey === other.cityKey;
}
