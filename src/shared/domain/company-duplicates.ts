import { alikeIn, comparedAtMost, numbersIn, rarestFirst } from './alike-pairs';
import { comparedNameKey } from './company-name';
import { similarityOf } from './company-similarity';

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

/** A company and the letter pairs of its name, the rarest first: the number of a pair is its place by rarity. */
interface Compared {
  readonly company: ComparedCompany;
  /** The name without what only says that it is a company. */
  readonly key: string;
  readonly pairs: Int32Array;
}

/**
 * The pairs of companies that may be one: same SIREN and postcode; same name but for what only says that it is
 * a company, unless their postcodes or towns contradict each other; or names at least 0.85 alike with the same postcode. Two SIRENs are two legal persons, whatever
 * their names. Of the largest groups not every pair is compared: work grows with the number of companies, not with its
 * square, and so does what is proposed.
 */
export function findDuplicates(companies: readonly ComparedCompany[]): readonly DuplicatePair[] {
  const found = new Map<number, Map<number, DuplicatePair>>();
  const propose = (
    { company: one }: Compared,
    { company: other }: Compared,
    reason: DuplicateReason,
    similarity: number,
  ) => {
    const [oneId, otherId] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
    const others = found.get(oneId) ?? new Map<number, DuplicatePair>();
    if (!others.has(otherId)) others.set(otherId, { oneId, otherId, reason, similarity });
    found.set(oneId, others);
  };
  const compared = byRarity([...companies].sort((one, other) => one.id - other.id));

  const compareGroups = (
    keyOf: (compared: Compared) => string | null,
    reason: DuplicateReason,
    isOne: (one: ComparedCompany, other: ComparedCompany) => boolean,
  ): void => {
    for (const group of groupsOf(compared, keyOf)) {
      for (const [index, one] of group.entries()) {
        for (const other of group.slice(index + 1, index + 1 + comparedAtMost)) {
          if (isOne(one.company, other.company)) propose(one, other, reason, similarityOf(one.pairs, other.pairs));
        }
      }
    }
  };
  compareGroups(
    ({ company: { siret, postcode } }) =>
      siret === null || postcode === null ? null : `${siret.slice(0, 9)} ${postcode}`,
    'same-siren',
    () => true,
  );
  // "Aéro-Lanne" and "Aerolanne" are written apart and together.
  compareGroups(({ key }) => key.replaceAll(' ', ''), 'same-name', mayBeOne);
  for (const group of groupsOf(compared, ({ company: { postcode } }) => postcode)) {
    for (const { one, other, similarity } of alikeIn(group, similarFrom)) {
      if (!mayBeOne(one.company, other.company) || numbersIn(one.key) !== numbersIn(other.key)) continue;
      propose(one, other, 'similar-name', similarity);
    }
  }
  const strength = (pair: DuplicatePair): number => duplicateReasons.indexOf(pair.reason);
  return [...found.values()]
    .flatMap((others) => [...others.values()])
    .sort(
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

/** Numbers the letter pairs of all names by how rare they are. */
function byRarity(companies: readonly ComparedCompany[]): readonly Compared[] {
  const keys = companies.map(({ nameKey }) => comparedNameKey(nameKey));
  const pairsOf = rarestFirst(keys);
  return companies.map((company, index) => ({
    company,
    key: keys[index] ?? '',
    pairs: pairsOf[index] ?? new Int32Array(),
  }));
}

function groupsOf(
  companies: readonly Compared[],
  keyOf: (compared: Compared) => string | null,
): readonly (readonly Compared[])[] {
  const groups = new Map<string, Compared[]>();
  for (const compared of companies) {
    const key = keyOf(compared);
    if (key === null || key === '') continue;
    const group = groups.get(key);
    if (group) group.push(compared);
    else groups.set(key, [compared]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}
