import type { FormationDraft } from '../../../shared/domain/formation';
import { mayTitleTheSame } from '../../../shared/domain/offer-duplicates';

/** What people number from 1 on; a code of a diploma or of a university is longer, or has letters. */
const bareNumber = /^\d{1,4}$/;

/**
 * Whether a row with the code of a known formation is about another one: it has only its number in common, and neither
 * title nor text is alike. Another code is believed, because formations are renamed.
 */
export function isAnotherFormation(draft: FormationDraft, known: FormationDraft): boolean {
  if (draft.externalId === null || draft.externalId !== known.externalId) return false;
  if (!bareNumber.test(draft.externalId) || mayTitleTheSame(known.title, draft.title)) return false;
  return draft.description === '' || draft.description !== known.description;
}
