import type { ContractType } from '../offer';
import { asksForSomebody, exemptions, isAgeOfWorkStudy, workStudyBefore } from './exemptions';
import { forbiddenWordings } from './forbidden-wordings';
import type { LegalPlace, LegalRuleCode } from './legal-finding';

export interface FoundWording {
  readonly code: LegalRuleCode;
  readonly place: LegalPlace;
  readonly words: string;
}

/** More of one kind in one field would say nothing new. */
const shownOfAKind = 5;
/** How far back the beginning of a sentence is looked for, in characters. */
const sentenceReach = 240;
const sentenceEnd = /[.!?\n\r;•]/;

/**
 * Wordings of one field that refer to what nobody may be chosen by, in the order of the text. What is named in a
 * promise not to choose by it, or said of things or of the people that the work is for, is left out, and so are the age limits of the law itself where the contract is work-study, and what
 * only internships may not be elsewhere.
 */
export function findWordings(
  field: LegalPlace['field'],
  text: string,
  contractType: ContractType | null,
): readonly FoundWording[] {
  const found = forbiddenWordings.flatMap(({ code, pattern, isOfInternships }) => {
    if (isOfInternships && contractType !== 'internship') return [];
    const ofKind: FoundWording[] = [];
    for (const match of text.matchAll(pattern)) {
      const [words] = match;
      const start = match.index;
      const before = sentenceBefore(text, start);
      const isWorkStudy = contractType === 'work-study' || workStudyBefore.test(before);
      if (isWorkStudy && isAgeOfWorkStudy(code, words)) continue;
      if (!asksForSomebody.test(words) && isExempt(code, before)) continue;
      ofKind.push({ code, place: { field, start, end: start + words.length }, words: words.trim() });
      if (ofKind.length === shownOfAKind) break;
    }
    return ofKind;
  });
  return found.sort((one, other) => one.place.start - other.place.start);
}

function isExempt(code: LegalRuleCode, before: string): boolean {
  return exemptions.some(
    (exemption) => (exemption.codes?.includes(code) ?? code.startsWith('wording-')) && exemption.before.test(before),
  );
}

function sentenceBefore(text: string, start: number): string {
  let from = start;
  while (from > 0 && start - from < sentenceReach && !sentenceEnd.test(text.charAt(from - 1))) from -= 1;
  return text.slice(from, start);
}
