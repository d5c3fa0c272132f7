import { letterPairs, similarityOf } from './company-similarity';

/** What is compared of a company. */
export interface ComparedCompany {
  readonly id: number;
  /** The folded name. */
  readonly nameKey: string;
  readonly siret: string | null;
  readonly postcode: string | null;
  readonly cityKey: string | null;
}

/** Why two companies are taken for one, the strongest reason first. */
export const duplicateReasons = ['same-siren', 'same-name', 'similar-name'] as const;
export type DuplicateReason = (typeof duplicateReasons)[number];

/** Two companies that may be one; `oneId` is the smaller id, `similarity` that of their names. */
export interface DuplicatePair {
  readonly oneId: number;
  readonly otherId: number;
  readonly reason: DuplicateReason;
  readonly similarity: number;
}

/** Names at least this alike, with the same postcode, are proposed. */
export const similarFrom = 0.85;

/** A company is compared with this many others of a group at most: five hundred of one name must not make a million pairs. */
const comparedAtMost = 30;

/**
 * The pairs of companies that may be one: same SIREN and postcode; same folded name, unless their postcodes or towns
 * contradict each other; or names at least 0.85 alike with the same postcode. Two SIRENs are two legal persons, whatever
 * their names. Work grows with the number of companies, not with its square.
 */
export function findDuplicates(companies: readonly ComparedCompany[]): readonly DuplicatePair[] {
  const found = new Map<string, DuplicatePair>();
  const propose = (one: ComparedCompany, other: ComparedCompany, reason: DuplicateReason, similarity: number): void => {
    const [first, second] = one.id < other.id ? [one, other] : [other, one];
    const key = `${first.id} ${second.id}`;
    if (!found.has(key)) found.set(key, { oneId: first.id, otherId: second.id, reason, similarity });
  };
  const byId = [...companies].sort((one, other) => one.id - other.id);

  const compareGroups = (
    keyOf: (company: ComparedCompany) => string | null,
    reason: DuplicateReason,
    isOne: (one: ComparedCompany, other: ComparedCompany) => boolean,
  ): void => {
    for (const group of groupsOf(byId, keyOf)) {
      for (const [index, one] of group.entries()) {
        for (const other of group.slice(index + 1, index + 1 + comparedAtMost)) {
          if (isOne(one, other)) propose(one, other, reason, nameSimilarity(one, other));
        }
      }
    }
  };
  compareGroups(
    ({ siret, postcode }) => (siret === null || postcode === null ? null : `${siret.slice(0, 9)} ${postcode}`),
    'same-siren',
    () => true,
  );
  compareGroups(({ nameKey }) => nameKey, 'same-name', mayBeOne);
  for (const { one, other, similarity } of alikeInPlace(byId)) {
    if (mayBeOne(one, other)) propose(one, other, 'similar-name', similarity);
  }
  const strength = (pair: DuplicatePair): number => duplicateReasons.indexOf(pair.reason);
  return [...found.values()].sort(
    (one, other) =>
      strength(one) - strength(other) ||
      other.similarity - one.similarity ||
      one.oneId - other.oneId ||
      one.otherId - other.otherId,
  );
}

/** Nothing that is known of both contradicts it. */
function mayBeOne(one: ComparedCompany, other: ComparedCompany): boolean {
  if (one.siret !== null && other.siret !== null && one.siret.slice(0, 9) !== other.siret.slice(0, 9)) return false;
  if (one.postcode !== null && other.postcode !== null) return one.postcode === other.postcode;
  return one.cityKey === null || other.cityKey === null || one.cityKey === other.cityKey;
}

function nameSimilarity(one: ComparedCompany, other: ComparedCompany): number {
  return similarityOf(letterPairs(one.nameKey), letterPairs(other.nameKey));
}

function groupsOf(
  companies: readonly ComparedCompany[],
  keyOf: (company: ComparedCompany) => string | null,
): Iterable<readonly ComparedCompany[]> {
  const groups = new Map<string, ComparedCompany[]>();
  for (const company of companies) {
    const key = keyOf(company);
    if (key === null || key === '') continue;
    const group = groups.get(key);
    if (group) group.push(company);
    else groups.set(key, [company]);
  }
  return groups.values();
}

interface Alike {
  readonly one: ComparedCompany;
  readonly other: ComparedCompany;
  readonly similarity: number;
}

/**
 * Companies of one postcode whose names are alike. Two names that reach the similarity share one of their rarest letter
 * pairs (prefix filtering: Chaudhuri, Ganti, Kaushik, 2006), so that only those are compared.
 */
function* alikeInPlace(companies: readonly ComparedCompany[]): Iterable<Alike> {
  const pairsOf = new Map(companies.map((company) => [company.id, letterPairs(company.nameKey)]));
  const frequency = new Map<string, number>();
  for (const pair of [...pairsOf.values()].flat()) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const index = new Map<string, ComparedCompany[]>();
  for (const company of companies) {
    if (company.postcode === null) continue;
    const pairs = pairsOf.get(company.id) ?? [];
    const rarest = [...pairs].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1));
    const candidates = new Set<ComparedCompany>();
    for (const pair of rarest.slice(0, decisivePairs(pairs.length))) {
      const place = `${company.postcode} ${pair}`;
      const known = index.get(place) ?? [];
      // The latest first: lists of the same file stand together.
      for (const other of known.slice(-comparedAtMost)) candidates.add(other);
      known.push(company);
      index.set(place, known);
    }
    for (const other of candidates) {
      const similarity = similarityOf(pairsOf.get(other.id) ?? [], pairs);
      if (similarity >= similarFrom) yield { one: other, other: company, similarity };
    }
  }
}

/** How many of a name's rarest pairs hold at least one that a similar name has too. */
function decisivePairs(count: number): number {
  // From Dice >= t follows: shared >= t / (2 - t) * count, whatever the length of the other name.
  const shared = Math.ceil((similarFrom / (2 - similarFrom)) * count);
  return count - shared + 1;
}
