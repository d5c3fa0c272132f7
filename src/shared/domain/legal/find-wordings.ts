import type { ContractType } from '../offer';
import { forbiddenWordings, promisesEquality } from './forbidden-wordings';
import type { LegalPlace, LegalRuleCode } from './legal-finding';

export interface FoundWording {
  readonly code: LegalRuleCode;
  readonly place: LegalPlace;
  readonly words: string;
}

/** More of one kind in one field would say nothing new. */
const shownOfAKind = 5;
/** How far a sentence is looked for on either side, in characters. */
const sentenceReach = 240;
const sentenceEnd = /[.!?\n\r;•]/;

/**
 * Wordings of one field that refer to what nobody may be chosen by, in the order of the text. What stands in a sentence
 * that promises equality is left out, and so are the age limits of the law itself where the contract is work-study, and what
 * only internships may not be elsewhere.
 */
export function findWordings(
  field: LegalPlace['field'],
  text: string,
  contractType: ContractType | null,
): readonly FoundWording[] {
  const found = forbiddenWordings.flatMap(({ code, pattern, isAllowedInWorkStudy, isOfInternships }) => {
    if (isOfInternships && contractType !== 'internship') return [];
    if (isAllowedInWorkStudy && contractType === 'work-study') return [];
    const ofKind: FoundWording[] = [];
    for (const match of text.matchAll(pattern)) {
      const [words] = match;
      const start = match.index;
      if (promisesEquality.test(sentenceAround(text, start, start + words.length))) continue;
      ofKind.push({ code, place: { field, start, end: start + words.length }, words: words.trim() });
      if (ofKind.length === shownOfAKind) break;
    }
    return ofKind;
  });
  return found.sort((one, other) => one.place.start - other.place.start);
}

function sentenceAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < sentenceReach && !sentenceEnd.test(text.charAt(from - 1))) from -= 1;
  let to = end;
  while (to < text.length && to - end < sentenceReach && !sentenceEnd.test(text.charAt(to))) to += 1;
  return text.slice(from, to);
}
