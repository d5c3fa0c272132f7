import type { ContractType } from '../offer';
import { studyYearsOf } from '../study-years';
import { prepareText } from '../text/prepare-text';
import type { CitedPassage, ContractComparison, LevelComparison } from './explanation';
import { segmentsOf } from './segments';

/**
 * Whether the students of a formation are at a level that the offer aims at: all years of its diploma count, so that a
 * BUT, which leads to Bac+3, suits an offer for Bac+2. A diploma of unknown length has its last year alone.
 */
export function compareLevels(
  offer: readonly number[],
  formation: number | null,
  diplomaType: string | null,
): LevelComparison {
  const compared = { offer: [...offer], formation };
  if (formation === null || offer.length === 0) return { ...compared, fit: 'unknown' };
  const years = studyYearsOf(formation, diplomaType);
  const first = years[0] ?? formation;
  if (offer.some((level) => years.includes(level))) return { ...compared, fit: 'fits' };
  if (offer.every((level) => level > formation)) return { ...compared, fit: 'below' };
  return { ...compared, fit: offer.every((level) => level < first) ? 'above' : 'apart' };
}

/** How texts of formations speak of a contract, in prepared words; of other kinds they never do. */
const contractWords: readonly (readonly [ContractType, RegExp])[] = [
  ['internship', /\bstages?\b/],
  ['work-study', /\b(?:alternances?|alternants?|apprentissages?|apprentis?|contrat professionnalisation)\b/],
];
/** A sentence that may deny it is no proof of it. */
const denied = /\b(?:pas|sans|aucun|aucune|ni|hors)\b/;

/** What a formation says of itself, for `contractPassages`. */
export interface FormationWords {
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
}

/** Where a formation speaks of each kind of contract that formations speak of. */
export type ContractPassages = ReadonlyMap<ContractType, CitedPassage>;

/** Finds where a formation itself speaks of contracts, for all offers that it is compared with. */
export function contractPassages(formation: FormationWords): ContractPassages {
  const whole = (text: string) => ({ start: 0, end: text.length });
  const places: Omit<CitedPassage, 'text' | 'words'>[] = [
    { field: 'title', item: 0, ...whole(formation.title) },
    ...formation.keywords.map((keyword, item) => ({ field: 'keyword' as const, item, ...whole(keyword) })),
    ...segmentsOf(formation.description).map(({ start, end }) => {
      return { field: 'description' as const, item: 0, start, end };
    }),
  ];
  const found = new Map<ContractType, CitedPassage>();
  for (const place of places) {
    const text = textAt(formation, place);
    const words = prepareText(text);
    for (const [contract, pattern] of contractWords) {
      if (found.has(contract) || !pattern.test(words) || denied.test(words)) continue;
      found.set(contract, { ...place, text, words: [] });
    }
  }
  return found;
}

/** Whether the formation itself speaks of the kind of contract that an offer proposes. */
export function compareContract(offer: ContractType | null, formation: ContractPassages): ContractComparison {
  return { offer, said: (offer === null ? undefined : formation.get(offer)) ?? null };
}

function textAt(formation: FormationWords, { field, item, start, end }: Omit<CitedPassage, 'text' | 'words'>): string {
  if (field === 'title') return formation.title;
  return field === 'keyword' ? (formation.keywords[item] ?? '') : formation.description.slice(start, end);
}
