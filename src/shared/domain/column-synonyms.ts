import { fold } from './cells/fold';
import { columnSynonyms } from './column-wordings';
import type { ImportField, ImportKind } from './import';
import { serviceWordings } from './service-wordings';

export interface SynonymHit {
  readonly field: ImportField;
  /** Place in the field's list of wordings: 0 is the clearest. */
  readonly rank: number;
}

/** Where a file has a column of a service and one of people for a field, people mean theirs. */
const behindPeople = 100;

const lookups: Record<ImportKind, ReadonlyMap<string, SynonymHit>> = {
  offers: new Map([...toLookup(serviceWordings, behindPeople), ...toLookup(columnSynonyms.offers)]),
  formations: toLookup(columnSynonyms.formations),
  companies: toLookup(columnSynonyms.companies),
};

function toLookup(
  synonyms: Readonly<Partial<Record<ImportField, readonly string[]>>>,
  firstRank = 0,
): Map<string, SynonymHit> {
  const lookup = new Map<string, SynonymHit>();
  const add = (wording: string, hit: SynonymHit): void => {
    const key = headerKey(wording);
    if (!lookup.has(key)) lookup.set(key, hit);
  };
  for (const [field, wordings] of Object.entries(synonyms) as [ImportField, readonly string[]][]) {
    // The contract's own field names are understood as well: machine-made exports use them.
    add(field, { field, rank: firstRank });
    wordings.forEach((wording, rank) => add(wording, { field, rank: firstRank + rank }));
  }
  return lookup;
}

/** The field that a header stands for, or null. A remark in brackets and a plural are tried without. */
export function findField(kind: ImportKind, header: string): SynonymHit | null {
  const lookup = lookups[kind];
  const attempts = [header, header.replace(/\([^)]*\)|\[[^\]]*\]|\*/g, ' ')];
  for (const attempt of attempts) {
    const key = headerKey(attempt);
    const hit = lookup.get(key) ?? lookup.get(key.replace(/(\p{L}{3,})s\b/gu, '$1'));
    if (hit) return hit;
  }
  return null;
}

/** "CodePostal", "code_postal" and "Code postal" are one header; "N°" is a number. */
export function headerKey(header: string): string {
  return fold(header.replace(/n°/gi, 'numéro ')).replaceAll(' ', '');
}
